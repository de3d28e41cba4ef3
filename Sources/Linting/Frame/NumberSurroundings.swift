internal import Text

/// What stands around a number, and says that it is nobody's own.
struct NumberSurroundings {
    private let number: NumberRuns.Number
    private let words: PublicationTable.NumberWords
    /// What is before it, without signs that are not seen.
    private let before: String
    /// What is behind it, without blanks.
    private let after: String

    init(_ number: NumberRuns.Number, _ words: PublicationTable.NumberWords) {
        (self.number, self.words) = (number, words)
        before = String(scalars: number.before.suffix(60).filter { !$0.isUnseen })
        after = String(scalars: number.after.prefix(24).filter { !$0.isUnseen && !$0.isBlank })
    }

    /// Whether it is the number of a contract, an invoice or another document.
    var isDocument: Bool {
        if after.hasPrefix("号"), endsWithYear || words.papers.contains(where: after.dropFirst().hasPrefix) { return true }
        let marked = before.trimmingSuffix { $0.isWhitespace || ":#\"“”'=([【第为是".contains($0) }
        if before.hasSuffix("第"), after.hasPrefix("号") { return true }
        // What is written in one with the number may hold digits, too: HT-2024-…
        let isJoined = marked.endIndex == before.endIndex
        let owner = marked.trimmingSuffix { $0.isASCIILetter || isJoined && ($0.isDigit || "-_/.".contains($0)) }
        let letters = marked[owner.endIndex...].prefix(while: \.isASCIILetter).uppercased()
        let rest = owner.filter { !$0.isWhitespace }.trimmingSuffix { ":#([【".contains($0) }
        if isPrefix(letters) { return !isPersonal(rest) }
        return words.documents.contains { rest.hasSuffix($0) && !isPersonal(rest.dropLast($0.count)) }
    }

    private func isPrefix(_ letters: String) -> Bool {
        words.prefixes.contains(letters) || letters.count > 3 && (letters.hasSuffix("HT") || letters.hasSuffix("FP"))
    }

    private func isPersonal(_ text: Substring) -> Bool {
        let owner = text.trimmingSuffix { $0.isWhitespace || "的号码".contains($0) }
        return words.persons.contains(where: owner.hasSuffix)
    }

    /// 〔2024〕 before the number.
    private var endsWithYear: Bool {
        let end = before.trimmingSuffix { $0.isWhitespace || $0 == "第" }
        let year = end.dropLast().suffix(4)
        return end.last.map("〕])】".contains) == true && year.count == 4 && year.allSatisfy(\.isDigit)
    }

    /// Whether it is an amount, a measure or a part of one.
    var isQuantity: Bool {
        if startsWithUnit(after[...]) || isBehindAmountWord || isFraction { return true }
        guard after.hasPrefix(".") else { return false }
        let fraction = after.dropFirst().prefix(while: \.isDigit)
        let rest = after[fraction.endIndex...]
        if fraction.isEmpty || fraction.count > 6 { return false }
        // A number, a point, and the number of the next item: 13812345678.2、
        return startsWithUnit(rest) || fraction.count <= 2 && rest.first.map("、.)".contains) != true
    }

    private func startsWithUnit(_ text: Substring) -> Bool {
        let rest = text.hasPrefix("多") || text.hasPrefix("余") ? text.dropFirst() : text
        let inside = rest.hasPrefix("(") ? rest.dropFirst() : rest
        if words.units.contains(where: inside.hasPrefix) { return true }
        guard let first = rest.first, words.weakUnits.contains(first) else { return false }
        guard let second = rest.dropFirst().unicodeScalars.first, second.isHan else { return true }
        return "万亿".contains(first) && words.weakUnits.unicodeScalars.contains(second)
    }

    private var isBehindAmountWord: Bool {
        let head = before.filter { !$0.isWhitespace }.trimmingSuffix { ":=(".contains($0) }
        let subject = head.trimmingSuffix { "为共计约达".contains($0) }
        return words.amounts.contains { head.hasSuffix($0) || subject.hasSuffix($0) }
    }

    /// Digits behind a point are a fraction where nothing, or a place on the map, is before it, but not behind the number of
    /// an item.
    private var isFraction: Bool {
        guard before.hasSuffix(".") else { return false }
        let whole = before.dropLast().suffix(while: \.isDigit)
        if whole == "0" || after.first.map("°度′".contains) == true { return true }
        guard whole.count > 1 else { return false }
        let place = before[..<whole.startIndex].trimmingSuffix { $0.isWhitespace || ":=".contains($0) }
        let words = ["经", "纬", "经度", "纬度", "坐标", "坐标(", "E", "N", "X", "Y", "lng", "lat", "lon"]
        return words.contains(where: place.hasSuffix) || isBesideFraction(place)
    }

    /// Whether the other of two coordinates stands beside it.
    private func isBesideFraction(_ place: Substring) -> Bool {
        let other = place.hasSuffix(",") ? place.dropLast().suffix { $0.isDigit || $0 == "." } : ""
        let next = after.hasPrefix(",") ? after.dropFirst().prefix { $0.isDigit || $0 == "." } : ""
        return [other, next].contains { $0.contains(".") && $0.count > 5 }
    }

    /// Whether it is said to be an identity number.
    var isCalledIdentity: Bool {
        let head = before.filter { !$0.isWhitespace }.trimmingSuffix { ":#([为是号码".contains($0) }
        return ["身份证", "证件", "身份证件", "SFZ", "sfz"].contains(where: head.hasSuffix)
    }

    /// Whether it is followed by what makes its last group a date or a time.
    var endsInDate: Bool {
        number.pattern.count > 1 && after.unicodeScalars.first.map { "年月日时:".unicodeScalars.contains($0) } == true
    }
}

extension Character {
    fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}

extension StringProtocol where SubSequence == Substring {
    fileprivate func suffix(while fits: (Character) -> Bool) -> SubSequence {
        self[trimmingSuffix(while: fits).endIndex...]
    }
}
