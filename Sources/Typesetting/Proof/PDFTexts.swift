internal import CPoppler

/// The texts of a finished PDF as any reader finds them.
public struct PDFTexts: Sendable {
    /// Page by page.
    public let pages: [String]
    public let metadata: [String]

    /// - Parameter read: all pages, with their texts.
    public init(_ read: ReadPart) {
        (pages, metadata) = (read.texts, read.metadata)
    }

    /// The text of each page, and those of the metadata.
    ///
    /// - Throws: ``PrintingError/unreadable`` when Poppler cannot read the file.
    public init(_ bytes: [UInt8]) throws(PrintingError) {
        let file = try PopplerFile(bytes)
        var texts: [String] = []
        texts.reserveCapacity(file.pageCount)
        for index in 0..<file.pageCount { texts.append(try file.text(ofPage: index)) }
        (pages, metadata) = (texts, file.metadata)
    }

    /// The texts of a page, those apart that a wider gap than between words parts, such as the cells of a row.
    ///
    /// - Throws: ``PrintingError/unreadable`` when Poppler cannot read the file.
    public static func pieces(_ bytes: [UInt8], page index: Int) throws(PrintingError) -> [String] {
        var pieces = [""]
        var last: ReadPage.Character?
        for character in try PopplerFile(bytes).page(index).characters {
            if let before = last, !before.isFollowed(by: character) { pieces.append("") }
            let gap = last.map { character.left - $0.right > 1 } == true && pieces.last?.isEmpty == false
            pieces[pieces.count - 1] += (gap ? " " : "") + String(character.scalar)
            last = character
        }
        return pieces
    }
}

extension PopplerFile {
    func text(ofPage index: Int) throws(PrintingError) -> String {
        guard let page = poppler_document_get_page(document, Int32(clamping: index)) else { throw .unreadable }
        defer { g_object_unref(UnsafeMutableRawPointer(page)) }
        guard let text = poppler_page_get_text(page) else { throw .unreadable }
        defer { g_free(text) }
        return String(cString: text)
    }

    /// Title, author, subject, keywords, and the XMP packet.
    var metadata: [String] {
        [
            poppler_document_get_title(document), poppler_document_get_author(document), poppler_document_get_subject(document),
            poppler_document_get_keywords(document), poppler_document_get_metadata(document),
        ].compactMap { text in
            guard let text else { return nil }
            defer { g_free(text) }
            return String(cString: text)
        }
    }
}

extension ReadPage.Character {
    /// Whether the next character stands on the same line, no more than half a character away.
    fileprivate func isFollowed(by next: Self) -> Bool {
        abs(next.y - y) < height / 2 && next.left - right < height / 2 && next.left > left - height
    }
}
