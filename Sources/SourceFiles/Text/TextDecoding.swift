public import Diagnostics
internal import Text

/// A text file's characters and how its bytes were understood.
public struct DecodedText: Hashable, Sendable {
    public var text: String
    /// `UTF-8`, `UTF-8（带BOM）`, `UTF-16LE`, `UTF-16BE` or `GB18030`.
    public var encoding: String

    /// Recognises the encoding of `bytes` and decodes them.
    ///
    /// Byte-order marks decide first, then strict UTF-8, then UTF-16 by its zero bytes, then GB18030. A few broken bytes
    /// (a truncated file) are replaced by U+FFFD and reported with the line of the first.
    ///
    /// - Throws: ``ReadingError`` for empty, binary and undecodable bytes.
    public static func decoding(_ bytes: [UInt8], path: String) throws(ReadingError) -> Warned<DecodedText> {
        guard bytes.contains(where: { !($0 == 0x20 || (0x09...0x0D).contains($0)) }) else { throw .empty }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            guard bytes.count > 3 else { throw .empty }
            return try decodingUTF8(bytes.dropFirst(3), encoding: "UTF-8（带BOM）", path: path)
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return try decodingUTF16(bytes.dropFirst(2), bigEndian: false, path: path) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try decodingUTF16(bytes.dropFirst(2), bigEndian: true, path: path) }
        if let bigEndian = zeroBytesTellUTF16(bytes) { return try decodingUTF16(bytes[...], bigEndian: bigEndian, path: path) }
        if let text = String(validating: bytes, as: UTF8.self) {
            return Warned(DecodedText(text: try plausible(text), encoding: "UTF-8"))
        }
        if let damaged = try? decodingUTF8(bytes[...], encoding: "UTF-8", path: path), damaged.value.isMostlyWhole {
            return damaged
        }
        let (text, broken) = LegacyText.decoding(bytes, from: "GB18030")
        // Nearly all pairs of high bytes mean some character: damaged bytes must at least speak of what we read.
        let speaks = ["绩效", "项目", "指标", "预算"].contains { text.contains($0) }
        guard broken == 0 || (speaks && broken * 50 <= text.unicodeScalars.count) else {
            throw bytes.contains(0) ? .binary : .unknownEncoding
        }
        return Warned(
            DecodedText(text: try plausible(text), encoding: "GB18030"),
            broken == 0 ? [] : [brokenBytes(in: text, count: broken, path: path)])
    }

    /// Text in another encoding taken for UTF-8 has more broken places than whole characters beyond ASCII.
    private var isMostlyWhole: Bool {
        var broken = 0
        var whole = 0
        for scalar in text.unicodeScalars where !scalar.isASCII {
            if scalar.value == 0xFFFD { broken += 1 } else { whole += 1 }
        }
        return whole > broken * 10
    }

    private static func decodingUTF8(
        _ bytes: ArraySlice<UInt8>, encoding: String, path: String
    ) throws(ReadingError) -> Warned<DecodedText> {
        let text = String(decoding: bytes, as: UTF8.self)
        let broken = text.unicodeScalars.reduce(0) { $0 + ($1.value == 0xFFFD ? 1 : 0) }
        if broken == 0 { return Warned(DecodedText(text: try plausible(text), encoding: encoding)) }
        let scalars = text.unicodeScalars.count
        guard broken * 50 <= scalars else { throw .unknownEncoding }
        return Warned(
            DecodedText(text: try plausible(text), encoding: encoding), [brokenBytes(in: text, count: broken, path: path)])
    }

    private static func decodingUTF16(
        _ bytes: ArraySlice<UInt8>, bigEndian: Bool, path: String
    ) throws(ReadingError) -> Warned<DecodedText> {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(bigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        let text = String(decoding: units, as: UTF16.self)
        let broken = text.unicodeScalars.reduce(bytes.count % 2) { $0 + ($1.value == 0xFFFD ? 1 : 0) }
        guard broken * 50 <= units.count else { throw .binary }
        let decoded = DecodedText(text: try plausible(text), encoding: bigEndian ? "UTF-16BE" : "UTF-16LE")
        return Warned(decoded, broken == 0 ? [] : [brokenBytes(in: text, count: broken, path: path)])
    }

    private static func brokenBytes(in text: String, count: Int, path: String) -> Diagnostic {
        let line = text.unicodeScalars.prefix { $0.value != 0xFFFD }.reduce(1) { $0 + ($1 == "\n" ? 1 : 0) }
        return Diagnostic(
            .warning, id: "bytes-broken", at: Location(file: path, line: line), "有\(count)处字节损坏，已用“\u{FFFD}”代替",
            explanation: "文件可能没有传完或被截断", remedy: "请重新导出或重新复制该文件")
    }

    /// Text in UTF-16 without a byte-order mark has zero bytes, and read in the right order it is ASCII and Chinese.
    private static func zeroBytesTellUTF16(_ bytes: [UInt8]) -> Bool? {
        let head = bytes.prefix(8192)
        guard bytes.count >= 4, bytes.count.isMultiple(of: 2), head.contains(0) else { return nil }
        var usual = [0, 0]
        for index in stride(from: 0, to: head.count - 1, by: 2) {
            let (first, second) = (UInt16(head[index]), UInt16(head[index + 1]))
            if isUsual(second << 8 | first) { usual[0] += 1 }
            if isUsual(first << 8 | second) { usual[1] += 1 }
        }
        guard let most = usual.max(), most * 20 >= head.count / 2 * 19 else { return nil }
        return usual[1] == most
    }

    private static func isUsual(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0, 0x2010...0x2030, 0x3000...0x3011, 0x4E00...0x9FFF, 0xFF01...0xFF5E: true
        default: false
        }
    }

    /// Text has hardly any control characters besides tabs and line ends.
    private static func plausible(_ text: String) throws(ReadingError) -> String {
        var text = text
        let isPlausible = text.withUTF8 { bytes in
            var (controls, count) = (0, 0)
            for byte in bytes {
                // All bytes of a character but the first are 0x80 to 0xBF.
                count &+= byte & 0xC0 == 0x80 ? 0 : 1
                controls &+= byte < 0x20 && !(0x07...0x0D).contains(byte) ? 1 : 0
            }
            return controls * 100 <= count
        }
        if !isPlausible { throw .binary }
        return text
    }
}
