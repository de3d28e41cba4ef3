/// A file of the old binary office formats (.doc, .xls, .wps, .et), of which only the kind is read here.
enum CompoundFile {
    static func isOne(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    /// Why it cannot be read as it is: locked with a password, to be converted, or something else.
    static func trouble(_ bytes: [UInt8]) -> ReadingError {
        if holds("EncryptedPackage", bytes) { return .passwordProtected }
        if holds("WordDocument", bytes) { return isLockedText(bytes) ? .passwordProtected : .needsConversion(.text) }
        // Locked ones, too: the office opens those that Excel only protects from changes.
        if holds("Workbook", bytes) || holds("Book", bytes) { return .needsConversion(.sheets) }
        return .otherKind("这不是Word或Excel文件", remedy: "请用Word、Excel或WPS另存为 .docx 或 .xlsx")
    }

    /// A stream's name stands in the directory in UTF-16, at the beginning of an entry of 128 bytes.
    private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
        let wanted = CompoundStreams.utf16(name) + [0, 0]
        return stride(from: 512, to: bytes.count - wanted.count, by: 128).contains { bytes[$0...].starts(with: wanted) }
    }

    /// The text stream begins with 0xA5EC; bit 8 of its flags at byte 10 says encrypted ([MS-DOC] 2.5.2).
    private static func isLockedText(_ bytes: [UInt8]) -> Bool {
        stride(from: 512, to: bytes.count - 12, by: 512).contains { place in
            bytes[place] == 0xEC && bytes[place + 1] == 0xA5 && bytes[place + 3] == 0 && bytes[place + 11] & 0x01 != 0
        }
    }

    /// A record 0x002F (FILEPASS) behind the one that begins the workbook ([MS-XLS] 2.4.117).
    static func isLockedWorkbook(_ bytes: [UInt8]) -> Bool {
        stride(from: 512, to: bytes.count - 24, by: 512).contains { place in
            guard bytes[place] == 0x09, bytes[place + 1] == 0x08 else { return false }
            var next = place
            for _ in 0..<8 where next + 4 <= bytes.count {
                if bytes[next] == 0x2F, bytes[next + 1] == 0x00 { return true }
                next += 4 + (Int(bytes[next + 2]) | Int(bytes[next + 3]) << 8)
            }
            return false
        }
    }
}
