import BookLayout
import TestSupport
import Testing
import Text
import Typesetting

@Suite("PDF 文件")
struct PDFDocumentTests {
    private let press = SmallPress()

    @Test("印出的字能原样读回，不是部首")
    func textIsReadBack() throws {
        let texts = ["工作经费 300元/人/月", "≥95%，2024年12月31日前", "𠮷林“省”——（试行）", "空\u{0}字符不截断"]
        let read = try PDFText.read(try press.print(texts))
        for text in texts { #expect(read.contains(text.displayable)) }
    }

    @Test("同样的输入得到同样的字节")
    func isDeterministic() throws {
        let texts = ["绩效目标", "预算数 12.50"]
        let first = try press.print(texts)
        #expect(first == (try press.print(texts)))
        #expect(first.starts(with: Array("%PDF-1.7".utf8)))
    }

    @Test("没画完的文件可以放心丢掉")
    func abandoned() throws {
        var document = try PDFDocument(width: 400, height: 600)
        document.add(Page(label: .none), left: 0, top: 0)
    }

    @Test("空白的文字、空页、没有书签也能成书")
    func blanks() throws {
        let bytes = try press.print(["", " \u{3000}", "甲\n\n\n乙", "丙 "], bookmarks: [])
        #expect(try PDFText.read(bytes).contains("乙"))
        #expect(try press.print([], bookmarks: []).count > 500)
    }

    @Test("链接或书签指向不存在的位置时说明原因")
    func unknownMarks() throws {
        #expect(throws: PrintingError.unknownMark("nowhere")) { try press.print(["字"], link: "nowhere") }
        #expect(throws: PrintingError.unknownMark("lost")) {
            try press.print(["字"], bookmarks: [Bookmark("无处", level: 0, mark: "lost")])
        }
    }
}
