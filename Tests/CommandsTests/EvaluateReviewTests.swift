import Foundation
import TestSupport
import Testing

/// `goalbook evaluate --review` as a user runs it.
@Suite struct EvaluateReviewTests {
    /// A page with a form whose points of execution are `execution` and whose total is `total`.
    private static func page(execution: String, total: String, points: String = "50") -> String {
        let rows = [
            ["项目名称", "村道养护项目"], ["项目资金（万元）", "", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
            ["", "年度资金总额", "43.20", "43.20", "10", "100%", execution],
            ["", "其中：财政拨款", "43.20", "43.20", "—", "—", "—"],
            ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
            ["产出指标", "数量指标", "养护村道", "≥24公里", "25公里", "50", points, ""],
            ["效益指标", "社会效益指标", "受益群众", "≥900人", "912人", "30", "30", ""],
            ["满意度指标", "满意度指标", "群众满意度", "≥90%", "94%", "10", "10", ""], ["总分", "", "", "", "", "100", total, ""],
        ]
        let lines = rows.map { row in "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined(separator: "\n")
        return """
            <html><head><meta charset="utf-8"></head><body><p>项目支出绩效自评表</p><p>（2025年度）</p>
            <table>\(lines)</table></body></html>
            """
    }

    private static func findings(_ output: String) throws -> [[String: Any]] {
        let document = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        #expect(document["schema"] as? String == "goalbook.evaluation/1")
        let forms = try #require(document["forms"] as? [[String: Any]])
        return forms.flatMap { $0["checks"] as? [[String: Any]] ?? [] }
    }

    @Test func aRightFormIsSilent() throws {
        let bench = try Workbench()
        try bench.write(Self.page(execution: "10", total: "100"), to: "a.html")
        let run = try Program.run("evaluate", "--review", bench.path("a.html"))
        #expect(run.exitCode == 0 && run.errors.isEmpty && run.output.contains("错误0"), "\(run.output)\(run.errors)")
        #expect(run.output.contains("共1份自评表，0份有错误"))
    }

    @Test func faultsAreToldWithTheRightFigure() throws {
        let bench = try Workbench()
        try bench.write(Self.page(execution: "9", total: "99"), to: "a.html")
        let run = try Program.run("evaluate", "--review", bench.path("a.html"))
        #expect(run.exitCode == 0 && run.output.contains("10×43.2/43.2 = 10.00，表中填9"), "\(run.output)")
        for (limit, code) in [("error", 1), ("never", 0)] {
            let run = try Program.run("evaluate", "--review", bench.path("a.html"), "--fail-on", limit)
            #expect(run.exitCode == code)
        }
        let json = try Program.run("evaluate", "--review", bench.path("a.html"), "--format", "json")
        let checks = try Self.findings(json.output)
        // Nine of ten points of execution beside all points of the indicators: a warning of its own.
        #expect(checks.map { $0["id"] as? String } == ["E05", "E34"] && checks.first?["severity"] as? String == "error")
        let place = checks.first?["location"] as? [String: Any]
        #expect(place?["file"] as? String == "a.html" && place?["table"] as? Int == 1 && place?["row"] as? Int == 3)
    }

    /// What was not understood is said, and the rest is done.
    @Test func aFormThatIsNotUnderstoodIsToldAndNotGuessed() throws {
        let bench = try Workbench()
        try bench.write(Self.page(execution: "10", total: "100", points: "满分"), to: "a.html")
        try bench.write(Self.page(execution: "10", total: "100"), to: "b.html")
        let run = try Program.run("evaluate", "--review", bench.path("a.html"), bench.path("b.html"), "--format", "json")
        #expect(run.exitCode == 3 && run.errors.contains("a.html") && run.errors.contains("“满分”不是一个数"), "\(run.errors)")
        #expect(try Self.findings(run.output).isEmpty)
        try bench.write("<html><body><p>通知</p></body></html>", to: "c.html")
        let mixed = try Program.run("evaluate", "--review", bench.path("b.html"), bench.path("c.html"))
        #expect(mixed.exitCode == 3 && mixed.errors.contains("c.html"))
        let none = try Program.run("evaluate", "--review", bench.path("c.html"))
        #expect(none.exitCode == 4 && none.output.isEmpty && none.errors.contains("没有可以读取的自评表"), "\(none.errors)")
    }

    @Test func allFormatsGoIntoAFolder() throws {
        let bench = try Workbench()
        try bench.write(Self.page(execution: "9", total: "99"), to: "a.html")
        let run = try Program.run("evaluate", "--review", bench.path("a.html"), "-o", bench.path("审核"))
        #expect(run.exitCode == 0, "\(run.errors)")
        let files = try bench.files(below: "审核")
        #expect(Set(files.keys) == ["自评审核意见.txt", "自评审核意见.pdf", "自评审核意见.xlsx", "evaluation.json"])
        #expect(files["自评审核意见.xlsx"]?.starts(with: [0x50, 0x4B, 0x03, 0x04]) == true)
        let again = try Program.run("evaluate", "--review", bench.path("a.html"), "-o", bench.path("审核"))
        #expect(again.exitCode == 0)
        #expect(try bench.files(below: "审核") == files)
    }

    @Test func theCommandLineIsChecked() throws {
        let bench = try Workbench()
        try bench.write(Self.page(execution: "9", total: "99"), to: "a.html")
        let both = try Program.run("evaluate", "--review", bench.path("a.html"), "--actuals", "x.xlsx")
        #expect(both.exitCode == 2 && both.errors.contains("--actuals"))
        let sheet = try Program.run("evaluate", bench.path("a.html"), "--actuals", "x.xlsx", "--format", "xlsx")
        #expect(sheet.exitCode == 2 && sheet.errors.contains("--review"))
        #expect(try Program.run("evaluate", "--review").exitCode == 2)
    }
}
