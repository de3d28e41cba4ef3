/// How many marks that are no text were taken out of a document.
public struct StrippedMarks: Hashable, Sendable {
    public var bookmarks = 0
    public var fields = 0
    /// No-break spaces at the ends of lines and cells, and those that are all of a line.
    public var noBreakSpaces = 0
    /// Byte-order marks, form feeds and other control characters.
    public var controls = 0
    /// Page numbers that stood inside tables.
    public var pageNumbers = 0

    public init() {}

    public var total: Int {
        bookmarks + fields + noBreakSpaces + controls + pageNumbers
    }
}
