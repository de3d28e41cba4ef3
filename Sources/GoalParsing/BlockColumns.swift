internal import GoalModel
internal import SourceFiles
internal import Text

/// The columns of a block of indicators, told by headings and content together.
struct BlockColumns {
    private(set) var columns: IndicatorColumns
    /// Only the columns of all years are filled in; they stand for this year's.
    private(set) var usesLongTerm = false
    /// Why the columns are not understood; empty where they are.
    private(set) var doubts: [String] = []
    /// A word of the official trees stands in one of the columns.
    private(set) var holdsOfficialWords = false
    /// For each column of the heading: its words, what it was taken for, and why.
    private(set) var reasons: [(heading: [SourceDocument.Cell], taken: String, reason: String)] = []

    init(_ block: IndicatorBlock) {
        let all = block.heading.columns
        let evidence = BlockColumns.evidence(below: all, block.body)
        let sets = YearSets(all, evidence, annualStandsFirst: block.annualStandsFirst)
        usesLongTerm = sets.usesLongTerm
        let used = all.indices.filter { !sets.aside.contains($0) }
        let assignment = ColumnAssignment(used.map { all[$0] }, used.map { evidence[$0] })
        var meanings: [Meaning?] = Array(repeating: nil, count: all.count)
        for (index, meaning) in zip(used, assignment.meanings) { meanings[index] = meaning }
        if !meanings.contains(.target), let grade = meanings.firstIndex(of: .grade) { meanings[grade] = .target }
        let shares = meanings.contains(.target) ? [] : BlockColumns.shares(all, meanings, evidence, aside: sets.aside)
        let total = shares.first {
            BlockColumns.totals.contains(FormLabel.bare(all[$0].title.withoutSpaces)) || BlockColumns.isTotal(all[$0])
        }
        let columns = all.indices.map { index -> IndicatorColumns.Column in
            if index == total { return .field(.target) }
            if total == nil, shares.contains(index) { return .share(all[index].cells.last?.text.withoutSpaces ?? "") }
            if sets.aside.contains(index) { return .other(sets.prefix + all[index].title) }
            return meanings[index].flatMap { IndicatorColumns.Column($0, title: all[index].title) } ?? .other(all[index].title)
        }
        self.columns = IndicatorColumns(columns: columns, positions: all.map(\.range), lead: block.heading.lead.count)
        let fields = Set(self.columns.fields)
        if !fields.contains(.name) { doubts.append("没有认出指标名称一栏") }
        if !fields.contains(.target), total == nil, shares.isEmpty, evidence.contains(where: { $0.written > 0 }) {
            doubts.append("没有认出指标值一栏")
        }
        if let stray = BlockColumns.strayLead(block) { doubts.append("左边的栏目\(stray.shortened(to: 20).quoted)没有认出") }
        holdsOfficialWords = evidence.contains { $0.types + $0.categories + $0.either > 0 }
        if assignment.lead < ColumnAssignment.leastLead { doubts.append("各栏的表头和内容对不上，分不清哪一栏是指标名称、哪一栏是指标值") }
        reasons = zip(all.indices, columns).map { index, column in
            (all[index].cells, column.title, evidence[index].reason(for: column, heading: all[index].meaning))
        }
    }

    private static func evidence(below columns: [IndicatorHeading.Column], _ rows: [SourceDocument.Row]) -> [ColumnEvidence] {
        var evidence = Array(repeating: ColumnEvidence(), count: columns.count)
        let start = columns.first?.range.lowerBound ?? 1
        for row in rows where !Remark.isRow(row.cells) {
            let cells = row.cells.filter { ($0.column ?? start) >= start }
            let aligned = RowAlignment.byColumn(cells, columns.map(\.range))
            for (place, cell) in aligned.cells { evidence[place].take(cell.text) }
        }
        return evidence
    }

    /// The heading of a column before those of indicators in which something else stands than a label or a running number.
    private static func strayLead(_ block: IndicatorBlock) -> String? {
        guard let start = block.heading.columns.first?.range.lowerBound else { return nil }
        for head in block.heading.lead where !head.text.isEmpty && !head.continuesAbove {
            let below = block.body.compactMap { row in row.cells.first { $0.column == head.column && !$0.text.isEmpty } }
            guard (head.column ?? 0) < start, !below.isEmpty else { continue }
            let isCount = below.allSatisfy { $0.text.withoutSpaces.allSatisfy { $0.isDecimal || ".、".contains($0) } }
            if !isCount { return head.text.withoutSpaces }
        }
        return nil
    }

    /// Columns without a meaning that hold values: a part of the value each.
    private static func shares(
        _ columns: [IndicatorHeading.Column], _ meanings: [Meaning?], _ evidence: [ColumnEvidence], aside: Set<Int>
    ) -> [Int] {
        columns.indices.filter { index in
            meanings[index] == nil && !aside.contains(index) && !columns[index].cells.isEmpty
                && (columns[index].isShare || columns[index].meaning == nil)
                && evidence[index].written > 0 && evidence[index].share(evidence[index].values) >= 0.5
        }
    }

    private static func isTotal(_ column: IndicatorHeading.Column) -> Bool {
        column.cells.last.map { totals.contains($0.text.withoutSpaces) } == true
    }

    private static let totals: Set<String> = ["合计", "全镇", "全乡", "总计", "小计", "全镇合计", "全乡合计", "汇总"]
}

/// The columns of a form that states the goals of all its years beside those of this one, under the same headings.
private struct YearSets {
    /// Columns that are not read as this year's.
    private(set) var aside: Set<Int> = []
    private(set) var usesLongTerm = false
    /// What is put before the headings of those.
    var prefix: String { usesLongTerm ? "年度" : "实施期" }

    init(_ columns: [IndicatorHeading.Column], _ evidence: [ColumnEvidence], annualStandsFirst: Bool) {
        var first: [Meaning: Int] = [:]
        var start: Int?
        for (index, column) in columns.enumerated() {
            guard let meaning = column.meaning, YearSets.repeated.contains(meaning) else { continue }
            if let before = first[meaning] {
                start = start ?? index
                if before < first.values.min() ?? 0 { break }
            } else if start == nil {
                first[meaning] = index
            }
        }
        guard let start, let meaning = columns[start].meaning, let begin = first[meaning], start - begin > 1 else { return }
        var (long, annual) = (Set(begin..<start), Set(start..<columns.count))
        if annualStandsFirst { (long, annual) = (annual, long) }
        if YearSets.isBlank(annual, columns, evidence), !YearSets.isBlank(long, columns, evidence) {
            usesLongTerm = true
            aside = annual
        } else {
            aside = long
        }
    }

    /// Whether nobody has filled in a set: what kinds there are the form has printed itself.
    private static func isBlank(_ set: Set<Int>, _ columns: [IndicatorHeading.Column], _ evidence: [ColumnEvidence]) -> Bool {
        set.allSatisfy { index in
            [.category, .type].contains(columns[index].meaning) || evidence[index].written == 0
        }
    }

    private static let repeated: Set<Meaning> = [.category, .type, .name, .target]
}

extension IndicatorColumns.Column {
    /// What a column was taken for, as the page on reading says it.
    var title: String {
        switch self {
        case .field(let field): field.title
        case .comparator: "符号"
        case .unit: "计量单位"
        case .share: "指标值的一部分"
        case .other: "不属于目标书"
        }
    }
}

extension ColumnEvidence {
    /// Why a column was taken for what it was.
    fileprivate func reason(for column: IndicatorColumns.Column, heading: Meaning?) -> String {
        var parts: [String] = [heading == nil ? "表头不认得" : "表头认得"]
        if written == 0 { parts.append("下面都是空的") }
        if categories > 0 { parts.append("\(categories)格是一级指标用语") }
        if types > 0 { parts.append("\(types)格是二级指标用语") }
        if values > 0 { parts.append("\(written)格中\(values)格像指标值") }
        if signs > 0 { parts.append("\(signs)格是符号") }
        return parts.joined(separator: "，")
    }
}
