import Foundation
import GoalModel
import SourceFiles
import TestSupport
import Testing

/// `goalbook annotate`, and what comes of the files that it hands back.
@Suite struct AnnotateCommandTests {
    private static let mark = "（审核批注）"

    private func inputs(_ bench: borrowing Workbench) throws {
        let corpus = Corpus.all[0]
        try bench.write(BookFiles.word(try corpus.book(of: "欢喜庄乡")), to: "in/一.docx")
        try bench.write(BookFiles.workbook(try corpus.book(of: "清风店镇"), together: true), to: "in/二.xlsx")
    }

    /// What `check` finds, without the names of the files.
    private func findings(_ bench: borrowing Workbench, _ name: String) throws -> String {
        try Program.run("check", "--format", "json", bench.path(name)).output.replacing(Self.mark, with: "")
    }

    /// The part of a file that holds comments, with something written behind the first mark of a rule.
    private func answer(_ words: String, to code: String, in file: Data, part: String) throws -> [UInt8] {
        let package = try OfficeFile(Array(file))
        var text = String(decoding: try #require(try package.bytes(of: part)), as: UTF8.self)
        let mark = try #require(text.firstMatch(of: try Regex("〔\(code) [0-9a-f]{16}〕</[^>]*t>"))).range
        let end = text[mark].firstIndex(of: "<") ?? mark.upperBound
        text.insert(contentsOf: "\n" + words, at: end)
        return try package.replacing([(part, Array(text.utf8))])
    }

    @Test func filesComeBackWithCommentsAndSayTheSame() throws {
        let bench = try Workbench()
        try inputs(bench)
        let run = try Program.run("annotate", bench.path("in"), "-o", bench.path("out"))
        #expect(run.exitCode == 0 && run.errors.isEmpty)
        #expect(run.output.contains("一\(Self.mark).docx：问题 ") && !run.output.contains("未能定位"))
        let files = try bench.files(below: "out")
        #expect(Set(files.keys) == ["一\(Self.mark).docx", "二\(Self.mark).xlsx"])
        for (name, file) in [("一", ".docx"), ("二", ".xlsx")] {
            let (old, new) = try (findings(bench, "in/\(name)\(file)"), findings(bench, "out/\(name)\(Self.mark)\(file)"))
            #expect(old == new && old.contains("fingerprint"))
        }
        // The same again is the same; what somebody has written into is not written over.
        #expect(try Program.run("annotate", bench.path("in"), "-o", bench.path("out")).exitCode == 0)
        try bench.write("甲", to: "out/一\(Self.mark).docx")
        let third = try Program.run("annotate", bench.path("in"), "-o", bench.path("out"))
        #expect(third.exitCode == 3 && third.errors.contains("已经有了"))
        #expect(try bench.files(below: "out")["一\(Self.mark).docx"] == Data("甲".utf8))
    }

    @Test func textHasNoPlaceForComments() throws {
        let bench = try Workbench()
        try bench.write(Repository.fixture("hostile/编码/utf8.txt"), to: "小村乡.txt")
        let run = try Program.run("annotate", bench.path("小村乡.txt"), "-o", bench.path("out"))
        #expect(run.exitCode == 4 && run.errors.contains("没有可以放批注的地方（不是Word、Excel文件）：小村乡.txt"))
        #expect(try bench.files(below: "out").isEmpty)
        #expect(try Program.run("annotate", bench.path("小村乡.txt")).exitCode == 2)
    }

    @Test func answersInCommentsCount() throws {
        let bench = try Workbench()
        try inputs(bench)
        _ = try Program.run("annotate", bench.path("in"), "-o", bench.path("out"))
        let files = try bench.files(below: "out")
        let word = try #require(files["一\(Self.mark).docx"])
        try bench.write(answer("同意保留：全县一个标准", to: "I12", in: word, part: "word/comments.xml"), to: "back/一\(Self.mark).docx")
        let sheet = try #require(files["二\(Self.mark).xlsx"])
        try bench.write(answer("已改", to: "I06", in: sheet, part: "xl/comments1.xml"), to: "back/二\(Self.mark).xlsx")
        let run = try Program.run("check", bench.path("back"))
        #expect(run.output.contains("已同意保留 I12") || run.output.contains("已同意保留1"))
        #expect(run.errors.contains("二\(Self.mark).xlsx的批注）在批注中标为“已改”，仍然查出"))
        // The copy counts beside the file itself, which says the same.
        try bench.write(Array(try #require(try bench.files(below: "in")["一.docx"])), to: "back/一.docx")
        let both = try Program.run("check", bench.path("back"))
        #expect(both.output.contains("已同意保留1") && both.errors.contains("内容完全相同"))
    }

    /// Excel itself makes a thread of a note; who answers there answers in a part of its own.
    @Test func answersInThreadsCount() throws {
        let bench = try Workbench()
        try inputs(bench)
        _ = try Program.run("annotate", bench.path("in"), "-o", bench.path("out"))
        let file = try OfficeFile(Array(try #require(try bench.files(below: "out")["二\(Self.mark).xlsx"])))
        let notes = String(decoding: try #require(try file.bytes(of: "xl/comments1.xml")), as: UTF8.self)
        let mark = try #require(notes.firstMatch(of: #/〔I06 \w{16}〕/#)).output
        let thread = [
            "<threadedComment ref=\"A1\" id=\"{1}\" personId=\"{P}\"><text>提示：重复&#10;\(mark)</text></threadedComment>",
            "<threadedComment ref=\"A1\" id=\"{2}\" personId=\"{P}\" parentId=\"{1}\"><text>已改</text></threadedComment>",
        ]
        let names = "http://schemas.microsoft.com/office/spreadsheet/2018/threadedcomments"
        let sheet = try #require(try file.sheetParts().compactMap(\.self).first)
        let relations = sheet.replacing("worksheets/", with: "worksheets/_rels/") + ".rels"
        let links = String(decoding: try #require(try file.bytes(of: relations)), as: UTF8.self)
        let link =
            "<Relationship Id=\"t\" Type=\"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment\" Target=\"../t.xml\"/>"
        let changed = try file.replacing([
            (relations, Array(links.replacing("</Relationships>", with: link + "</Relationships>").utf8)),
            ("xl/t.xml", Array("<ThreadedComments xmlns=\"\(names)\">\(thread.joined())</ThreadedComments>".utf8)),
        ])
        try bench.write(changed, to: "back/二\(Self.mark).xlsx")
        let run = try Program.run("check", bench.path("back"))
        #expect(run.errors.contains("的批注）在批注中标为“已改”，仍然查出"), "\(run.errors)")
    }

    @Test func maskedCommentsQuoteNoNumber() throws {
        let bench = try Workbench()
        var book = try Corpus.all[0].book(of: "欢喜庄乡")
        book.projects[0].purpose = "支付联系人手机13812345678的补助拨打到位"
        try bench.write(BookFiles.word(book), to: "一.docx")
        let run = try Program.run("annotate", bench.path("一.docx"), "-o", bench.path("out"), "--mask", "--track")
        #expect(run.exitCode == 0)
        let file = try OfficeFile(Array(try #require(try bench.files(below: "out")["一\(Self.mark).docx"])))
        let comments = String(decoding: try #require(try file.bytes(of: "word/comments.xml")), as: UTF8.self)
        #expect(comments.contains("P02") && !comments.contains("13812345678"))
        #expect(String(decoding: try #require(try file.bytes(of: "word/document.xml")), as: UTF8.self).contains("13812345678"))
    }

    @Test func buildMakesThemWhenNamed() throws {
        let bench = try Workbench()
        try inputs(bench)
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "site,annotated")
        #expect(run.exitCode == 0)
        let files = try bench.files(below: "out")
        let mine = try #require(files.keys.first { $0.hasSuffix("/审核批注/一\(Self.mark).docx") })
        let page = String(decoding: files[mine.replacing("审核批注/一\(Self.mark).docx", with: "index.html")] ?? Data(), as: UTF8.self)
        #expect(page.contains("原文件加批注：一\(Self.mark).docx"))
        let masked = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "annotated", "--mask")
        #expect(masked.exitCode == 2 && masked.errors.contains("goalbook annotate --mask"))
    }
}
