import Testing
import Text

@Suite
struct DisplayTests {
    @Test(
        "Controls, directional controls and code points that are no characters go, no text is lost",
        arguments: [
            ("空\u{0}字符", "空字符"), ("反\u{202E}向\u{2066}", "反向"), ("\u{FEFF}开头", "开头"), ("一\u{FFFE}二\u{1FFFF}", "一二"),
            ("一\r\n二\r三\u{2028}四", "一\n二\n三\n四"), ("甲\t乙", "甲 乙"), ("𠮷😀", "𠮷😀"), ("plain 100%", "plain 100%"),
            ("一\n\n二", "一\n\n二"), ("软\u{AD}连字符", "软连字符"), ("葛\u{E0100}👩\u{200D}🌾", "葛\u{E0100}👩\u{200D}🌾"),
        ])
    func cleans(text: String, expected: String) {
        #expect(text.displayable == expected)
    }

    @Test(
        "One line has single spaces and none at its ends",
        arguments: [
            (" 一\r\n\u{85}二\u{A0} 三\t", "一 二 三"), ("一　二", "一　二"), ("a\u{1B}[31mb", "a[31mb"), ("\n", ""), ("一\u{200B}\n二", "一 二"),
        ])
    func oneLine(text: String, expected: String) {
        #expect(text.oneLine == expected)
    }

    @Test func hiddenCharactersOfAFileNameAreSpelled() {
        #expect("甲\n乙\u{1B}\u{202E}.txt".withHiddenSpelled == "甲\\u{A}乙\\u{1B}\\u{202E}.txt")
    }

    /// A rule that hid a letter would lose a town's words.
    @Test func everyLetterDigitAndMarkIsShown() {
        let odd = (UInt32(0)...0x10_FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
            guard scalar.display != .itself else { return false }
            return ![.control, .format, .unassigned, .lineSeparator, .paragraphSeparator].contains(
                scalar.properties.generalCategory)
        }
        #expect(odd.isEmpty)
    }
}

@Suite
struct TextTests {
    @Test func zerosStandAhead() {
        #expect(7.padded(to: 3) == "007" && 1_234.padded(to: 3) == "1234" && UInt16(0xAB).padded(to: 4, radix: 16) == "00ab")
        #expect(UInt32(0x20BB7).padded(to: 4, radix: 16, uppercase: true) == "20BB7" && "".padded(to: 2) == "00")
    }

    @Test func digitsAreThoseOfASCIIAndFullWidth() {
        #expect("0９".allSatisfy(\.isDecimal) && !"三①½".contains(where: \.isDecimal))
        #expect("09".allSatisfy(\.isDigit) && !"９三".contains(where: \.isDigit))
    }

    @Test func lengthsAreKept() {
        #expect("一二三四".shortened(to: 3) == "一二…" && "一二三".shortened(to: 3) == "一二三" && "一".shortened(to: 0) == "…")
        let name = String(repeating: "长", count: 100) + ".docx"
        #expect(name.shortened(toBytes: 60).utf8.count <= 60 && name.shortened(toBytes: 60).hasSuffix(".docx"))
    }

    @Test func checksumIsThatOfTheStandard() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(sha256(Array("abc".utf8)) == abc && sha256("abc".utf8) == abc)
        let two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
        #expect(sha256(two.utf8) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
        let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(sha256(million) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        #expect(sha256([UInt8]()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(bytes(ofHexadecimal: abc).prefix(3) == [0xBA, 0x78, 0x16] && bytes(ofHexadecimal: abc).count == 32)
    }
}
