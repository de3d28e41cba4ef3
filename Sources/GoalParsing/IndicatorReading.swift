internal import Diagnostics
internal import GoalModel
internal import SourceFiles

/// The indicators that rows of cells describe.
struct IndicatorReading {
    private(set) var indicators: [Indicator] = []
    private(set) var troubles: [Trouble] = []
    /// Cells beyond the last column, and those of columns that the goal book does not have.
    private(set) var surplus: [Passage] = []

    /// A row with more or fewer cells than the heading.
    struct Trouble {
        let found: Int
        let expected: Int
        /// Counted from 1 within the project.
        var row: Int
        var place: Location
        /// The surplus cells are pieces of a description.
        let isJoined: Bool
    }

    init(_ rows: IndicatorRows) {
        for row in rows.complete { read(row, rows.columns) }
    }

    private mutating func read(_ row: [SourceDocument.Cell], _ columns: IndicatorColumns) {
        guard let first = row.first else { return }
        let cells = withoutLead(row, columns)
        let expected = columns.columns.count
        let aligned = RowAlignment(cells, columns: columns.columns, positions: columns.positions)
        if cells.count != expected, !aligned.isByColumn || !aligned.surplus.isEmpty {
            troubles.append(
                Trouble(
                    found: cells.count, expected: expected, row: indicators.count + 1, place: first.location,
                    isJoined: aligned.isJoined))
        }
        surplus += aligned.surplus.map { Passage($0.text, at: $0.location) }
        var texts: [Indicator.Field: String] = [:]
        var places: [Indicator.Field: Location] = [:]
        var sign = ""
        var unit = ""
        for (column, cell) in aligned.cells {
            switch column {
            case .field(let field):
                texts[field] = cell.continuesAbove ? indicators.last?[field] ?? "" : cell.text
                places[field] = cell.location
            case .comparator: sign = cell.text
            case .unit: unit = cell.text
            case .other(let heading):
                if cell.text.isEmpty { continue }
                surplus.append(Passage(heading.isEmpty ? cell.text : heading + "：" + cell.text, at: cell.location))
            }
        }
        for field in Indicator.Field.allCases where places[field] == nil { places[field] = first.location }
        let target = IndicatorReading.glued(sign, texts[.target] ?? "", unit)
        let (category, type) = filled(texts[.category] ?? "", texts[.type] ?? "")
        indicators.append(
            Indicator(
                category: category, type: type, name: texts[.name] ?? "", description: texts[.description] ?? "",
                target: Target(reading: target), basis: texts[.basis] ?? "", places: places))
    }

    /// The cells from 一级指标 on; the merged cells before it say nothing, or a running number.
    private mutating func withoutLead(_ row: [SourceDocument.Cell], _ columns: IndicatorColumns) -> [SourceDocument.Cell] {
        guard columns.lead > 0, row.count > columns.columns.count || columns.positions.first?.lowerBound ?? 1 > 1 else {
            return row
        }
        // Where the table has columns the lead's cells are those before the first heading's.
        if let first = columns.positions.first?.lowerBound, row.allSatisfy({ $0.column != nil }) {
            let lead = row.prefix { ($0.column ?? first) < first }
            for cell in lead where !cell.text.isEmpty && !cell.text.allSatisfy(\.isDecimal) {
                surplus.append(Passage(cell.text, at: cell.location))
            }
            return Array(row.dropFirst(lead.count))
        }
        for cell in row.prefix(columns.lead) where !cell.text.isEmpty && !cell.text.allSatisfy(\.isDecimal) {
            surplus.append(Passage(cell.text, at: cell.location))
        }
        return Array(row.dropFirst(columns.lead))
    }

    /// Blank cells are merged with those above; a type goes on only below the same category.
    private func filled(_ category: String, _ type: String) -> (String, String) {
        guard let above = indicators.last else { return (category, type) }
        let goesOn = category.isEmpty || category == above.category
        return (category.isEmpty ? above.category : category, type.isEmpty && goesOn ? above.type : type)
    }

    /// Sign, value and unit of separate columns as the form prints them; 定性 and 定量 are no signs.
    static func glued(_ sign: String, _ value: String, _ unit: String) -> String {
        let sign = ["定性", "定量", "/", "-", "—", "无"].contains(sign) ? "" : sign
        let unit = ["/", "-", "—", "无"].contains(unit) || (!unit.isEmpty && value.hasSuffix(unit)) ? "" : unit
        return (value.hasPrefix(sign) ? "" : sign) + value + unit
    }
}
