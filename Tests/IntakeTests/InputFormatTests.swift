import Foundation
import TestSupport
import Testing

/// Files of every kind in one folder: what is read, what is refused, and what is said.
@Suite struct InputFormatTests {
    @Test func everyFormatGivesItsTown() throws {
        let bench = try Workbench()
        let corpus = Corpus.all[0]
        try bench.write(BookFiles.word(try corpus.book(of: "欢喜庄乡")), to: "in/一.docx")
        try bench.write(BookFiles.workbook(try corpus.book(of: "清风店镇"), together: true), to: "in/二.xlsx")
        try bench.write(BookFiles.csv(try corpus.book(of: "亮甲店镇"), split: true), to: "in/三.csv")
        try bench.write(BookFiles.page(try corpus.book(of: "泉坊镇")), to: "in/四.html")
        try bench.write("<html><body>广告</body></html>", to: "in/四_files/frame.html")
        let whole = BookFiles.word(try corpus.book(of: "巨鹿镇"))
        try bench.write(Array(whole.prefix(whole.count / 2)), to: "in/五.docx")
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "facts")
        #expect(run.exitCode == 3)
        #expect(run.errors.contains("五.docx：文件已损坏"))
        #expect(!run.errors.contains("frame.html"))
        let towns = try bench.files(below: "out").keys.filter { $0.hasSuffix("facts.json") }.compactMap {
            $0.split(separator: "-").dropFirst(2).first
        }
        #expect(towns.sorted() == ["亮甲店镇", "欢喜庄乡", "泉坊镇", "清风店镇"])
    }

    @Test func unfilledTemplateIsNamed() throws {
        let bench = try Workbench()
        #expect(try Program.run("template", "-o", bench.path("填报模板.xlsx")).exitCode == 0)
        let run = try Program.run("facts", bench.path("填报模板.xlsx"))
        #expect(run.exitCode == 4 && run.errors.contains("填报模板还没有填写"), "\(run.errors)")
    }

    /// A town with a wrong unit code gets no folder of its own beside that of the right one.
    @Test(arguments: [("48001", "2026", "单位编码“48001”"), ("ABC", "2026", "单位编码“ABC”"), ("705001", "20222", "年度“20222”")])
    func wrongIdentityIsNamed(code: String, year: String, reason: String) throws {
        let bench = try Workbench()
        try bench.write("栏目,标题,内容\n单位编码,,\(code)\n单位名称,,青岚县石桥镇人民政府\n年度,,\(year)\n总体绩效目标,,统筹安排各项工作。\n", to: "石桥镇.csv")
        let run = try Program.run("build", bench.path("石桥镇.csv"), "-o", bench.path("out"), "--only", "facts")
        #expect(run.exitCode == 4 && run.errors.contains(reason), "\(run.errors)")
        #expect(try bench.files(below: "").keys.allSatisfy { !$0.contains("无编码") })
    }

    @Test func whyThereIsNoBookIsSaid() throws {
        let bench = try Workbench()
        try bench.write(WordBuilder.file("<w:p><w:r><w:drawing/></w:r></w:p>"), to: "扫描.docx")
        var builder = WorkbookBuilder()
        builder.add("封面", #"<row r="1"><c r="A1" t="inlineStr"><is><t>石桥镇</t></is></c></row>"#)
        builder.add("项目", #"<row r="1"><c r="A1"><v>1</v></c></row>"#, state: "hidden")
        try bench.write(builder.file(), to: "隐藏.xlsx")
        let blank = try Program.run("check", bench.path("扫描.docx"))
        #expect(blank.exitCode == 4 && blank.errors.contains("里面没有任何文字或表格"), "\(blank.errors)")
        let hidden = try Program.run("check", bench.path("隐藏.xlsx"))
        #expect(hidden.exitCode == 4 && hidden.errors.contains("隐藏的工作表没有读取：“项目”"), "\(hidden.errors)")
    }

    /// What a file is, its bytes tell.
    @Test func extensionsAreNotBelieved() throws {
        let bench = try Workbench()
        let book = try Corpus.all[0].book(of: "欢喜庄乡")
        try bench.write(BookFiles.word(book), to: "甲.xls")
        try bench.write(try Corpus.all[0].bytes(of: "欢喜庄乡"), to: "乙.docx")
        for name in ["甲.xls", "乙.docx"] {
            let run = try Program.run("facts", bench.path(name))
            #expect(run.exitCode == 0 && run.output.contains("欢喜庄乡") && run.output.contains("file-extension"), "\(run.errors)")
        }
    }

    @Test func textsOfSeveralTownsAreSplit() throws {
        let bench = try Workbench()
        let texts = try ["欢喜庄乡", "清风店镇"].map { try Corpus.all[0].bytes(of: $0) }
        try bench.write(Array(texts.joined(separator: [10, 10])), to: "两乡镇.txt")
        let run = try Program.run("build", bench.path("两乡镇.txt"), "-o", bench.path("out"), "--only", "facts")
        #expect(run.exitCode == 0, "\(run.errors)")
        for (town, text) in zip(["欢喜庄乡", "清风店镇"], texts) {
            try bench.write(text, to: "one/\(town).txt")
            _ = try Program.run("build", bench.path("one/\(town).txt"), "-o", bench.path("out-" + town), "--only", "facts")
            let together = try facts(bench.files(below: "out"), of: town)
            let alone = try facts(bench.files(below: "out-" + town), of: town)
            #expect(together == alone)
        }
    }

    private struct Facts: Decodable, Equatable {
        struct Book: Decodable, Equatable {
            struct Section: Decodable, Equatable {
                let heading: String
                let paragraphs: [String]
            }
            struct Project: Decodable, Equatable {
                let name: String
                let budgetFen: Int64?
                let goals: [String]
            }
            let town: String
            let partOne: [Section]
            let projects: [Project]
            let residue: [String]
        }
        let books: [Book]
    }

    private func facts(_ files: [String: Data], of town: String) throws -> Facts {
        let file = try #require(files.first { $0.key.hasSuffix("facts.json") && $0.key.contains(town) })
        return try JSONDecoder().decode(Facts.self, from: file.value)
    }
}
