public import Foundation

/// A value of a JSON file that is made of a table: written many times faster than a general encoder does it.
public enum JSONValue {
    case null
    /// As JSON writes numbers.
    case number(String)
    case text(String)
    case list([JSONValue])
    /// In the order in which it is written, that of the keys.
    case object([(key: String, value: JSONValue)])
}

extension ReadableJSON {
    /// The same form as that of other values, to the byte.
    public static func data(_ value: JSONValue) -> Data {
        var bytes: [UInt8] = []
        write(value, depth: 0, to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return Data(bytes)
    }

    private static func write(_ value: JSONValue, depth: Int, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes += "null".utf8
        case .number(let digits): bytes += digits.utf8
        case .text(let words): write(words, to: &bytes)
        case .list(let list):
            write(list, between: "[]", depth: depth, to: &bytes) { value, bytes in
                write(value, depth: depth + 1, to: &bytes)
            }
        case .object(let parts):
            write(parts, between: "{}", depth: depth, to: &bytes) { part, bytes in
                write(part.key, to: &bytes)
                bytes += " : ".utf8
                write(part.value, depth: depth + 1, to: &bytes)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part], between brackets: String, depth: Int, to bytes: inout [UInt8],
        _ write: (Part, inout [UInt8]) -> Void
    ) {
        bytes += brackets.utf8.prefix(1)
        bytes += "\n".utf8
        for (place, part) in parts.enumerated() {
            if place > 0 { bytes += ",\n".utf8 }
            bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth + 2)
            write(part, &bytes)
        }
        bytes += "\n".utf8
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
        bytes += brackets.utf8.suffix(1)
    }

    private static func write(_ words: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let isPlain = words.utf8.withContiguousStorageIfAvailable { words in
            words.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        }
        if isPlain == true {
            bytes += words.utf8
        } else {
            for byte in words.utf8 {
                switch byte {
                case UInt8(ascii: "\""): bytes += "\\\"".utf8
                case UInt8(ascii: "\\"): bytes += "\\\\".utf8
                case 0x08: bytes += "\\b".utf8
                case 0x0C: bytes += "\\f".utf8
                case 0x0A: bytes += "\\n".utf8
                case 0x0D: bytes += "\\r".utf8
                case 0x09: bytes += "\\t".utf8
                case 0x00..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
                default: bytes.append(byte)
                }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
