internal import Text

/// A book that this program has printed.
///
/// Its cover, table of contents and appendices are made of the book; read again they would be texts that belong nowhere.
enum PrintedBook {
    /// What the metadata of every such file say, which are never packed.
    static func isOne(_ pdf: [UInt8]) -> Bool {
        let mark = Array("<xmp:CreatorTool>goalbook<".utf8)
        return pdf.withUnsafeBufferPointer { pdf in mark.withUnsafeBufferPointer { pdf.place(of: $0, from: 0) != nil } }
    }

    /// The two parts of each book; all of a file that has none, such as a sheet of one project.
    static func parts(of blocks: [SourceDocument.Block]) -> [SourceDocument.Block] {
        var isInside = false
        let parts = blocks.filter { block in
            if case .paragraph(let paragraph) = block, paragraph.isMarkedHeading {
                if ["第一部分", "第二部分"].contains(where: paragraph.text.hasPrefix) { isInside = true }
                if paragraph.text.hasPrefix("附录") { isInside = false }
            }
            return isInside
        }
        return parts.isEmpty ? blocks : parts
    }
}
