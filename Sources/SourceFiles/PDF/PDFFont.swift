internal import Text

/// A font of a PDF, as far as it says which characters its codes are (ISO 32000-1, 9.10).
final class PDFFont {
    private let codes: Codes
    private let widths: GlyphWidths
    /// Its own map, which counts before anything else.
    private let map: CharacterMap?

    private enum Codes {
        /// One byte a character; the meaning where the map says nothing.
        case simple([Int: String])
        case pairs
        /// Codes of several lengths, as the font's own table says.
        case mixed(CharacterMap)
        /// Codes of an encoding of Chinese, by its name; empty for UTF-16.
        case encoded(String)
    }

    init(_ font: [String: PDFValue], _ objects: PDFObjects, _ budget: ReadingBudget) throws(ReadingError) {
        map = try objects.stream(font["ToUnicode"]).map { bytes throws(ReadingError) in try CharacterMap(bytes, budget) }
        guard try objects.name(font["Subtype"]) == "Type0" else {
            codes = .simple(try PDFFont.simple(font, objects))
            widths = try GlyphWidths(simple: font, objects)
            return
        }
        widths = try GlyphWidths(composite: font, objects, budget)
        if let table = try objects.stream(font["Encoding"]) {
            let table = try CharacterMap(table, budget)
            codes = table.lengths.isEmpty ? .pairs : .mixed(table)
            return
        }
        let name = try objects.name(font["Encoding"]) ?? ""
        // A map of its own knows such codes by two bytes.
        codes = map == nil ? PDFFont.encoding(name).map { .encoded($0) } ?? .pairs : .pairs
    }

    /// The encoding of Chinese that a font names (ISO 32000-1, table 118); `nil` for codes that are numbers of glyphs.
    private static func encoding(_ name: String) -> String? {
        if name.hasPrefix("Uni") { return "" }
        if name.hasPrefix("GB") { return "GB18030" }
        return name.hasPrefix("ETen") || name.hasPrefix("B5") ? "BIG5" : nil
    }

    /// What a string shows, and how wide it is in parts of the font's size.
    struct Shown {
        /// Each character that has no meaning is U+FFFD.
        fileprivate(set) var text = String.UnicodeScalarView()
        fileprivate(set) var unknown = 0
        fileprivate(set) var width = 0.0
        fileprivate(set) var count = 0
        fileprivate(set) var blanks = 0
    }

    func shown(_ bytes: [UInt8]) -> Shown {
        var result = Shown()
        switch codes {
        case .simple(let table):
            for byte in bytes {
                add(Int(byte), table[Int(byte)], to: &result)
                if byte == 0x20 { result.blanks += 1 }
            }
        case .pairs:
            for index in stride(from: 0, to: bytes.count - 1, by: 2) {
                add(Int(bytes[index]) << 8 | Int(bytes[index + 1]), nil, to: &result)
            }
        case .mixed(let table):
            var index = 0
            while index < bytes.count {
                let length = table.length(bytes[index...])
                add(Array(bytes[index..<(index + length)]).code, nil, to: &result)
                index += length
            }
        case .encoded(let encoding):
            let text = encoding.isEmpty ? PDFValue.utf16(bytes) : LegacyText.decoding(bytes, from: encoding).text
            result.text = text.unicodeScalars
            // Which glyphs these are only the font knows; those of Chinese text have one width.
            result.count = result.text.count
            result.width = Double(result.count)
            result.unknown = result.text.count { $0 == "\u{FFFD}" }
        }
        return result
    }

    /// - Parameter other: what the code means where the map says nothing.
    private func add(_ code: Int, _ other: String?, to shown: inout Shown) {
        shown.width += widths[code]
        shown.count += 1
        if map?.append(code, to: &shown.text) == true { return }
        if other == nil || other == "\u{FFFD}" { shown.unknown += 1 }
        shown.text.append(contentsOf: (other ?? "\u{FFFD}").unicodeScalars)
    }

    /// The table of a font with codes of one byte (ISO 32000-1, 9.6.6).
    private static func simple(_ font: [String: PDFValue], _ objects: PDFObjects) throws(ReadingError) -> [Int: String] {
        var table: [Int: String] = [:]
        for code in 0x20..<0x7F { table[code] = String(Unicode.Scalar(UInt8(code))) }
        let encoding = try objects.resolved(font["Encoding"])
        let named = try objects.name(encoding.entries?["BaseEncoding"])
        let base = encoding.name ?? named
        if base == "WinAnsiEncoding" {
            for (offset, character) in windows.enumerated() { table[0x80 + offset] = String(character) }
            for code in 0xA0...0xFF { table[code] = String(Unicode.Scalar(UInt8(code))) }
        }
        var code = 0
        for value in try objects.array(encoding.entries?["Differences"]) ?? [] {
            if let number = value.integer {
                code = number
            } else if let name = value.name {
                table[code] = GlyphNames.text(name)
                code += 1
            }
        }
        return table
    }

    /// 0x80 to 0x9F.
    private static let windows = "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
}

extension CharacterMap {
    /// How many bytes the next code has.
    fileprivate func length(_ bytes: ArraySlice<UInt8>) -> Int {
        let fitting = lengths.first { range in
            range.bytes <= bytes.count && range.codes.contains(Array(bytes.prefix(range.bytes)).code)
        }
        return fitting?.bytes ?? min(lengths.map(\.bytes).min() ?? 1, bytes.count)
    }
}

/// The names of the glyphs that Latin fonts have (Adobe Glyph List, as far as numbers and Latin words need it).
enum GlyphNames {
    /// `nil` for a name that says nothing.
    static func text(_ name: String) -> String? {
        let stem = name.prefix { $0 != "." }
        if stem.utf8.count == 1 { return String(stem) }
        if let known = names[String(stem)] { return known }
        for prefix in ["uni", "u"] where stem.hasPrefix(prefix) {
            if let value = UInt32(stem.dropFirst(prefix.count), radix: 16), let scalar = Unicode.Scalar(value) {
                return String(scalar)
            }
        }
        return nil
    }

    private static let names: [String: String] = {
        let words =
            "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma "
            + "hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question "
            + "at bracketleft backslash bracketright asciicircum underscore grave braceleft bar braceright asciitilde "
            + "quoteleft quoteright quotedblleft quotedblright endash emdash bullet ellipsis multiply degree plusminus "
            + "lessequal greaterequal middot periodcentered minus fi fl nbspace"
        let signs = " !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~‘’“”–—•…×°±≤≥··−ﬁﬂ\u{A0}"
        return Dictionary(zip(words.split(separator: " ").map(String.init), signs.map(String.init))) { first, _ in first }
    }()
}
