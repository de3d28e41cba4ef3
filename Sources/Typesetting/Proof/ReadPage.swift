internal import CPoppler

/// The characters of a page and their places, as Poppler finds them.
struct ReadPage {
    struct Character {
        var scalar: Unicode.Scalar
        /// The middle of its box, in pt from the page's upper left corner.
        var x: Double
        var y: Double
        /// Its box's edges and height, in pt.
        var left: Double
        var right: Double
        var height: Double
    }

    /// As Poppler gives it to a reader.
    let text: String
    /// In Poppler's reading order, without blanks.
    private(set) var characters: [Character] = []

    /// - Returns: `nil` when Poppler does not give a place for each of its characters.
    init?(_ page: OpaquePointer) {
        guard let text = poppler_page_get_text(page) else { return nil }
        defer { g_free(text) }
        self.text = String(cString: text)
        var boxes: UnsafeMutablePointer<PopplerRectangle>?
        var count: UInt32 = 0
        guard poppler_page_get_text_layout(page, &boxes, &count) != 0, let boxes else {
            // A page without text has no places either.
            if text.pointee == 0 { return }
            return nil
        }
        defer { g_free(boxes) }
        characters.reserveCapacity(Int(count))
        var index = 0
        for scalar in self.text.unicodeScalars {
            // Marks of writing direction are Poppler's own; they have no place.
            if (0x202A...0x202E).contains(scalar.value) { continue }
            guard index < count else { return nil }
            let box = boxes[index]
            index += 1
            if scalar.isSpace { continue }
            characters.append(
                Character(
                    scalar: scalar, x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2, left: box.x1, right: box.x2,
                    height: box.y2 - box.y1))
        }
        guard index == count else { return nil }
    }
}

extension Unicode.Scalar {
    /// As Unicode's property White_Space says, without looking it up for Chinese characters.
    fileprivate var isSpace: Bool {
        value > 0x20 && value < 0x85 || value > 0x3000 ? false : properties.isWhitespace
    }
}

/// A PDF in the hands of Poppler, which reads it as any other program would.
///
/// It gets the file without its colour profile, which changes no text: see ``ColourProfile/removed(from:)``.
struct PopplerFile: ~Copyable {
    let document: OpaquePointer

    init(_ bytes: [UInt8]) throws(PrintingError) {
        let bytes = ColourProfile.removed(from: bytes)
        let data = g_bytes_new(bytes, gsize(bytes.count))
        defer { g_bytes_unref(data) }
        guard let document = poppler_document_new_from_bytes(data, nil, nil) else { throw .unreadable }
        self.document = document
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(document))
    }

    var pageCount: Int { Int(poppler_document_get_n_pages(document)) }

    func page(_ index: Int) throws(PrintingError) -> ReadPage {
        guard let page = poppler_document_get_page(document, Int32(clamping: index)) else { throw .unreadable }
        defer { g_object_unref(UnsafeMutableRawPointer(page)) }
        guard let read = ReadPage(page) else { throw .unreadable }
        return read
    }
}
