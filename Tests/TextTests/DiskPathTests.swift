import Testing
import Text

/// Names of files that are no UTF-8.
@Suite struct DiskPathTests {
    /// 清风店镇 in GB18030.
    private static let town: [UInt8] = [0xC7, 0xE5, 0xB7, 0xE7, 0xB5, 0xEA, 0xD5, 0xF2]

    @Test func anyBytesComeBack() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in UInt8.random(in: 1...255, using: &generator) }
            #expect(String(diskPath: bytes).diskPath == (bytes + [0]).map(CChar.init(bitPattern:)), "\(bytes)")
        }
        for text in ["", "/", "a/b.txt", "巨鹿镇/目标书.docx", "a//b", "\u{10FE80}", "\u{1F600}", "\u{10FFFF}"] {
            #expect(String(diskPath: Array(text.utf8)).diskPath == Array(text.utf8CString))
        }
    }

    @Test func namesAreReadAsGB18030() {
        let path = String(diskPath: Array("in/".utf8) + Self.town + Array("/目标书.docx".utf8))
        #expect(path.hasPrefix("in/") && path.hasSuffix("/目标书.docx") && path.split(separator: "/").count == 3)
        #expect(path.withHiddenSpelled == "in/清风店镇/目标书.docx")
        // The second byte of 丂 is an ASCII letter.
        #expect(String(diskPath: [0x81, 0x40, 0x2E, 0x74]).withHiddenSpelled == "丂.t")
        #expect(String(diskPath: [0x61, 0xFF, 0x2E, 0x74]).withHiddenSpelled == "a\\x{FF}.t")
        #expect("巨鹿镇.docx".withHiddenSpelled == "巨鹿镇.docx")
    }
}
