internal import BookLayout

/// Texts of one document that were laid out already: labels, heads and common values stand in many of its tables.
struct BlockCache {
    private var blocks: [TextRequest: TextBlock] = [:]
    /// A book of forty projects has some fifteen hundred different texts.
    private static let limit = 4_000

    subscript(request: TextRequest) -> TextBlock? {
        get { blocks[BlockCache.key(request)] }
        set {
            if blocks.count >= BlockCache.limit { removeAll() }
            blocks[BlockCache.key(request)] = newValue
        }
    }

    mutating func removeAll() {
        blocks.removeAll(keepingCapacity: true)
    }

    /// Where a text is from does not change how it looks.
    private static func key(_ request: TextRequest) -> TextRequest {
        var key = request
        key.origin = 0
        return key
    }
}
