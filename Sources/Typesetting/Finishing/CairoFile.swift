/// The objects of a file as Cairo 1.16 writes it: a plain cross-reference table at the end, pages in one flat list.
struct CairoFile {
    /// Everything before the cross-reference table.
    let body: ArraySlice<UInt8>
    /// Where each object begins, by its number; `nil` for those that are left out of the finished file.
    private(set) var offsets: [Int?]
    let pagesRoot: Int
    /// The object numbers of the pages in order.
    let pages: [Int]
    /// The object numbers of TrueType fonts; office fonts such as 仿宋_GB2312 are of this kind.
    private(set) var trueTypeFonts: [Int] = []

    init(_ bytes: [UInt8]) throws(PrintingError) {
        var scanner = ByteScanner(bytes, at: max(0, bytes.count - 64))
        guard scanner.find("startxref", before: bytes.count), let table = scanner.number(), table < bytes.count else {
            throw .unknownShape("文件结尾")
        }
        scanner.position = table
        guard scanner.take("xref"), scanner.number() == 0, let count = scanner.number(), count * 20 <= bytes.count else {
            throw .unknownShape("交叉引用表")
        }
        scanner.skipSpace()
        let start = scanner.position
        guard start + count * 20 <= bytes.count else { throw .unknownShape("交叉引用表") }
        var offsets: [Int?] = []
        offsets.reserveCapacity(count)
        for index in 0..<count {
            scanner.position = start + index * 20
            guard let offset = scanner.number(), offset < table else { throw .unknownShape("交叉引用表") }
            offsets.append(bytes[start + index * 20 + 17] == 0x6E ? offset : nil)
        }
        scanner.position = start + count * 20
        guard scanner.take("trailer"), scanner.find("/Root", before: bytes.count), let root = scanner.reference(),
            var value = CairoFile.value(of: "/Pages", in: root, offsets, bytes), let pagesRoot = value.reference(),
            let pages = CairoFile.kids(of: pagesRoot, offsets, bytes)
        else { throw .unknownShape("目录对象") }
        self.pagesRoot = pagesRoot
        self.pages = pages
        self.offsets = offsets
        body = bytes[..<table]
        self.offsets[root] = nil
        sortObjects(in: bytes)
    }

    /// A scanner behind a key of an object; Cairo's dictionaries are short and hold no text before what is asked for here.
    private static func value(of key: StaticString, in object: Int, _ offsets: [Int?], _ bytes: [UInt8]) -> ByteScanner? {
        guard offsets.indices.contains(object), let offset = offsets[object] else { return nil }
        var scanner = ByteScanner(bytes, at: offset)
        return scanner.find(key, before: offset + 200) ? scanner : nil
    }

    private static func kids(of pagesRoot: Int, _ offsets: [Int?], _ bytes: [UInt8]) -> [Int]? {
        guard var scanner = value(of: "/Kids", in: pagesRoot, offsets, bytes), scanner.take("[") else { return nil }
        var pages: [Int] = []
        while !scanner.take("]") {
            guard let page = scanner.reference(), value(of: "/Type /Page", in: page, offsets, bytes) != nil else { return nil }
            pages.append(page)
        }
        return pages
    }

    /// Leaves out Cairo's own structure, for libqpdf would read each of its thousands of objects only to drop it, and notes the
    /// TrueType fonts.
    private mutating func sortObjects(in bytes: [UInt8]) {
        for (index, offset) in offsets.enumerated() {
            guard let offset else { continue }
            var scanner = ByteScanner(bytes, at: offset)
            guard scanner.number() == index, scanner.take("0"), scanner.take("obj"), scanner.take("<<"), scanner.take("/Type")
            else { continue }
            if scanner.take("/StructElem") || scanner.take("/StructTreeRoot") {
                offsets[index] = nil
            } else if scanner.take("/Font"), scanner.take("/Subtype"), scanner.take("/CIDFontType2") {
                trueTypeFonts.append(index)
            }
        }
    }
}
