/// An object of a PDF, or an operator of its pages (ISO 32000-1, 7.3).
enum PDFValue {
    case null
    case boolean(Bool)
    case number(Double)
    case name(String)
    case string([UInt8])
    case array([PDFValue])
    case dictionary([String: PDFValue])
    /// Another object, by its number.
    case reference(Int)
    /// What is no value: `obj`, `BT`, a closing bracket.
    case word(String)

    /// A whole number, cut where it has a fraction.
    var integer: Int? {
        guard case .number(let number) = self, number.magnitude < 1e15 else { return nil }
        return Int(number)
    }

    var real: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    var name: String? {
        if case .name(let name) = self { name } else { nil }
    }

    var bytes: [UInt8]? {
        if case .string(let bytes) = self { bytes } else { nil }
    }

    var elements: [PDFValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    var entries: [String: PDFValue]? {
        if case .dictionary(let entries) = self { entries } else { nil }
    }

    var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The number of the object that a reference names.
    var object: Int? {
        if case .reference(let number) = self { number } else { nil }
    }

    /// A text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 by its mark, else the PDF's own encoding, mostly Latin-1.
    var text: String? {
        guard let bytes else { return nil }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        if bytes.starts(with: [0xFE, 0xFF]) { return PDFValue.utf16(bytes.dropFirst(2)) }
        if bytes.starts(with: [0xFF, 0xFE]) {
            let units = bytes.pairs(from: 2).map { UInt16($0.1) << 8 | UInt16($0.0) }
            return String(decoding: units, as: UTF16.self)
        }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    static func utf16(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: Array(bytes).pairs(from: 0).map { UInt16($0.0) << 8 | UInt16($0.1) }, as: UTF16.self)
    }
}

extension [UInt8] {
    /// The bytes two by two; a last one alone is left out.
    fileprivate func pairs(from start: Int) -> [(UInt8, UInt8)] {
        stride(from: start, to: count - 1, by: 2).map { (self[$0], self[$0 + 1]) }
    }
}
