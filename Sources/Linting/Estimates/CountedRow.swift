internal import Foundation
internal import GoalModel
internal import Text

/// A quantity row that counts something.
struct CountedRow: Sendable {
    let row: Row
    let number: ExactNumber
    let comparator: Target.Comparator?
    /// What it counts: by its unit, and for 个 and a missing unit also by its name (村 of 管辖村数).
    let measured: [Measured]
    /// Those who profit, not those who are paid.
    let isAudience: Bool
    let nameNouns: NounOverlap
    /// What the name is about, and where that tells nothing, the description.
    let nouns: NounOverlap

    /// `nil` where the value is no positive number of something.
    init?(_ row: Row, tables: LintingTables, generic: WordFinder) {
        guard row.kind == .quantity, let quantity = row.quantity, let decimal = quantity.number, decimal > 0,
            let number = ExactNumber(decimal), !tables.units.isPercent(quantity.unit)
        else { return nil }
        let unit = UnitTable.bare(quantity.unit)
        let byUnit = unit.isEmpty ? nil : tables.measured(unit)
        if !unit.isEmpty && byUnit == nil { return nil }
        // 每村网格员 2人 and 每月巡查 4次 are no totals; 每年 is.
        for text in [row.indicator.name, row.indicator.target.text] {
            let per = tables.denominators(inWords: text)
            if !per.measures.isEmpty || !per.periods.isSubset(of: ["年"]) || per.isUnclear { return nil }
        }
        var measured = [byUnit].compactMap(\.self)
        let isGeneral = byUnit?.measure == "个"
        if byUnit == nil || isGeneral,
            let byName = CountedRow.counted(by: row.indicator.name, needsNumberWord: !isGeneral, tables.estimates),
            !isGeneral || tables.estimates.certain.contains(byName.measure)
        {
            measured.append(byName)
        }
        if measured.isEmpty { return nil }
        self.row = row
        self.number = number
        comparator = quantity.comparator
        self.measured = measured
        isAudience = row.mentions(tables.estimates.audience)
        nameNouns = NounOverlap([row.indicator.name, byUnit?.noun ?? ""], without: generic)
        nouns = nameNouns.isEmpty ? NounOverlap([row.indicator.description], without: generic) : nameNouns
    }

    /// 村 of 管辖村数, 正常运转村级数 and 行政村个数; 人 of 发放人数.
    private static func counted(by name: String, needsNumberWord: Bool, _ words: EstimateWords) -> Measured? {
        var name = name.folded.withoutSpaces[...]
        if name.hasSuffix(")"), let open = name.lastIndex(of: "(") { name = name[..<open] }
        let ending = ["个数", "总数", "数量", "数"].first(where: name.hasSuffix)
        if ending == nil, needsNumberWord { return nil }
        name = name.dropLast(ending?.count ?? 0)
        for tail in ["组织", "级", "庄"] where name.hasSuffix(tail) { name = name.dropLast(tail.count) }
        return words.measures.last(in: name).map { $0.measured }
    }

    /// How it counts the measure, if it does.
    func counts(_ measure: String) -> Measured? {
        measured.first { $0.measure == measure }
    }

    /// `111.3亩`, `11个村`.
    func shown(as counted: Measured) -> String {
        let unit = row.quantity?.unit ?? ""
        let digits = row.quantity?.number.map { "\($0)" } ?? ""
        guard let first = measured.first, first != counted || unit.isEmpty else { return digits + unit }
        return digits + (unit.isEmpty ? counted.measure : unit + counted.measure)
    }
}
