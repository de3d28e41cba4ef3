public import Foundation
public import Reporting

/// facts.json: model and figures of one or more books, for other programs (schema `goalbook.facts/1`).
public struct FactsDocument: Encodable {
    static let currentSchema = "goalbook.facts/1"

    let schema = FactsDocument.currentSchema
    let books: [FactsBook]

    public init(_ reports: [Report]) {
        books = reports.map(FactsBook.init)
    }

    /// UTF-8, keys sorted, the same bytes for the same reports.
    ///
    /// - Throws: `EncodingError`, which no report can cause.
    public func json() throws -> Data {
        try ReadableJSON.data(self)
    }
}

/// How every JSON file of ours is written: readable, keys sorted, the same bytes for the same values.
public enum ReadableJSON {
    public static func data(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(value)
        data.append(UInt8(ascii: "\n"))
        return data
    }
}

/// A value that is written as `null`, and not left out, when it is missing.
struct OrNull<Value: Encodable>: Encodable {
    let value: Value?

    init(_ value: Value?) {
        self.value = value
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}
