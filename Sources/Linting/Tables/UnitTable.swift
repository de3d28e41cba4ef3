public import GoalModel

/// The units of measure (`units.json5`), and how they are put together.
public struct UnitTable: Sendable, TableReadable {
    /// Measure words and units, without multiples.
    public var measures: Set<String>
    /// Spellings of per cent.
    public var percent: Set<String>
    /// Multiples that stand before a measure: 万, 千.
    public var multiples: [String]
    /// Second parts of double measures: 次 in 人次, 天 in 人天.
    public var seconds: Set<String>
    /// What is often counted after a measure: 村 in 个村.
    public var counted: Set<String>
    /// Measures that are nothing else, after which any short noun may stand: 台, 盏, 公里.
    public var open: Set<String>
    /// Words that may follow a unit without making it a phrase: 左右, 完成.
    public var tails: Set<String>
    /// Beginnings of words that only look like an open measure with a noun: 个别, 台账.
    public var words: [String]

    public init(_ table: SettingTable) throws {
        measures = Set(try table["measures"].texts)
        percent = Set(try table["percent"].texts)
        multiples = try table["multiples"].texts
        seconds = Set(try table["seconds"].texts)
        counted = Set(try table["counted"].texts)
        open = Set(try table["open"].texts)
        tails = Set(try table["tails"].texts)
        words = try table["words"].texts
    }

    public func isPercent(_ unit: String) -> Bool {
        percent.contains(unit) || percent.contains(UnitTable.bare(unit))
    }

    /// Whether the text is a unit: `万元`, `元/人/月`, `人次`, `个村`, `元（含税）`, or nothing at all.
    public func isUnit(_ unit: String) -> Bool {
        if measures.contains(unit) || percent.contains(unit) { return true }
        let text = UnitTable.bare(unit)
        if text.isEmpty || isSimple(text) { return true }
        let parts = text.unicodeScalars.split(whereSeparator: UnitTable.isSeparator)
        return parts.count > 1 && parts.allSatisfy { isSimple(String($0)) }
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "/", "·", "*", "×", "每": true
        default: false
        }
    }

    private func isSimple(_ text: String) -> Bool {
        if isMeasure(text) || multiples.contains(text) { return true }
        var end = text.startIndex
        // No measure is longer than this; what follows a longer beginning is a phrase.
        for _ in 0..<10 where end < text.endIndex {
            text.formIndex(after: &end)
            let measure = String(text[..<end])
            guard isMeasure(measure) else { continue }
            let rest = String(text[end...])
            if seconds.contains(rest) || counted.contains(rest) || tails.contains(rest) { return true }
            if open.contains(measure), rest.count <= 5, !words.contains(where: text.begins) { return true }
        }
        return false
    }

    private func isMeasure(_ text: String) -> Bool {
        if measures.contains(text) || percent.contains(text) { return true }
        return multiples.contains { text.begins(with: $0) && measures.contains(String(text.dropFirst($0.count))) }
    }

    /// Folded, lower-case Latin, without spaces, a bracketed remark at the end and a full stop.
    static func bare(_ unit: String) -> String {
        var text = unit.compact
        if text.utf8.contains(where: { (65...90).contains($0) }) { text = text.lowercased() }
        while let last = text.unicodeScalars.last, "。.;,、".unicodeScalars.contains(last) { text.unicodeScalars.removeLast() }
        if text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex { text = String(text[..<open]) }
        return text
    }
}
