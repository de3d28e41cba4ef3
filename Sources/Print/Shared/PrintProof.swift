internal import BookLayout
public import Typesetting

/// The proof of a printed file: it is read back by Poppler, to make sure that it holds every text of its source.
///
/// Several threads can read it together, each some of its pages.
public struct PrintProof: Sendable {
    private let drawn: DrawnPDF
    private let bytes: [UInt8]
    private let sourcePages: [Range<Int>]?
    private let texts: @Sendable () -> SourceTexts
    /// Characters that no font has.
    private let unknown: Set<Unicode.Scalar>

    /// - Parameter texts: those that must be found on the pages that hold what the town wrote.
    init(_ printed: PrintedPDF, of drawing: PDFPrinter.Drawing, holds texts: @escaping @Sendable () -> SourceTexts) {
        (drawn, bytes, sourcePages) = (drawing.drawn.withoutFile, printed.bytes, drawing.composition.sourcePages)
        self.texts = texts
        unknown = Set(drawing.missing.map(\.character))
    }

    /// The pages in some parts of nearly the same size.
    public func parts(_ count: Int) -> [Range<Int>] {
        let (pages, count) = (drawn.pageCount, max(1, min(count, drawn.pageCount)))
        return (0..<count).map { (pages * $0 / count)..<(pages * ($0 + 1) / count) }
    }

    /// What Poppler reads on some pages.
    ///
    /// - Throws: when it cannot read the file.
    public func read(_ part: Range<Int>) throws(PrintingError) -> ReadPart {
        try drawn.readBack(bytes, part: part, proving: sourcePages, keepingTexts: true)
    }

    /// - Parameter parts: what was read of all parts, in their order.
    /// - Returns: the texts of the whole file, for those who look for something else in them.
    /// - Throws: ``PrintingError/textMissing(place:text:)`` for the first text that is not found where it was drawn.
    public func verify(_ parts: [ReadPart]) throws(PrintingError) -> PDFTexts {
        var read = ReadPart()
        for part in parts { read.append(part) }
        if let text = texts().firstMissing(in: read.elements.values, unknown: unknown) {
            throw .textMissing(place: text.place, text: text.content)
        }
        return PDFTexts(read)
    }

    /// Reads and verifies the whole file.
    func run() throws(PrintingError) -> PDFTexts {
        try verify([try read(0..<drawn.pageCount)])
    }
}
