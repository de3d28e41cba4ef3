/// What an element of the structure tree is to the text (ISO 32000-1, 14.8.4).
enum StructureRole {
    /// Holds blocks and is none itself.
    case group
    case paragraph
    /// The level counts from 0; `nil` where the tree does not say.
    case heading(Int?)
    case label
    case inline
    case table
    case rows
    case row
    case cell
    case note
    /// Lines that only repeat headings.
    case contents
    /// Pictures; texts in them are paragraphs only where the tree says so.
    case figure
    /// Running heads, remarks, pronunciations.
    case leftOut

    /// `nil` for a name that is not one of the standard.
    init?(_ name: String) {
        switch name {
        case "Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "BlockQuote", "Index", "NonStruct", "Private", "L",
            "Aside":
            self = .group
        case "P", "LI", "Caption", "BibEntry", "Form": self = .paragraph
        case "H", "Title": self = .heading(nil)
        case "LBody", "Span", "Quote", "Reference", "Link", "Annot", "Code", "Formula", "Ruby", "RB", "Warichu", "WT", "Em",
            "Strong", "Sub":
            self = .inline
        case "Lbl": self = .label
        case "Table": self = .table
        case "THead", "TBody", "TFoot": self = .rows
        case "TR": self = .row
        case "TH", "TD": self = .cell
        case "Note", "FENote": self = .note
        case "TOC", "TOCI": self = .contents
        case "Figure": self = .figure
        case "Artifact", "Header", "Footer", "Annotation", "RT", "RP", "WP": self = .leftOut
        default:
            guard name.first == "H", let level = Int(name.dropFirst()), (1...20).contains(level) else { return nil }
            self = .heading(level - 1)
        }
    }
}

/// How a document's own names of roles map to the standard's (ISO 32000-1, 14.7.3).
struct RoleMap {
    private let names: [String: PDFValue]

    init(_ names: [String: PDFValue]) {
        self.names = names
    }

    /// Text of an unknown role is text all the same.
    func role(_ name: String) -> StructureRole {
        var name = name
        for _ in 0..<8 {
            if let role = StructureRole(name) { return role }
            guard let next = names[name]?.name else { break }
            name = next
        }
        return .group
    }
}
