internal import BookLayout

/// Cairo's file, and what it cannot say itself: which drawn text belongs to which element.
public struct DrawnPDF: Sendable {
    /// Without structure, bookmarks and metadata; a readable file as long as nothing is taken out of it.
    public private(set) var bytes: [UInt8]
    let pages: [DrawnPage]
    /// Of a page, in pt.
    let height: Double
    /// The contents of pages that are not in the file, and these finished and packed, by the numbers of their objects.
    private(set) var taken = TakenContents()
    private(set) var contents: [Int: [UInt8]] = [:]

    public var pageCount: Int { pages.count }

    /// What a finished file is read back with.
    public var withoutFile: DrawnPDF {
        DrawnPDF(bytes: [], pages: pages, height: height)
    }
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
        /// Whether something of it is sure to be seen: Cairo writes nothing of blanks and of what lies beside the page.
        var isShown = true
    }
}

/// A rectangle in pt; `top` is less than `bottom`.
struct Box: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func contains(_ other: Box) -> Bool {
        left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom
    }

    func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}
