internal import Aggregation
public import Appraisal
public import Diagnostics
public import Foundation
public import GoalModel
public import Reporting

/// facts.json: model and figures of one or more books, for other programs and to be read back (schema `goalbook.facts/1`).
public enum FactsFile {
    /// - Returns: UTF-8, keys sorted, the same bytes for the same reports.
    /// - Throws: `EncodingError`, which no report can cause.
    public static func json(_ reports: [Report]) throws -> Data {
        try ReadableJSON.data(FactsDocument(books: reports.map(FactsBook.init)))
    }

    /// Whether a file is to be read as facts: JSON by its first byte, and by its extension or by what it says of itself.
    public static func isOne(_ bytes: [UInt8], path: String) -> Bool {
        guard let first = bytes[JSONCheck.start(of: bytes)...].first else { return false }
        let isNamed = path.lowercased().hasSuffix(".json")
        if first == UInt8(ascii: "[") { return isNamed }
        return first == UInt8(ascii: "{") && (isNamed || Data(bytes).range(of: Data("goalbook.facts".utf8)) != nil)
    }

    /// The books of a facts.json, or of what `goalbook facts` printed, each with what has to be said of it.
    ///
    /// A value that cannot be is left out with a diagnostic; only what is no facts file at all is an error. Books of
    /// versions that did not write places have none, and a hint says so.
    ///
    /// - Parameter path: the file as results show it.
    /// - Throws: ``FactsError`` for other JSON, and for what is damaged or hostile.
    public static func books(
        _ bytes: [UInt8], path: String
    ) throws(FactsError) -> [(book: GoalBook, diagnostics: [Diagnostic], review: RecordedReview?, progress: YearProgress?)] {
        let document = try FactsDocument<FactsPart<FactsContent>>(JSONCheck(bytes))
        guard !document.books.isEmpty else { throw .noBooks }
        return document.books.map { book in
            let read = FactsBookReading.book(book.head, book.part, path: path)
            return (read.book, read.diagnostics, book.part.review, book.year.progress?.progress)
        }
    }

    /// What the county's overview needs of each book.
    ///
    /// - Parameter engine: by which figures are made anew, with the settings that a book brings along.
    /// - Returns: `nil` for a file of an older version, which lacks it and must be read in full.
    /// - Throws: ``FactsError`` for other JSON, for what is damaged or hostile, and for figures that contradict each other.
    public static func towns(_ bytes: [UInt8], _ engine: Reviewer) throws(FactsError) -> [FactsTown]? {
        let check = try JSONCheck(bytes)
        // Of two members of one name nobody knows which is meant.
        if let repeated = check.repeated { throw .malformed(repeated, "写了两次") }
        let document: FactsDocument<FactsPart<FactsFigures>>
        do throws(FactsError) { document = try FactsDocument(check) } catch {
            throw error.withoutBook
        }
        guard !document.books.isEmpty else { throw .noBooks }
        var towns: [FactsTown] = []
        for (index, book) in document.books.enumerated() where check.books.indices.contains(index) {
            let tally = check.tallies[index]
            var review: RecordedReview?
            if let range = tally.review, !bytes[range].elementsEqual("null".utf8) {
                review = try? JSONDecoder().decode(RecordedReview.self, from: Data(bytes[range]))
                guard let review else { throw .malformed("review", "的内容读不出") }
                // Where nothing is judged there is no score to believe.
                if review.leavesNoRule { throw .malformed("review", "关闭了全部审核规则，得分没有意义") }
            }
            try tally.agree(with: book.part, of: book.head, review: review, engine)
            guard let town = try FactsTown(book.head, book.part, book.year, check.books[index], tally) else { return nil }
            towns.append(town)
        }
        return towns
    }
}

extension EarlierBooks {
    /// Adds the books of a facts.json that an earlier run wrote.
    ///
    /// - Throws: ``FactsError`` for bytes that are no facts.
    public mutating func add(facts bytes: [UInt8]) throws(FactsError) {
        for book in try FactsDocument<FactsBook>(JSONCheck(bytes)).books { add(Edition(book)) }
    }
}

/// The whole of facts.json.
struct FactsDocument<Book> {
    let books: [Book]

    private enum CodingKeys: String, CodingKey {
        case schema, books
    }
}

extension FactsDocument: Encodable where Book: Encodable {
    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(FactsError.schema, forKey: .schema)
        try values.encode(books, forKey: .books)
    }
}

extension FactsDocument: Decodable where Book: Decodable {
    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let schema = try? values.decode(String.self, forKey: .schema)
        guard schema == FactsError.schema else { throw FactsError.otherSchema(schema.map { String($0.prefix(60)) }) }
        books = try values.decode([Book].self, forKey: .books)
    }

    init(_ check: JSONCheck) throws(FactsError) {
        guard check.isObject else { throw .otherSchema(nil) }
        do {
            self = try check.bytes.withUnsafeBytes { bytes in
                let json = UnsafeMutableRawBufferPointer(
                    mutating: UnsafeRawBufferPointer(rebasing: bytes[JSONCheck.start(of: check.bytes)...]))
                // The decoder only reads, and what it makes of the bytes is its own.
                guard let start = json.baseAddress else { throw FactsError.damaged }
                return try JSONDecoder().decode(Self.self, from: Data(bytesNoCopy: start, count: json.count, deallocator: .none))
            }
        } catch {
            switch error {
            case let error as FactsError: throw error
            case let error as DecodingError: throw FactsError(error)
            default: throw .damaged
            }
        }
    }
}
