internal import BookLayout
public import Diagnostics
public import Foundation
public import GoalModel
public import Reporting
public import Typesetting

/// Prints documents: sets them in pages, draws them and finishes the PDF.
///
/// Make one for each worker and keep it for many towns: loading fonts costs more than setting a book. It must not cross
/// threads.
public struct PDFPrinter {
    let fonts: FontContext
    let type: Typography
    let grids = BookGrids()
    private let verifiesPrint: Bool

    /// - Parameters:
    ///   - verifiesPrint: whether each finished book is read back, to make sure that it holds every text of its source.
    ///   - isOnlyWorker: no other press of the process works at the same time.
    public init(fonts: PreparedFonts, preset: PagePreset = .official, verifiesPrint: Bool = true, isOnlyWorker: Bool = false) {
        self.verifiesPrint = verifiesPrint
        self.fonts = FontContext(fonts.fontSet, isOnlyWorker: isOnlyWorker)
        type = Typography(preset)
    }

    /// Prints a goal book (绩效目标书.pdf).
    ///
    /// - Parameters:
    ///   - created: the date inside the file; without one, 1 January of the book's year. The clock is never asked.
    /// - Throws: when there is no font, a text of the source is not in the print, or a graphics library fails, for example for
    ///   want of memory.
    public func book(_ report: Report, created: Date? = nil) throws(PrintingError) -> PrintedPDF {
        try book(report, created: created) { _ in }
    }

    /// - Parameter done: is told each step.
    package func book(_ report: Report, created: Date? = nil, done: (PrintingStep) -> Void) throws(PrintingError) -> PrintedPDF {
        let drawing = try drawnBook(report, done: done)
        let book = try finished(drawing, created: created, done: done)
        try prove(book, of: drawing, holds: SourceTexts(report.book))
        if verifiesPrint { done(.proof) }
        return book
    }

    /// Prints the form of one project, to hand to the department in charge; throws as ``book(_:created:)`` does.
    public func sheet(_ project: Project, of report: Report, created: Date? = nil) throws(PrintingError) -> PrintedPDF {
        let drawing = try drawn { () in
            var composer = SheetComposer(project, of: report, measurer: fonts, type: type, grids: grids)
            return composer.compose()
        }
        let sheet = try finished(drawing, created: created)
        try prove(sheet, of: drawing, holds: SourceTexts(project))
        return sheet
    }

    func drawnBook(_ report: Report, done: (PrintingStep) -> Void = { _ in }) throws(PrintingError) -> Drawing {
        try drawn(done: done) { () in
            var composer = BookComposer(report, measurer: fonts, type: type, grids: grids)
            return composer.compose()
        }
    }

    /// Prints the findings as an official opinion (审核意见书.pdf); throws as ``book(_:created:)`` does.
    public func review(_ report: Report, created: Date? = nil) throws(PrintingError) -> PrintedPDF {
        try finished(drawn { ReviewComposer(report, measurer: fonts, type: type).compose() }, created: created)
    }
}

extension PDFPrinter {
    /// A document as Cairo has drawn it, and what is needed to finish it.
    struct Drawing {
        var drawn: DrawnPDF
        /// The pages are drawn and gone.
        var composition: Composition
        var pageCount: Int
        /// Characters that no font has.
        var missing: [MissingGlyph]
    }

    func drawn(done: (PrintingStep) -> Void = { _ in }, _ compose: () -> Composition) throws(PrintingError) -> Drawing {
        try fonts.begin()
        var composition = compose()
        done(.layout)
        let geometry = composition.geometry ?? type.geometry
        var document = try PDFDocument(width: geometry.pageWidth, height: geometry.pageHeight)
        for (index, page) in composition.pages.enumerated() {
            document.add(page, left: geometry.left(onRightHandPage: index % 2 == 0), top: geometry.top)
        }
        let count = composition.pages.count
        composition.pages = []
        let drawn = try document.end()
        done(.drawing)
        return Drawing(drawn: drawn, composition: composition, pageCount: count, missing: fonts.takeMissingGlyphs())
    }

    func finished(
        _ drawing: Drawing, created: Date?, done: (PrintingStep) -> Void = { _ in }
    ) throws(PrintingError) -> PrintedPDF {
        let composition = drawing.composition
        let bytes = try drawing.drawn.finished(
            composition.structure, bookmarks: composition.bookmarks, metadata: composition.metadata(created: created),
            packed: true, done: done)
        return PrintedPDF(
            bytes: bytes, pageCount: drawing.pageCount, bodyPageCount: composition.bodyPageCount,
            diagnostics: Self.diagnostics(drawing.missing, composition.origins))
    }

    /// Has the finished file read by Poppler, unless proofs are not wanted.
    ///
    /// - Throws: ``PrintingError/textMissing(place:text:)`` for the first text that is not found where it was drawn.
    func prove(_ printed: PrintedPDF, of drawing: Drawing, holds texts: @autoclosure () -> SourceTexts) throws(PrintingError) {
        guard verifiesPrint else { return }
        let read = try drawing.drawn.readBack(printed.bytes, pages: drawing.composition.sourcePages)
        if let text = texts().firstMissing(in: read.values, unknown: Set(drawing.missing.map(\.character))) {
            throw .textMissing(place: text.place, text: text.content)
        }
    }

    private static func diagnostics(_ missing: [MissingGlyph], _ origins: Origins) -> [Diagnostic] {
        // A text is laid out once for each table setting that was tried.
        var seen: Set<Diagnostic> = []
        return missing.map { glyph in
            let origin = origins[glyph.origin]
            let place = origin.map { "\($0.name)中的" } ?? ""
            return Diagnostic(
                .error, id: "glyph-missing", at: origin?.location,
                "\(place)字符“\(glyph.character)”（\(glyph.codePoint)）在所有字体中都没有字形", explanation: "打印的文件中该字以“〓”印出",
                remedy: "请改用常用字，或安装含有该字的字体并写进 fonts.json5")
        }.filter { seen.insert($0).inserted }
    }
}

/// A finished document.
public struct PrintedPDF: Sendable {
    public var bytes: [UInt8]
    public var pageCount: Int
    /// Without cover and contents.
    public var bodyPageCount: Int
    /// Characters without a glyph, in the order of the document.
    public var diagnostics: [Diagnostic]
}
