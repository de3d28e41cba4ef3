internal import BookLayout

/// Cairo's file, and what it cannot say itself: which drawn text belongs to which element.
public struct DrawnPDF: Sendable {
    /// A readable file without structure, bookmarks and metadata.
    public let bytes: [UInt8]
    let pages: [DrawnPage]
    /// Of a page, in pt.
    let height: Double

    public var pageCount: Int { pages.count }
}

/// A page's share in the structure; lengths are in pt from its upper left corner.
struct DrawnPage: Sendable {
    var label: PageLabel
    /// The tagged texts in the order of drawing; their places in this list are their marked-content identifiers.
    var pieces: [Piece] = []
    var marks: [Mark] = []

    struct Piece: Sendable {
        var element: ElementID
        var box: Box
        /// How many lines it has; a figure counts as one.
        var lines: Int
    }
}

/// A rectangle in pt; `top` is less than `bottom`.
struct Box: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}
