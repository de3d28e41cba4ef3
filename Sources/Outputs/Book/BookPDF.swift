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

    /// Sets and draws a book.
    ///
    /// - Parameters:
    ///   - created: the date inside the file; without one, 1 January of the book's year. The clock is never asked.
    /// - Throws: when there is no font, or the graphics library fails, for example for want of memory.
    public func render(_ report: Report, created: Date? = nil) throws(CairoError) -> BookPDFResult {
        try fonts.requireFonts()
        _ = fonts.takeMissingGlyphs()
        var composer = BookComposer(report, measurer: fonts)
        let pages = composer.compose()
        let geometry = composer.geometry
        let metadata = PDFDocument.Metadata(
            title: (composer.townName + composer.bookName).oneLine, author: report.book.unit.name.oneLine,
            subject: composer.bookName,
            created: BookPDF.timestamp(created, year: report.book.fiscalYear))
        let document = try PDFDocument(width: geometry.pageWidth, height: geometry.pageHeight, metadata)
        for (index, page) in pages.enumerated() {
            let label = index == 0 ? "封面" : page.label.text
            if !label.isEmpty { document.setPageLabel(label) }
            document.draw(page, left: geometry.left(onRightHandPage: index % 2 == 0), top: geometry.top)
            document.endPage()
        }
        var part = 0
        for entry in composer.entries {
            let number = document.addBookmark(
                entry.title, to: entry.mark, under: entry.level == 0 ? 0 : part, isOpen: entry.level == 0)
            if entry.level == 0 { part = number }
        }
        let bytes = try document.finish()
        let diagnostics = BookPDF.diagnostics(fonts.takeMissingGlyphs(), composer.origins)
        return BookPDFResult(bytes: bytes, pageCount: pages.count, diagnostics: diagnostics)
    }

    private static func timestamp(_ created: Date?, year: Int?) -> String {
        if let created { return created.formatted(.iso8601) }
        let digits = String(year ?? 1_970)
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
