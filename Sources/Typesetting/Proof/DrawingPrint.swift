public import BookLayout
internal import CPango

/// A number for what is drawn of texts on some pages, the same for the same texts of the same lines at the same places in the
/// same elements.
///
/// It holds within one process, whose workers all lay out with the same fonts.
public struct DrawingPrint: Hashable, Sendable {
    private let number: Int

    /// - Returns: `nil` for pages of which more is drawn than texts.
    public init?(of pages: some Sequence<Page<TextBlock>>) {
        var hasher = Hasher()
        // Elements have other numbers where something stands before them.
        var elements: [ElementID: Int] = [:]
        for page in pages {
            guard page.figures.isEmpty else { return nil }
            hasher.combine(page.texts.count)
            for text in page.texts {
                guard let element = text.element else { continue }
                let number = elements[element] ?? elements.count
                elements[element] = number
                hasher.combine(number)
                text.block.hashContent(into: &hasher)
                hasher.combine(text.lines)
                hasher.combine(text.x)
                hasher.combine(text.y)
            }
        }
        number = hasher.finalize()
    }
}

/// Which pages are the first to show a glyph of a font.
public struct FirstGlyphs {
    private var seen: Set<Glyph> = []

    private struct Glyph: Hashable {
        var font: UnsafeMutablePointer<PangoFont>?
        var number: UInt32
    }

    public init() {}

    /// Whether the page shows a glyph that none before it has shown.
    public mutating func areOn(_ page: Page<TextBlock>) -> Bool {
        let before = seen.count
        for text in page.texts where text.element != nil {
            for run in text.lines.lazy.flatMap({ text.block.text.lines[$0].runs }) {
                for glyph in run.glyphs { seen.insert(Glyph(font: run.font, number: glyph.glyph)) }
            }
        }
        return seen.count > before
    }
}

extension TextBlock {
    /// How it is laid out depends on nothing else.
    fileprivate func hashContent(into hasher: inout Hasher) {
        var request = text.request
        request.origin = 0
        hasher.combine(request)
        hasher.combine(leading)
    }

    /// The text that some of its lines show.
    public func string(ofLines lines: Range<Int>) -> String { lines.map(text.string).joined() }

    /// Whether nothing of it is drawn.
    public var isInvisible: Bool { isBlank }
}

extension DrawnPDF {
    /// What Poppler reads on one page of a finished file, piece by piece in the order of drawing.
    ///
    /// - Throws: ``PrintingError/unreadable`` when Poppler cannot read the file.
    public func readPieces(_ finished: [UInt8], pages wanted: [Int]) throws(PrintingError) -> [Int: [String]] {
        let file = try opened(finished)
        var read: [Int: [String]] = [:]
        for index in wanted where pages.indices.contains(index) { read[index] = pages[index].texts(of: try file.page(index)) }
        return read
    }
}
