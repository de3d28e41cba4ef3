internal import Diagnostics
internal import GoalModel
internal import Text

/// The cells of one sheet or table by row and column, before merged ranges are laid over them.
struct SheetGrid {
    /// In the order of the file, which is nearly always that of rows and columns.
    private var entries: [Entry] = []
    private var merges: [Merge] = []
    private let budget: ReadingBudget

    private struct Entry {
        var row: Int32
        var column: Int32
        var text: String
        var stored: SourceDocument.StoredNumber?

        static func precedes(_ a: Entry, _ b: Entry) -> Bool {
            (a.row, a.column) < (b.row, b.column)
        }
    }

    /// A range of merged cells; rows and columns are counted from 1, both ends belong to it.
    struct Merge {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    /// How often rows may lie in merged ranges.
    private static let mostCovered = 400_000
    /// Blank cells are laid out up to this column; what stands further right follows directly behind.
    private static let widest = 256

    init(_ budget: ReadingBudget) {
        self.budget = budget
    }

    var isEmpty: Bool {
        entries.isEmpty
    }

    /// Puts a text into a cell; blank texts are nothing.
    ///
    /// - Throws: ``ReadingError`` when there are too many cells, or too much text in them.
    mutating func put(
        _ text: String, row: Int, column: Int, stored: SourceDocument.StoredNumber? = nil
    ) throws(ReadingError) {
        // Before the text is looked at: it may be a long one that many cells share.
        try budget.spend(text: text.utf8.count)
        let text = text.trimmed
        guard !text.isEmpty else { return }
        try budget.spend(pieces: 1)
        entries.append(Entry(row: Int32(clamping: row), column: Int32(clamping: column), text: text, stored: stored))
    }

    mutating func merge(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        guard rows.count > 1 || columns.count > 1, merges.count < 100_000 else { return }
        merges.append(Merge(rows: rows, columns: columns))
    }

    /// The rows that say something, each from its first column to its last cell with text.
    ///
    /// A merged range is one cell in its first row and, in each lower row, a blank one that goes on with it.
    ///
    /// - Parameter place: the location of a cell by row, column and position within its row.
    /// - Throws: ``ReadingError`` when there are too many cells, blank ones included.
    func laidOut(
        _ place: (_ row: Int, _ column: Int, _ position: Int) -> Location
    ) throws(ReadingError) -> [SourceDocument.Row] {
        let ordered = isOrdered ? entries : entries.sorted(by: Entry.precedes)
        let lines = ordered.chunked { $0.row == $1.row }
        let covering = mergesByRow(lines.map { Int($0[$0.startIndex].row) })
        let used = entries.reduce(0) { max($0, Int($1.column)) }
        var rows: [SourceDocument.Row] = []
        for line in lines {
            let number = Int(line[line.startIndex].row)
            guard let row = row(line, number, covering[number] ?? [], used: used, place: { place(number, $0, $1) }) else {
                continue
            }
            // Those with text are paid for.
            try budget.spend(pieces: max(0, row.cells.count - line.count))
            rows.append(row)
        }
        return rows
    }

    private var isOrdered: Bool {
        !zip(entries, entries.dropFirst()).contains { !Entry.precedes($0, $1) }
    }

    private func row(
        _ line: ArraySlice<Entry>, _ number: Int, _ ranges: [Merge], used: Int,
        place: (_ column: Int, _ position: Int) -> Location
    ) -> SourceDocument.Row? {
        let last = line.last.map { Int($0.column) } ?? 0
        var cells: [SourceDocument.Cell] = []
        var rest = line
        var ranges = ranges[...]
        var column = 1
        while column <= last {
            while let range = ranges.first, range.columns.upperBound < column { ranges.removeFirst() }
            let merge = ranges.first.flatMap { $0.columns.contains(column) ? $0 : nil }
            let goesOn = merge.map { $0.rows.lowerBound < number } ?? false
            let end = merge.map { min($0.columns.upperBound, max(used, column)) } ?? column
            var text = ""
            var stored: SourceDocument.StoredNumber?
            // Of two cells in one place the later counts; what a merged range hides is not shown.
            while let entry = rest.first, Int(entry.column) <= end {
                if Int(entry.column) == column { (text, stored) = (entry.text, entry.stored) }
                rest.removeFirst()
            }
            var cell = SourceDocument.Cell(
                text: goesOn ? "" : text, location: place(column, cells.count + 1), column: column, span: end - column + 1,
                continuesAbove: goesOn)
            cell.stored = goesOn ? nil : stored
            cells.append(cell)
            column = end + 1
            // Far to the right only what says something.
            if column > SheetGrid.widest { column = rest.first.map { Int($0.column) } ?? last + 1 }
        }
        while let cell = cells.last, cell.text.isEmpty, !cell.continuesAbove { cells.removeLast() }
        return cells.contains { !$0.text.isEmpty } ? SourceDocument.Row(cells: cells) : nil
    }

    /// For each row with text the merged ranges over it, from left to right, none of them overlapping.
    private func mergesByRow(_ numbers: [Int]) -> [Int: [Merge]] {
        var result: [Int: [Merge]] = [:]
        var laid = 0
        for merge in merges {
            // Only rows that say something are laid out, so that a range over all of a sheet costs little.
            let first = numbers.partitioningIndex { $0 >= merge.rows.lowerBound }
            for number in numbers[first...].prefix(while: { $0 <= merge.rows.upperBound }) {
                laid += 1
                guard laid <= SheetGrid.mostCovered else { return result.mapValues(SheetGrid.sorted) }
                // More merged ranges than columns in one row overlap each other.
                if result[number, default: []].count < SheetGrid.widest { result[number, default: []].append(merge) }
            }
        }
        return result.mapValues(SheetGrid.sorted)
    }

    private static func sorted(_ merges: [Merge]) -> [Merge] {
        var result: [Merge] = []
        for merge in merges.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
            if let last = result.last, merge.columns.lowerBound <= last.columns.upperBound { continue }
            result.append(merge)
        }
        return result
    }
}

extension Array {
    /// Slices of neighbours that belong together.
    fileprivate func chunked(_ together: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var chunks: [ArraySlice<Element>] = []
        var start = 0
        for index in indices where index + 1 == count || !together(self[index], self[index + 1]) {
            chunks.append(self[start...index])
            start = index + 1
        }
        return chunks
    }
}
