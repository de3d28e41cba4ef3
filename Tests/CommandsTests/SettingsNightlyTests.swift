import Foundation
import TestSupport
import Testing

/// Settings of the review as inputs of the unattended run.
@Suite struct SettingsNightlyTests {
    /// A finding of S05 in facts.json.
    private let planMechanical = "\"code\" : \"S05\""

    private func bench() throws -> Workbench {
        let bench = try Workbench()
        #expect(try Program.run("init", bench.path("工作")).exitCode == 0)
        let settings = try String(contentsOfFile: bench.path("工作/goalbook.json5"), encoding: .utf8)
        try bench.write(settings.replacing("kinds: []", with: "kinds: [\"facts\", \"site\"]"), to: "工作/goalbook.json5")
        let sample = try Data(contentsOf: Repository.root.appending(path: "samples/巨鹿镇.txt"))
        try bench.write(Array(sample), to: "工作/inputs/巨鹿镇.txt")
        return bench
    }

    private func night(_ bench: borrowing Workbench, _ more: String...) throws -> Program.Outcome {
        try Program.run(["nightly", "--workspace", bench.path("工作"), "--explain"] + more)
    }

    private func facts(_ bench: borrowing Workbench) throws -> String {
        let current = URL(filePath: bench.path("工作/out/current")).resolvingSymlinksInPath()
        let towns = try FileManager.default.contentsOfDirectory(atPath: current.path(percentEncoded: false))
        let town = try #require(towns.first { $0.contains("巨鹿镇") })
        return String(decoding: try Data(contentsOf: current.appending(path: town + "/facts.json")), as: UTF8.self)
    }

    @Test func aChangeOfSettingsIsAChange() throws {
        let bench = try bench()
        #expect(try night(bench).exitCode == 0)
        #expect(try facts(bench).contains(planMechanical))
        #expect(try night(bench).output.contains("没有变化"))
        try bench.write("{rules: {S05: 'off'}}", to: "工作/审核设定.json5")
        let changed = try night(bench)
        #expect(changed.exitCode == 0 && changed.errors.isEmpty, "\(changed.errors)")
        #expect(changed.output.contains("新的文件 工作文件夹/审核设定.json5"), "\(changed.output)")
        #expect(!(try facts(bench)).contains(planMechanical))
        try bench.write("{rules: {S05: 'error'}}", to: "工作/inputs/审核设定.json5")
        #expect(try night(bench).exitCode == 0)
        #expect(try facts(bench).contains(planMechanical))
    }

    @Test func badSettingsKeepTheResultsOfBefore() throws {
        let bench = try bench()
        #expect(try night(bench).exitCode == 0)
        let before = try facts(bench)
        try bench.write("{rules: {S99: 'off'}}", to: "工作/审核设定.json5")
        let failed = try night(bench)
        #expect(failed.exitCode == 3)
        #expect(failed.errors.contains("审核设定.json5") && failed.errors.contains("S99"), "\(failed.errors)")
        #expect(try facts(bench) == before)
        try bench.write("{}", to: "工作/审核设定.json5")
        #expect(try night(bench).exitCode == 0)
    }
}
