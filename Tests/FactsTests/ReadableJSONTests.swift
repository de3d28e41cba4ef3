import Facts
import Foundation
import Testing

/// Tables are written as the encoder writes all else.
@Suite struct ReadableJSONTests {
    private struct Sample: Encodable {
        let empty: [String] = []
        let number = 12.5
        let list = [1, 2]
        let rows = [["a": "甲/乙", "b": "\"\\\n\r\t\u{08}\u{0C}\u{01}\u{1F}\u{7F}"]]
        let nothing: String? = nil

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(empty, forKey: .empty)
            try container.encode(list, forKey: .list)
            try container.encode(nothing, forKey: .nothing)
            try container.encode(number, forKey: .number)
            try container.encode(rows, forKey: .rows)
        }

        private enum Key: String, CodingKey {
            case empty, list, nothing, number, rows
        }
    }

    @Test func looksTheSame() throws {
        let sample = Sample()
        let rows = sample.rows.map { row in JSONValue.object(["a", "b"].map { ($0, .text(row[$0] ?? "")) }) }
        let value = JSONValue.object([
            ("empty", .list([])), ("list", .list([.number("1"), .number("2")])), ("nothing", .null), ("number", .number("12.5")),
            ("rows", .list(rows)),
        ])
        #expect(
            try String(decoding: ReadableJSON.data(value), as: UTF8.self)
                == String(decoding: ReadableJSON.data(sample), as: UTF8.self))
    }
}
