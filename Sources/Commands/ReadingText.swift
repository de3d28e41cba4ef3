internal import Diagnostics
internal import GoalModel
internal import Text

/// What the cells of a town's documents were taken for, for the terminal.
struct ReadingText {
    let town: String
    let tables: [ReadTable]
    let columns: Int

    /// A table a paragraph: its place, the columns with their reasons, and what nobody knows.
    var text: String {
        let parts = tables.map { table in
            ([place(of: table)] + table.doubts.map { "  没有把握读对：\($0)" } + lines(of: table) + stray(in: table))
                .map { TerminalText.wrap($0, columns: columns, indent: "    ") }.joined(separator: "\n")
        }
        return ([town] + (parts.isEmpty ? ["没有表格"] : parts)).joined(separator: "\n\n") + "\n"
    }

    private func place(of table: ReadTable) -> String {
        let known = table.rows.joined().count { if case .value = $0.role { true } else { false } }
        let counts = "读入\(known)格，没有认出\(table.unclaimed)格"
        return (table.location.map { "\($0)" } ?? "表") + "：" + counts
    }

    private func lines(of table: ReadTable) -> [String] {
        table.columns.map { column in
            let heading = column.heading.isEmpty ? "（空）" : column.heading
            return "  \(heading) → \(column.taken)（\(column.reason)）"
        }
    }

    private func stray(in table: ReadTable) -> [String] {
        let cells = table.rows.joined().filter { $0.role == .unclaimed }
        guard !cells.isEmpty else { return [] }
        let shown = cells.prefix(12).map { $0.text.shortened(to: 20).quoted }.joined(separator: "、")
        return ["  没有认出：" + shown + (cells.count > 12 ? "等" : "")]
    }
}
