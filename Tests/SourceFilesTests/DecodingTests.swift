import Diagnostics
import Foundation
import SourceFiles
import TestSupport
import Testing

/// Encodings are recognised, and what is no text is refused with a message.
@Suite struct DecodingTests {
    private static func bytes(_ name: String) throws -> [UInt8] {
        try Repository.fixture("hostile/" + name)
    }

    @Test(arguments: [
        ("utf8", "UTF-8"), ("utf8-bom", "UTF-8（带BOM）"), ("utf16le", "UTF-16LE"), ("utf16be", "UTF-16BE"), ("gb18030", "GB18030"),
    ])
    func encodingIsRecognised(name: String, encoding: String) throws {
        let document = try ExtractedText.document(Self.bytes("编码/\(name).txt"), path: "小村乡.txt")
        let plain = try ExtractedText.document(Self.bytes("编码/utf8.txt"), path: "小村乡.txt")
        #expect(document.value.encoding == encoding)
        #expect(document.value.blocks == plain.value.blocks)
        #expect(document.value.blocks.count > 10)
        #expect(document.diagnostics.isEmpty)
    }

    @Test func utf16WithoutMarkIsRecognised() throws {
        let text = "一、总体绩效目标\n\t项目编码\n\t甲\n"
        let units = Array(text.utf16)
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try ExtractedText.document(little, path: "a").value.encoding == "UTF-16LE")
        #expect(try ExtractedText.document(big, path: "a").value.encoding == "UTF-16BE")
    }

    @Test func truncatedFileIsReadAndReported() throws {
        let document = try ExtractedText.document(Self.bytes("截断.txt"), path: "截断.txt")
        #expect(document.value.encoding == "UTF-8")
        #expect(document.diagnostics.map(\.id) == ["bytes-broken"])
        #expect((document.diagnostics.first?.location?.line ?? 0) > 100)
    }

    @Test func damagedOlderTextIsReadAndReported() throws {
        var bytes = try Self.bytes("编码/gb18030.txt")
        bytes.removeLast(3)
        bytes[bytes.count / 2] = 0xFF
        let document = try ExtractedText.document(bytes, path: "a.txt")
        #expect(document.value.encoding == "GB18030")
        #expect(document.diagnostics.map(\.id) == ["bytes-broken"])
    }

    @Test(arguments: [("空文件.txt", ReadingError.empty), ("二进制.txt", ReadingError.binary)])
    func noTextIsRefused(name: String, error: ReadingError) throws {
        #expect(throws: error) { try ExtractedText.document(Self.bytes(name), path: name) }
        #expect(!error.diagnostic(path: name).remedy.isEmpty)
    }

    @Test func unknownBytesAreRefused() {
        let bytes: [UInt8] = (0..<400).map { UInt8(0x80 + ($0 * 7) % 0x7F) }
        #expect(throws: ReadingError.self) { try ExtractedText.document(bytes, path: "x.txt") }
    }
}
