internal import Text

/// The objects of a file as Cairo 1.16 writes it: a plain cross-reference table at the end, pages in one flat list, streams that
/// begin with a reference to their length.
struct CairoFile {
    let bytes: [UInt8]
    /// By number, those that the pages need; Cairo's structure, catalogue and information are left out.
    private(set) var objects: [Object?]
    let pagesRoot: Int
    /// The object numbers of the pages in order.
    let pages: [Int]

    /// Where an object's parts are in the file.
    enum Object {
        case text(Range<Int>)
        /// The entries of the dictionary beside `Length`, and the data as they are.
        case stream(entries: Range<Int>, data: Range<Int>)
    }

    /// - Parameter taken: what was taken out of it.
    init(_ bytes: [UInt8], taken: TakenContents = TakenContents()) throws(PrintingError) {
        var scanner = ByteScanner(bytes, at: max(0, bytes.count - 64))
        guard scanner.find("startxref", before: bytes.count), let end = scanner.number(), taken.place(ofOffset: end) < bytes.count
        else {
            throw .unknownShape("文件结尾")
        }
        let offsets = try CairoFile.offsets(inTableAt: taken.place(ofOffset: end), &scanner, taken)
        guard scanner.take("trailer"), scanner.find("/Root", before: bytes.count), let root = scanner.reference(),
            let catalogue = CairoFile.object(root, offsets, bytes),
            let pagesRoot = CairoFile.references(of: "/Pages", in: catalogue, bytes).first,
            let list = CairoFile.object(pagesRoot, offsets, bytes)
        else { throw .unknownShape("目录对象") }
        self.bytes = bytes
        self.pagesRoot = pagesRoot
        pages = CairoFile.references(of: "/Kids", in: list, bytes)
        objects = Array(repeating: nil, count: offsets.count)
        var wanted = [pagesRoot]
        while let number = wanted.popLast() {
            if taken.objects.contains(number) { continue }
            guard objects.indices.contains(number), let object = CairoFile.object(number, offsets, bytes) else {
                throw .unknownShape("对象\(number)")
            }
            guard objects[number] == nil else { continue }
            objects[number] = object
            if case .text(let range) = object { wanted += CairoFile.references(in: range, bytes) }
        }
    }

    /// Where each object begins; `nil` for free numbers.
    private static func offsets(
        inTableAt table: Int, _ scanner: inout ByteScanner, _ taken: TakenContents
    ) throws(PrintingError) -> [Int?] {
        let bytes = scanner.bytes
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
            guard let offset = scanner.number().map(taken.place), offset < table else { throw .unknownShape("交叉引用表") }
            offsets.append(bytes[start + index * 20 + 17] == UInt8(ascii: "n") ? offset : nil)
        }
        scanner.position = start + count * 20
        return offsets
    }

    private static func object(_ number: Int, _ offsets: [Int?], _ bytes: [UInt8]) -> Object? {
        guard var scanner = body(of: number, offsets, bytes) else { return nil }
        let start = scanner.position
        if scanner.take("<<"), scanner.take("/Length"), let length = scanner.reference() {
            let entries = scanner.position
            guard var value = body(of: length, offsets, bytes), let count = value.number(),
                scanner.find("stream\n", before: bytes.count)
            else { return nil }
            let data = scanner.position..<(scanner.position + count)
            var end = data.lowerBound - 7
            while end > entries, bytes[end - 1] <= 0x20 { end -= 1 }
            scanner.position = data.upperBound
            guard end - 2 >= entries, bytes[(end - 2)..<end].elementsEqual(">>".utf8), scanner.take("endstream") else {
                return nil
            }
            return .stream(entries: entries..<(end - 2), data: data)
        }
        scanner.position = start
        guard scanner.find("endobj", before: bytes.count) else { return nil }
        var end = scanner.position - 6
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return .text(start..<end)
    }

    /// A scanner at what stands behind `12 0 obj`.
    private static func body(of number: Int, _ offsets: [Int?], _ bytes: [UInt8]) -> ByteScanner? {
        guard offsets.indices.contains(number), let offset = offsets[number] else { return nil }
        var scanner = ByteScanner(bytes, at: offset)
        guard scanner.number() == number, scanner.take("0"), scanner.take("obj") else { return nil }
        scanner.skipSpace()
        return scanner
    }

    /// The object numbers that follow a key, one or an array of them.
    static func references(of key: StaticString, in object: Object, _ bytes: [UInt8]) -> [Int] {
        guard case .text(let range) = object else { return [] }
        var scanner = ByteScanner(bytes, at: range.lowerBound)
        guard scanner.find(key, before: range.upperBound) else { return [] }
        guard scanner.take("[") else { return scanner.reference().map { [$0] } ?? [] }
        var numbers: [Int] = []
        while let number = scanner.reference() { numbers.append(number) }
        return scanner.take("]") ? numbers : []
    }

    /// All object numbers in an object's text.
    private static func references(in range: Range<Int>, _ bytes: [UInt8]) -> [Int] {
        var scanner = ByteScanner(bytes, at: range.lowerBound)
        var numbers: [Int] = []
        while scanner.find(" 0 R", before: range.upperBound) {
            var number = 0
            var factor = 1
            var place = scanner.position - 5
            while place >= range.lowerBound, bytes[place].isDigit, factor < 1 << 40 {
                number += factor * Int(bytes[place] - 0x30)
                factor *= 10
                place -= 1
            }
            if factor > 1 { numbers.append(number) }
        }
        return numbers
    }
}
