internal import Diagnostics
internal import GoalModel

/// The cells of one sheet or table by row and column, before merged ranges are laid over them.
struct SheetGrid {
    private var rows: [Int: [Int: String]] = [:]
    private var merges: [Merge] = []
    private(set) var cells = 0

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
        rows.isEmpty
    }

    /// Puts a text into a cell; blank texts are nothing.
    ///
    /// - Throws: ``ReadingError`` when there are too many cells.
    mutating func put(_ text: String, row: Int, column: Int) throws(ReadingError) {
        let text = text.trimmed
        guard !text.isEmpty else { return }
        cells += 1
        guard cells <= SheetGrid.mostCells else { throw .hostile("有文字的单元格超过\(SheetGrid.mostCells / 10_000)万个") }
        rows[row, default: [:]][column] = text
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
        let numbers = rows.keys.sorted()
        let covering = mergesByRow(numbers)
        let used = rows.values.compactMap { $0.keys.max() }.max() ?? 0
        return numbers.compactMap { number in
            let texts = rows[number] ?? [:]
            let last = texts.keys.max() ?? 0
            var cells: [SourceDocument.Cell] = []
            var column = 1
            let ranges = covering[number] ?? []
            var next = 0
            while column <= last {
                while next < ranges.count, ranges[next].columns.upperBound < column { next += 1 }
                let merge = next < ranges.count && ranges[next].columns.contains(column) ? ranges[next] : nil
                let goesOn = merge.map { $0.rows.lowerBound < number } ?? false
                let end = merge.map { min($0.columns.upperBound, max(used, column)) } ?? column
                cells.append(
                    SourceDocument.Cell(
                        text: goesOn ? "" : texts[column] ?? "", location: place(number, column, cells.count + 1), column: column,
                        span: end - column + 1, continuesAbove: goesOn))
                column = end + 1
                // Far to the right only what says something.
                if column > SheetGrid.widest { column = texts.keys.filter { $0 >= column }.min() ?? last + 1 }
            }
            while let cell = cells.last, cell.text.isEmpty, !cell.continuesAbove { cells.removeLast() }
            return cells.contains { !$0.text.isEmpty } ? SourceDocument.Row(cells: cells) : nil
        }
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
                guard laid <= 1_000_000 else { return result.mapValues(SheetGrid.sorted) }
                result[number, default: []].append(merge)
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
