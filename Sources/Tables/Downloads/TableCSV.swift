internal import Text

extension DataTable {
    /// UTF-8 with a mark at the start, by which Excel knows it; lines end in CR LF, text is quoted.
    ///
    /// Text that a spreadsheet would take for a formula has an apostrophe before it; negative numbers stay numbers.
    var csv: String {
        let lines = [columns.map { Cell.text($0.title) }] + rows
        return "\u{FEFF}" + lines.map { $0.map(\.field).joined(separator: ",") + "\r\n" }.joined()
    }
}

extension DataTable.Cell {
    fileprivate var field: String {
        switch self {
        case .blank: ""
        case .number(let digits): digits
        case .text(let text): "\"\(text.displayable.withoutFormula.replacing("\"", with: "\"\""))\""
        }
    }
}

extension String {
    /// With an apostrophe before it where the first sign, spaces aside, begins a formula in some spreadsheet.
    fileprivate var withoutFormula: String {
        let first = unicodeScalars.first { !$0.properties.isWhitespace }
        let starts = first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
        return starts ? "'" + self : self
    }
}
