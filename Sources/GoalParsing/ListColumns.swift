internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// The heading of a list table: which grid column holds what, in whatever order the columns stand.
struct ListColumns {
    /// Grid columns by what they hold; of two with the same heading the first counts.
    private(set) var columns: [ListHeadings.Column: Int] = [:]
    /// Names and values of the indicators of each category side by side, where a project has one row: 产出指标 above 三级指标 and
    /// 指标值.
    private(set) var groups: [(category: String, name: Int, target: Int?)] = []
    /// The dates of the spending plan, in the order of the columns.
    private(set) var dates: [(day: MonthDay, column: Int, place: Location)] = []
    /// The unit of money in a column's heading, as in 预算数（万元）.
    private(set) var moneyUnits: [Int: StatedUnit] = [:]
    /// Columns that the goal book has no place for, with their headings.
    private(set) var foreign: [(column: Int, title: String, place: Location)] = []
    /// What stands in the heading's rows, by column.
    private var words: [Int: Set<String>] = [:]
    /// Rows above the heading.
    let lead: Int
    /// How many rows the heading has.
    let height: Int

    /// Finds the heading among the first rows; `nil` for a table that is no list.
    init?(_ rows: [SourceDocument.Row], headings: ListHeadings) {
        let table = RowMeanings(rows, headings)
        for index in rows.indices.prefix(40) where table.mayHeadList(index) {
            let titles = ListTitles(table, from: index)
            guard ListColumns.isHeading(titles) else { continue }
            lead = titles.rows.lowerBound
            height = titles.rows.count
            take(titles)
            settleGoals(titles)
            adoptSigns(in: rows[titles.rows.upperBound...], titles)
            for cell in rows[titles.rows].flatMap(\.cells) where !cell.text.isEmpty {
                if let column = cell.column { words[column, default: []].insert(cell.text) }
            }
            return
        }
        return nil
    }

    /// Whether each row is an indicator and not a project.
    var holdsIndicators: Bool {
        columns[.target] != nil && (columns[.name] != nil || columns[.type] != nil)
    }

    /// Whether anything of a project is told besides its name and its money.
    var holdsGoals: Bool {
        let telling: [ListHeadings.Column] = [
            .projectCode, .goals, .purpose, .category, .type, .name, .target, .fiscalFunds, .otherFunds,
        ]
        return !dates.isEmpty || telling.contains { columns[$0] != nil }
    }

    /// Whether these cells repeat the heading, as on each printed page.
    func isRepeated(in row: SourceDocument.Row, headings: ListHeadings) -> Bool {
        let written = row.cells.filter { !$0.text.isEmpty }
        return written.count > 2 && written.allSatisfy { $0.column.map { words[$0] ?? [] }?.contains($0.text) == true }
            || ListColumns.isHeading(ListTitles(RowMeanings([row], headings), from: 0))
    }

    private mutating func take(_ titles: ListTitles) {
        for (column, title) in titles.columns.sorted(by: { $0.key < $1.key }) {
            if let unit = title.moneyUnit { moneyUnits[column] = unit }
            if takeGroup(column, title) { continue }
            switch title.meaning {
            // 单位 behind the value is what it is measured in.
            case .column(.unitName)
            where title.cell.text.withoutSpaces == "单位" && columns[.target] != nil && columns[.measure] == nil:
                columns[.measure] = column
            case .column(let meaning) where columns[meaning] == nil: columns[meaning] = column
            // A heading across several columns is one date; two headings of one date are reported where they are read.
            case .date(let day) where !dates.contains { $0.place == title.cell.location }:
                dates.append((day, column, title.cell.location))
            case .ignored: continue
            case .column, .date, nil: foreign.append((column, title.cell.text, title.cell.location))
            }
        }
    }

    /// 实施期绩效目标 is what a list says of goals where it says nothing else, and otherwise none of this year's.
    private mutating func settleGoals(_ titles: ListTitles) {
        guard let column = columns.removeValue(forKey: .longGoals) else { return }
        if columns[.goals] == nil {
            columns[.goals] = column
        } else if let title = titles.columns[column] {
            foreign.append((column, title.cell.text, title.cell.location))
        }
    }

    /// A column of ≥ and ≤ holds the signs, whatever it is headed with: 指标值类型.
    private mutating func adoptSigns(in rows: ArraySlice<SourceDocument.Row>, _ titles: ListTitles) {
        guard columns[.comparator] == nil, columns[.target] != nil else { return }
        var written: [Int: (all: Int, signs: Int)] = [:]
        for cell in rows.prefix(200).flatMap(\.cells) where !cell.text.isEmpty {
            guard let column = cell.column, !columns.values.contains(column) else { continue }
            written[column, default: (0, 0)].all += 1
            if ColumnEvidence.isSign(cell.text) { written[column, default: (0, 0)].signs += 1 }
        }
        let found = written.filter { titles.columns[$0.key] != nil && $0.value.all > 1 && $0.value.signs == $0.value.all }
        guard let column = found.keys.min() else { return }
        columns[.comparator] = column
        foreign.removeAll { $0.column == column }
    }

    private mutating func takeGroup(_ column: Int, _ title: ListTitles.Title) -> Bool {
        guard let group = title.group?.withoutSpaces, group.isCategoryWord, case .column(let meaning) = title.meaning else {
            return false
        }
        switch meaning {
        case .name where groups.last?.category != group: groups.append((group, column, nil))
        case .target where groups.last?.category == group && groups.last?.target == nil: groups[groups.count - 1].target = column
        default: return false
        }
        if columns[meaning] == nil { columns[meaning] = column }
        return true
    }

    /// At least three known columns, a project's among them, and some of them side by side: labels of a form alternate with
    /// their values.
    private static func isHeading(_ titles: ListTitles) -> Bool {
        let known = titles.columns.sorted { $0.key < $1.key }.map(\.value.meaning)
        let meanings = Set(known.compactMap(\.self))
        guard meanings.count >= 3,
            meanings.contains(.column(.projectCode)) || meanings.contains(.column(.projectName))
        else { return false }
        return zip(known, known.dropFirst()).count { $0 != nil && $1 != nil } >= 2
    }
}
