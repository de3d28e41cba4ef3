internal import Glibc

/// Text in an encoding older than Unicode, converted by the C library.
public enum LegacyText {
    /// The text of `bytes`; each byte that is not valid becomes U+FFFD and is counted.
    public static func decoding(_ bytes: [UInt8], from encoding: String) -> (text: String, broken: Int) {
        let converter = iconv_open("UTF-8", encoding)
        guard converter != iconv_t(bitPattern: -1) else { return ("", bytes.count) }
        defer { iconv_close(converter) }
        var broken = 0
        var input = bytes.map(CChar.init(bitPattern:))
        // No character of an older encoding takes more than three times its bytes in UTF-8, U+FFFD for one byte included.
        var output = [UInt8](repeating: 0, count: bytes.count * 3 + 16)
        let written = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress
                var fromLeft = source.count
                var to = target.bindMemory(to: CChar.self).baseAddress
                var toLeft = target.count
                while fromLeft > 0 {
                    let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
                    guard result == Int(bitPattern: UInt.max), fromLeft > 0, toLeft > 3 else { break }
                    from = from?.advanced(by: 1)
                    fromLeft -= 1
                    for byte in [0xEF, 0xBF, 0xBD] as [UInt8] {
                        to?.pointee = CChar(bitPattern: byte)
                        to = to?.advanced(by: 1)
                        toLeft -= 1
                    }
                    broken += 1
                }
                return target.count - toLeft
            }
        }
        return (String(decoding: output.prefix(written), as: UTF8.self), broken)
    }
}
