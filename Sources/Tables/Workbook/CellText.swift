internal import Text

/// A document's text as a cell can hold it.
///
/// Controls that no page may hold are taken out; what a spreadsheet would take for the code of a character (`_x0041_`) stays
/// as it is written; what is too long is cut with a mark.
struct CellText {
    /// Excel's limit, in UTF-16 units.
    static let limit = 32_767
    static let mark = "…〔一格放不下，以下略，全文见facts.json〕"

    let text: String
    let isCut: Bool

    init(_ text: String) {
        let plain = text.displayable
        // Most texts are short and hold no code.
        if plain.utf8.count <= CellText.limit, !plain.holds("_") {
            self.text = plain
            isCut = false
            return
        }
        let escaped = plain.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
        isCut = escaped.utf16.count > CellText.limit
        self.text = isCut ? CellText.beginning(of: escaped) + CellText.mark : escaped
    }

    /// Whether a spreadsheet would take the text for a formula when somebody edits the cell.
    var looksLikeFormula: Bool {
        // So begin nearly all texts.
        if let first = text.unicodeScalars.first, (0x4E00...0x9FFF).contains(first.value) { return false }
        guard let first = text.folded.unicodeScalars.first(where: { $0 != " " }) else { return false }
        return "=+-@\n".unicodeScalars.contains(first)
    }

    private static func beginning(of text: String) -> String {
        var room = limit - mark.utf16.count
        var end = text.startIndex
        for character in text.indices {
            room -= text[character].utf16.count
            if room < 0 { break }
            end = text.index(after: character)
        }
        return String(text[..<end])
    }
}
