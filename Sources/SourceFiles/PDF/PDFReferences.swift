internal import Text

/// The tables in which a PDF says where its objects are (ISO 32000-1, 7.5.4 to 7.5.8).
struct PDFReferences {
    private(set) var places: [Int: Place] = [:]
    /// Of the newest table.
    private(set) var trailer: [String: PDFValue] = [:]
    private let bytes: [UInt8]
    private let budget: ReadingBudget
    private let inflate: PDFInflate
    /// Numbers whose newest entry says that they are free.
    private var freed: Set<Int> = []

    enum Place {
        case offset(Int)
        /// The object of packed ones, and the place among them.
        case packed(Int, index: Int)
    }

    init(_ bytes: [UInt8], _ budget: ReadingBudget, _ inflate: PDFInflate) {
        (self.bytes, self.budget, self.inflate) = (bytes, budget, inflate)
    }

    private static let cutOff = ReadingError.damaged("PDF没有结尾")
    private static let wrong = ReadingError.damaged("PDF的对象目录读不出")

    /// Reads the newest table and those that it was added to.
    mutating func read() throws(ReadingError) {
        let tail = max(0, bytes.count - 2_048)
        guard let mark = bytes[tail...].lastPlace(of: "startxref") else { throw PDFReferences.cutOff }
        var scanner = PDFScanner(bytes, at: mark + 9, hasReferences: false, budget)
        guard let start = try scanner.next()?.integer else { throw PDFReferences.cutOff }
        var next: Int? = start
        var seen: Set<Int> = []
        while let place = next {
            guard bytes.indices.contains(place) else { throw PDFReferences.wrong }
            guard seen.insert(place).inserted, seen.count <= 1_000 else { throw .hostile("PDF的对象目录循环引用") }
            let entries = try table(at: place)
            if seen.count == 1 { trailer = entries }
            // In files for old and new readers newer objects are listed apart.
            if let hybrid = entries["XRefStm"]?.integer, bytes.indices.contains(hybrid), seen.insert(hybrid).inserted {
                _ = try table(at: hybrid)
            }
            next = entries["Prev"]?.integer
        }
    }

    /// - Returns: the table's trailer.
    private mutating func table(at place: Int) throws(ReadingError) -> [String: PDFValue] {
        var scanner = PDFScanner(bytes, at: place, budget)
        scanner.skipSpace()
        if bytes[scanner.position...].starts(with: Array("xref".utf8)) {
            scanner.position += 4
            return try plainTable(&scanner)
        }
        guard try scanner.begin(nil), let entries = try scanner.next()?.entries, case .word("stream") = try scanner.next() else {
            throw PDFReferences.wrong
        }
        try packedTable(entries, try scanner.data(length: entries["Length"]?.integer))
        return entries
    }

    private mutating func plainTable(_ scanner: inout PDFScanner) throws(ReadingError) -> [String: PDFValue] {
        while let first = try scanner.next() {
            if case .word("trailer") = first {
                guard let entries = try scanner.next()?.entries else { break }
                return entries
            }
            guard let start = first.integer, let count = try scanner.next()?.integer, start >= 0, count >= 0, count < 10_000_000
            else { break }
            for number in start..<(start + count) {
                guard let offset = try scanner.next()?.integer, try scanner.next() != nil,
                    case .word(let kind) = try scanner.next()
                else { throw PDFReferences.wrong }
                note(number, kind == "n" ? .offset(offset) : nil)
            }
        }
        throw PDFReferences.wrong
    }

    private mutating func packedTable(_ entries: [String: PDFValue], _ data: Range<Int>) throws(ReadingError) {
        let filter = entries["Filter"].map { $0.elements ?? [$0] } ?? []
        let parameters = entries["DecodeParms"].map { $0.elements ?? [$0] } ?? []
        let rows = try inflate.unpacked(
            bytes[data], filters: filter.compactMap(\.name), parameters: parameters.map { $0.entries ?? [:] })
        let widths = (entries["W"]?.elements ?? []).compactMap(\.integer)
        guard widths.count == 3, widths.allSatisfy({ (0...7).contains($0) }), let size = entries["Size"]?.integer else {
            throw PDFReferences.wrong
        }
        let width = widths.reduce(0, +)
        let sections = entries["Index"]?.elements?.compactMap(\.integer) ?? [0, size]
        guard width > 0, sections.count.isMultiple(of: 2), sections.allSatisfy({ (0..<10_000_000).contains($0) }) else {
            throw PDFReferences.wrong
        }
        var position = 0
        for pair in stride(from: 0, to: sections.count, by: 2) {
            for number in sections[pair]..<(sections[pair] + sections[pair + 1]) {
                guard position + width <= rows.count else { return }
                try budget.spend(steps: 1)
                var fields = [0, 0, 0]
                var place = position
                for field in 0..<3 {
                    for _ in 0..<widths[field] {
                        fields[field] = fields[field] << 8 | Int(rows[place])
                        place += 1
                    }
                }
                position += width
                switch widths[0] == 0 ? 1 : fields[0] {
                case 1: note(number, .offset(fields[1]))
                case 2: note(number, .packed(fields[1], index: fields[2]))
                default: note(number, nil)
                }
            }
        }
    }

    /// Of several entries for one object the newest counts, which is read first.
    private mutating func note(_ number: Int, _ place: Place?) {
        guard places[number] == nil, !freed.contains(number) else { return }
        if let place { places[number] = place } else { freed.insert(number) }
    }
}

extension PDFScanner {
    /// Goes over `12 0 obj`; false where something else stands.
    mutating func begin(_ number: Int?) throws(ReadingError) -> Bool {
        guard position >= 0, position < bytes.count, let first = try next()?.integer, try next()?.integer != nil,
            case .word("obj") = try next()
        else { return false }
        return number == nil || number == first
    }

    /// The place of a stream's data, behind the word `stream`.
    mutating func data(length: Int?) throws(ReadingError) -> Range<Int> {
        if position < bytes.count, bytes[position] == 0x0D { position += 1 }
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        let start = position
        guard let length, length >= 0, length <= bytes.count - start else { throw .damaged("PDF中有一段内容不完整") }
        position = start + length
        guard case .word("endstream") = try next() else { throw .damaged("PDF中有一段内容的长度不对") }
        return start..<(start + length)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func lastPlace(of word: String) -> Int? {
        let word = Array(word.utf8)
        return indices.dropLast(word.count - 1).last { self[$0..<($0 + word.count)].elementsEqual(word) }
    }
}
