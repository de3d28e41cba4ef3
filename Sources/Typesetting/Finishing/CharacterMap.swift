internal import Text

/// What characters the glyphs of a font stand for (ISO 32000-1, 9.10.3).
///
/// Cairo writes each glyph's number beside its character. Readers go through the list anew for every page, so it is written in
/// ranges: the number of the first glyph, and the characters alone.
struct CharacterMap {
    private var scanner: ByteScanner
    /// Each range's first number, and the characters in hexadecimal digits.
    private var ranges: [(first: Int, characters: [ArraySlice<UInt8>])] = []

    /// - Returns: `nil` for what is not written as Cairo does it.
    static func shortened(_ map: [UInt8]) -> [UInt8]? {
        var scanner = ByteScanner(map)
        guard scanner.take("/CIDInit"), scanner.find("endcodespacerange\n", before: map.count) else { return nil }
        let start = scanner.position
        var list = CharacterMap(scanner: scanner)
        guard list.read(), list.scanner.take("endcmap") else { return nil }
        return Array(map[..<start]) + list.written + Array(map[(list.scanner.position - 7)...])
    }

    private mutating func read() -> Bool {
        while let count = scanner.number() {
            guard scanner.take("beginbfchar") else { return false }
            for _ in 0..<count {
                guard let glyph = digits(), let character = digits(), glyph.count == 4,
                    let number = Int(String(decoding: glyph, as: UTF8.self), radix: 16)
                else { return false }
                add(number, character)
            }
            guard scanner.take("endbfchar") else { return false }
        }
        return true
    }

    /// All numbers of a range begin with the same byte.
    private mutating func add(_ number: Int, _ character: ArraySlice<UInt8>) {
        if let last = ranges.last, last.first + last.characters.count == number, last.first >> 8 == number >> 8 {
            ranges[ranges.count - 1].characters.append(character)
        } else {
            ranges.append((number, [character]))
        }
    }

    /// What stands between `<` and `>`.
    private mutating func digits() -> ArraySlice<UInt8>? {
        guard scanner.take("<") else { return nil }
        let start = scanner.position
        guard scanner.find(">", before: scanner.bytes.count) else { return nil }
        return scanner.bytes[start..<(scanner.position - 1)]
    }

    /// At most so many stand together.
    private static let blockSize = 100

    private var written: [UInt8] {
        var text: [UInt8] = []
        for start in stride(from: 0, to: ranges.count, by: CharacterMap.blockSize) {
            let block = ranges[start..<min(start + CharacterMap.blockSize, ranges.count)]
            text.add(block.count)
            text.add(" beginbfrange\n")
            for (first, characters) in block {
                text += "<\(first.padded(to: 4, radix: 16))> <\((first + characters.count - 1).padded(to: 4, radix: 16))> [".utf8
                for character in characters {
                    text.add("<")
                    text += character
                    text.add(">")
                }
                text.add("]\n")
            }
            text.add("endbfrange\n")
        }
        return text
    }
}
