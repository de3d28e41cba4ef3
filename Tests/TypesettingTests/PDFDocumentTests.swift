import BookLayout
import TestSupport
import Testing
import Typesetting

@Suite("PDF 文件")
struct PDFDocumentTests {
    private let fonts = FontContext(FontSet(.builtIn))
    private let metadata = PDFDocument.Metadata(
        title: "甲县乙镇目标书", author: "乙镇人民政府", subject: "部门预算绩效目标", created: "2024-01-01T00:00:00Z")

    private func draw(_ texts: [String]) throws -> [UInt8] {
        let document = try PDFDocument(width: 400, height: 600, metadata)
        var page = Page<TextBlock>(label: .arabic(1))
        page.marks = [Mark(name: "top", y: 0)]
        var y = 0.0
        for (index, text) in texts.enumerated() {
            let block = fonts.layOut(TextRequest(text, TextStyle(.body, size: 12, leading: 18), width: 300))
            let link = index == 0 ? "top" : nil
            page.texts.append(PlacedText(block, lines: 0..<block.lineCount, x: 0, y: y, link: link))
            y += block.height
        }
        document.draw(page, left: 50, top: 50)
        document.setPageLabel("1")
        document.endPage()
        document.addBookmark("首页", to: "top", under: 0, isOpen: true)
        return try document.finish()
    }

    @Test("印出的字能原样读回，不是部首")
    func textIsReadBack() throws {
        let texts = ["工作经费 300元/人/月", "≥95%，2024年12月31日前", "𠮷林“省”——（试行）", "空\u{0}字符不截断"]
        let read = try PDFText.read(try draw(texts))
        for text in texts { #expect(read.contains(text.printable)) }
    }

    @Test("同样的输入得到同样的字节")
    func isDeterministic() throws {
        let texts = ["绩效目标", "预算数 12.50"]
        let first = try draw(texts)
        #expect(first == (try draw(texts)))
        #expect(first.starts(with: Array("%PDF-1.5".utf8)))
    }

    @Test("没画完的文件可以放心丢掉")
    func abandoned() throws {
        let document = try PDFDocument(width: 400, height: 600, metadata)
        document.endPage()
    }

    @Test("出错时说明原因")
    func failure() {
        #expect(throws: CairoError.self) {
            let document = try PDFDocument(width: 400, height: 600, metadata)
            var page = Page<TextBlock>(label: .none)
            let block = fonts.layOut(TextRequest("字", TextStyle(.body, size: 12, leading: 18), width: 300))
            page.texts = [PlacedText(block, lines: 0..<1, x: 0, y: 0, link: "half'quoted")]
            document.draw(page, left: 0, top: 0)
            document.endPage()
            _ = try document.finish()
        }
    }
}
