import Tables

extension HTML {
    /// A list as a table, in a container of its own that scrolls sideways where the screen is too narrow.
    ///
    /// - Parameters:
    ///   - kind: the table's classes.
    ///   - labelled: columns whose title stands before each cell where the rows are stacked; `nil` for all.
    ///   - namesRows: the first column tells what each row is about.
    ///   - isKeyed: the head names the columns for the page's script.
    ///   - looks: what stands in the cells of a column, by its key, where it is more than the value.
    ///   - bars: the bars beside the values of a column, by its key.
    static func table<Row>(
        _ list: DataList<Row>, caption: String, kind: String = "", labelled: [String]? = [], namesRows: Bool = true,
        isKeyed: Bool = false, looks: [String: (Row) -> HTML] = [:], bars: [String: (Row) -> CellBar] = [:]
    ) -> HTML {
        let columns = list.columns(for: .html)
        // So many do not stand beside each other on upright paper.
        let kind = columns.count > mostUpright ? "\(kind) broad" : kind
        let cells = columns.enumerated().map { index, column in
            TableCells(
                column: column, isHead: namesRows && index == 0, look: looks[column.key], bar: bars[column.key],
                label: labelled?.contains(column.key) != false ? column.title(for: .html) : nil)
        }
        return """
            <div class="scroll" role="group" aria-label="\(caption)" tabindex="0"><table class="\(kind)">
            <caption>\(caption)</caption>
            <thead><tr>\(HTML.joined(columns) { column in
                .head(column.title(for: .html), numeric: column.isNumeric, key: isKeyed ? column.key : nil)
            })</tr></thead>
            <tbody>
            \(HTML.joined(list.rows) { row in "<tr>\(HTML.joined(cells) { $0.cell(row) })</tr>\n" })</tbody>
            \(HTML.joined(list.sums(of: columns)) { sums in
                "<tfoot><tr>\(HTML.joined(zip(cells, sums)) { $0.sum($1) })</tr></tfoot>"
            })
            </table></div>

            """
    }

    /// A table that stands on pages only.
    static func table<Row>(
        _ rows: [Row], _ columns: [Column<Row>], caption: String, kind: String = "", labelled: [String]? = [],
        namesRows: Bool = true, looks: [String: (Row) -> HTML] = [:], bars: [String: (Row) -> CellBar] = [:]
    ) -> HTML {
        table(
            DataList(rows, columns), caption: caption, kind: kind, labelled: labelled, namesRows: namesRows, looks: looks,
            bars: bars)
    }

    private static var mostUpright: Int { 10 }

    static func head(_ title: String, numeric: Bool = false, key: String? = nil) -> HTML {
        """
        <th scope="col"\(key.map { " data-key=\"\($0)\"" })\(HTML.when(numeric, " class=\"n\""))>\(title)</th>
        """
    }
}

private struct TableCells<Row> {
    let column: Column<Row>
    /// Its cells tell what their rows are about.
    let isHead: Bool
    let look: ((Row) -> HTML)?
    let bar: ((Row) -> CellBar)?
    let label: String?

    func cell(_ row: Row) -> HTML {
        let value = column.value(row)
        // Errors stand out where there are any.
        let isBad = column.kind == "er" && value != .count(0)
        let content = look?(row) ?? (value.isBlank ? HTML(text: column.missing) : TableCells.markup(value))
        let names = [column.kind, isBad ? "bad" : nil, bar == nil ? nil : "barred"].compactMap(\.self)
        let kinds: HTML? = names.isEmpty ? nil : " class=\"\(names.joined(separator: " "))\""
        if let bar { return data(kinds, bar(row).html + content) }
        return isHead ? "<th scope=\"row\"\(kinds)>\(content)</th>" : data(kinds, content)
    }

    func sum(_ value: Cell) -> HTML {
        if isHead { return "<th scope=\"row\">\(value.words)</th>" }
        return value.isBlank ? "<td></td>" : data(column.kind.map { " class=\"\($0)\"" }, TableCells.markup(value))
    }

    private func data(_ kinds: HTML?, _ content: HTML) -> HTML {
        "<td\(kinds)\(label.map { " data-label=\"\($0)\"" })>\(content)</td>"
    }

    private static func markup(_ value: Cell) -> HTML {
        if case .severity(let severity) = value { .badge(severity) } else { HTML(text: value.words) }
    }
}
