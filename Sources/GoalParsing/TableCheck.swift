internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// What was read from a table of indicators, looked at once more: a table that contradicts itself is not believed.
struct TableCheck {
    /// Why the table is not understood; empty where nothing speaks against it.
    private(set) var doubts: [String]

    init(_ columns: BlockColumns, _ reading: IndicatorReading, _ lexicon: Lexicon) {
        doubts = columns.doubts
        let fields = Set(columns.columns.fields)
        let indicators = reading.indicators
        // A town may repeat the kind as a name; where rows are shifted, most names are kinds, or none stands in their column.
        let kinds = indicators.filter { OfficialWord.isTypeWithSuffix($0.name) }
        let shifted = kinds.filter { !OfficialWord.isType(OfficialWord.bare($0.type)) }
        let misplaced = kinds.count > 1 && kinds.count * 2 >= indicators.count ? kinds : shifted
        if let first = misplaced.first {
            doubts.append("\(misplaced.count)行的名称是二级指标用语\(first.name.quoted)")
        }
        let values = indicators.filter { OfficialWord.isTypeWithSuffix($0.target.text) }
        if let first = values.first { doubts.append("\(values.count)行的指标值是二级指标用语\(first.target.text.quoted)") }
        let headings = indicators.filter { lexicon.column($0.name).map(TableCheck.isHeadingOnly) == true && $0.name.count > 2 }
        if let first = headings.first { doubts.append("\(headings.count)行的名称是栏目名\(first.name.quoted)") }
        let numbers = indicators.filter { !$0.name.isEmpty && TableCheck.isNumber($0.name) }
        if let first = numbers.first { doubts.append("\(numbers.count)行的名称是数字\(first.name.shortened(to: 16).quoted)") }
        let broken = indicators.count { TableCheck.isFormulaError($0.name) || TableCheck.isFormulaError($0.target.text) }
        if broken > 0 { doubts.append("\(broken)行是公式的错误值（如#REF!）") }
        if fields.contains(.type), indicators.count > 2 {
            let known = indicators.count { IndicatorKind(type: $0.type, category: $0.category) != nil }
            let values = indicators.count { OfficialWord.isType($0.description) }
            if known == 0, values > 0 { doubts.append("二级指标一栏没有一格是二级指标用语") }
        }
    }

    /// Why rows that were put together from cells without certain row ends are not believed; empty where they are.
    static func doubts(ofPutTogether reading: IndicatorReading, _ columns: IndicatorColumns) -> [String] {
        let rows = reading.indicators
        let mayHoldValues = columns.columns.contains { if case .other = $0 { true } else { false } }
        if !columns.holdsValues, mayHoldValues, !rows.isEmpty { return ["没有认出指标值是哪一栏"] }
        guard columns.fields.contains(.type), rows.count > 2 else { return [] }
        let known = rows.count { $0.category.isCategoryWord || OfficialWord.isType(OfficialWord.bare($0.type)) }
        if known * 2 < rows.count { return ["文字里看不出每一行从哪里开始，多数行的开头不是一级、二级指标"] }
        // What a list says of its project in each row was taken for an indicator.
        let suspect = rows.filter { $0.name.isEmpty || TownName(in: $0.name) != nil }
        let same = Dictionary(grouping: suspect, by: \.name).values.max { $0.count < $1.count }
        guard let same, same.count > 2, same.count * 4 > rows.count, let first = same.first else { return [] }
        return ["文字里看不出每一行从哪里开始，\(same.count)行都是\(first.name.shortened(to: 20).quoted)"]
    }

    /// `#REF!`, `#N/A`: what a spreadsheet shows where a formula has no result.
    static func isFormulaError(_ text: String) -> Bool {
        text.begins(with: "#") && ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"].contains(text.trimmed)
    }

    private static func isHeadingOnly(_ meaning: Meaning) -> Bool {
        [.category, .type, .name, .target, .description, .basis, .comparator, .measure].contains(meaning)
    }

    private static func isNumber(_ text: String) -> Bool {
        let word = text.withoutSpaces.folded
        return word.contains(where: \.isDecimal) && word.allSatisfy { $0.isDecimal || ".,%-≥≤<>=".contains($0) }
    }
}

/// A table of indicators of a form, with what its columns were taken for.
struct FormTable {
    let rows: [SourceDocument.Row]
    /// How many of the rows are the heading.
    let headingRows: Int
    let columns: BlockColumns?
    let doubts: [String]
    var place: Location?

    init(_ block: IndicatorBlock, _ columns: BlockColumns, doubts: [String]) {
        (rows, self.columns, self.doubts) = (block.heading.rows + block.body, columns, doubts)
        headingRows = block.heading.rows.count
        place = block.heading.rows.first?.cells.first { !$0.text.isEmpty }?.location
    }

    /// Rows below a form's labels whose headings nobody knows, or that may be put together wrongly.
    init(headless rows: [SourceDocument.Row], doubts: [String] = ["没有认出指标各栏的表头"]) {
        (self.rows, columns, headingRows) = (rows, nil, 0)
        self.doubts = doubts
        place = rows.first?.cells.first { !$0.text.isEmpty }?.location
    }

    /// The table as it stands; `nil` where it was understood.
    func unread(project: Int) -> UnreadTable? {
        if doubts.isEmpty { return nil }
        let cells = rows.map { row in
            row.cells.enumerated().filter { !$1.continuesAbove }.map { index, cell in
                UnreadTable.Cell(text: cell.text, column: cell.column ?? index + 1, span: max(1, cell.span))
            }
        }
        return UnreadTable(project: project, location: place, reasons: doubts, rows: cells)
    }
}
