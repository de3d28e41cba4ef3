internal import Text

/// How elements of ours are written at a place of a part, so that they have the namespace of those around them.
struct WordNames {
    /// `w:`.
    let prefix: String
    /// Where the prefix is not known there yet.
    let declaration: String

    /// - Parameter element: of the part's own namespace.
    init(_ map: PartMap, at element: Int) {
        let own = map.prefix(element)
        if own.isEmpty, let namespace = map.namespace(of: "", at: element) {
            // Attributes have a namespace only by a prefix.
            prefix = "gb:"
            declaration = " xmlns:gb=\"\(namespace)\""
        } else {
            prefix = own
            declaration = ""
        }
    }

    /// An element of one tag with its number.
    func mark(_ name: String, _ number: Int) -> String {
        "<\(prefix)\(name)\(declaration) \(prefix)id=\"\(number)\"/>"
    }

    /// The run that shows where a comment hangs.
    func reference(_ number: Int) -> String {
        "<\(prefix)r\(declaration)><\(prefix)commentReference \(prefix)id=\"\(number)\"/></\(prefix)r>"
    }

    /// A text that keeps its blanks.
    func text(_ text: String) -> String {
        "<\(prefix)t xml:space=\"preserve\">\(text.escaped)</\(prefix)t>"
    }
}
