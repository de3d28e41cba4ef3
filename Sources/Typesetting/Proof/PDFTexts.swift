internal import CPoppler

/// The texts of a finished PDF as any reader finds them.
public enum PDFTexts {
    /// One text a page, then those of its metadata.
    ///
    /// - Throws: ``PrintingError/unreadable`` when Poppler cannot read the file.
    public static func read(_ bytes: [UInt8]) throws(PrintingError) -> [String] {
        let file = try PopplerFile(bytes)
        var texts: [String] = []
        for index in 0..<file.pageCount { texts.append(try file.text(ofPage: index)) }
        return texts + file.metadata
    }
}

extension PopplerFile {
    fileprivate borrowing func text(ofPage index: Int) throws(PrintingError) -> String {
        guard let page = poppler_document_get_page(document, Int32(clamping: index)) else { throw .unreadable }
        defer { g_object_unref(UnsafeMutableRawPointer(page)) }
        guard let text = poppler_page_get_text(page) else { throw .unreadable }
        defer { g_free(text) }
        return String(cString: text)
    }

    /// Title, author, subject, keywords, and the XMP packet.
    fileprivate var metadata: [String] {
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
