internal import BookLayout

/// Where the marks of a book are.
struct Places {
    private var destinations: [String: String] = [:]

    /// - Parameter numbers: the pages' object numbers.
    init(_ drawn: DrawnPDF, pages numbers: [Int]) {
        for (page, number) in zip(drawn.pages, numbers) {
            for mark in page.marks {
                // A little above the text, so that it does not touch the window.
                let top = PDFSyntax.number(drawn.height - max(0, mark.y - 12))
                destinations[mark.name] = "[\(number) 0 R/XYZ null \(top) null]"
            }
        }
    }

    /// A direct destination (ISO 32000-1, 12.3.2.2).
    func destination(_ mark: String) throws(PrintingError) -> String {
        guard let destination = destinations[mark] else { throw .unknownMark(mark) }
        return destination
    }
}
