internal import Diagnostics
internal import GoalModel
internal import SourceFiles

/// Gathers the cells below the heading row into rows, where row ends are uncertain.
///
/// Pieces between blank lines are joined until a row has as many cells as the heading; a piece
/// that is itself a whole row ends a short one before it.
struct IndicatorRows {
    let columns: IndicatorColumns
    private var rows: [[SourceDocument.Cell]] = []
    private var open: [SourceDocument.Cell] = []

    init(columns: IndicatorColumns) {
        self.columns = columns
    }

    mutating func append(_ piece: ArraySlice<SourceDocument.Cell>) {
        if !open.isEmpty, IndicatorRows.begin(piece, columns) {
            let joins = piece.count < width && open.count + piece.count <= width && open.count < 3
            if !joins { closeRow() }
        }
        open += piece
        split()
        if open.count >= width { closeRow() }
    }

    /// No cell of a row has come yet.
    var isEmpty: Bool {
        rows.isEmpty && open.allSatisfy(\.text.isEmpty)
    }

    private var width: Int {
        columns.width
    }

    private mutating func closeRow() {
        rows.append(open)
        open = []
    }

    /// Takes whole rows off the open cells; where a row is short or long, the next beginning of a row tells where it ends.
    private mutating func split() {
        var start = 0
        while open.count - start > width {
            var end = start + width
            if !rowBegins(at: end) {
                let found = (start + 3..<min(open.count, start + 2 * width)).first(where: rowBegins)
                if let found {
                    end = found
                } else if open.count - start < 2 * width {
                    break
                }
            }
            rows.append(Array(open[start..<end]))
            start = end
        }
        open.removeFirst(start)
    }

    private func rowBegins(at index: Int) -> Bool {
        IndicatorRows.begin(open[min(index, open.count)..<min(index + width, open.count)], columns)
    }

    /// Rows begin with a category (or a blank under a merged one) and a type; a whole row may have both merged.
    static func begin(_ piece: ArraySlice<SourceDocument.Cell>, _ columns: IndicatorColumns) -> Bool {
        let leads = columns.lead == 0 ? [0] : [columns.lead, 0]
        return leads.contains { lead in
            let cells = piece.dropFirst(lead)
            guard let first = cells.first, let second = cells.dropFirst().first else { return false }
            guard first.text.isEmpty || first.text.isCategoryWord else { return false }
            return second.text.isLevelWord || (second.text.isEmpty && first.text.isEmpty && piece.count == columns.width)
        }
    }

    /// The same columns, with that of ≥ and ≤ as the column of signs, whatever it is headed with: 指标值类型.
    var columnsBySigns: IndicatorColumns {
        let whole = complete.filter { $0.count == width }
        guard !columns.columns.contains(.comparator), whole.count > 1 else { return columns }
        let found = columns.columns.indices.first { index in
            guard case .other = columns.columns[index] else { return false }
            var evidence = ColumnEvidence()
            for row in whole { evidence.take(ColumnEvidence(of: row[columns.lead + index].text)) }
            return evidence.written > 1 && evidence.comparisons > 0 && evidence.signs == evidence.written
        }
        return found.map { columns.holding(.comparator, at: $0) } ?? columns
    }

    /// All rows that say something, without blank cells behind the last column.
    var complete: [[SourceDocument.Cell]] {
        (open.isEmpty ? rows : rows + [open]).compactMap { row in
            guard row.contains(where: { !$0.text.isEmpty }) else { return nil }
            var row = row
            while row.count > width, row.last?.text.isEmpty == true { row.removeLast() }
            return row
        }
    }
}
