import Foundation
import TestSupport
import Testing

/// 审核意见表.xlsx written, filled in and read back on the next run.
@Suite struct AnswerTests {
    private func bench(_ town: String = "柳溪镇") throws -> Workbench {
        let bench = try Workbench()
        try bench.write(Array(try Data(contentsOf: Repository.root.appending(path: "samples/\(town).txt"))), to: "输入/\(town).txt")
        return bench
    }

    private func sheet(_ path: String) throws -> [String: [String: String]] { try AnswerSheet(path).rows }

    private func fill(_ path: String, _ fingerprint: String, status: String, note: String) throws {
        try AnswerSheet(path).fill(fingerprint, status: status, note: note)
    }

    private func town(_ bench: borrowing Workbench, in folder: String) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.path(folder))
        return bench.path(folder + "/" + (try #require(names.first { $0.contains("镇") })))
    }

    @Test func theNextRunReadsTheAnswersInTheResults() throws {
        let bench = try bench("巨鹿镇")
        func build() throws -> Program.Outcome {
            try Program.run("build", bench.path("输入"), "-o", bench.path("结果"), "--only", "facts,workbook")
        }
        #expect(try build().exitCode == 0)
        let path = try town(bench, in: "结果") + "/审核意见表.xlsx"
        let rows = try sheet(path)
        let kept = try #require(rows.first { $0.value["规则"] == "I15" }?.key)
        let changed = try #require(rows.first { $0.value["规则"] == "S01" }?.key)
        #expect(rows.values.allSatisfy { $0["状态"] == "待改" })
        try fill(path, kept, status: "同意保留", note: "按上级口径")
        try fill(path, changed, status: "已改", note: "")
        let again = try build()
        #expect(again.exitCode == 0 && again.errors.contains("标为“已改”，仍然查出"), "\(again.errors)")
        let after = try sheet(path)
        #expect(Set(after.keys) == Set(rows.keys))
        #expect(after[kept]?["状态"] == "同意保留" && after[kept]?["说明"] == "按上级口径" && after[kept]?["核对"] == "不计为问题")
        #expect(after[changed]?["状态"] == "已改" && after[changed]?["核对"] == "标为已改，仍然查出")
        let facts = try String(contentsOfFile: town(bench, in: "结果") + "/facts.json", encoding: .utf8)
        #expect(facts.contains("按上级口径"))
        let first = try bench.files(below: "结果")
        #expect(try build().exitCode == 0)
        #expect(try bench.files(below: "结果") == first, "a third run changes nothing")
        // Also where no workbooks are wanted the answers are not lost.
        #expect(try Program.run("build", bench.path("输入"), "-o", bench.path("结果"), "--only", "facts").exitCode == 0)
        #expect(try sheet(path)[kept]?["说明"] == "按上级口径")
        let check = try Program.run("check", bench.path("输入"), "--previous", bench.path("结果"))
        #expect(check.output.contains("已同意保留 I15") && !check.output.contains("警告 I15"))
    }

    @Test func aSheetBesideTheInputCounts() throws {
        let bench = try bench()
        let made = try Program.run("check", bench.path("输入"), "--format", "xlsx", "-o", bench.path("输入/柳溪镇审核意见表(1).xlsx"))
        #expect(made.exitCode == 1 && made.output.isEmpty)
        let path = bench.path("输入/柳溪镇审核意见表(1).xlsx")
        let leak = try #require(sheet(path).first { $0.value["规则"] == "P02" }?.key)
        let kept = try #require(sheet(path).first { $0.value["规则"] == "S01" || $0.value["规则"] == "I10" }?.key)
        let code = try #require(sheet(path)[kept]?["规则"])
        try fill(path, kept, status: "同意保留", note: "公开电话")
        try fill(path, leak, status: "同意保留", note: "登在门口")
        for input in ["输入", "输入/柳溪镇.txt"] {
            let run = try Program.run("check", bench.path(input))
            #expect(run.output.contains("已同意保留 \(code)") && run.output.contains("公开电话"), "\(run.errors)")
            // A town cannot agree by itself that a personal number is published.
            #expect(run.output.contains("错误 P02") && run.errors.contains("只能在审核设定中"), "\(run.errors)")
        }
        try fill(path, kept, status: "算了", note: "公开电话")
        let wrong = try Program.run("check", bench.path("输入"))
        #expect(wrong.exitCode == 3 && wrong.errors.contains("算了") && wrong.errors.contains("同意保留"))
        #expect(wrong.errors.firstMatch(of: /[A-Z]+[0-9]+的状态写的是/) != nil, "\(wrong.errors)")
        #expect(wrong.output.contains("错误 P02"))
    }

    @Test func aDamagedSheetIsToldAndTheTownIsStillChecked() throws {
        let bench = try bench()
        try bench.write("no workbook", to: "输入/审核意见表.xlsx")
        let run = try Program.run("check", bench.path("输入"))
        #expect(run.exitCode == 3 && run.errors.contains("审核意见表.xlsx") && run.output.contains("错误 P02"))
    }

    @Test func bytesGoToARedirectedOutput() throws {
        let bench = try bench()
        let run = try Program.run("check", bench.path("输入"), "--format", "xlsx")
        #expect(run.output.hasPrefix("PK"))
    }
}
