import Diagnostics
import GoalModel
import Linting
import TestSupport
import Testing

@testable import Reporting

@Suite
struct ReviewTests {
    private func report(_ findings: [Finding], _ diagnostics: [Diagnostic] = []) -> Report {
        SampleFindings.report(
            SampleBooks.book([SampleBooks.project(1, "甲", fen: 100), SampleBooks.project(2, "乙", fen: 100)]), findings,
            diagnostics: diagnostics)
    }

    @Test("The four words come first in order, publication last; reasons come from the catalogue of rules")
    func order() {
        let review = report([SampleFindings.finding("I02", "计量单位填成文字", .error, project: 1)]).review
        #expect(review.parts.map(\.criterion) == [.completeness, .relevance, .appropriateness, .feasibility, .publication])
        #expect(review.parts.map(\.isClear) == [true, true, false, true, true])
        let rule = review.parts[2].rules[0]
        #expect(rule.why.contains("计量单位") && rule.source.contains("88号"))
        #expect(rule.counts.words == "错误1处")
    }

    @Test("The same words are joined; other remedies, suggestions and severities stand apart; none is lost")
    func grouping() {
        let findings = [
            SampleFindings.finding("I07", "甲", .hint, project: 1, message: "同"),
            SampleFindings.finding("I07", "甲", .warning, project: 1, message: "同"),
            SampleFindings.finding("I07", "甲", .warning, project: 2, message: "同"),
            SampleFindings.finding("I07", "甲", .warning, project: 2, message: "同", remedy: "另一种改法"),
            SampleFindings.finding("I07", "甲", .warning, project: 2, message: "同", suggestion: "≤5%"),
            SampleFindings.finding("I03", "乙", .error, project: 2, message: "异"),
        ]
        let rules = report(findings).review.parts[2].rules
        #expect(rules.map(\.code) == ["I03", "I07"])
        #expect(rules[1].items.map(\.findings.count) == [2, 1, 1, 1])
        #expect(rules[1].items.map(\.severity) == [.warning, .warning, .warning, .hint])
        #expect(rules[1].remedy == "请改正")
        #expect(rules[1].items.map(\.remedy) == [nil, "另一种改法", nil, nil])
        #expect(rules[1].items[2].correction == Review.Correction(original: nil, suggestion: "≤5%"))
    }

    @Test("The parts add up to the report; what was not read counts as incomplete")
    func counts() {
        let place = Location(file: "甲.txt", line: 3)
        let notes = [
            Diagnostic(.hint, id: "b", at: nil, "提一下"), Diagnostic(.error, id: "a", at: place, "没读全"),
            Diagnostic(.error, id: "a", at: Location(file: "甲.txt", line: 9), "没读全"),
        ]
        let report = report([SampleFindings.finding("I02", "甲", .error, project: 1)], notes)
        let parts = report.review.parts
        #expect(report.counts.errors == 3)
        #expect(parts.map(\.counts.errors) == [2, 0, 1, 0, 0])
        #expect(parts[0].notes.map(\.diagnostic.summary) == ["没读全", "提一下"])
        #expect(parts[0].notes[0].locations.map(\.line) == [3, 9])
    }

    @Test("The original comes from the cell at fault")
    func original() {
        var book = SampleBooks.book([SampleBooks.project(1, "甲", fen: 100)])
        let place = Location(file: "甲.txt", line: 7)
        book.projects[0].indicators = [
            Indicator(
                category: "产出指标", type: "数量指标", name: "名", description: "", target: Target(text: "≥95安全", value: .text),
                basis: "",
                places: [.target: place])
        ]
        var finding = SampleFindings.finding("I02", "甲", .error, project: 1, indicator: 1, suggestion: "≥95%")
        finding.location = place
        let correction = SampleFindings.report(book, [finding]).review.parts[2].rules[0].items[0].correction
        #expect(correction == Review.Correction(original: "≥95安全", suggestion: "≥95%"))
    }

    @Test("Opening words: no findings, only hints, no projects")
    func opening() {
        #expect(report([]).review.opening.contains("未发现问题"))
        #expect(report([SampleFindings.finding("I02", "甲", .hint, project: 1)]).review.opening.contains("没有必须改正的错误；提示供"))
        #expect(SampleFindings.report(SampleBooks.book([])).review.opening.contains("没有读到项目绩效目标表"))
    }
}
