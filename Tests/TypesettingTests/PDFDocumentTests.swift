import BookLayout
import TestSupport
import Testing
import Text
import Typesetting

@Suite
struct PDFDocumentTests {
    private let press = SmallPress()

    @Test("Printed characters are read back as they were, not as radicals")
    func textIsReadBack() throws {
        let texts = ["工作经费 300元/人/月", "≥95%，2024年12月31日前", "𠮷林“省”——（试行）", "空\u{0}字符不截断"]
        let read = try PDFText.read(try press.print(texts))
        for text in texts { #expect(read.contains(text.displayable)) }
    }

    @Test("The same input makes the same bytes")
    func isDeterministic() throws {
        let texts = ["绩效目标", "预算数 12.50"]
        let first = try press.print(texts)
        #expect(first == (try press.print(texts)))
        #expect(first.starts(with: Array("%PDF-1.7".utf8)))
    }

    @Test("An unfinished file may be dropped")
    func abandoned() throws {
        var document = try PDFDocument(width: 400, height: 600)
        try document.add(Page(label: .none), left: 0, top: 0)
    }

    @Test("Blank text, blank pages and no bookmarks make a book")
    func blanks() throws {
        let bytes = try press.print(["", " \u{3000}", "甲\n\n\n乙", "丙 "], bookmarks: [])
        #expect(try PDFText.read(bytes).contains("乙"))
        #expect(try press.print([], bookmarks: []).count > 500)
    }

    @Test("A link or bookmark to nowhere says why")
    func unknownMarks() throws {
        #expect(throws: PrintingError.unknownMark("nowhere")) { try press.print(["字"], link: "nowhere") }
        #expect(throws: PrintingError.unknownMark("lost")) {
            try press.print(["字"], bookmarks: [Bookmark("无处", level: 0, mark: "lost")])
        }
    }
}
