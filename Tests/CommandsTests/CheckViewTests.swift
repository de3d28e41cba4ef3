import Foundation
import TestSupport
import Testing

/// What `check` shows of the same findings: by rule, by project, in a line each, as counts.
@Suite struct CheckViewTests {
    private let samples = Repository.root.appending(path: "samples").path(percentEncoded: false)

    private func check(_ words: String...) throws -> String {
        try Program.run(["check"] + words, environment: ["COLUMNS": "80"]).output
    }

    /// Every finding of a book, as a line each.
    private func lines(_ town: String) throws -> [Substring] {
        try check("\(samples)/\(town).txt", "--format", "lines").split(separator: "\n")
    }

    @Test func aBookOfManyFindingsFitsOnSixtyLines() throws {
        let text = try check(samples + "/泉坊镇.txt")
        #expect(try lines("泉坊镇").count > 200 && text.split(separator: "\n").count <= 60)
        // The gravest first, and each rule once.
        let rules = text.matches(of: #/\n  (错误|警告) ([A-Z]\d\d) /#).map { (level: $0.1, code: $0.2) }
        #expect(rules.count > 5 && Set(rules.map(\.code)).count == rules.count)
        let levels = rules.map { String($0.level) }
        let errors = levels.prefix { $0 == "错误" }.count
        #expect(errors > 0 && !levels.dropFirst(errors).contains("错误"))
    }

    @Test func aLineHasFilePlaceSeverityCodeAndMessage() throws {
        let lines = try lines("柳溪镇")
        #expect(lines.allSatisfy { $0.wholeMatch(of: /\S+\.txt(:\d+)?: (error|warning|hint) (读取|[A-Z]\d\d) .+/) != nil })
        let errors = try check(samples + "/柳溪镇.txt", "--format", "lines", "--level", "error").split(separator: "\n")
        #expect(errors == lines.filter { $0.contains(": error ") } && !errors.isEmpty)
    }

    @Test func whatIsLessGraveIsCounted() throws {
        let counts = try lines("泉坊镇").reduce(into: [:]) { $0[$1.split(separator: " ")[1], default: 0] += 1 }
        let text = try check(samples + "/泉坊镇.txt", "--level", "error")
        let told = try #require(counts["warning"])
        let hints = counts["hint"] ?? 0
        #expect(text.contains("  警告\(told)处：") && !text.contains("\n  警告 "))
        let all = try check(samples + "/泉坊镇.txt", "--level", "hint")
        #expect(all.contains("\n  提示 ") && !all.contains("  提示\(hints)处："))
    }

    @Test func aSummaryHasNoPlaces() throws {
        let text = try check(samples + "/泉坊镇.txt", "--summary")
        #expect(!text.contains("第1行") && text.contains("T04 百分比应写%") && text.split(separator: "\n").count < 30)
    }

    @Test func byProjectEachHasItsOwn() throws {
        let text = try check(samples + "/泉坊镇.txt", "--group", "project")
        let projects = text.matches(of: #/\n  项目(\d+)“/#).compactMap { Int($0.1) }
        #expect(projects == projects.sorted() && projects.count > 8)
    }

    @Test func severalTownsBeginWithATable() throws {
        let text = try check(samples)
        let table = text.split(separator: "\n").prefix(7)
        #expect(table.first?.contains("乡镇") == true && table.first?.contains("错误") == true)
        let rows = table.dropFirst().map { $0.split(separator: " ").map(String.init) }
        let errors: [Int] = rows.compactMap { Int($0[$0.count - 3]) }
        let ordered: [Int] = errors.sorted(by: >)
        #expect(errors.count == 6 && errors == ordered)
    }
}
