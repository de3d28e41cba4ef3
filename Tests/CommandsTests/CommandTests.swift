import Foundation
import TestSupport
import Testing

/// The other commands, usage and exit codes.
@Suite struct CommandTests {
    private let samples = Repository.root.appending(path: "samples").path(percentEncoded: false)

    @Test func helpAndVersion() throws {
        let help = try Program.run("--help")
        #expect(help.exitCode == 0 && help.errors.isEmpty)
        for command in ["build", "check", "facts", "template", "explain", "rules", "doctor"] {
            #expect(help.output.contains(command))
            let chinese = try Program.run(command, "--help")
            let english = try Program.run(command, "--help", "--lang", "en")
            #expect(chinese.exitCode == 0 && chinese.output.hasPrefix("用法：goalbook \(command)"))
            #expect(english.exitCode == 0 && english.output.hasPrefix("Usage: goalbook \(command)"))
        }
        #expect(try Program.run("--version").output.hasPrefix("goalbook "))
        #expect(try Program.run("--help", "--lang", "en").output.contains("Usage:"))
    }

    @Test(arguments: [
        [], ["buidl"], ["build"], ["build", "--nope", "x"], ["build", "x", "-o"], ["build", "x", "--jobs", "0"],
        ["build", "x", "--only", "pdf"], ["build", "x", "--previous", "/nowhere"], ["build", "x", "--as-of", "2026-02-30"],
        ["check", "x", "--format", "yaml"], ["template"], ["template", "x.xlsx"], ["template", "-o", "x.docx"],
        ["explain"], ["explain", "I99"], ["rules", "x"], ["--lang", "fr"],
    ])
    func misuseIsExplained(words: [String]) throws {
        let run = try Program.run(words)
        #expect(run.exitCode == 2)
        #expect(run.output.isEmpty && !run.errors.isEmpty)
    }

    @Test func checkTellsByItsExitCode() throws {
        let clean = Repository.root.appending(path: "Tests/Fixtures/hostile/编码/utf8.txt").path(percentEncoded: false)
        let run = try Program.run("check", clean)
        #expect(run.exitCode == 0, "\(run.output)")
        #expect(run.output.contains("错误0，警告0，提示0，得分 100.0"))
        let faulty = try Program.run("check", samples + "/柳溪镇.txt")
        #expect(faulty.exitCode == 1)
        for code in ["F01", "F03", "S01", "S02", "S05", "I01", "I02", "I03", "I04", "I07", "I10", "D01", "C01", "P01", "P02"] {
            #expect(faulty.output.contains("\(code) "))
        }
        #expect(try Program.run("check", samples + "/柳溪镇.txt", "--fail-on", "never").exitCode == 0)
        #expect(try Program.run("check", samples + "/没有.txt").exitCode == 4)
    }

    @Test func checkLinesFitTheTerminal() throws {
        let run = try Program.run("check", samples + "/柳溪镇.txt", environment: ["COLUMNS": "80"])
        for line in run.output.split(separator: "\n") {
            let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            #expect(columns <= 80, "\(line)")
        }
    }

    @Test func factsAndFindingsAreJSON() throws {
        let facts = try Program.run("facts", samples)
        #expect(facts.exitCode == 0)
        let document = try #require(JSONSerialization.jsonObject(with: Data(facts.output.utf8)) as? [String: Any])
        #expect(document["schema"] as? String == "goalbook.facts/1")
        let books = try #require(document["books"] as? [[String: Any]])
        #expect(books.count == 6)
        let keys: Set = [
            "sources", "town", "county", "region", "kind", "unit", "fiscalYear", "fiscalYearBasis", "partOne", "overallGoal",
            "subGoals",
            "safeguards", "expenseClasses", "statements", "projects", "totals", "funding", "schedule", "quality", "estimates",
            "findings",
            "residue", "diagnostics", "places", "overview",
        ]
        for book in books { #expect(Set(book.keys) == keys) }
        let findings = try Program.run("check", samples, "--format", "json")
        #expect(findings.exitCode == 1)
        let checked = try #require(JSONSerialization.jsonObject(with: Data(findings.output.utf8)) as? [String: Any])
        #expect((checked["books"] as? [Any])?.count == 6)
    }

    /// A line for each project whose quantity and unit cost explain its budget.
    @Test func checkShowsProofs() throws {
        let check = try Program.run("check", samples, "--level", "hint")
        #expect(check.output.contains("测算核对：8个项目的数量×单价与预算数一致"))
        #expect(check.output.contains("项目4 454人 × 300元/人/月 × 12月 = 163.44万元，与预算数一致"))
    }

    @Test func explainAndRules() throws {
        let rules = try Program.run("rules")
        #expect(rules.exitCode == 0)
        let byCode = try Program.run("explain", "i03")
        let byID = try Program.run("explain", "number-missing")
        #expect(byCode.exitCode == 0 && byCode.output == byID.output)
        for part in ["I03", "原因", "改法", "依据", "示例"] { #expect(byCode.output.contains(part)) }
        for line in rules.output.split(separator: "\n") {
            let code = try #require(line.split(separator: " ").first)
            #expect(try Program.run("explain", String(code)).exitCode == 0)
        }
    }

    @Test func doctorNamesFonts() throws {
        let run = try Program.run("doctor")
        #expect(run.exitCode == 0, "\(run.output)")
        #expect(run.output.contains("Noto Serif CJK SC"))
        let lost = try Program.run("doctor", "--resources", "/nowhere")
        #expect(lost.exitCode == 2 && lost.errors.contains("/nowhere"))
    }
}
