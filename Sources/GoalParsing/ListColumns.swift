internal import Diagnostics
internal import GoalModel
internal import SourceFiles

/// The heading of a list table: which grid column holds what, in whatever order the columns stand.
struct ListColumns {
    /// Grid columns by what they hold; of two with the same heading the first counts.
    private(set) var columns: [ListHeadings.Column: Int] = [:]
    /// The dates of the spending plan, in the order of the columns.
    private(set) var dates: [(day: MonthDay, column: Int, place: Location)] = []
    /// The unit of money in a column's heading, as in 预算数（万元）.
    private(set) var moneyUnits: [Int: MoneyUnit] = [:]
    /// Columns that the goal book has no place for, with their headings.
    private(set) var foreign: [(column: Int, title: String, place: Location)] = []
    /// Rows above the heading.
    let lead: Int
    /// How many rows the heading has, one or two.
    let height: Int

    /// Finds the heading among the first rows; `nil` for a table that is no list.
    init?(_ rows: [SourceDocument.Row], headings: ListHeadings) {
        for index in rows.indices.prefix(40) {
            let single = ListColumns.titles([rows[index]])
            let one = ListColumns.known(single, headings)
            // Most rows are no headings, and every table of a book comes by here.
            guard one >= 2 else { continue }
            let double = index + 1 < rows.count ? ListColumns.titles([rows[index], rows[index + 1]]) : [:]
            let isDouble = ListColumns.known(double, headings) > one + 1
            guard ListColumns.isHeading(isDouble ? double : single, headings) else { continue }
            lead = index
            height = isDouble ? 2 : 1
            take(height == 2 ? double : single, headings)
            return
        }
        return nil
    }

    /// Whether each row is an indicator and not a project.
    var holdsIndicators: Bool {
        columns[.target] != nil && (columns[.name] != nil || columns[.type] != nil)
    }

    /// Whether these cells repeat the heading, as on each printed page.
    func isRepeated(in row: SourceDocument.Row, headings: ListHeadings) -> Bool {
        ListColumns.isHeading(ListColumns.titles([row]), headings)
    }

    private mutating func take(_ titles: [Int: SourceDocument.Cell], _ headings: ListHeadings) {
        for (column, cell) in titles.sorted(by: { $0.key < $1.key }) {
            if let unit = FormLabel.moneyUnit(behind: cell.text) { moneyUnits[column] = unit }
            switch headings.meaning(of: cell.text) {
            case .column(let meaning) where columns[meaning] == nil: columns[meaning] = column
            case .date(let day) where !dates.contains { $0.day == day }: dates.append((day, column, cell.location))
            case .ignored: continue
            case .column, .date, nil: foreign.append((column, cell.text, cell.location))
            }
        }
    }

    /// The text above each grid column; of two rows the lower one counts where it says something.
    private static func titles(_ rows: [SourceDocument.Row]) -> [Int: SourceDocument.Cell] {
        var titles: [Int: SourceDocument.Cell] = [:]
        for (index, row) in rows.enumerated() {
            for cell in row.cells where !cell.text.isEmpty {
                guard let column = cell.column else { continue }
                // A heading over several columns is that of a group, whose own headings stand below it.
                let covered = index == 0 && rows.count == 1 ? column..<(column + 1) : column..<(column + max(1, cell.span))
                for place in covered where place < column + 400 { titles[place] = cell }
            }
        }
        return titles
    }

    private static func known(_ titles: [Int: SourceDocument.Cell], _ headings: ListHeadings) -> Int {
        Set(titles.values.compactMap { headings.meaning(of: $0.text) }.filter { $0 != .ignored }).count
    }

    /// At least three known columns, a project's among them, and some of them side by side: labels of a form alternate with
    /// their values.
    private static func isHeading(_ titles: [Int: SourceDocument.Cell], _ headings: ListHeadings) -> Bool {
        let known = titles.keys.sorted().map { (column: $0, meaning: titles[$0].flatMap { headings.meaning(of: $0.text) }) }
        let meanings = Set(known.compactMap(\.meaning))
        guard meanings.count >= 3,
            meanings.contains(.column(.projectCode)) || meanings.contains(.column(.projectName))
        else { return false }
        let pairs = zip(known, known.dropFirst()).count { $0.meaning != nil && $1.meaning != nil }
        return pairs >= 2
    }
}
