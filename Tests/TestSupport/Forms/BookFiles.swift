public import GoalModel

/// A book that was read from text, written in the other formats that towns have.
public enum BookFiles {
    /// A Word document: part one as paragraphs, a title and a form for each project.
    public static func word(_ book: GoalBook) -> [UInt8] {
        var body = ""
        for line in partOne(book) { body += WordBuilder.paragraph(escaped(line)) }
        body += WordBuilder.paragraph("第二部分 预算项目绩效目标")
        for project in book.projects {
            body += WordBuilder.paragraph(escaped(title(project)))
            let grid = (0..<8).map { _ in "<w:gridCol w:w=\"1100\"/>" }.joined()
            body += "<w:tbl><w:tblGrid>\(grid)</w:tblGrid>\(wordRows(FormGrid.form(project)))</w:tbl>"
        }
        return WordBuilder.file(body)
    }

    /// A web page with the same.
    public static func page(_ book: GoalBook) -> [UInt8] {
        var body = partOne(book).map { "<p>\(escaped($0))</p>\n" }.joined() + "<p>第二部分 预算项目绩效目标</p>"
        for project in book.projects {
            body += "<p>\(escaped(title(project)))</p><table>"
            for row in FormGrid.form(project) {
                let cells = row.map { cell in
                    let text = cell.text.split(separator: "\n").map { escaped(String($0)) }.joined(separator: "<br>")
                    return "<td rowspan=\(cell.rows) colspan=\(cell.columns)>\(text)</td>"
                }
                body += "<tr>\(cells.joined())</tr>\n"
            }
            body += "</table>"
        }
        return Array("<!DOCTYPE html><html><head><meta charset=utf-8></head><body><div>\(body)</div></body></html>".utf8)
    }

    /// A tagged PDF with the same.
    public static func pdf(_ book: GoalBook) -> [UInt8] {
        var nodes = partOne(book).map { PDFBuilder.Node("P", $0) } + [PDFBuilder.Node("H1", "第二部分 预算项目绩效目标")]
        for project in book.projects {
            nodes.append(.init("H2", title(project)))
            let rows = FormGrid.form(project).map { row in
                PDFBuilder.Node(
                    "TR",
                    nodes: row.map { cell in
                        let lines = cell.text.split(separator: "\n").map { PDFBuilder.Node("P", String($0)) }
                        let span = "/A<</O/Table/RowSpan \(cell.rows)/ColSpan \(cell.columns)>>"
                        return .init("TD", entries: span, nodes: lines)
                    })
            }
            nodes.append(.init("Table", nodes: [.init("TBody", nodes: rows)]))
        }
        return PDFBuilder.file(nodes)
    }

    /// A workbook of the official forms, all on one sheet or each on one of its own, part one on the first.
    public static func workbook(_ book: GoalBook, together: Bool) -> [UInt8] {
        var sheets = [(name: "文字", rows: partOne(book).map { [GridCell(text: $0, column: 0)] })]
        sheets[0].rows.append([GridCell(text: "第二部分 预算项目绩效目标", column: 0)])
        for project in book.projects {
            let rows = [[GridCell(text: title(project), column: 0, columns: 8)]] + FormGrid.form(project)
            if together { sheets[0].rows += rows + [[]] } else { sheets.append(("\(project.number)", rows)) }
        }
        return ExcelWriter.file(sheets)
    }

    /// A workbook with the list of a budget system.
    public static func list(_ book: GoalBook, split: Bool) -> [UInt8] {
        ExcelWriter.file([("导出", FormGrid.list(book, split: split))])
    }

    /// The list as comma-separated values.
    public static func csv(_ book: GoalBook, split: Bool) -> [UInt8] {
        let lines = FormGrid.list(book, split: split).map { row in
            row.map { "\"" + $0.text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }
                .joined(separator: ",")
        }
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private static func title(_ project: Project) -> String {
        "\(project.number).\(project.name)绩效目标表"
    }

    private static func partOne(_ book: GoalBook) -> [String] {
        ["第一部分 部门整体绩效目标"] + book.partOne.flatMap { [$0.heading.text] + $0.paragraphs.map(\.text) }.filter { !$0.isEmpty }
    }

    private static func wordRows(_ rows: [[GridCell]]) -> String {
        var open: [Int: (left: Int, columns: Int)] = [:]
        return rows.map { row in
            var cells = row.map { cell -> (Int, String, String) in
                let merge = cell.rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""
                let lines = cell.text.split(separator: "\n").map { WordBuilder.paragraph(escaped(String($0))) }
                return (cell.column, lines.isEmpty ? "<w:p/>" : lines.joined(), "<w:gridSpan w:val=\"\(cell.columns)\"/>" + merge)
            }
            for (column, rest) in open {
                cells.append((column, "<w:p/>", "<w:gridSpan w:val=\"\(rest.columns)\"/><w:vMerge/>"))
                open[column] = rest.left > 1 ? (rest.left - 1, rest.columns) : nil
            }
            for cell in row where cell.rows > 1 { open[cell.column] = (cell.rows - 1, cell.columns) }
            return WordBuilder.row(cells.sorted { $0.0 < $1.0 }.map { ($0.1, $0.2) })
        }.joined()
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            default: result.append(character)
            }
        }
        return result
    }
}
