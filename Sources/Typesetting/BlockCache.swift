internal import BookLayout

/// Texts that were laid out already: labels, heads and common values stand in every table of a book.
struct BlockCache {
    private var blocks: [TextRequest: TextBlock] = [:]
    /// A book of forty projects has some two thousand different texts.
    private static let limit = 4_000
var hits = 0, all = 0
    subscript(request: TextRequest) -> TextBlock? {
        mutating get { all += 1; if let x = blocks[BlockCache.key(request)] { hits += 1; return x }; return nil  }
        set {
            if blocks.count >= BlockCache.limit { blocks.removeAll(keepingCapacity: true) }
            blocks[BlockCache.key(request)] = newValue
if all % 500 == 0 { print(all, hits, blocks.count) }
        }
    }

    /// Where a text is from does not change how it looks.
    private static func key(_ request: TextRequest) -> TextRequest {
        var key = request
        key.origin = 0
        return key
    }
}
