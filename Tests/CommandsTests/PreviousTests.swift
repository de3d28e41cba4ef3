import Foundation
import GoalModel
import TestSupport
import Testing
import Text

/// What changed since an older book or result, as a user gets to see it.
@Suite struct PreviousTests {
    private let town = "130208-480001-欢喜庄乡-2022"

    /// The sample of 2022, and what it would have been a year before with more money and a project less.
    private func books() throws -> (newer: String, older: String) {
        let text = String(decoding: try Corpus.all[0].bytes(of: "欢喜庄乡"), as: UTF8.self)
        let older = text.replacing(/130208(\d\d)P/) { "130208\((Int($0.1) ?? 22) - 1)P" }.replacing("2022年", with: "2021年")
        #expect(older != text)
        return (text, older)
    }

    private func line(_ mail: Data?) -> String {
        let lines = String(decoding: mail ?? Data(), as: UTF8.self).split(separator: "\n").map(String.init)
        return lines.firstIndex { $0.hasPrefix("与") && $0.hasSuffix("相比") }.map { lines[$0] + "：" + lines[$0 + 1] } ?? ""
    }

    @Test func twoYearsOfOneRun() throws {
        let bench = try Workbench()
        let (newer, older) = try books()
        try bench.write(newer, to: "in/2022.txt")
        try bench.write(older, to: "in/2021.txt")
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "mail,brief,facts")
        #expect(run.exitCode == 0, "\(run.errors)")
        let files = try bench.files(below: "out")
        #expect(line(files["\(town)/mail.txt"]).hasPrefix("与2021年相比："))
        #expect(line(files["130208-480001-欢喜庄乡-2021/mail.txt"]).isEmpty)
        let brief = try PDFText.read(Array(try #require(files["\(town)/领导简报.pdf"])))
        #expect(brief.withoutSpaces.contains("与2021年相比"))
    }

    @Test func resultsOfAnEarlierRun() throws {
        let bench = try Workbench()
        let (newer, older) = try books()
        try bench.write(older, to: "old/一.txt")
        try bench.write(newer, to: "new/一.txt")
        #expect(try Program.run("build", bench.path("old"), "-o", bench.path("last"), "--only", "facts").exitCode == 0)
        let arguments = ["build", bench.path("new"), "-o", bench.path("out"), "--only", "mail,facts", "--previous"]
        let run = try Program.run(arguments + [bench.path("last")])
        #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
        let files = try bench.files(below: "out")
        #expect(line(files["\(town)/mail.txt"]).hasPrefix("与2021年相比：预算总额"))
        // What two runs compare is what one run with both books compares.
        try bench.write(older, to: "new/二.txt")
        #expect(try Program.run("build", bench.path("new"), "-o", bench.path("both"), "--only", "mail,facts").exitCode == 0)
        let both = try bench.files(below: "both")
        #expect(both["\(town)/mail.txt"] == files["\(town)/mail.txt"])
        #expect(both["\(town)/facts.json"] == files["\(town)/facts.json"])
    }

    /// What is hidden of this year's book is hidden of an older one, too.
    @Test func oldNamesAreMasked() throws {
        let bench = try Workbench()
        let (newer, older) = try books()
        let name = "征兵工作经费"
        #expect(older.contains(name))
        try bench.write(older.replacing(name, with: "慰问张某13812345678"), to: "old/一.txt")
        try bench.write(newer, to: "new/一.txt")
        #expect(try Program.run("build", bench.path("old"), "-o", bench.path("last"), "--only", "facts").exitCode == 3)
        let arguments = ["build", bench.path("new"), "--only", "brief", "--previous", bench.path("last"), "-o"]
        for (folder, options) in [("open", [String]()), ("masked", ["--mask"])] {
            #expect(try Program.run(arguments + [bench.path(folder)] + options).exitCode == 0)
            let brief = try #require(try bench.files(below: folder)["\(town)/领导简报.pdf"])
            let text = try PDFText.read(Array(brief))
            // The brief may leave the house: numbers are hidden in it also without being asked.
            #expect(!text.contains("13812345678") && text.contains("138******78"), "\(folder)")
        }
    }

    /// The results of last night are the basis of tonight's in the same folder.
    @Test func theSameFolderAgain() throws {
        let bench = try Workbench()
        try bench.write(books().newer, to: "in/一.txt")
        let arguments = ["build", bench.path("in"), "-o", bench.path("out"), "--only", "mail,facts"]
        #expect(try Program.run(arguments).exitCode == 0)
        #expect(try Program.run(arguments + ["--previous", bench.path("out")]).exitCode == 0)
        #expect(line(try bench.files(below: "out")["\(town)/mail.txt"]) == "与上一份相比：预算总额与上一份相同。")
    }

    @Test func damagedResultsArePassedOverWithANotice() throws {
        let bench = try Workbench()
        let (newer, older) = try books()
        try bench.write(older, to: "old/一.txt")
        try bench.write(newer, to: "new/一.txt")
        #expect(try Program.run("build", bench.path("old"), "-o", bench.path("last"), "--only", "facts").exitCode == 0)
        let huge = #"{"schema":"goalbook.facts/1","books":[{"town":"甲","unit":{},"projects":[],"totals":{"budgetFen":1e400},"#
        let broken = ["{", "[]", #"{"schema":"goalbook.facts/2","books":[]}"#, huge + #""quality":{},"findings":[]}]}"#]
        for (index, text) in broken.enumerated() { try bench.write(text, to: "last/坏\(index)/facts.json") }
        try FileManager.default.createDirectory(atPath: bench.path("last/坏9/facts.json"), withIntermediateDirectories: true)
        let run = try Program.run(
            "build", bench.path("new"), "-o", bench.path("out"), "--only", "mail", "--previous", bench.path("last"))
        #expect(run.exitCode == 0)
        let notices = run.errors.split(separator: "\n")
        #expect(notices.count == 5, "\(run.errors)")
        #expect(notices.allSatisfy { $0.hasPrefix("说明：") && $0.contains("/facts.json：") && $0.contains("请重新生成") })
        #expect(line(try bench.files(below: "out")["\(town)/mail.txt"]).hasPrefix("与2021年相比"))
    }

    @Test func aFolderThatCannotBeMeantIsAUsageError() throws {
        let bench = try Workbench()
        try bench.write(books().newer, to: "in/一.txt")
        try FileManager.default.createDirectory(atPath: bench.path("leer"), withIntermediateDirectories: true)
        for (folder, word) in [("没有", "不存在"), ("leer", "没有以前的结果"), ("in/一.txt", "不是文件夹")] {
            let run = try Program.run(
                "build", bench.path("in"), "-o", bench.path("out"), "--only", "mail", "--previous", bench.path(folder))
            #expect(run.exitCode == 2 && run.errors.contains("--previous") && run.errors.contains(word), "\(run.errors)")
        }
        #expect(try bench.files(below: "out").isEmpty)
    }
}
