public import Foundation

/// A part of a table of the resources, from which values are taken by their names.
public struct SettingTable: Sendable {
    private let value: SettingValue
    private let path: [SettingKey]

    public init(_ value: SettingValue) {
        self.init(value, at: [])
    }

    private init(_ value: SettingValue, at path: [SettingKey]) {
        (self.value, self.path) = (value, path)
    }

    /// The part of that name.
    ///
    /// - Throws: `DecodingError` where there is none.
    public subscript(name: String) -> SettingTable {
        get throws {
            guard let value = try object[name] else {
                let context = DecodingError.Context(codingPath: path, debugDescription: "没有这一项")
                throw DecodingError.keyNotFound(SettingKey(name), context)
            }
            return SettingTable(value, at: path + [SettingKey(name)])
        }
    }

    /// The part of that name; `nil` where there is none or it is `null`.
    public func part(_ name: String) throws -> SettingTable? {
        guard let value = try object[name], value != .null else { return nil }
        return SettingTable(value, at: path + [SettingKey(name)])
    }

    /// All parts by their names.
    public var parts: [String: SettingTable] {
        get throws {
            var parts: [String: SettingTable] = [:]
            for (name, value) in try object { parts[name] = SettingTable(value, at: path + [SettingKey(name)]) }
            return parts
        }
    }

    private var object: [String: SettingValue] {
        get throws {
            guard case .object(let object) = value else { throw mismatch([String: SettingValue].self) }
            return object
        }
    }

    public var list: [SettingTable] {
        get throws {
            guard case .list(let list) = value else { throw mismatch([SettingValue].self) }
            return list.enumerated().map { SettingTable($1, at: path + [SettingKey($0)]) }
        }
    }

    public var text: String {
        get throws {
            guard case .text(let text) = value else { throw mismatch(String.self) }
            return text
        }
    }

    public var texts: [String] {
        get throws {
            guard case .list(let list) = value else { throw mismatch([String].self) }
            return try list.enumerated().map { index, value in
                guard case .text(let text) = value else {
                    throw SettingTable(value, at: path + [SettingKey(index)]).mismatch(String.self)
                }
                return text
            }
        }
    }

    public var flag: Bool {
        get throws {
            guard case .flag(let flag) = value else { throw mismatch(Bool.self) }
            return flag
        }
    }

    public var number: Double {
        get throws {
            guard case .number(let number) = value else { throw mismatch(Double.self) }
            return number
        }
    }

    public var integer: Int {
        get throws {
            guard let integer = Int(exactly: try number) else { throw trouble("应是整数") }
            return integer
        }
    }

    /// What is said of a value that cannot be used.
    public func trouble(_ words: String) -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: path, debugDescription: words))
    }

    private func mismatch(_ type: any Any.Type) -> DecodingError {
        let words = "expected \(type)"
        let context = DecodingError.Context(codingPath: path, debugDescription: words)
        return value == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}

/// What is made of a table of the resources.
public protocol TableReadable {
    /// - Throws: `DecodingError` for a table that does not have the expected form.
    init(_ table: SettingTable) throws
}

extension TableReadable {
    /// - Throws: `DecodingError` for bytes that are no such table.
    public init(json5 data: Data) throws {
        try self.init(SettingTable(SettingValue(json5: data)))
    }
}

/// The name or the place of a value in a table.
private struct SettingKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ name: String) { (stringValue, intValue) = (name, nil) }
    init(_ index: Int) { (stringValue, intValue) = ("Index \(index)", index) }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { self.init(intValue) }
}
