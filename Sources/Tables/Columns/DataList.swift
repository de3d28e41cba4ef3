/// Columns and rows: what a workbook, a file for other programs and a page are different writings of.
package struct DataList<Row> {
    package var columns: [Column<Row>]
    package var rows: [Row]
    private var moves: [(writer: Writers, keys: [String], place: String?)] = []

    package init(_ rows: [Row], _ columns: [Column<Row>]) {
        self.rows = rows
        self.columns = columns
    }

    /// The columns of a writer, in its order.
    package func columns(for writer: Writers) -> [Column<Row>] {
        var result = columns.filter { $0.writers.contains(writer) }
        for move in moves where move.writer == writer {
            let moved = result.filter { move.keys.contains($0.key) }
            result.removeAll { move.keys.contains($0.key) }
            result.insert(contentsOf: moved, at: result.firstIndex { $0.key == move.place } ?? result.endIndex)
        }
        return result
    }

    func table(for writer: Writers) -> DataTable {
        let columns = columns(for: writer)
        return DataTable(
            heads: columns.map {
                DataTable.Head(
                    title: $0.title(for: writer), key: $0.key, limit: $0.limit, least: $0.least, isPrinted: $0.isPrinted)
            },
            rows: rows.map { row in columns.map { $0.value(row) } }, sums: sums(of: columns))
    }

    /// The lines below; a column without a total is blank there.
    package func sums(of columns: [Column<Row>]) -> [[Cell]] {
        (0..<(columns.map(\.totals.count).max() ?? 0)).map { line in
            columns.map { $0.totals.indices.contains(line) ? $0.totals[line] : .blank }
        }
    }

    /// The same where a writer has some columns elsewhere.
    ///
    /// - Parameter place: the column before which they stand; `nil` for the end.
    func moving(_ keys: String..., before place: String?, in writer: Writers) -> DataList {
        var list = self
        list.moves.append((writer, keys, place))
        return list
    }

    /// The same with some columns only, in the order of the list.
    package func only(_ keys: String...) -> DataList {
        var list = self
        list.columns = columns.filter { keys.contains($0.key) }
        return list
    }

    /// The same with a column changed, such as its title for what a part of the rows is about.
    package func with(_ key: String, _ change: (inout Column<Row>) -> Void) -> DataList {
        var list = self
        for index in list.columns.indices where columns[index].key == key { change(&list.columns[index]) }
        return list
    }

    /// The same with these cells below, and no others.
    package func totals(_ totals: [String: Cell]) -> DataList {
        var list = self
        for index in list.columns.indices { list.columns[index].totals = totals[columns[index].key].map { [$0] } ?? [] }
        return list
    }
}

/// A list as one writer takes it.
struct DataTable {
    var heads: [Head]
    var rows: [[Cell]]
    /// Below the rows.
    var sums: [[Cell]] = []

    struct Head {
        var title: String
        /// For programs.
        var key: String
        /// The most and the least characters of a line in a workbook.
        var limit = 16
        var least = 0
        var isPrinted = true
    }
}
