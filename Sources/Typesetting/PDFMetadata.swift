/// What a PDF says about itself.
public struct PDFMetadata: Hashable, Sendable {
    public var title: String
    public var author: String
    public var subject: String
    /// ISO 8601 in universal time, such as `2024-01-01T00:00:00Z`.
    public var created: String

    public init(title: String, author: String, subject: String, created: String) {
        self.title = title
        self.author = author
        self.subject = subject
        self.created = created
    }
}

/// An entry of the outline that viewers show beside the pages.
public struct Bookmark: Hashable, Sendable {
    public var title: String
    /// 0 for the top.
    public var level: Int
    /// The name of the ``BookLayout/Mark`` that it leads to.
    public var mark: String

    public init(_ title: String, level: Int, mark: String) {
        self.title = title
        self.level = level
        self.mark = mark
    }
}
