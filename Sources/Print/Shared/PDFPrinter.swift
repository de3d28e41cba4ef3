internal import BookLayout
public import Diagnostics
public import Foundation
public import GoalModel
public import Reporting
public import Typesetting

/// Threads that may have nothing else to do.
public typealias IdleThreads = Typesetting.IdleThreads

/// Prints documents: sets them in pages, draws them and finishes the PDF.
///
/// Make one for each worker and keep it for many towns: loading fonts costs more than setting a book. It must not cross
/// threads.
public struct PDFPrinter {
    let fonts: FontContext
    let type: Typography
    let grids = BookGrids()
    let verifiesPrint: Bool
    private let idle: (any IdleThreads)?
    private var keepsCairoFile = false
    private var usesColours = true

    /// - Parameters:
    ///   - verifiesPrint: whether each finished book is read back, to make sure that it holds every text of its source.
    ///   - isOnlyWorker: no other press of the process works at the same time.
    ///   - idle: threads that may finish pages while others are drawn.
    public init(
        fonts: PreparedFonts, preset: PagePreset = .official, verifiesPrint: Bool = true, isOnlyWorker: Bool = false,
        idle: (any IdleThreads)? = nil
    ) {
        (self.verifiesPrint, self.idle) = (verifiesPrint, idle)
        self.fonts = FontContext(fonts.fontSet, isOnlyWorker: isOnlyWorker)
        type = Typography(preset)
    }

    /// The same, which leaves Cairo's file as it is until all pages are drawn.
    var keepingCairoFile: PDFPrinter {
        var printer = self
        printer.keepsCairoFile = true
        return printer
    }

    /// The same, whose drawing looks like the finished file: so they can be compared.
    var withoutColours: PDFPrinter {
        var printer = keepingCairoFile
        printer.usesColours = false
        return printer
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
        let drawing = try drawnBook(report, created: created, done: done)
        var book = try finished(drawing, created: created, done: done)
        if let proof = proof(of: book, drawing, holds: { SourceTexts(report.book) }) {
            book.texts = try proof.run()
            done(.proof)
        }
        return book
    }

    /// The pages of a goal book as glyphs, which the function that comes with them draws; for the benchmark.
    package func replay(_ report: Report) throws(PrintingError) -> () throws(PrintingError) -> Int {
        try fonts.begin()
        var composer = BookComposer(report, measurer: fonts, type: type, grids: grids)
        let (replay, geometry) = (GlyphReplay(composer.compose().pages), type.geometry)
        return { () throws(PrintingError) in try replay.draw(width: geometry.pageWidth, height: geometry.pageHeight) }
    }

    /// Prints a goal book and leaves the proof to the caller; throws as ``book(_:created:)`` does.
    ///
    /// - Returns: no proof where none is wanted.
    public func unprovenBook(_ report: Report, created: Date? = nil) throws(PrintingError) -> (PrintedPDF, PrintProof?) {
        let drawing = try drawnBook(report, created: created)
        let book = try finished(drawing, created: created)
        return (book, proof(of: book, drawing) { SourceTexts(report.book) })
    }

    /// Prints the form of one project, to hand to the department in charge; throws as ``book(_:created:)`` does.
    public func sheet(_ project: Project, of report: Report, created: Date? = nil) throws(PrintingError) -> PrintedPDF {
        let drawing = try drawn { () in
            var composer = SheetComposer(project, of: report, measurer: fonts, type: type, grids: grids)
            return composer.compose()
        }
        var sheet = try finished(drawing, created: created)
        sheet.texts = try proof(of: sheet, drawing) { SourceTexts(project) }?.run()
        return sheet
    }

    /// Lets go what is kept of documents that are finished; worth it where many follow.
    public func forgetDocuments() { fonts.forgetDocuments() }

    func drawnBook(
        _ report: Report, created: Date?, done: (PrintingStep) -> Void = { _ in }
    ) throws(PrintingError) -> Drawing {
        try drawn(done: done) { () in
            var composer = BookComposer(report, measurer: fonts, type: type, grids: grids, created: created)
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
        /// What is drawn of the pages that hold what the town wrote.
        var print: DrawingPrint?
        /// Characters that no font has.
        var missing: [MissingGlyph]
    }

    func drawn(done: (PrintingStep) -> Void = { _ in }, _ compose: () -> Composition) throws(PrintingError) -> Drawing {
        try fonts.begin()
        var composition = compose()
        done(.layout)
        let geometry = composition.geometry ?? type.geometry
        var document = try PDFDocument(
            width: geometry.pageWidth, height: geometry.pageHeight, structure: keepsCairoFile ? nil : composition.structure,
            idle: idle, usesColours: usesColours)
        document.prepareFonts(for: composition.pages, of: fonts)
        let count = composition.pages.count
        let source = composition.sourcePages ?? []
        let print = source.count == 1 ? DrawingPrint(of: composition.pages[source[0]]) : nil
        for index in 0..<count {
            // A page that is drawn need not be kept: a volume has hundreds.
            let page = composition.pages[index]
            composition.pages[index] = Page(label: page.label)
            try document.add(page, left: geometry.left(onRightHandPage: index % 2 == 0), top: geometry.top)
        }
        composition.pages = []
        let drawn = try document.end()
        done(.drawing)
        return Drawing(drawn: drawn, composition: composition, pageCount: count, print: print, missing: fonts.takeMissingGlyphs())
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
            print: drawing.print.map(BookDrawing.init),
            diagnostics: Self.diagnostics(drawing.missing, composition.origins))
    }

    /// The proof of a finished file; `nil` where none is wanted.
    func proof(
        of printed: PrintedPDF, _ drawing: Drawing, holds texts: @escaping @Sendable () -> SourceTexts
    ) -> PrintProof? {
        verifiesPrint ? PrintProof(printed, of: drawing, holds: texts) : nil
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
                remedy: "请改用常用字，或安装含有该字的字体并写进资源文件夹的 fonts.json5（goalbook help settings）")
        }.filter { seen.insert($0).inserted }
    }
}

/// A finished document.
public struct PrintedPDF: Sendable {
    public var bytes: [UInt8]
    public var pageCount: Int
    /// Without cover and contents.
    public var bodyPageCount: Int
    /// What is drawn of the pages that hold what a town wrote, for who prints them again.
    public var print: BookDrawing?
    /// Characters without a glyph, in the order of the document.
    public var diagnostics: [Diagnostic]
    /// As Poppler read them for the proof; `nil` where nobody has read the file yet.
    public var texts: PDFTexts?
}
