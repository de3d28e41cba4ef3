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
        var text = ""
        write(value, depth: 0, to: &text)
        text += "\n"
        return Data(text.utf8)
    }

    private static func write(_ value: JSONValue, depth: Int, to text: inout String) {
        switch value {
        case .null: text += "null"
        case .number(let digits): text += digits
        case .text(let words): write(words, to: &text)
        case .list(let list):
            write(list, between: ("[", "]"), depth: depth, to: &text) { value, text in
                write(value, depth: depth + 1, to: &text)
            }
        case .object(let parts):
            write(parts, between: ("{", "}"), depth: depth, to: &text) { part, text in
                write(part.key, to: &text)
                text += " : "
                write(part.value, depth: depth + 1, to: &text)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part], between brackets: (String, String), depth: Int, to text: inout String,
        _ write: (Part, inout String) -> Void
    ) {
        text += brackets.0 + "\n"
        let indent = String(repeating: "  ", count: depth)
        for (place, part) in parts.enumerated() {
            if place > 0 { text += ",\n" }
            text += indent + "  "
            write(part, &text)
        }
        text += "\n" + indent + brackets.1
    }

    private static func write(_ words: String, to text: inout String) {
        text += "\""
        let isPlain = words.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain {
            text += words
        } else {
            for scalar in words.unicodeScalars {
                switch scalar {
                case "\"": text += "\\\""
                case "\\": text += "\\\\"
                case "\u{08}": text += "\\b"
                case "\u{0C}": text += "\\f"
                case "\n": text += "\\n"
                case "\r": text += "\\r"
                case "\t": text += "\\t"
                case "\u{00}"..."\u{1F}": text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }
}
