import Testing

@testable import Typesetting

/// What Cairo says of a font's characters, in fewer words.
@Suite struct CharacterMapTests {
    private static let head = "/CIDInit /ProcSet findresource begin\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
    private static let foot = "endcmap\nend\n"

    private func shortened(_ entries: String) -> String? {
        CharacterMap.shortened(Array((Self.head + entries + Self.foot).utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("Glyphs that follow each other become a range, also over Cairo's blocks of a hundred")
    func ranges() {
        let entries =
            "2 beginbfchar\n<0001> <5de8>\n<0002> <d840dc00>\nendbfchar\n2 beginbfchar\n<0003> <53bf>\n<0007> <4e00>\nendbfchar\n"
        let wanted = "2 beginbfrange\n<0001> <0003> [<5de8><d840dc00><53bf>]\n<0007> <0007> [<4e00>]\nendbfrange\n"
        #expect(shortened(entries) == Self.head + wanted + Self.foot)
    }

    @Test("A range ends where the first byte of its numbers does")
    func bytes() {
        let wanted = "2 beginbfrange\n<00ff> <00ff> [<4e00>]\n<0100> <0101> [<4e8c><4e09>]\nendbfrange\n"
        let entries = "3 beginbfchar\n<00ff> <4e00>\n<0100> <4e8c>\n<0101> <4e09>\nendbfchar\n"
        #expect(shortened(entries) == Self.head + wanted + Self.foot)
    }

    @Test("A hundred ranges a block at most")
    func blocks() {
        let numbers = (0..<150).map { $0 * 2 }
        let lines = numbers.map { "<\(String($0 + 0x1000, radix: 16))> <4e00>\n" }.joined()
        let text = shortened("150 beginbfchar\n\(lines)endbfchar\n") ?? ""
        #expect(text.contains("\n100 beginbfrange\n") && text.contains("\n50 beginbfrange\n"))
        #expect(text.split(separator: "\n").count { $0.hasSuffix("> [<4e00>]") } == 150)
    }

    @Test(
        "What is written otherwise stays",
        arguments: [
            "1 beginbfrange\n<0001> <0002> <4e00>\nendbfrange\n", "2 beginbfchar\n<0001> <4e00>\nendbfchar\n",
            "1 beginbfchar\n<01> <4e00>\nendbfchar\n",
        ])
    func unknown(entries: String) {
        #expect(shortened(entries) == nil)
        #expect(CharacterMap.shortened(Array("q 1 0 0 1 0 0 cm Q".utf8)) == nil)
    }
}
