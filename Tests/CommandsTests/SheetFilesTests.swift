import Foundation
import GoalModel
import TestSupport
import Testing

@testable import Delivery
@testable import Outputs

/// `--only sheets`: a file a project.
@Suite struct SheetFilesTests {
    @Test func namesAreSafeAndUnique() {
        let codes = ["13052924P00584012146U", "", "../../etc", "a/b", "a/b", "\u{0}", ""]
        let names = ["甲", "乙/丙", "丁", "戊", "己", "..", String(repeating: "长", count: 300)]
        var projects = zip(codes, names).enumerated().map { index, pair in
            SampleBooks.project(index + 1, pair.1, fen: 1, code: pair.0)
        }
        projects[4].number = 4
        let files = SheetFiles.names(of: projects)
        #expect(files[0] == "001-13052924P00584012146U.pdf")
        #expect(files[1] == "002-乙丙.pdf")
        #expect(files[3...4] == ["004-ab.pdf", "004-ab(2).pdf"])
        #expect(files[5] == "006-项目.pdf")
        #expect(Set(files).count == files.count)
        #expect(files.allSatisfy { !$0.contains("/") && !$0.contains("..") && $0.utf8.count < 120 })
    }

    @Test func sheetsAreMadeOnlyWhenNamed() throws {
        let bench = try Workbench()
        try bench.write(Repository.fixture("hostile/编码/utf8.txt"), to: "in/小村乡.txt")
        for folder in ["out", "again"] {
            let run = try Program.run("build", bench.path("in"), "-o", bench.path(folder), "--only", "sheets")
            #expect(run.exitCode == 0 && run.errors.isEmpty)
        }
        let files = try bench.files(below: "out")
        #expect(files == (try bench.files(below: "again")))
        let town = "139901-706001-小村乡-2026"
        let sheets = ["001-13990126P00410010017E.pdf", "002-13990126P00410020028Y.pdf"].map { "\(town)/项目单页/\($0)" }
        #expect(Set(files.keys) == Set(sheets + ["index.html", "汇总.xlsx", "rollup.json", "manifest.json"]))
        let manifest = String(decoding: files["manifest.json"] ?? Data(), as: UTF8.self)
        for sheet in sheets { #expect(manifest.contains(sheet.replacing("/", with: "\\/")) || manifest.contains(sheet)) }
        let text = try PDFText.read(Array(files[sheets[1]] ?? Data()))
        #expect(text.contains("13990126P00410020028Y") && !text.contains("13990126P00410010017E"))
    }
}
