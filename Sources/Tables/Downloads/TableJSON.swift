internal import Facts
internal import Foundation
internal import Text

extension DataTable {
    /// The table as JSON (schema `goalbook.table/1`), a row an object; keys sorted, numbers as numbers.
    ///
    /// - Parameter name: of the file, without its ending.
    /// - Throws: `EncodingError`, which no table can cause.
    package func json(_ name: String, town: String, year: String) throws -> Data {
        let keys = heads.map(\.key)
        return try ReadableJSON.data(
            Document(
                town: town, year: year, table: name, columns: heads.map { Heading(key: $0.key, title: $0.title) },
                rows: rows.map { Dictionary(zip(keys, $0.map(Value.init)), uniquingKeysWith: { first, _ in first }) }))
    }

    private struct Document: Encodable {
        let schema = "goalbook.table/1"
        let town: String
        let year: String
        let table: String
        let columns: [Heading]
        let rows: [[String: Value]]
    }

    private struct Heading: Encodable {
        let key: String
        let title: String
    }

    private struct Value: Encodable {
        let cell: Cell

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            if cell.isBlank {
                try container.encodeNil()
            } else if let number = cell.digits.flatMap({ Decimal(string: $0) }) {
                try container.encode(number)
            } else {
                try container.encode(cell.words.displayable)
            }
        }
    }
}
