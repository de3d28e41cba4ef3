internal import Diagnostics
public import SourceFiles

/// A document written down by hand: `P` a paragraph, `T` a table of a text, `S` a sheet with its name; `<` goes on with the
/// cell to the left and `^` with the one above.
public struct FormText {
    private var blocks: [SourceDocument.Block] = []
    private var sheets: [(name: String, rows: [String])] = []
    private var tables = 0
    private var paragraphs = 0
    private let path: String

    /// - Parameter text: the first line says what the document is for.
    public init(_ text: String, path: String) {
        self.path = path
        var rows: [String] = []
        var isTable = false
        for line in text.split(separator: "\n").dropFirst() {
            if line == "T" || line.hasPrefix("P ") || line.hasPrefix("S ") {
                if isTable { close(&rows) }
                isTable = line == "T"
                if line.hasPrefix("P ") { add(String(line.dropFirst(2))) }
                if line.hasPrefix("S ") { sheets.append((String(line.dropFirst(2)), [])) }
            } else if isTable {
                rows.append(String(line))
            } else if !sheets.isEmpty {
                sheets[sheets.count - 1].rows.append(String(line))
            }
        }
        if isTable { close(&rows) }
    }

    public var document: SourceDocument {
        guard sheets.isEmpty else {
            return .sheets(sheets.map { $0.rows.joined(separator: "\n") }, names: sheets.map(\.name), path: path)
        }
        return SourceDocument(path: path, format: "docx", encoding: "UTF-8", sha256: path, blocks: blocks)
    }

    private mutating func add(_ text: String) {
        paragraphs += 1
        blocks.append(.paragraph(.init(text: text, location: .init(in: .init(file: path), paragraph: paragraphs))))
    }

    /// As a table in a text: its rows are full, and it stands on no sheet.
    private mutating func close(_ rows: inout [String]) {
        tables += 1
        let width = rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).count }.max() ?? 0
        for case .table(var table) in SourceDocument.sheets([rows.joined(separator: "\n")], names: [], path: path).blocks {
            table.isSheet = false
            for row in table.rows.indices {
                while let last = table.rows[row].cells.last, let column = last.column, column + last.span <= width {
                    let blank = SourceDocument.Cell(text: "", location: last.location, column: column + last.span)
                    table.rows[row].cells.append(blank)
                }
                for cell in table.rows[row].cells.indices {
                    table.rows[row].cells[cell].location = Location(file: path, table: tables, row: row + 1, cell: cell + 1)
                }
            }
            blocks.append(.table(table))
        }
        rows = []
    }
}
