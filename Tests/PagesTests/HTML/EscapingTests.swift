import Testing
import Text

@testable import Pages

@Suite
struct EscapingTests {
    @Test(
        "Text never becomes markup",
        arguments: [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("a\"b'c", "a&quot;b&#39;c"),
            ("]]>", "]]&gt;"), ("&amp;", "&amp;amp;"), ("甲\u{0}\u{7}\u{9F}乙", "甲乙"), ("\u{202E}gpj.exe\u{2066}", "gpj.exe"),
            ("一\r\n二\u{2028}三\r四", "一\n二\n三\n四"), ("\u{FEFF}𠮷", "𠮷"),
        ])
    func escapes(text: String, expected: String) {
        let content: HTML = "<p>\(text)</p>"
        #expect(content.markup == "<p>\(expected)</p>")
        let attribute: HTML = "<p title=\"\(text)\"></p>"
        #expect(attribute.markup == "<p title=\"\(expected)\"></p>")
    }

    @Test("Code points that are no characters are dropped", arguments: [0xFFFE, 0xFFFF, 0xFDD0, 0x1_FFFF] as [UInt32])
    func noncharacters(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect("甲\(Character(scalar))乙".escaped == "甲乙")
    }

    @Test("Markup is not escaped twice")
    func nesting() {
        let inner: HTML = "<b>\("<")</b>"
        let outer: HTML = "<p>\(inner)\([inner, inner])\(nil as HTML?)\(7)</p>"
        #expect(outer.markup == "<p><b>&lt;</b><b>&lt;</b><b>&lt;</b>7</p>")
    }

    @Test("A style sheet cannot end its element")
    func css() {
        let style: HTML = "<style>\(raw: RawText(style: "a{content:\"</style><script>\"}"))</style>"
        #expect(style.markup == "<style>\na{content:\"\\3c /style>\\3c script>\"}\n</style>")
    }

    @Test("A script that two readers read differently is left away", arguments: ["", "a<b", "a&b", "]]>", "</script>"])
    func script(text: String) {
        #expect(RawText(script: text) == nil)
        #expect(RawText(script: "a > b")?.text == "\na > b\n")
    }

    @Test("The policy tells the hash of exactly what is written")
    func policy() {
        // sha256 of "\na\n" by another program, in base 64.
        let policy = ContentPolicy(style: RawText(style: "a"), script: RawText(script: "b"))
        #expect(
            policy.directives
                == "default-src 'none'; style-src 'sha256-bbqdgNXDrCk/GUfBRX6ol4aeu1VgRQlf+z8GsU2i9/A='; script-src 'sha256-5u1fIKMXKQ46ulUkDeSKZ+xmkP0iq3GhMyrJ/dvDjMU='; base-uri 'none'; form-action 'none'"
        )
    }

    @Test("Addresses stay relative and inside the folder")
    func addresses() {
        #expect("javascript:alert(1)".asRelativePath == "javascript%3Aalert%281%29")
        #expect("../../etc/passwd".asRelativePath == "etc/passwd")
        #expect("//evil.example/x".asRelativePath == "evil.example/x")
        #expect("巨 鹿".asPathStep == "%E5%B7%A8%20%E9%B9%BF")
        #expect("a\"b<c".asPathStep == "a%22b%3Cc")
    }
}
