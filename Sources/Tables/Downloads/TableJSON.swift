internal import Facts
internal import Foundation
internal import Reporting
internal import Text

extension DataTable {
    /// The table as JSON (schema `goalbook.table/1`), a row an object; keys sorted, numbers as numbers.
    ///
    /// - Throws: `EncodingError`, which no table can cause.
    func json(town: String, year: String) throws -> Data {
        try ReadableJSON.data(Document(town: town, year: year, table: self))
    }

    private struct Document: Encodable {
        let schema = "goalbook.table/1"
        let town: String
        let year: String
        let table: String
        let columns: [Heading]
        let rows: [[String: Value]]

        init(town: String, year: String, table: DataTable) {
            self.town = town
            self.year = year
            self.table = table.name
            columns = table.columns.map { Heading(key: $0.key, title: $0.title) }
            let keys = table.columns.map(\.key)
            rows = table.rows.map { row in
                Dictionary(zip(keys, row.map(Value.init)), uniquingKeysWith: { first, _ in first })
            }
        }
    }

    private struct Heading: Encodable {
        let key: String
        let title: String
    }

    private struct Value: Encodable {
        let cell: Cell

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch cell {
            case .blank: try container.encodeNil()
            case .text(let text): try container.encode(text.displayable)
            case .number(let digits):
                if let number = Decimal(string: digits) {
                    try container.encode(number)
                } else {
                    try container.encode(digits)
                }
            }
        }
    }
}
