/// A value that is written as `null` where it is missing; read, it may be `null` or left out.
@propertyWrapper
struct Nullable<Value: Codable>: Codable {
    var wrappedValue: Value?

    init(wrappedValue: Value?) {
        self.wrappedValue = wrappedValue
    }

    init(from decoder: any Decoder) throws {
        wrappedValue = try Value?(from: decoder)
    }

    func encode(to encoder: any Encoder) throws {
        try wrappedValue.encode(to: encoder)
    }
}

/// A value that is only written, for other programs; our readers make it anew and are not troubled by what stands there.
protocol WriteOnly: Codable {
    associatedtype Value: Encodable
    var wrappedValue: Value? { get }
    init(wrappedValue: Value?)
}

extension WriteOnly {
    init(from decoder: any Decoder) {
        self.init(wrappedValue: nil)
    }

    func encode(to encoder: any Encoder) throws {
        try wrappedValue.encode(to: encoder)
    }
}

/// Only written, and as `null` where it is missing.
@propertyWrapper
struct Written<Value: Encodable>: WriteOnly {
    var wrappedValue: Value?

    init(wrappedValue value: Value?) {
        wrappedValue = value
    }
}

/// Only written, and left out where it is missing.
@propertyWrapper
struct WrittenIfAny<Value: Encodable>: WriteOnly {
    var wrappedValue: Value?

    init(wrappedValue value: Value?) {
        wrappedValue = value
    }
}

// What the compiler makes of a `Codable` structure calls these for its wrapped fields.
extension KeyedDecodingContainer {
    func decode<Value>(_: Nullable<Value>.Type, forKey key: Key) throws -> Nullable<Value> {
        Nullable(wrappedValue: try decodeIfPresent(Value.self, forKey: key))
    }

    func decode<Field: WriteOnly>(_: Field.Type, forKey _: Key) throws -> Field {
        Field(wrappedValue: nil)
    }
}

extension KeyedEncodingContainer {
    mutating func encode<Value>(_ value: WrittenIfAny<Value>, forKey key: Key) throws {
        try encodeIfPresent(value.wrappedValue, forKey: key)
    }
}

/// A number that, read, may turn out to be something else, which is then no reason to refuse the whole file.
struct Loose<Number: Codable>: Codable {
    /// `nil` for what is no such number.
    let number: Number?
    private let other: String

    /// What is written, for messages.
    var written: String { number.map { "\($0)" } ?? other }

    init(_ number: Number) {
        self.number = number
        other = ""
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        number = try? container.decode(Number.self)
        if number != nil {
            other = ""
        } else if let text = try? container.decode(String.self) {
            other = text
        } else if let double = try? container.decode(Double.self) {
            other = "\(double)"
        } else {
            other = "…"
        }
    }

    func encode(to encoder: any Encoder) throws {
        try number.encode(to: encoder)
    }
}
