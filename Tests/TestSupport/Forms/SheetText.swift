import Diagnostics
public import SourceFiles

extension SourceDocument {
    /// A document of sheets drawn as text: a line a row, `|` between cells, `^` merged with the cell above, `<` with the one to
    /// the left, `\n` a line break inside.
    ///
    /// - Parameter names: of the sheets, where they are others than 表1, 表2 and so on.
    public static func sheets(_ texts: String..., names: [String] = [], path: String = "某镇.xlsx") -> SourceDocument {
        sheets(texts, names: names, path: path)
    }

    static func sheets(_ texts: [String], names: [String], path: String) -> SourceDocument {
        let tables = texts.enumerated().map { index, text in
            let name = names.indices.contains(index) ? names[index] : "表\(index + 1)"
            let rows = rows(text, path: path, sheet: name, number: index + 1)
            return Block.table(Table(rows: rows, rowsAreCertain: true, isSheet: true))
        }
        return SourceDocument(path: path, format: "xlsx", encoding: "UTF-8", sha256: path, blocks: tables)
    }

    private static func rows(_ text: String, path: String, sheet: String, number: Int) -> [Row] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            var cells: [Cell] = []
            for (column, piece) in line.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
                let word = String(piece).trimmingSpaces
                if word == "<", !cells.isEmpty {
                    cells[cells.count - 1].span += 1
                    continue
                }
                let place = Location(file: path, table: number, row: index + 1, cell: column + 1, sheet: sheet)
                let shown = word == "^" ? "" : word.split(separator: "\\n").joined(separator: "\n")
                cells.append(Cell(text: shown, location: place, column: column + 1, continuesAbove: word == "^"))
            }
            while let last = cells.last, last.text.isEmpty, !last.continuesAbove { cells.removeLast() }
            return cells.allSatisfy(\.text.isEmpty) ? nil : Row(cells: cells)
        }
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
