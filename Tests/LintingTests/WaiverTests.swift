import Diagnostics
import Foundation
import GoalModel
import Linting
import TestSupport
import Testing

/// Findings that somebody has agreed to keep.
@Suite struct WaiverTests {
    private let codes = ["13052924P00584012146U", "13052924P005840121472"]

    private var book: GoalBook {
        let unit = BudgetUnit(code: "901001", name: "甲镇")
        let row = Indicator(
            category: "", type: "成本指标", name: "工程成本", description: "", target: Target(reading: "≥5万元"), basis: "")
        let projects = codes.enumerated().map {
            Project(
                number: $0 + 1, name: "项目\($0 + 1)", code: $1, unit: unit, purpose: $0 == 0 ? "电话13812345678" : "",
                indicators: [row])
        }
        var book = GoalBook(town: "甲镇", unit: unit, fiscalYear: 2024, projects: projects)
        book.partOne = [Section(heading: Passage("一"), paragraphs: [Passage("电话13812345679")])]
        return book
    }

    private func waiver(
        _ rule: String, _ project: String, fingerprint: String = "", until: String = "2026-12-31"
    ) -> Waiver {
        Waiver(
            rule: rule, project: project, fingerprint: fingerprint, reason: "上级统一标准", person: "张三",
            until: CalendarDay(iso: until),
            origin: "审核设定.json5 waivers第1条")
    }

    private func apply(_ waivers: [Waiver], on day: String = "2026-06-30") throws -> WaivedFindings {
        let findings = Linter(tables: try .repository).findings(in: book)
        return WaivedFindings(findings, of: book, waivers, on: CalendarDay(iso: day))
    }

    private func codes(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.code)#\($0.project ?? 0)" }
    }

    @Test func oneRuleOfOneProject() throws {
        let before = try apply([])
        let after = try apply([waiver("I07", codes[0])])
        #expect(codes(after.waived.map(\.finding)) == ["I07#1"])
        #expect(after.open == before.open.filter { $0.code != "I07" || $0.project != 1 })
        #expect(after.uses.map(\.state) == [.used])
        #expect(after.uses.compactMap(\.remark).isEmpty)
    }

    @Test func outsideTheProjects() throws {
        let after = try apply([waiver("P02", Waiver.wholeBook)])
        #expect(codes(after.waived.map(\.finding)) == ["P02#0"])
        #expect(codes(after.open).contains("P02#1"))
    }

    @Test func oneFinding() throws {
        let all = try apply([]).open
        let wanted = try #require(all.last { $0.code == "I07" })
        let after = try apply([waiver("I07", "", fingerprint: wanted.fingerprint)])
        #expect(after.waived.map(\.finding) == [wanted])
    }

    @Test func theLastDayStillCounts() throws {
        let agreed = waiver("I07", codes[0], until: "2026-06-30")
        #expect(try apply([agreed], on: "2026-06-30").waived.count == 1)
        let over = try apply([agreed], on: "2026-07-01")
        let all = try apply([]).open
        #expect(over.waived.isEmpty && over.open == all)
        #expect(over.uses.map(\.state) == [.expired])
        #expect(over.uses.first?.remark?.contains("2026年6月30日到期") == true)
    }

    @Test func whatIsOfNoUseIsReported() throws {
        let after = try apply([waiver("F03", codes[0]), waiver("I07", "1305X")])
        #expect(after.uses.map(\.state) == [.unused, .elsewhere])
        #expect(after.uses.compactMap(\.remark).count == 1)
        #expect(after.uses.first?.remark?.contains("F03，项目\(codes[0])") == true)
    }

    @Test func aGroupNeedsAllItsProjects() throws {
        let half = try apply([waiver("D01", codes[1])])
        #expect(codes(half.open).contains("D01#1") && half.uses.map(\.state) == [.partial([1, 2])])
        let whole = try apply([waiver("D01", codes[1]), waiver("D01", codes[0])])
        #expect(codes(whole.waived.map(\.finding)) == ["D01#1"] && whole.uses.map(\.state) == [.used, .used])
        let group = try #require(half.open.first { $0.code == "D01" })
        let exact = try apply([waiver("D01", "", fingerprint: group.fingerprint)])
        #expect(exact.waived.map(\.finding) == [group])
    }

    @Test func nothingIsLost() throws {
        let all = try apply([]).open
        let after = try apply(codes.map { waiver("I07", $0) } + [waiver("P02", codes[0])])
        #expect(Set(after.open + after.waived.map(\.finding)) == Set(all) && after.open.count + after.waived.count == all.count)
    }
}
