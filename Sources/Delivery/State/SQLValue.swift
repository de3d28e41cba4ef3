internal import CSQLite
internal import Foundation

enum SQLValue: Hashable, Sendable {
    case text(String)
    case integer(Int64)
    case real(Double)
    case bytes([UInt8])
    case null

    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .text(let text): csqlite_bind_text(statement, index, text, -1)
        case .integer(let number): sqlite3_bind_int64(statement, index, number)
        case .real(let number): sqlite3_bind_double(statement, index, number)
        case .bytes(let bytes): csqlite_bind_blob(statement, index, bytes, Int32(clamping: bytes.count))
        case .null: sqlite3_bind_null(statement, index)
        }
    }

    init(_ text: String?) {
        self = text.map { .text($0) } ?? .null
    }

    init(_ number: Int?) {
        self = number.map { .integer(Int64($0)) } ?? .null
    }

    /// Seconds since 1970.
    init(_ date: Date?) {
        self = date.map { .real($0.timeIntervalSince1970) } ?? .null
    }
}

/// The row that a query stands at; its columns are counted from 0.
struct SQLRow {
    let statement: OpaquePointer

    /// Empty where there is nothing.
    func text(_ column: Int32) -> String {
        optionalText(column) ?? ""
    }

    func optionalText(_ column: Int32) -> String? {
        sqlite3_column_text(statement, column).map { String(cString: $0) }
    }

    func integer(_ column: Int32) -> Int {
        Int(sqlite3_column_int64(statement, column))
    }

    func optionalInteger(_ column: Int32) -> Int? {
        sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : integer(column)
    }

    /// `nil` for what no calendar has, too.
    func date(_ column: Int32) -> Date? {
        guard sqlite3_column_type(statement, column) != SQLITE_NULL else { return nil }
        return Date(plausible: sqlite3_column_double(statement, column))
    }

    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }
}

extension Date {
    /// Seconds since 1970, where they lie before the year 10000.
    init?(plausible seconds: Double) {
        guard (0...253_402_300_799).contains(seconds) else { return nil }
        self.init(timeIntervalSince1970: seconds)
    }
}
