internal import GoalModel
internal import Text

/// Points of the year as they are written: `3月底`, `十月底`, `6月30日`, `12月末`, and the slip `十底`.
struct ChineseDate: Hashable {
    var day: MonthDay

    /// Reads a whole word; `nil` when anything else stands in it.
    init?(endOfMonth word: String) {
        var rest = Substring(word)
        for start in ["截至", "截止", "到", "至"] where rest.begins(with: start) { rest = rest.dropFirst(start.count) }
        if ["年底", "年末", "年底前"].contains(rest), let day = MonthDay(endOf: 12) {
            self.day = day
            return
        }
        if let day = ChineseDate.endOfQuarter(rest) {
            self.day = day
            return
        }
        guard let month = ChineseDate.month(&rest) else { return nil }
        if rest.first == "月" { rest.removeFirst() } else if !word.ends(with: "底") { return nil }
        switch rest {
        case "底", "末", "底前", "末前", "份":
            guard let day = MonthDay(endOf: month) else { return nil }
            self.day = day
        default:
            guard rest.last == "日" || rest.last == "号", let number = Int(rest.dropLast()),
                let day = MonthDay(month: month, day: number)
            else { return nil }
            self.day = day
        }
    }

    /// `一季度`, `第2季度末`.
    private static func endOfQuarter(_ word: Substring) -> MonthDay? {
        var rest = word.begins(with: "第") ? word.dropFirst() : word
        guard let quarter = month(&rest), (1...4).contains(quarter), ["季度", "季度末", "季度底", "季度前"].contains(rest) else {
            return nil
        }
        return MonthDay(endOf: quarter * 3)
    }

    private static func month(_ text: inout Substring) -> Int? {
        let digits = text.prefix { $0.isDigit }
        if let number = Int(digits) {
            text = text.dropFirst(digits.count)
            return number
        }
        for (word, number) in chineseMonths where text.begins(with: word) {
            text = text.dropFirst(word.count)
            return number
        }
        return nil
    }

    /// Longer words first, so that 十二 is not read as 十.
    private static let chineseMonths: [(String, Int)] = [
        ("十二", 12), ("十一", 11), ("十", 10), ("九", 9), ("八", 8), ("七", 7), ("六", 6), ("五", 5), ("四", 4), ("三", 3), ("二", 2),
        ("一", 1),
    ]
}
