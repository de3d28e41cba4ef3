import Diagnostics
import Foundation
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
    func order() throws {
        let review = report([SampleFindings.finding("I02", "计量单位填成文字", .error, project: 1)]).review
        #expect(review.checks.map(\.criterion) == [.completeness, .relevance, .appropriateness, .feasibility, .publication])
        #expect(review.checks.map(\.counts.words) == [nil, nil, "错误1处", nil, nil])
        let rule = try #require(review.errorRules.first)
        #expect(rule.why.contains("计量单位") && rule.source.contains("参照财预〔2015〕88号"))
    }

    @Test("Errors stand by project in the order of the book, personal data first; warnings and hints by rule; none is lost")
    func grouping() {
        var personal = SampleFindings.finding("P01", "身份证号", .error, project: 2, message: "号")
        personal.criterion = .publication
        let findings = [
            SampleFindings.finding("I07", "甲", .hint, project: 1, message: "同"),
            SampleFindings.finding("I03", "乙", .error, project: 2, message: "异"),
            SampleFindings.finding("I07", "甲", .warning, project: 1, message: "同"),
            SampleFindings.finding("I07", "甲", .warning, project: 2, message: "同"),
            SampleFindings.finding("I07", "甲", .warning, project: 2, message: "同", remedy: "另一种改法"),
            SampleFindings.finding("I07", "甲", .warning, project: 2, message: "同", suggestion: "≤5%"),
            SampleFindings.finding("I03", "乙", .error, project: 1, message: "异"),
            SampleFindings.finding("T05", "丙", .error, project: nil, message: "全"), personal,
        ]
        let review = report(findings).review
        #expect(review.errors.map(\.project) == [nil, nil, 1, 2])
        #expect(review.errors.map(\.isPersonal) == [true, false, false, false])
        #expect(review.errors.flatMap(\.items).map(\.message) == ["号", "全", "异", "异"])
        #expect(review.errorRules.map(\.code) == ["I03", "P01", "T05"])
        #expect(review.warnings.map(\.code) == ["I07"] && review.hints.map(\.code) == ["I07"])
        #expect(review.warnings[0].items.map(\.findings.count) == [2, 1, 1])
        #expect(review.warnings[0].remedy == "请改正")
        #expect(review.warnings[0].items[2].correction == Review.Correction(original: nil, suggestion: "≤5%"))
        #expect(review.results.map(\.project) == [1, 2])
        #expect(review.results.map(\.counts.errors) == [1, 2] && review.results.map(\.counts.warnings) == [1, 3])
    }

    @Test("The criteria add up to the report; what was not read counts as incomplete")
    func counts() {
        let place = Location(file: "甲.txt", line: 3)
        let notes = [
            Diagnostic(.hint, id: "b", at: nil, "提一下"), Diagnostic(.error, id: "a", at: place, "没读全"),
            Diagnostic(.error, id: "a", at: Location(file: "甲.txt", line: 9), "没读全"),
        ]
        let report = report([SampleFindings.finding("I02", "甲", .error, project: 1)], notes)
        let review = report.review
        #expect(report.counts.errors == 3)
        #expect(review.checks.map(\.counts.errors) == [2, 0, 1, 0, 0])
        #expect(review.notes.map(\.diagnostic.summary) == ["没读全", "提一下"])
        #expect(review.notes[0].locations.map(\.line) == [3, 9])
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
        let correction = SampleFindings.report(book, [finding]).review.errors[0].items[0].correction
        #expect(correction == Review.Correction(original: "≥95安全", suggestion: "≥95%"))
    }

    @Test("Opening words: no findings, only hints, no projects")
    func opening() {
        #expect(report([]).review.opening.contains("未发现问题"))
        #expect(report([SampleFindings.finding("I02", "甲", .hint, project: 1)]).review.opening.contains("没有必须改正的错误；提示供"))
        #expect(SampleFindings.report(SampleBooks.book([])).review.opening.contains("没有读到项目绩效目标表"))
    }

    @Test("It rests on laws, the county's own documents and, in sense, those for central departments, none younger than the book")
    func basis() throws {
        var report = report([])
        report.book.fiscalYear = 2024
        #expect(report.review.opening.hasPrefix("根据《中华人民共和国预算法》及其实施条例、《中共中央 国务院关于全面实施预算绩效管理的意见》（中发〔2018〕34号）和本县预算绩效管理规定，参照《中央部门"))
        let settings =
            #"{ office: "甲县财政局", showsScore: false, basis: ["甲办法", { name: "《乙办法》", number: "甲财〔2020〕1号", date: "2020-03-01" }] }"#
        report.opinion = try OpinionSettings(json5: Data(settings.utf8))
        #expect(report.review.opening.contains("（中发〔2018〕34号）、《甲办法》和《乙办法》（甲财〔2020〕1号），参照"))
        #expect(report.review.score == nil)
        report.book.fiscalYear = 2015
        #expect(report.review.opening.hasPrefix("根据《中华人民共和国预算法》及其实施条例和《甲办法》，对"))
    }
}
