import Diagnostics
import GoalModel
import SourceFiles
import TestSupport
import Testing

/// Numbers that Word prints and does not write.
@Suite struct WordNumberingTests {
    private static let numbering = """
        <w:abstractNum w:abstractNumId="0">\(level(0, "chineseCountingThousand", "%1、"))\(level(1, "japaneseCounting", "（%2）"))\(level(2, "decimal", "%3."))\(level(3, "decimal", "%1.%4", "<w:isLgl/>"))</w:abstractNum>
        <w:abstractNum w:abstractNumId="1">\(level(0, "decimalEnclosedCircle", "%1"))\(level(1, "bullet", "●"))</w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        """

    private static func level(_ index: Int, _ format: String, _ text: String, _ more: String = "") -> String {
        "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)<w:lvlText w:val=\"\(text)\"/></w:lvl>"
    }

    private func lines(_ paragraphs: [(String, Int, Int)], styles: String = "", numbering: String = numbering) throws -> [String]
    {
        let body = paragraphs.map { text, number, level in
            WordBuilder.paragraph(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(number)\"/></w:numPr>")
        }
        let bytes = WordBuilder.file(body.joined(), styles: styles, numbering: numbering)
        return try SourceReader.document(bytes, path: "甲镇.docx").value.blocks.map { block in
            if case .paragraph(let paragraph) = block { paragraph.text } else { "表" }
        }
    }

    @Test func levelsCountAndBeginAnew() throws {
        #expect(
            try lines([
                ("总", 1, 0), ("甲", 1, 1), ("a", 1, 2), ("b", 1, 2), ("乙", 1, 1), ("c", 1, 2), ("分", 1, 0), ("丙", 1, 1),
                ("d", 1, 3), ("无", 0, 0),
            ])
                == ["一、总", "（一）甲", "1.a", "2.b", "（二）乙", "1.c", "二、分", "（一）丙", "2.1 d", "无"])
    }

    @Test func circlesBulletsAndOverrides() throws {
        #expect(try lines([("甲", 2, 0), ("乙", 2, 0), ("点", 2, 1), ("五", 3, 2), ("六", 3, 2)]) == ["①甲", "②乙", "点", "5.五", "6.六"])
    }

    @Test func numbersComeFromStylesToo() throws {
        let styles =
            "<w:style w:styleId=\"s\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        let body =
            WordBuilder.paragraph("甲", "<w:pStyle w:val=\"s\"/>")
            + WordBuilder.paragraph("乙", "<w:pStyle w:val=\"s\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
        let document = try SourceReader.document(
            WordBuilder.file(body, styles: styles, numbering: Self.numbering), path: "甲镇.docx")
        let texts = document.value.blocks.map { if case .paragraph(let paragraph) = $0 { paragraph.text } else { "" } }
        #expect(texts == ["（一）甲", "乙"])
    }

    private static let formatCases: [(String, [(Int, String)])] = [
        ("chineseCounting", [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一")]),
        ("chineseLegalSimplified", [(1, "壹"), (11, "壹拾壹")]),
        ("decimalFullWidth", [(12, "１２")]), ("upperLetter", [(1, "A"), (27, "AA")]), ("lowerRoman", [(4, "iv"), (19, "xix")]),
        ("ideographTraditional", [(1, "甲"), (11, "甲")]), ("decimalZero", [(3, "03"), (12, "12")]), ("unheard", [(7, "7")]),
    ]

    @Test(arguments: formatCases)
    func formats(name: String, expected: [(Int, String)]) throws {
        let numbering =
            "<w:abstractNum w:abstractNumId=\"0\">\(Self.level(0, name, "%1、"))</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
        let all = try lines((1...30).map { _ in ("。", 1, 0) }, numbering: numbering)
        for (number, label) in expected { #expect(all[number - 1] == label + "、。") }
    }
}
