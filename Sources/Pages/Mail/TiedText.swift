internal import Text

/// A sentence whose last line on a phone is never a single sign: a number stays with its unit, the last words stay together.
struct TiedText {
    private let text: String

    init(_ text: String) { self.text = text.displayable }

    /// Signs at the end that stand on one line.
    private static let tail = 5
    /// What is longer than that may break, or it would not fit on a phone.
    private static let longest = 14

    var html: HTML {
        let signs = Array(text)
        var result = HTML.empty
        var done = 0
        for piece in pieces(signs) {
            result = result + HTML(text: String(signs[done..<piece.lowerBound]))
            result = result + "<span style=\"white-space:nowrap;\">\(String(signs[piece]))</span>"
            done = piece.upperBound
        }
        return result + HTML(text: String(signs[done...]))
    }

    /// What is tied, from the front, without overlaps.
    private func pieces(_ signs: [Character]) -> [Range<Int>] {
        var found = numbers(signs)
        let start = max(0, signs.count - TiedText.tail)
        if signs.count > TiedText.tail * 2 {
            // A number at the end begins what is tied there.
            let first = found.last { $0.upperBound > start }.map { min($0.lowerBound, start) } ?? start
            found.removeAll { $0.upperBound > first }
            found.append(first..<signs.count)
        }
        return found.filter { $0.count <= TiedText.longest }
    }

    /// Longer ones before those that they begin with.
    private static let units = ["万元", "个百分点", "%", "分", "处", "个项目", "个乡镇", "个", "月底", "行"].map { [Character]($0) }

    /// Numbers with their sign, their unit and the punctuation behind it.
    private func numbers(_ signs: [Character]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        while start < signs.count {
            let first = start + (signs[start] == "+" || signs[start] == "-" ? 1 : 0)
            let length = signs[first...].prefix { $0.isDigit || $0 == "," || $0 == "." }.count
            guard length > 0, signs[first].isDigit else {
                start += 1
                continue
            }
            var end = first + length
            if let unit = TiedText.units.first(where: signs[end...].starts) {
                end += unit.count
                if end < signs.count, "。，；、）".contains(signs[end]) { end += 1 }
                found.append(start..<end)
            }
            start = end
        }
        return found
    }
}
