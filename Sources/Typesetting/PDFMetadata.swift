/// What a PDF says about itself.
public struct PDFMetadata: Hashable, Sendable {
    public var title: String
    public var author: String
    public var subject: String
    /// ISO 8601 in universal time, such as `2024-01-01T00:00:00Z`.
    public var created: String

    public init(title: String, author: String, subject: String, created: String) {
        (self.title, self.author, self.subject, self.created) = (title, author, subject, created)
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
        (self.title, self.level, self.mark) = (title, level, mark)
    }
}
