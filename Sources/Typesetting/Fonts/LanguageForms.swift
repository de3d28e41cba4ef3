/// The scripts of a font's `GSUB` table: which forms its characters take in which language.
///
/// A large font holds Japanese, Korean and traditional Chinese forms of thousands of characters. They are reached by language
/// alone, and our texts are all in simplified Chinese.
struct LanguageForms {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Forgets all languages but one in every script.
    ///
    /// - Parameter language: four letters, such as `ZHS `.
    mutating func keepOnly(_ language: String) {
        let wanted = Array(language.utf8)
        guard let list = number(at: 4), let scripts = number(at: list) else { return }
        for script in 0..<scripts {
            guard let offset = number(at: list + 2 + script * 6 + 4) else { return }
            let table = list + offset
            guard let count = number(at: table + 2), table + 4 + count * 6 <= bytes.count else { return }
            let records = (0..<count).map { Array(bytes[(table + 4 + $0 * 6)..<(table + 10 + $0 * 6)]) }
            let kept = records.filter { $0.starts(with: wanted) }.prefix(1)
            bytes[table + 2] = 0
            bytes[table + 3] = UInt8(kept.count)
            for record in kept { bytes.replaceSubrange((table + 4)..<(table + 10), with: record) }
        }
    }

    private func number(at offset: Int) -> Int? {
        guard offset >= 0, offset + 1 < bytes.count else { return nil }
        return Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
    }
}
