internal import SourceFiles

/// Goals in columns of their own: those of all years beside this year's, or beside what became of them.
struct GoalColumns {
    private(set) var goals: [(meaning: Meaning, label: SourceDocument.Cell, cells: [SourceDocument.Cell])] = []
    /// How many rows were read, the heading among them.
    private(set) var count = 1
    /// This year's goals stand before those of all years.
    private(set) var annualStandsFirst = false

    /// `nil` where the first row does not head columns of goals.
    init?(_ rows: [SourceDocument.Row], _ lexicon: Lexicon) {
        guard let head = rows.first, rows.count > 1 else { return nil }
        let written = head.cells.filter { !$0.text.isEmpty }
        // All of them are labels of goals; most heads have none.
        guard let first = written.first, GoalColumns.meaning(first, lexicon) != nil else { return nil }
        let labels = written.filter { GoalColumns.meaning($0, lexicon) != nil }
        guard labels.count > 1, labels.count == written.count else { return nil }
        // The label at the side stands beside the rows below, and above none of their cells.
        let next = rows[1].cells.filter { !$0.continuesAbove }
        let isSide =
            labels.first.map { first in
                !next.contains { cell in cell.column == first.column && !cell.text.isEmpty }
            } ?? false
        let heads = Array(labels.dropFirst(isSide && labels.count > 1 ? 1 : 0))
        guard heads.count > 1 || isSide else { return nil }
        for row in rows.dropFirst() {
            let cells = row.cells.filter { !$0.text.isEmpty }
            let begins = labels.first.map { side in cells.contains { ($0.column ?? 0) <= (side.column ?? 0) } } ?? false
            guard isSide ? !begins : count == 1, cells.allSatisfy({ lexicon.label($0.text) == nil }) else { break }
            if goals.isEmpty { goals = heads.map { (GoalColumns.meaning($0, lexicon) ?? .goals, $0, []) } }
            for cell in cells {
                let place = heads.lastIndex { ($0.column ?? 0) <= (cell.column ?? 0) } ?? 0
                goals[place].cells.append(cell)
            }
            count += 1
        }
        guard count > 1 else { return nil }
        let order = goals.map(\.meaning)
        if let long = order.firstIndex(of: .longGoals), let annual = order.firstIndex(of: .goals) {
            annualStandsFirst = annual < long
        }
    }

    private static func meaning(_ cell: SourceDocument.Cell, _ lexicon: Lexicon) -> Meaning? {
        lexicon.word(cell.text)?.label.flatMap { $0.isOfGoals ? $0 : nil }
    }
}
