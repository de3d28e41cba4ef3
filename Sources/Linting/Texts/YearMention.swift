internal import Text

/// A year that a text names, alone, as the end of a range or as the date by which something is done.
struct YearMention: Hashable, Sendable {
    /// The year, or the later of a range.
    var year: Int
    var isRange = false
    var isDeadline = false
    /// Among the scalars of the plain text.
    var range: Range<Int>

    /// All of a text, from left to right; years of document numbers and of comparisons are left out.
    static func all(in text: PlainText) -> [YearMention] {
        var mentions: [YearMention] = []
        var index = 0
        while index < text.scalars.count {
            guard text.scalars[index].isDigit else {
                index += 1
                continue
            }
            var reader = DateScan(text: text, index: index)
            if let mention = reader.mention() {
                if mention.stands(in: text) { mentions.append(mention) }
                index = mention.range.upperBound
            } else {
                while index < text.scalars.count, text.scalars[index].isDigit { index += 1 }
            }
        }
        return mentions
    }

    private func stands(in text: PlainText) -> Bool {
        let before = text.scalar(at: range.lowerBound - 1)
        let after = text.scalar(at: range.upperBound)
        if let before, before.isDigit || before == "." || before == "第" || before == "较" || before == "比" { return false }
        if let before, let after, "〔[【(".unicodeScalars.contains(before), "〕]】)".unicodeScalars.contains(after) { return false }
        let begins = ["起", "以来", "以后", "之后", "开始", "至今"].contains { text.holds([Unicode.Scalar](word: $0), at: range.upperBound) }
        return !begins
    }
}

/// Reads dates and ranges of dates from one place of a plain text on.
private struct DateScan {
    let text: PlainText
    var index: Int

    mutating func mention() -> YearMention? {
        let start = index
        guard let first = date() else { return nil }
        let afterFirst = index
        var result = YearMention(year: first, range: start..<index)
        if rangeMark() {
            if let last = date() ?? monthAndDay().map({ _ in first }) {
                result.year = max(first, last)
                result.isRange = true
                result.range = start..<index
            } else {
                index = afterFirst
            }
        }
        if !result.isRange, !isDated(start..<afterFirst) { return nil }
        _ = take("底") || take("末") || take("终")
        result.isDeadline = ["之前", "以前", "前", "为止", "止", "到期", "截止", "期满"].contains { word in take(word) }
        if ["截至", "截止", "截止到", "截至到", "不晚于", "不迟于"].contains(where: {
            text.ends(with: [Unicode.Scalar](word: $0), at: start)
        }) {
            result.isDeadline = true
        }
        if result.isDeadline { result.range = start..<index }
        return result
    }

    /// Whether a lone number is a year: with 年, with a month, or before a word that years stand before.
    private func isDated(_ range: Range<Int>) -> Bool {
        if range.count > 4 { return true }
        return ["预算", "绩效", "部门", "财政"].contains { text.holds([Unicode.Scalar](word: $0), at: range.upperBound) }
    }

    /// `2024`, `2024年`, `2024年8月1日`, `2024-08-01`, `2024.8`.
    private mutating func date() -> Int? {
        let start = index
        guard let year = integer(digits: 4...4), (1980...2099).contains(year) else {
            index = start
            return nil
        }
        if take("年") {
            _ = take("度")
            _ = monthAndDay()
            return year
        }
        let beforeMonth = index
        for mark in ["-", ".", "/"] where take(mark) {
            if let month = integer(digits: 1...2), (1...12).contains(month) {
                let beforeDay = index
                if !(take(mark) && integer(digits: 1...2) != nil) { index = beforeDay }
                return year
            }
            index = beforeMonth
        }
        return year
    }

    /// `8月1日`, `十二月底`, `8月`.
    private mutating func monthAndDay() -> Int? {
        let start = index
        var month = integer(digits: 1...2)
        if month == nil {
            for (place, word) in ["十二", "十一", "十", "九", "八", "七", "六", "五", "四", "三", "二", "一"].enumerated() where month == nil {
                if take(word) { month = 12 - place }
            }
        }
        guard let month, (1...12).contains(month), take("月") else {
            index = start
            return nil
        }
        _ = take("份")
        let beforeDay = index
        if !(integer(digits: 1...2) != nil && (take("日") || take("号"))) { index = beforeDay }
        return month
    }

    private mutating func rangeMark() -> Bool {
        let start = index
        while let scalar = text.scalar(at: index), "-–—~～至到".unicodeScalars.contains(scalar) { index += 1 }
        return index > start
    }

    private mutating func integer(digits: ClosedRange<Int>) -> Int? {
        let start = index
        var value = 0
        while let scalar = text.scalar(at: index), scalar.isDigit, index - start <= digits.upperBound {
            value = value * 10 + Int(scalar.value) - 48
            index += 1
        }
        if digits.contains(index - start) { return value }
        index = start
        return nil
    }

    private mutating func take(_ word: String) -> Bool {
        let scalars = [Unicode.Scalar](word: word)
        guard text.holds(scalars, at: index) else { return false }
        index += scalars.count
        return true
    }
}
