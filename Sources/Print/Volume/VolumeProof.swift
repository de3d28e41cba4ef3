internal import BookLayout
internal import GoalModel
public import Typesetting

/// What is drawn of a goal book, by which a volume tells that it holds the same pages.
public struct BookDrawing: Hashable, Sendable {
    let print: DrawingPrint
}

/// The proof of a volume of books that have been proven themselves.
///
/// What proves a town's pages without reading them all again:
/// - the same texts are drawn at the same places in the same elements as in the town's own book, by their ``DrawingPrint``, and
///   that book has been read back whole;
/// - every glyph of every font is read back once, on the page that shows it first: so the volume's own fonts give back the
///   right characters;
/// - finishing the file makes sure that each page holds exactly the pieces that were drawn.
///
/// A town whose book was not printed in this run, or differs, is read back page by page.
struct VolumeProof: Sendable {
    /// For each town what is drawn of it.
    private let prints: [DrawingPrint?]
    private let ranges: [Range<Int>]
    /// The texts of the pages that show a glyph first, by their pieces.
    private let samples: [Int: [String]]
    private let drawn: DrawnPDF
    private let bytes: [UInt8]
    private let books: [GoalBook]
    private let unknown: Set<Unicode.Scalar>

    /// What is known of the pages before they are drawn and gone.
    struct Pages {
        fileprivate let prints: [DrawingPrint?]
        /// The texts of the pages that show a glyph first, by their pieces.
        var samples: [Int: [String]] = [:]

        init(_ composition: Composition) {
            let ranges = composition.sourcePages ?? []
            prints = ranges.map { DrawingPrint(of: composition.pages[$0]) }
            var glyphs = FirstGlyphs()
            for index in ranges.joined() where glyphs.areOn(composition.pages[index]) {
                samples[index] = composition.pages[index].texts.compactMap { text in
                    let isDrawn = text.element != nil && !text.block.isInvisible && !text.lines.isEmpty
                    return isDrawn ? text.block.string(ofLines: text.lines) : nil
                }
            }
        }
    }

    init(_ pages: Pages, _ printed: PrintedPDF, of drawing: PDFPrinter.Drawing, _ books: [GoalBook]) {
        (prints, samples) = (pages.prints, pages.samples)
        (drawn, bytes, self.books) = (drawing.drawn.withoutFile, printed.bytes, books)
        ranges = drawing.composition.sourcePages ?? []
        unknown = Set(drawing.missing.map(\.character))
    }

    /// Reads the pages that show a glyph first.
    ///
    /// - Throws: ``PrintingError/textMissing(place:text:)`` for the first text that is not found where it was drawn.
    func verifyGlyphs() throws(PrintingError) {
        for (page, read) in try drawn.readPieces(bytes, pages: samples.keys.sorted()).sorted(by: { $0.key < $1.key }) {
            let wanted = samples[page] ?? []
            guard read.count == wanted.count else { throw .piecesDiffer(page: page + 1) }
            for (read, wanted) in zip(read, wanted) {
                let texts = SourceTexts(wanted, at: "第\(page + 1)页")
                if let text = texts.firstMissing(in: [read], unknown: []) {
                    throw .textMissing(place: text.place, text: text.content)
                }
            }
        }
    }

    /// Reads the pages of the towns whose own books do not prove them.
    ///
    /// - Parameter proven: for each town what is drawn in its own book, where that has been read back.
    /// - Throws: ``PrintingError/textMissing(place:text:)`` for the first text that is not found where it was drawn.
    func verifyTowns(besides proven: [BookDrawing?]) throws(PrintingError) {
        let open = ranges.indices.filter { town in
            guard let print = prints[town], proven.indices.contains(town) else { return true }
            return proven[town]?.print != print
        }
        guard !open.isEmpty else { return }
        let read = try drawn.readBack(bytes, pages: open.map { ranges[$0] })
        if let text = SourceTexts(open.map { books[$0] }).firstMissing(in: read.values, unknown: unknown) {
            throw .textMissing(place: text.place, text: text.content)
        }
    }
}

/// A printed volume that nobody may get before its towns' own books are verified.
public struct UnprovenVolume: Sendable {
    private let printed: PrintedPDF
    private let proof: VolumeProof?

    init(_ printed: PrintedPDF, _ proof: VolumeProof?) throws(PrintingError) {
        (self.printed, self.proof) = (printed, proof)
        try proof?.verifyGlyphs()
    }

    /// The file.
    ///
    /// - Parameter books: for each town what is drawn in its own book, where that has been read back; see ``VolumeProof``.
    /// - Throws: when a text of a town is not in the print.
    public func verified(by books: [BookDrawing?]) throws(PrintingError) -> PrintedPDF {
        try proof?.verifyTowns(besides: books)
        return printed
    }
}
