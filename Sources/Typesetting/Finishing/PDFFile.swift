internal import Text

/// A PDF 1.7 as bytes: streams, the other objects packed together, and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
struct PDFFile {
    private(set) var bytes: [UInt8] = Array("%PDF-1.7\n%\u{E2}\u{E3}\n".utf8)
    /// By number.
    private var places: [Place?]

    private enum Place {
        case offset(Int)
        /// Inside another object.
        case inside(Int, index: Int)
    }

    /// How many objects are packed together: readers unpack all of them to get at one, so that what shows a page lies apart
    /// from the structure.
    private static let packSize = 1_000

    /// - Parameter packed: `false` leaves every object readable.
    init(_ objects: PDFObjects, root: Int, info: Int, packed: Bool = true) throws(PrintingError) {
        places = Array(repeating: nil, count: objects.objects.count)
        // A list that grows by doubling is held twice when it is largest.
        bytes.reserveCapacity(objects.packedSize)
        var (shown, structure) = ([root, info], [Int]())
        for (number, object) in objects.objects.enumerated() {
            guard let object else { continue }
            if let stream = objects.stream(of: object) {
                add(stream.entries, stream.data, as: number)
            } else if objects.ofPages.contains(number) {
                shown.append(number)
            } else if number != root, number != info {
                structure.append(number)
            }
        }
        for small in [shown, structure] {
            if packed {
                for start in stride(from: 0, to: small.count, by: PDFFile.packSize) {
                    try pack(small[start..<min(start + PDFFile.packSize, small.count)], of: objects)
                }
            } else {
                for number in small { add(objects.text(of: number), as: number) }
            }
        }
        try addReferences(root: root, info: info, objects.deflate)
    }

    private mutating func begin(_ number: Int) {
        places[number] = .offset(bytes.count)
        bytes += "\(number) 0 obj\n".utf8
    }

    private mutating func add(_ text: ArraySlice<UInt8>, as number: Int) {
        begin(number)
        bytes += text
        bytes += "\nendobj\n".utf8
    }

    /// ISO 19005-2, 6.1.7.1 wants an end-of-line before `endstream`.
    private mutating func add(_ entries: some Collection<UInt8>, _ data: some Collection<UInt8>, as number: Int) {
        begin(number)
        bytes += "<<".utf8
        bytes += entries
        bytes += "/Length \(data.count)>>\nstream\n".utf8
        bytes += data
        bytes += "\nendstream\nendobj\n".utf8
    }

    private mutating func pack(_ group: ArraySlice<Int>, of objects: PDFObjects) throws(PrintingError) {
        let own = places.count
        places.append(nil)
        var index: [UInt8] = []
        var texts: [UInt8] = []
        for (place, number) in group.enumerated() {
            places[number] = .inside(own, index: place)
            index.add(number)
            index.add(" ")
            index.add(texts.count)
            index.add(" ")
            texts += objects.text(of: number)
            texts.append(0x0A)
        }
        let entries = "/Type/ObjStm/N \(group.count)/First \(index.count)/Filter/FlateDecode"
        add(entries.utf8, try objects.deflate.packed(index + texts), as: own)
    }

    /// The cross-reference stream; each row says how it differs from the one before, which packs best.
    private mutating func addReferences(root: Int, info: Int, _ deflate: Deflate) throws(PrintingError) {
        let own = places.count
        places.append(.offset(bytes.count))
        var rows: [UInt8] = []
        rows.reserveCapacity(places.count * 8)
        // The fields of a row, the last byte lowest.
        var before: UInt64 = 0
        for place in places {
            let fields: (kind: Int, first: Int, second: Int) =
                switch place {
                case .offset(let offset): (1, offset, 0)
                case .inside(let number, let index): (2, number, index)
                case nil: (0, 0, 65_535)
                }
            let row =
                UInt64(fields.kind) << 48 | UInt64(UInt32(truncatingIfNeeded: fields.first)) << 16
                | UInt64(UInt16(truncatingIfNeeded: fields.second))
            rows.append(2)
            for shift in stride(from: 48, through: 0, by: -8) {
                rows.append(UInt8(truncatingIfNeeded: row >> shift) &- UInt8(truncatingIfNeeded: before >> shift))
            }
            before = row
        }
        let identifier = PDFFile.identifier(of: bytes)
        let start = bytes.count
        let entries =
            "/Type/XRef/Size \(places.count)/W[1 4 2]/Root \(root) 0 R/Info \(info) 0 R/ID[<\(identifier)><\(identifier)>]"
            + "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>"
        add(entries.utf8, try deflate.packed(rows), as: own)
        bytes += "startxref\n\(start)\n%%EOF\n".utf8
    }

    /// Sixteen bytes that depend on nothing but the content (ISO 32000-1, 14.4).
    private static func identifier(of bytes: [UInt8]) -> String {
        String(sha256(bytes).prefix(32))
    }
}
