import BookLayout
import Testing

@Suite
struct TextHygieneTests {
    @Test(
        "Control characters, direction marks and noncharacters go, text stays",
        arguments: [
            ("空\u{0}字符", "空字符"), ("反\u{202E}向\u{2066}", "反向"), ("\u{FEFF}开头", "开头"), ("一\u{FFFE}二\u{1FFFF}", "一二"),
            ("一\r\n二\r三\u{2028}四", "一\n二\n三\n四"), ("甲\t乙", "甲 乙"), ("𠮷😀", "𠮷😀"), ("plain 100%", "plain 100%"),
            ("一\n\n二", "一\n\n二"),
        ])
    func cleans(text: String, expected: String) {
        #expect(text.printable == expected)
    }
}
