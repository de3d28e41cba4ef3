import Foundation
import TestSupport
import Testing

/// 审核设定.json5 beside the inputs, as the commands use it.
@Suite struct SettingsFileTests {
    private func sample(_ name: String) throws -> String {
        try String(contentsOf: Repository.root.appending(path: "samples/\(name).txt"), encoding: .utf8)
    }

    private func bench(_ settings: [String: String]) throws -> Workbench {
        let bench = try Workbench()
        try bench.write(try sample("柳溪镇"), to: "全县/柳溪镇/目标书.txt")
        for (name, text) in settings { try bench.write(text, to: "全县/" + name) }
        return bench
    }

    private func check(_ bench: borrowing Workbench, _ more: String...) throws -> Program.Outcome {
        try Program.run(["check", bench.path("全县")] + more)
    }

    private func waiver(reason: String = "上级要求统一填写", until: String = "2026-12-31") throws -> String {
        try "{rule: 'P02', project: '\(code)', reason: '\(reason)', person: '张三', until: '\(until)'}"
    }

    /// The project of the sample with a telephone number.
    private var code: String {
        get throws { try #require(sample("柳溪镇").matches(of: /[0-9]{8}P[0-9A-Z]{12}/).map { String($0.0) }.dropFirst().first) }
    }

    @Test func countyAndTown() throws {
        let bench = try bench([
            "审核设定.json5": "{rules: {S05: 'off', I07: 'error'}}", "柳溪镇/审核设定.json5": "{rules: {I07: 'hint'}}",
        ])
        let run = try check(bench)
        #expect(run.exitCode == 1 && run.errors.isEmpty, "\(run.errors)")
        let hints = run.output.components(separatedBy: "\n  提示").dropFirst().joined()
        #expect(hints.contains("I07") && !run.output.contains("警告 I07") && !run.output.contains("S05"))
        let shown = try check(bench, "--show-config")
        #expect(shown.exitCode == 0)
        let lines = shown.output.split(separator: "\n")
        #expect(lines.contains { $0.contains("I07  提示") && $0.hasSuffix("乡镇设定") })
        #expect(lines.contains { $0.contains("S05  不查") && $0.hasSuffix("县设定") })
        #expect(lines.contains { $0.contains("I03  错误") && $0.hasSuffix("默认") })
    }

    @Test func theListOfSettingsFitsTheTerminal() throws {
        let bench = try bench(["审核设定.json5": "{words: {'+payments': ['慰问']}, waivers: [\(try waiver())]}"])
        let run = try Program.run("check", bench.path("全县"), "--show-config", environment: ["COLUMNS": "80"])
        #expect(run.output.contains("默认＋县设定") && run.output.contains("上级要求统一填写"))
        for line in run.output.split(separator: "\n") {
            let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            #expect(columns <= 80, "\(line)")
        }
    }

    @Test(arguments: ["{ruels: {}}", "{rules: {I99: 'off'}}", "{words: {payments: 1}}", "{", "{waivers: [{}]}"])
    func mistakesAreSettings(text: String) throws {
        let bench = try bench(["审核设定.json5": text])
        for words in [["check"], ["facts"], ["build", "-o", bench.path("结果")]] {
            let run = try Program.run(words + [bench.path("全县")])
            #expect(run.exitCode == 2 && run.output.isEmpty)
            #expect(run.errors.contains("审核设定.json5"), "\(run.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: bench.path("结果")))
    }

    @Test func agreedFindingsCountNowhere() throws {
        let plain = try bench([:])
        let before = try check(plain).output
        #expect(before.contains("错误 P02"))
        let bench = try bench(["审核设定.json5": "{waivers: [\(try waiver())]}"])
        let run = try check(bench, "--as-of", "2026-12-31")
        #expect(run.output.contains("已同意保留 P02") && !run.output.contains("错误 P02"))
        let words = run.output.filter { !$0.isWhitespace }
        #expect(words.contains("原因：上级要求统一填写；同意人：张三；有效期至2026年12月31日"))
        #expect(run.errors.isEmpty, "\(run.errors)")
        let late = try check(bench, "--as-of", "2027-01-01")
        #expect(late.output.contains("错误 P02") && late.errors.contains("已于2026年12月31日到期"))
        let json = try check(bench, "--format", "json", "--as-of", "2026-12-31").output
        let document = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let town = try #require((document["books"] as? [[String: Any]])?.first)
        let waived = try #require((town["suppressed"] as? [[String: Any]])?.first)
        #expect((waived["suppression"] as? [String: Any])?["person"] as? String == "张三")
        #expect((waived["finding"] as? [String: Any])?["code"] as? String == "P02")
    }

    @Test func uselessAgreementsAreReported() throws {
        let unused = try waiver().replacing("P02", with: "F05").replacing("F05", with: "S02")
        let stray = try waiver().replacing(try code, with: "13052924P00584012146U")
        let bench = try bench(["审核设定.json5": "{waivers: [\(unused), \(stray)]}"])
        let run = try check(bench, "--as-of", "2026-01-01")
        #expect(run.errors.contains("waivers第1条") && run.errors.contains("没有查出这个问题"))
        #expect(run.errors.contains("waivers第2条") && run.errors.contains("目标书里没有这个项目"))
    }

    @Test func aFileBesideASingleInputAndOneByName() throws {
        let bench = try bench(["柳溪镇/审核设定.json5": "{rules: {S05: 'off'}}"])
        try bench.write("{rules: {S05: 'warning', I07: 'off'}}", to: "县.json5")
        let alone = try Program.run("check", bench.path("全县/柳溪镇/目标书.txt"))
        #expect(!alone.output.contains("S05") && alone.output.contains("I07"))
        let both = try check(bench, "--profile", bench.path("县.json5"))
        #expect(!both.output.contains("S05") && !both.output.contains("I07"))
        let lost = try check(bench, "--profile", bench.path("没有.json5"))
        #expect(lost.exitCode == 2 && lost.errors.contains("没有.json5"))
    }

    @Test func resultsSayTheSameAndTheManifestNamesTheFile() throws {
        let bench = try bench(["审核设定.json5": "{rules: {S05: 'off'}, waivers: [\(try waiver())]}"])
        let built = try Program.run("build", bench.path("全县"), "-o", bench.path("结果"), "--only", "facts,review")
        // The sample has an identity number, for which its town counts as failed.
        #expect(built.exitCode == 3, "\(built.errors)")
        let files = try bench.files(below: "结果")
        let facts = try #require(files.first { $0.key.hasSuffix("facts.json") }?.value)
        let text = String(decoding: facts, as: UTF8.self)
        #expect(text.contains("上级要求统一填写") && !text.contains("\"code\" : \"S05\""))
        let again = try Program.run("build", bench.path("结果"), "-o", bench.path("再"), "--only", "facts")
        #expect(again.exitCode == 4, "results are not entered as inputs")
        try bench.write(Array(facts), to: "数据/facts.json")
        let reread = try Program.run("build", bench.path("数据"), "-o", bench.path("再"), "--only", "facts")
        #expect(reread.exitCode == 3, "\(reread.errors)")
        #expect(try bench.files(below: "再").first { $0.key.hasSuffix("/facts.json") }?.value == facts)
        let manifest = String(decoding: try #require(files["manifest.json"]), as: UTF8.self)
        #expect(manifest.contains("审核设定.json5"))
    }
}
