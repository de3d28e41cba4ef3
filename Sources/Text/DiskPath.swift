/// Paths as the disk holds them, which are bytes of any encoding.
///
/// A name that is no UTF-8, such as one that came from Windows in an archive, bears each of its bytes above 127 as a character
/// for private use. So it joins, splits and compares as any path, and still leads to its file.
extension String {
    /// The path of these bytes.
    public init(diskPath bytes: some Collection<UInt8>) {
        func name(_ bytes: some Collection<UInt8>) -> String {
            if let text = String(validating: bytes, as: UTF8.self), !text.hasDiskBytes { return text }
            return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar(diskByte: $0) }))
        }
        let names = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        self = names.map { name($0) }.joined(separator: "/")
    }

    /// The bytes of the path for a call of the system, with the null behind them.
    public var diskPath: [CChar] {
        guard hasDiskBytes else { return Array(utf8CString) }
        let bytes = unicodeScalars.flatMap { scalar in scalar.diskByte.map { [$0] } ?? Array(String(scalar).utf8) }
        return (bytes + [0]).map(CChar.init(bitPattern:))
    }

    private var hasDiskBytes: Bool {
        utf8.contains(0xF4) && unicodeScalars.contains { $0.diskByte != nil }
    }

    /// The path for people: bytes that are no UTF-8 as GB18030, or each as `\x{C7}` where they are none either.
    var withDiskBytesRead: String {
        guard hasDiskBytes else { return self }
        var (text, run) = ("", [UInt8]())
        func endRun() {
            let (read, broken) = LegacyText.decoding(run, from: "GB18030")
            let spelled = run.map { byte in
                byte < 0x80 ? String(Unicode.Scalar(byte)) : "\\x{\(String(byte, radix: 16, uppercase: true))}"
            }
            text += broken == 0 ? read : spelled.joined()
        }
        for scalar in unicodeScalars {
            // The second byte of a character may be ASCII.
            if let byte = scalar.diskByte ?? (scalar.isASCII ? UInt8(scalar.value) : nil) {
                run.append(byte)
                continue
            }
            endRun()
            run = []
            text.unicodeScalars.append(scalar)
        }
        endRun()
        return text
    }
}

extension Unicode.Scalar {
    private static let firstDiskByte: UInt32 = 0x10FE00

    fileprivate init(diskByte: UInt8) {
        let value = diskByte < 0x80 ? UInt32(diskByte) : Unicode.Scalar.firstDiskByte + UInt32(diskByte)
        self = Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    fileprivate var diskByte: UInt8? {
        (Unicode.Scalar.firstDiskByte + 0x80...Unicode.Scalar.firstDiskByte + 0xFF).contains(value) ? UInt8(value & 0xFF) : nil
    }
}
