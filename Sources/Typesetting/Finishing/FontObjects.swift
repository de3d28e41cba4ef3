/// Cairo's fonts, finished.
extension PDFObjects {
    /// Says what Cairo leaves out of its fonts, and shortly what it says at length.
    ///
    /// - Throws: when a font was not cut out of its file: then its letters may have no outlines, see ``GlyphMeasures``.
    mutating func finishFonts() throws(PrintingError) {
        for number in objects.indices {
            guard case .cairo(.text(let range)) = objects[number] else { continue }
            var scanner = ByteScanner(cairo, at: range.lowerBound)
            guard scanner.take("<<"), scanner.take("/Type") else { continue }
            if scanner.take("/FontDescriptor") {
                if scanner.find("/FontFile ", before: range.upperBound) { throw .unknownShape("字体") }
            } else if scanner.take("/Font"), scanner.take("/Subtype") {
                try finishFont(number, &scanner)
            }
        }
    }

    /// - Parameter scanner: behind `/Subtype`.
    private mutating func finishFont(_ number: Int, _ scanner: inout ByteScanner) throws(PrintingError) {
        let isTrueType = scanner.take("/CIDFontType2")
        if !isTrueType, scanner.take("/Type3") { throw .unknownShape("字体") }
        guard isTrueType || scanner.take("/CIDFontType0") else { return }
        // ISO 19005-2, 6.2.11.3.2: what Cairo leaves out because it is the default must be said.
        if isTrueType { try add("/CIDToGIDMap/Identity", to: number) }
        guard let object = objects[number], let text = text(of: object) else { return }
        if let short = FontWidths.shortened(Array(text)) { write(short, as: number) }
    }
}

/// The widths of a font's characters (ISO 32000-1, 9.7.4.3).
///
/// Cairo lists them all, and readers read the list for every page anew. Most are as wide as a font's characters are that are not
/// listed.
enum FontWidths {
    /// - Returns: the font's dictionary with the widths alone that are not usual; `nil` where it has no list of all.
    static func shortened(_ dictionary: [UInt8]) -> [UInt8]? {
        var scanner = ByteScanner(dictionary)
        guard scanner.find("/W [0 [", before: dictionary.count) else { return nil }
        let start = scanner.position - 7
        var widths: [Int] = []
        while let width = scanner.number() { widths.append(width) }
        guard scanner.take("]"), scanner.take("]") else { return nil }
        return Array(dictionary[..<start]) + Array(entry(widths).utf8) + Array(dictionary[scanner.position...])
    }

    /// Of characters that are not listed.
    private static let usual = 1_000

    private static func entry(_ widths: [Int]) -> String {
        var groups: [Range<Int>] = []
        for index in widths.indices where widths[index] != usual {
            // A group of its own costs more than two widths.
            if let last = groups.last, index - last.upperBound <= 2 {
                groups[groups.count - 1] = last.lowerBound..<(index + 1)
            } else {
                groups.append(index..<(index + 1))
            }
        }
        guard !groups.isEmpty else { return "" }
        return "/W[" + groups.map { "\($0.lowerBound)[\(widths[$0].map(String.init).joined(separator: " "))]" }.joined() + "]"
    }
}
