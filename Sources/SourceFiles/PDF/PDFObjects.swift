/// The objects of a PDF by their numbers, read when they are asked for (ISO 32000-1, 7.3.10 and 7.5).
///
/// What the file says of itself must be right: of a file cut off or patched by hand parts could be read and others lost
/// without a word, and so it is refused.
final class PDFObjects {
    private let bytes: [UInt8]
    private let budget: ReadingBudget
    private let inflate = PDFInflate()
    private let places: [Int: PDFReferences.Place]
    let trailer: [String: PDFValue]
    private var read: [Int: Object] = [:]
    private var packs: [Int: Pack] = [:]
    /// Numbers of the objects that are being read.
    private var open: Set<Int> = []

    struct Object {
        var value: PDFValue
        /// The place of a stream's data.
        var data: Range<Int>?
    }

    /// Objects that are packed together.
    private struct Pack {
        var bytes: [UInt8]
        var places: [Int]
    }

    /// - Throws: ``ReadingError`` for a file that is damaged or encrypted.
    init(_ bytes: [UInt8], _ budget: ReadingBudget) throws(ReadingError) {
        self.bytes = bytes
        self.budget = budget
        var references = PDFReferences(bytes, budget, inflate)
        try references.read()
        places = references.places
        trailer = references.trailer
        if let lock = trailer["Encrypt"], try !resolved(lock).isNull { throw .lockedPDF }
    }

    /// The value itself, where a reference stands for it.
    func resolved(_ value: PDFValue?) throws(ReadingError) -> PDFValue {
        var value = value ?? .null
        for _ in 0..<32 {
            guard let number = value.object else { return value }
            value = try object(number).value
        }
        return .null
    }

    func dictionary(_ value: PDFValue?) throws(ReadingError) -> [String: PDFValue]? {
        try resolved(value).entries
    }

    func array(_ value: PDFValue?) throws(ReadingError) -> [PDFValue]? {
        try resolved(value).elements
    }

    func integer(_ value: PDFValue?) throws(ReadingError) -> Int? {
        try resolved(value).integer
    }

    func name(_ value: PDFValue?) throws(ReadingError) -> String? {
        try resolved(value).name
    }

    func text(_ value: PDFValue?) throws(ReadingError) -> String? {
        try resolved(value).text
    }

    /// The unpacked data of a stream; `nil` for what is none.
    func stream(_ value: PDFValue?) throws(ReadingError) -> [UInt8]? {
        guard let number = value?.object else { return nil }
        let object = try object(number)
        guard let data = object.data, let entries = object.value.entries else { return nil }
        return try unpacked(data, entries)
    }

    private func unpacked(_ data: Range<Int>, _ entries: [String: PDFValue]) throws(ReadingError) -> [UInt8] {
        let filter = try resolved(entries["Filter"])
        var filters: [String] = []
        for value in filter.elements ?? [filter] { if let name = try name(value) { filters.append(name) } }
        let parameters = try resolved(entries["DecodeParms"])
        var tables: [[String: PDFValue]] = []
        for value in parameters.elements ?? [parameters] { tables.append(try dictionary(value) ?? [:]) }
        return try inflate.unpacked(bytes[data], filters: filters, parameters: tables)
    }

    /// An object that does not exist is null (ISO 32000-1, 7.3.10).
    private func object(_ number: Int) throws(ReadingError) -> Object {
        if let object = read[number] { return object }
        guard let place = places[number], open.insert(number).inserted else { return Object(value: .null) }
        defer { open.remove(number) }
        guard open.count < 60 else { throw .hostile("PDF的数据互相引用超过60层") }
        let object: Object
        switch place {
        case .offset(let offset): object = try self.object(number, at: offset)
        case .packed(let pack, let index):
            let pack = try self.pack(pack)
            guard pack.places.indices.contains(index) else { throw .damaged("PDF中有一个对象找不到") }
            var scanner = PDFScanner(pack.bytes, at: pack.places[index], budget)
            object = Object(value: try scanner.next() ?? .null)
        }
        read[number] = object
        return object
    }

    private func object(_ number: Int, at offset: Int) throws(ReadingError) -> Object {
        var scanner = PDFScanner(bytes, at: offset, budget)
        guard try scanner.begin(number) else { throw .damaged("PDF中第\(number)个对象不在它应在的位置") }
        let value = try scanner.next() ?? .null
        guard let entries = value.entries else { return Object(value: value) }
        let end = scanner.position
        guard case .word("stream") = try scanner.next() else {
            scanner.position = end
            return Object(value: value)
        }
        return Object(value: value, data: try scanner.data(length: try integer(entries["Length"])))
    }

    private func pack(_ number: Int) throws(ReadingError) -> Pack {
        if let pack = packs[number] { return pack }
        let object = try object(number)
        guard let data = object.data, let entries = object.value.entries, let first = try integer(entries["First"]), first >= 0,
            let count = try integer(entries["N"]), count >= 0
        else { throw .damaged("PDF中有一组对象读不出") }
        let bytes = try unpacked(data, entries)
        var scanner = PDFScanner(bytes, hasReferences: false, budget)
        var places: [Int] = []
        while places.count < count, scanner.position < first {
            guard try scanner.next() != nil, let place = try scanner.next()?.integer, place >= 0 else { break }
            places.append(first + place)
        }
        let pack = Pack(bytes: bytes, places: places)
        packs[number] = pack
        return pack
    }
}
