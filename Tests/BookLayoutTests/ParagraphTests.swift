import BookLayout
import Testing

@Suite
struct ParagraphTests {
    private func paragraph(_ text: String, keepBelow: Double = 0) -> Paragraph {
        Paragraph(TextRequest(text, .unit, width: 6, indent: 2), keepBelow: keepBelow)
    }

    @Test("The first line is indented by two characters, paragraphs flow over pages")
    func flowsOverPages() {
        let builder = UnitBuilder(width: 6, height: 2)
        builder.place(paragraph("一二三四五六七八九十甲乙丙丁戊己"))
        #expect(builder.pictures() == ["　　一二三四\n五六七八九十", "甲乙丙丁戊己"])
    }

    @Test("A heading does not stay at the end of a page")
    func headingKeepsCompany() {
        let builder = UnitBuilder(width: 6, height: 3)
        builder.place(paragraph("正文"))
        builder.place(paragraph("标题", keepBelow: 2), mark: "h1")
        builder.place(paragraph("正文"))
        #expect(builder.pages.count == 2)
        #expect(builder.pages[1].marks == [Mark(name: "h1", y: 0)])
    }

    @Test("Neither the first line of a paragraph stays alone at a page's end, nor is the last one alone on the next")
    func noLonelyLines() {
        // Two lines are left for a paragraph of three, then three for one of four.
        for (before, text, expected) in [
            ("甲\n乙", "一二三四五六七八九十子丑", [0, 3]), ("甲", "一二三四五六七八九十子丑寅卯辰巳午未", [2, 2]),
            ("甲\n乙\n丙", "一二三四五六", [0, 2]), ("甲", "一二三四五六七八九十", [2]),
        ] {
            let builder = UnitBuilder(width: 6, height: 4)
            builder.place(paragraph(before))
            builder.place(paragraph(text))
            let lines = builder.pages.enumerated().map { index, page in
                page.texts.dropFirst(index == 0 ? 1 : 0).reduce(0) { $0 + $1.lines.count }
            }
            #expect(lines == expected, "\(text)")
        }
    }

    @Test("Parts begin on right-hand pages")
    func rightHandPages() {
        let builder = UnitBuilder(width: 6, height: 3)
        builder.beginRightHandPage()
        builder.beginRightHandPage()
        #expect(builder.pages.map(\.label) == [.arabic(1), .none, .arabic(3)])
        #expect(builder.pages[1].isBlank)
    }

    @Test("GB/T 9704: 22 lines a page, 28 characters a line")
    func officialGeometry() {
        let geometry = PageGeometry.official
        #expect(abs(geometry.pageWidth - 595.28) < 0.01)
        #expect(Int(geometry.height / 28.99) == 22)
        #expect(Int((geometry.width + 0.01) / 15.793) == 28)
        #expect(geometry.left(onRightHandPage: true) > geometry.left(onRightHandPage: false))
    }

    @Test("Roman page numbers")
    func romanNumbers() {
        #expect([1, 4, 9, 14, 40, 99].map { PageLabel.roman($0).text } == ["i", "iv", "ix", "xiv", "xl", "xcix"])
    }
}
