import BookLayout
import Foundation
import GoalModel
import Testing

@testable import Typesetting

@Suite
struct FontContextTests {
    private let fonts = FontContext(FontSet(.builtIn))
    private let style = TextStyle(.body, size: 10, leading: 15)

    private func lines(_ text: String, width: Double) -> Int {
        fonts.layOut(TextRequest(text, style, width: width)).lineCount
    }

    @Test("Each use tells its font")
    func uses() {
        let serif = FontChoice(family: "Noto Serif CJK SC")
        let lost = FontChoice(family: "没有这种字体")
        let roles = FontRoles(choices: [.title: [lost, serif], .body: [serif], .kai: [lost]])
        let uses = FontSet(roles).uses
        #expect(uses.map(\.role) == FontRole.allCases)
        #expect(uses[0].family == "Noto Serif CJK SC" && !uses[0].isPreferred && uses[0].lacking == ["没有这种字体"])
        #expect(uses[1].family == "Noto Serif CJK SC" && uses[1].isPreferred)
        #expect(uses[2].family == "Noto Serif CJK SC" && !uses[2].isPreferred)
    }

    @Test("Of a collection only the faces count that were chosen")
    func faces() throws {
        let serif = FontChoice(family: "Noto Serif CJK SC")
        let set = FontSet(FontRoles(choices: [.title: [serif], .body: [serif]]))
        let chosen = set.configuration.faces
        #expect(!chosen.isEmpty)
        let found = FontConfiguration.fonts(of: try #require(set.configuration.load())).map(\.face)
        for (path, places) in chosen { #expect(Set(found.filter { $0.path == path }.map(\.index)) == places) }
    }

    @Test("Characters are as wide as one another, lines follow from the width")
    func wraps() {
        #expect(abs(fonts.width(of: "绩效目标", in: style) - 40) < 0.1)
        #expect(lines("绩效目标绩效目标", width: 40) == 2)
        #expect(lines("绩效目标\n绩效目标", width: 400) == 2)
        #expect(lines("", width: 40) == 1)
    }

    @Test(
        "Marks and percent signs do not begin a line",
        arguments: ["绩效目标，", "绩效目标。", "绩效目标）", "绩效目标、", "完成率95％", "完成率950%", "绩效目标—"])
    func lineStarts(text: String) {
        // The last sign alone does not fit the first line: it must take company to the second.
        let width = fonts.width(of: String(text.dropLast()), in: style) + 0.5
        let block = fonts.layOut(TextRequest(text, style, width: width))
        #expect(block.lineCount == 2)
        let last = fonts.width(of: String(text.suffix(1)), in: style)
        #expect(block.end(ofLine: 1) > last + 3)
    }

    @Test("Justified lines are exactly full")
    func justifies() {
        let text = "执行情况达到95%以上，群众满意度达到 90%以上，按时足额发放。"
        let block = fonts.layOut(TextRequest(text, style, width: 103, alignment: .justified))
        #expect(block.lineCount > 2)
        for line in 0..<(block.lineCount - 1) { #expect(abs(block.end(ofLine: line) - 103) < 0.1) }
    }

    @Test("Letters and digits may have another font")
    func latin() {
        let plain = FontChoice(family: "Noto Serif CJK SC")
        let mixed = FontChoice(family: "Noto Serif CJK SC", latin: "DejaVu Sans")
        let fonts = [plain, mixed].map { FontContext(FontSet(FontRoles(choices: [.body: [$0]]))) }
        let letters = fonts.map { $0.width(of: "300", in: style) }
        #expect(letters[1] > letters[0] + 1, "DejaVu is wider")
        let lines = fonts.map { $0.layOut(TextRequest("绩效300目标", style, width: 200)).end(ofLine: 0) }
        #expect(abs(lines[1] - lines[0] - letters[1] + letters[0]) < 0.1)
    }

    @Test("Characters without a glyph are reported, the others printed")
    func missingGlyphs() {
        _ = fonts.takeMissingGlyphs()
        _ = fonts.layOut(TextRequest("甲\u{10FFFD}乙\u{E000}", style, width: 200, origin: 7))
        let missing = fonts.takeMissingGlyphs()
        #expect(missing.contains(MissingGlyph(character: "\u{E000}", origin: 7)))
        #expect(missing.contains { $0.codePoint == "U+10FFFD" })
        #expect(fonts.takeMissingGlyphs().isEmpty)
        _ = fonts.layOut(TextRequest("普通文字 ABC 123 ≥95% 𠮷", style, width: 200))
        #expect(fonts.takeMissingGlyphs().isEmpty)
    }

    @Test("The settings name a font or describe it; uses left out keep theirs")
    func decodesRoles() throws {
        let text = """
            { // 注释
              "标题": ["方正小标宋简体", {family: "Noto Serif CJK SC", weight: 700}],
              "别的": ["不认识的用途"],
            }
            """
        let roles = try FontRoles(json5: Data(text.utf8))
        #expect(roles.choices[.title]?.map(\.weight) == [400, 700])
        #expect(roles.choices[.body] == FontRoles.builtIn.choices[.body])
    }
}
