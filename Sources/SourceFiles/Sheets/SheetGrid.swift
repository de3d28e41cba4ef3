internal import Diagnostics
internal import GoalModel
internal import Text

/// The cells of one sheet or table by row and column, before merged ranges are laid over them.
struct SheetGrid {
    /// In the order of the file, which is nearly always that of rows and columns.
    private var entries: [Entry] = []
    private var merges: [Merge] = []

    private struct Entry {
        var row: Int32
        var column: Int32
        var text: String
        var stored: SourceDocument.StoredNumber?

        static func precedes(_ a: Entry, _ b: Entry) -> Bool {
            (a.row, a.column) < (b.row, b.column)
        }
    }

    var cells: Int {
        entries.count
    }

    /// A range of merged cells; rows and columns are counted from 1, both ends belong to it.
    struct Merge {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    /// More cells than this are no county's export.
    static let mostCells = 400_000
    /// Blank cells are laid out up to this column; what stands further right follows directly behind.
    private static let widest = 256

    var isEmpty: Bool {
        entries.isEmpty
    }

    /// Puts a text into a cell; blank texts are nothing.
    ///
    /// - Throws: ``ReadingError`` when there are too many cells.
    mutating func put(
        _ text: String, row: Int, column: Int, stored: SourceDocument.StoredNumber? = nil
    ) throws(ReadingError) {
        let text = text.trimmed
        guard !text.isEmpty else { return }
        guard entries.count < SheetGrid.mostCells else { throw .hostile("有文字的单元格超过\(SheetGrid.mostCells / 10_000)万个") }
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
    func laidOut(_ place: (_ row: Int, _ column: Int, _ position: Int) -> Location) -> [SourceDocument.Row] {
        let ordered = isOrdered ? entries : entries.sorted(by: Entry.precedes)
        let lines = ordered.chunked { $0.row == $1.row }
        let covering = mergesByRow(lines.map { Int($0[$0.startIndex].row) })
        let used = entries.reduce(0) { max($0, Int($1.column)) }
        return lines.compactMap { line in
            let number = Int(line[line.startIndex].row)
            return row(line, number, covering[number] ?? [], used: used) { place(number, $0, $1) }
        }
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
                guard laid <= SheetGrid.mostCells else { return result.mapValues(SheetGrid.sorted) }
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

extension [Int] {
    /// The first index from which on `fits` holds, in an array where it does so from some index on.
    fileprivate func partitioningIndex(where fits: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if fits(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
