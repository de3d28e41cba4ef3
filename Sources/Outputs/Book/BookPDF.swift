internal import BookLayout
public import Diagnostics
public import Foundation
internal import GoalModel
public import Reporting
public import Typesetting

/// Prints goal books (绩效目标书.pdf).
///
/// Make one for each worker and keep it for many books: loading fonts costs more than setting a book. It must not cross
/// threads.
public struct BookPDF {
    private let fonts: FontContext

    public init(fonts: ReadyFonts) {
        self.fonts = FontContext(fonts.fontSet)
    }

    /// Sets, draws and finishes a book.
    ///
    /// - Parameters:
    ///   - created: the date inside the file; without one, 1 January of the book's year. The clock is never asked.
    /// - Throws: when there is no font, or a graphics library fails, for example for want of memory.
    public func render(_ report: Report, created: Date? = nil) throws(PrintingError) -> BookPDFResult {
        let book = try draw(report, created: created)
        let bytes = try book.drawn.finished(book.structure, bookmarks: book.bookmarks, metadata: book.metadata)
        return BookPDFResult(bytes: bytes, pageCount: book.pageCount, diagnostics: book.diagnostics)
    }

    /// A book as Cairo has drawn it, and what is needed to finish it.
    struct Drawing {
        var drawn: DrawnPDF
        var structure: StructureTree
        var bookmarks: [Bookmark]
        var metadata: PDFMetadata
        var pageCount: Int
        var diagnostics: [Diagnostic]
    }

    func draw(_ report: Report, created: Date? = nil) throws(PrintingError) -> Drawing {
        try fonts.requireFonts()
        _ = fonts.takeMissingGlyphs()
        var composer = BookComposer(report, measurer: fonts)
        let pages = composer.compose()
        let geometry = composer.geometry
        var document = try PDFDocument(width: geometry.pageWidth, height: geometry.pageHeight)
        for (index, page) in pages.enumerated() {
            document.add(page, left: geometry.left(onRightHandPage: index % 2 == 0), top: geometry.top)
        }
        let metadata = PDFMetadata(
            title: (composer.townName + composer.bookName).oneLine, author: report.book.unit.name.oneLine,
            subject: composer.bookName, created: BookPDF.timestamp(created, year: report.book.fiscalYear))
        return Drawing(
            drawn: try document.end(), structure: composer.structure,
            bookmarks: composer.entries.map { Bookmark($0.title, level: $0.level, mark: $0.mark) }, metadata: metadata,
            pageCount: pages.count, diagnostics: BookPDF.diagnostics(fonts.takeMissingGlyphs(), composer.origins))
    }

    private static func timestamp(_ created: Date?, year: Int?) -> String {
        if let created { return created.formatted(.iso8601) }
        let digits = String(min(max(year ?? 1_970, 1), 9_999))
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-01-01T00:00:00Z"
    }

    private static func diagnostics(_ missing: [MissingGlyph], _ origins: Origins) -> [Diagnostic] {
        // A text is laid out once for each table setting that was tried.
        var seen: Set<Diagnostic> = []
        return missing.map { glyph in
            let origin = origins[glyph.origin]
            let place = origin.map { "\($0.name)中的" } ?? ""
            return Diagnostic(
                .error, id: "glyph-missing", at: origin?.location,
                "\(place)字符“\(glyph.character)”（\(glyph.codePoint)）在所有字体中都没有字形",
                explanation: "绩效目标书中该字以“〓”印出",
                remedy: "请改用常用字，或安装含有该字的字体并写进 fonts.json5")
        }.filter { seen.insert($0).inserted }
    }
}

/// A finished book.
public struct BookPDFResult: Sendable {
    public var bytes: [UInt8]
    public var pageCount: Int
    /// Characters without a glyph, in the order of the book.
    public var diagnostics: [Diagnostic]

    public init(bytes: [UInt8], pageCount: Int, diagnostics: [Diagnostic]) {
        self.bytes = bytes
        self.pageCount = pageCount
        self.diagnostics = diagnostics
    }
}
