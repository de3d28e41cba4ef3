internal import Text

/// The objects of a PDF that is being finished: what is kept of a ``CairoFile``, and new ones.
struct PDFObjects {
    let cairo: [UInt8]
    /// By number.
    private(set) var objects: [Object?]
    /// Of those that are neither streams nor Cairo's.
    private var texts: [UInt8] = []
    /// Numbers of what is kept of Cairo's: pages, and what it takes to show them.
    let ofPages: Set<Int>
    /// Numbers that Cairo used for what is left out, the largest first.
    private var free: [Int]
    let deflate: Deflate

    enum Object {
        case cairo(CairoFile.Object)
        /// Where its text is.
        case text(Range<Int>)
        /// The entries of the dictionary beside `Length`, and the packed data.
        case stream(entries: String, data: [UInt8])
    }

    /// - Parameter contents: finished ones of pages, packed, by their numbers.
    init(_ file: CairoFile, contents: [Int: [UInt8]] = [:]) throws(PrintingError) {
        deflate = try Deflate()
        cairo = file.bytes
        objects = file.objects.map { $0.map(Object.cairo) }
        for (number, content) in contents {
            guard objects.indices.contains(number) else { throw .unknownShape("对象\(number)") }
            objects[number] = .stream(entries: PDFObjects.packed, data: content)
        }
        ofPages = Set(file.objects.indices.filter { file.objects[$0] != nil })
        free = file.objects.indices.dropFirst().filter { file.objects[$0] == nil && contents[$0] == nil }.reversed()
    }

    /// Makes room for so many bytes of texts, rather than for twice as many when half of them are full.
    mutating func reserveTexts(_ count: Int) { texts.reserveCapacity(texts.count + count) }

    /// A number for an object that is written later.
    mutating func reserve() -> Int {
        if let number = free.popLast() { return number }
        objects.append(nil)
        return objects.count - 1
    }

    mutating func add(_ text: String) -> Int {
        let number = reserve()
        write(text, as: number)
        return number
    }

    mutating func write(_ text: String, as number: Int) {
        write(as: number) { $0 += text.utf8 }
    }

    /// - Parameter body: adds the object's text to that of others.
    mutating func write(as number: Int, _ body: (inout [UInt8]) -> Void) {
        let start = texts.count
        body(&texts)
        objects[number] = .text(start..<texts.count)
    }

    /// - Parameters:
    ///   - entries: of the dictionary beside `Length` and `Filter`.
    ///   - isPlain: whether every program must find the content without unpacking it.
    mutating func addStream(_ entries: String, _ content: [UInt8], isPlain: Bool = false) throws(PrintingError) -> Int {
        let number = reserve()
        objects[number] =
            isPlain
            ? .stream(entries: entries, data: content)
            : .stream(entries: entries + PDFObjects.packed, data: try deflate.packed(content))
        return number
    }

    /// What a stream's dictionary says where it is packed.
    private static let packed = "/Filter/FlateDecode"

    /// Changes the content of one of Cairo's pages that is not finished yet.
    ///
    /// - Parameter change: gets the content unpacked.
    mutating func rewriteContent(ofPage page: Int, _ change: ([UInt8]) throws(PrintingError) -> [UInt8]) throws(PrintingError) {
        guard case .cairo(let dictionary) = objects[page],
            let number = CairoFile.references(of: "/Contents", in: dictionary, cairo).first, let object = objects[number]
        else { throw .unknownShape("页面") }
        if case .stream = object { return }
        guard case .cairo(.stream(_, let data)) = object else { throw .unknownShape("页面") }
        let changed = try change(try deflate.unpacked(cairo[data]))
        objects[number] = .stream(entries: PDFObjects.packed, data: try deflate.packed(changed))
    }

    /// Packs what else Cairo wrote, such as fonts and pictures: it has stored them as they are, see ``PDFDocument``.
    mutating func packStreams() throws(PrintingError) {
        for number in objects.indices {
            guard case .cairo(.stream(let entries, let data)) = objects[number] else { continue }
            var scanner = ByteScanner(cairo, at: entries.lowerBound)
            guard scanner.find("/Filter /FlateDecode", before: entries.upperBound) else { continue }
            let text = String(decoding: cairo[entries], as: UTF8.self)
            let isFont = text.contains("/CIDFontType0C") || text.contains("/Length1")
            let content = try deflate.unpacked(cairo[data])
            let short = CharacterMap.shortened(content) ?? content
            objects[number] = .stream(entries: text, data: try deflate.packed(short, quickly: isFont))
        }
    }

    /// Adds entries to one of Cairo's dictionaries.
    ///
    /// - Parameter key: an entry with a number, which is left out.
    mutating func add(_ entries: String, to number: Int, without key: StaticString? = nil) throws(PrintingError) {
        guard case .cairo(.text(let range)) = objects[number], range.count >= 4,
            cairo[(range.upperBound - 2)..<range.upperBound].elementsEqual(">>".utf8)
        else { throw .unknownShape("对象\(number)") }
        let end = range.upperBound - 2
        let start = texts.count
        var scanner = ByteScanner(cairo, at: range.lowerBound)
        if let key, scanner.find(key, before: end) {
            texts += cairo[range.lowerBound..<(scanner.position - key.utf8CodeUnitCount)]
            guard scanner.number() != nil else { throw .unknownShape("对象\(number)") }
            texts += cairo[scanner.position..<end]
        } else {
            texts += cairo[range.lowerBound..<end]
        }
        texts += entries.utf8
        texts += ">>".utf8
        objects[number] = .text(start..<texts.count)
    }

    /// The text of an object that is no stream; empty where there is none.
    func text(of number: Int) -> ArraySlice<UInt8> {
        objects[number].flatMap(text) ?? []
    }

    func text(of object: Object) -> ArraySlice<UInt8>? {
        switch object {
        case .cairo(.text(let range)): cairo[range]
        case .text(let range): texts[range]
        case .cairo(.stream), .stream: nil
        }
    }

    /// The dictionary's entries and the data of a stream.
    func stream(of object: Object) -> (entries: ArraySlice<UInt8>, data: ArraySlice<UInt8>)? {
        switch object {
        case .cairo(.stream(let entries, let data)): (cairo[entries], cairo[data])
        case .stream(let entries, let data): (Array(entries.utf8)[...], data[...])
        case .cairo(.text), .text: nil
        }
    }

    /// About how many bytes all objects take in a file; texts are packed to a quarter or less.
    var packedSize: Int {
        objects.reduce(4_096) { size, object in
            switch object {
            case .stream(_, let data): size + data.count + 80
            case .cairo(.stream(_, let data)): size + data.count + 80
            case .cairo(.text(let range)), .text(let range): size + range.count / 4
            case nil: size
            }
        }
    }

    /// Replaces an object's text.
    mutating func write(_ text: [UInt8], as number: Int) {
        write(as: number) { $0 += text }
    }
}

/// How values are written in a PDF (ISO 32000-1, 7.3).
enum PDFSyntax {
    /// A text string in UTF-16 as hexadecimal digits, so that nothing needs an escape.
    static func string(_ text: String) -> String {
        "<FEFF" + text.utf16.map { $0.padded(to: 4, radix: 16, uppercase: true) }.joined() + ">"
    }

    /// A length in pt with at most two decimals.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1_000_000 else { return "0" }
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths.magnitude % 100
        let whole = (hundredths < 0 ? "-" : "") + String(hundredths.magnitude / 100)
        return rest == 0 ? whole : rest % 10 == 0 ? whole + ".\(rest / 10)" : whole + (rest < 10 ? ".0\(rest)" : ".\(rest)")
    }

    static func references(_ numbers: [Int]) -> String {
        "[" + numbers.map { "\($0) 0 R" }.joined(separator: " ") + "]"
    }
}
