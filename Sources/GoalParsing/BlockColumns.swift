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

    init(_ block: IndicatorBlock, _ lexicon: Lexicon) {
        let all = BlockColumns.split(block.heading.columns, by: block.body, lexicon)
        let evidence = BlockColumns.evidence(below: all, block.body, lexicon)
        let sets = YearSets(all, evidence, annualStandsFirst: block.annualStandsFirst)
        usesLongTerm = sets.usesLongTerm
        let halves = BlockColumns.halves(all, aside: sets.aside, block.body)
        // Of two columns that together hold the value one stands for both.
        let used = all.indices.filter { !sets.aside.contains($0) && !halves.dropFirst().contains($0) }
        let assignment = ColumnAssignment(used.map { all[$0] }, used.map { evidence[$0] })
        var meanings: [Meaning?] = Array(repeating: nil, count: all.count)
        for (index, meaning) in zip(used, assignment.meanings) { meanings[index] = meaning }
        // 优 of 优良中差, and what was asked for where nothing else was decided, are the value.
        for stand in [Meaning.declared, .grade] where !meanings.contains(.target) {
            if let place = meanings.firstIndex(of: stand) { meanings[place] = .target }
        }
        let shares = meanings.contains(.target) ? [] : BlockColumns.shares(all, meanings, evidence, aside: sets.aside)
        let total = shares.first {
            BlockColumns.totals.contains(FormLabel.bare(all[$0].title.withoutSpaces)) || BlockColumns.isTotal(all[$0])
        }
        if total == nil, shares.count > 1, let odd = shares.first(where: { BlockColumns.tellsTime(all[$0]) }) {
            doubts.append("几栏都像指标值，分不清哪一栏是今年的（如\(all[odd].title.shortened(to: 20).quoted)）")
        }
        let columns = all.indices.map { index -> IndicatorColumns.Column in
            if halves.contains(index) { return .share("") }
            if index == total { return .field(.target) }
            if total == nil, shares.contains(index) { return .share(all[index].cells.last?.text.withoutSpaces ?? "") }
            if sets.aside.contains(index) { return .other(sets.prefix + all[index].title) }
            return meanings[index].flatMap { IndicatorColumns.Column($0, title: all[index].title) } ?? .other(all[index].title)
        }
        self.columns = IndicatorColumns(columns: columns, positions: all.map(\.range), lead: block.heading.lead.count)
        let fields = Set(self.columns.fields)
        if !fields.contains(.name) { doubts.append("没有认出指标名称一栏") }
        if !fields.contains(.target), total == nil, shares.isEmpty, halves.isEmpty, evidence.contains(where: { $0.written > 0 }) {
            doubts.append("没有认出指标值一栏")
        }
        if let stray = BlockColumns.strayLead(block, lexicon) { doubts.append("左边的栏目\(stray.shortened(to: 20).quoted)没有认出") }
        holdsOfficialWords = evidence.contains { $0.types + $0.categories + $0.either > 0 }
        if assignment.lead < ColumnAssignment.leastLead { doubts.append("各栏的表头和内容对不上，分不清哪一栏是指标名称、哪一栏是指标值") }
        reasons = zip(all.indices, columns).map { index, column in
            (all[index].cells, column.title, evidence[index].reason(for: column, heading: all[index].meaning))
        }
    }

    private static func evidence(
        below columns: [IndicatorHeading.Column], _ rows: [SourceDocument.Row], _ lexicon: Lexicon
    ) -> [ColumnEvidence] {
        var evidence = Array(repeating: ColumnEvidence(), count: columns.count)
        let start = columns.first?.range.lowerBound ?? 1
        let ranges = columns.map(\.range)
        for row in rows where !Remark.isRow(row.cells) {
            let cells = row.cells.filter { ($0.column ?? start) >= start }
            let aligned = RowAlignment.byColumn(cells, ranges)
            for (place, cell) in aligned.cells where !cell.text.isEmpty { evidence[place].take(lexicon.evidence(of: cell.text)) }
        }
        return evidence
    }

    /// What stands to the left of the indicators and is neither a label nor a running number: the table says more than a form.
    private static func strayLead(_ block: IndicatorBlock, _ lexicon: Lexicon) -> String? {
        guard let start = block.heading.columns.first?.range.lowerBound else { return nil }
        for cell in block.body.flatMap(\.cells) where !cell.text.isEmpty && (cell.column ?? start) < start {
            let isCount = cell.text.withoutSpaces.allSatisfy { $0.isDecimal || ".、".contains($0) }
            if isCount || lexicon.word(cell.text) != nil || cell.text.withoutSpaces.count < 3 { continue }
            let head = block.heading.lead.first { $0.column == cell.column }?.text.withoutSpaces ?? ""
            return head.isEmpty ? cell.text.withoutSpaces : head
        }
        return nil
    }

    /// 指标值 above sign, number and unit in cells of their own: the rows below tell the parts.
    private static func split(
        _ columns: [IndicatorHeading.Column], by rows: [SourceDocument.Row], _ lexicon: Lexicon
    ) -> [IndicatorHeading.Column] {
        columns.flatMap { column -> [IndicatorHeading.Column] in
            guard column.meaning == .target, column.range.count > 1 else { return [column] }
            let parts = rows.map { row in
                row.cells.filter { !$0.text.isEmpty && $0.column.map(column.range.contains) == true }.compactMap(\.column)
            }
            let torn = parts.filter { $0.count > 1 }
            guard torn.count * 2 > rows.count, let starts = torn.max(by: { $0.count < $1.count }) else { return [column] }
            let ends = starts.dropFirst() + [column.range.upperBound]
            let pieces = zip(starts, ends).map { column.range.clamped(to: $0..<$1) }
            return pieces.map { piece in
                let texts = rows.flatMap(\.cells).filter {
                    !$0.text.isEmpty && $0.column == piece.lowerBound && $0.span <= piece.count
                }
                var evidence = ColumnEvidence()
                for text in texts { evidence.take(lexicon.evidence(of: text.text)) }
                var part = column
                part.range = piece
                part.meaning =
                    evidence.share(evidence.signs) > 0.5
                    ? .comparator : evidence.numbers == 0 && evidence.values == 0 ? .measure : .target
                return part
            }
        }
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

    /// 定量指标值 beside 定性指标值: two columns of values of which each row fills one.
    private static func halves(
        _ columns: [IndicatorHeading.Column], aside: Set<Int>, _ rows: [SourceDocument.Row]
    ) -> [Int] {
        let targets = columns.indices.filter { columns[$0].meaning == .target && !aside.contains($0) }
        guard targets.count == 2 else { return [] }
        let isEitherOr = rows.allSatisfy { row in
            let placed = RowAlignment.byColumn(row.cells.filter { !$0.continuesAbove }, columns.map(\.range)).cells
            return placed.count { targets.contains($0.place) && !AmountCell.isBlank($0.cell.text) } < 2
        }
        return isEitherOr ? targets : []
    }

    /// Parts of a value are villages and things; a heading of a time or of a stage says that only one of them counts.
    private static func tellsTime(_ column: IndicatorHeading.Column) -> Bool {
        guard let title = column.cells.last?.text.withoutSpaces else { return false }
        return title.count <= 12
            && ["年", "季", "月", "期", "前", "后", "审", "批", "核定", "申报", "实际", "完成", "标准", "自评", "初", "终"].contains { title.holds($0) }
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
