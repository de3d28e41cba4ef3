internal import Text

extension DataTable {
    /// UTF-8 with a mark at the start, by which Excel knows it; lines end in CR LF, text is quoted.
    ///
    /// Text that a spreadsheet would take for a formula has an apostrophe before it; negative numbers stay numbers.
    var csv: String {
        let lines = [heads.map { Cell.text($0.title) }] + rows
        return "\u{FEFF}" + lines.map { $0.map(\.field).joined(separator: ",") + "\r\n" }.joined()
    }
}

extension Cell {
    fileprivate var field: String {
        isBlank ? "" : digits ?? "\"\(words.displayable.withoutFormula.replacing("\"", with: "\"\""))\""
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
