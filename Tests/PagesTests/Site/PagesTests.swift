import Aggregation
import Diagnostics
import Foundation
import GoalModel
import Linting
import Reporting
import TestSupport
import Testing

@testable import Pages

@Suite
struct PagesTests {
    private let css = "body{margin:0}"

    private var town: Report {
        let book = SampleBooks.book([
            SampleBooks.project(1, "占地补偿", fen: 12_345_678_900), SampleBooks.project(2, "网格员补贴", fen: 5_000),
            SampleBooks.project(3, "道路修建", fen: nil, plan: [nil, nil, 100, nil]),
        ])
        let findings = [
            SampleFindings.finding("I03", "指标值缺数字", .error, project: 1, indicator: 1),
            SampleFindings.finding("S05", "机械分解", .hint, project: 2, suggestion: "40%"),
            SampleFindings.finding("D01", "整套雷同", .warning, project: nil),
        ]
        let note = Diagnostic(.warning, id: "x", at: Location(file: "甲.txt", line: 3), "有一行没有读懂")
        return SampleFindings.report(book, findings, diagnostics: [note], asOf: CalendarDay(iso: "2024-04-01"))
    }

    @Test("A town's page is well-formed and holds every figure of the report")
    func townPage() {
        let page = TownPage(report: town, css: css).html
        expectSafe(page)
        let text = WellFormed(page).text
        for figure in town.figures {
            #expect(text.contains(figure.value))
            #expect(text.contains(figure.sentence))
        }
        for part in town.funding.byKind + town.funding.bands {
            #expect(text.contains(part.amount.description))
        }
        for point in town.schedule.points { #expect(text.contains(point.planned.description)) }
        for finding in town.findings { #expect(text.contains(finding.message) && text.contains(finding.remedy)) }
        #expect(text.contains("有一行没有读懂"))
        #expect(text.contains(town.sourceSentence))
        // Each figure stands once, with a bar beside it; no chart says it again.
        #expect(!page.contains("<figure"))
        #expect(page.components(separatedBy: "<svg class=\"bar\"").count > 15)
        let lost = town.quality.dimensions.filter { $0.points > .zero }
        for dimension in lost { #expect(text.contains("\(dimension.criterion.rawValue)失 \(dimension.points)")) }
        #expect(page.contains("Content-Security-Policy"))
        #expect(!WellFormed(page).attributes.contains("style"), "the policy forbids it")
        #expect(page.contains("lang=\"zh-CN\""))
    }

    @Test("Hostile text stays text, on every page")
    func hostile() {
        let book = SampleBooks.hostile
        let findings = SampleBooks.hostileTexts.enumerated().map { index, text in
            SampleFindings.finding(
                text, text, .error, project: index + 1, indicator: 1, message: text, remedy: text, suggestion: text)
        }
        let report = SampleFindings.report(book, findings, diagnostics: [Diagnostic(.error, id: "x", at: nil, "<b>")])
        let page = TownPage(report: report, css: "a{}</style><script>").html
        expectSafe(page)
        #expect(!page.contains("<script"))
        #expect(!page.contains("\u{202E}"))
        let county = CountyReport(
            reports: [report, report], folders: ["javascript:alert(1)", "../<x>"],
            failures: SampleBooks.hostileTexts.map { .init(path: $0, reason: $0) })
        expectSafe(CountyPage(county: county, css: css).html)
        expectSafe(CountyPage(county: county, css: css, script: "sort()").html, script: "sort()")
    }

    @Test("Empty and odd books make pages", arguments: 0..<20)
    func odd(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let book = SampleBooks.random(&generator, projects: Int(seed) % 5)
        expectSafe(TownPage(report: SampleFindings.report(book), css: css).html)
    }

    @Test("The same report makes the same bytes")
    func deterministic() {
        #expect(TownPage(report: town, css: css).html == TownPage(report: town, css: css).html)
    }

    @Test("A county's page holds every town, the totals and the failures")
    func countyPage() {
        let county = CountyReport(
            reports: [town, town], folders: ["乙", "甲"], failures: [.init(path: "丙.doc", reason: "打不开")])
        let page = CountyPage(county: county, css: css).html
        expectSafe(page)
        let read = WellFormed(page)
        #expect(read.links.contains("\("甲".asPathStep)/index.html"))
        #expect(read.text.contains(county.total.description))
        #expect(read.text.contains("丙.doc") && read.text.contains("打不开"))
        expectSafe(CountyPage(county: CountyReport(reports: [], folders: [], failures: []), css: css).html)
    }

    @Test("A county's page tells errors by rule and project, and leaves the rest to the town's page")
    func errorsByRule() {
        func errors(_ code: String, _ title: String, projects: [Int]) -> [Finding] {
            projects.map { SampleFindings.finding(code, title, .error, project: $0, indicator: 1) }
        }
        let book = SampleBooks.book((1...9).map { SampleBooks.project($0, "项目名\($0)", fen: 100) })
        let few = errors("I03", "指标值缺数字", projects: [1]) + errors("I02", "计量单位填成文字", projects: [1, 1, 2])
        let rules = (1...7).flatMap { errors("X0\($0)", "规则\($0)", projects: [$0]) }
        let many = (1...9).flatMap { errors("I02", "计量单位填成文字", projects: Array(repeating: $0, count: 6)) }
        let county = CountyReport(
            reports: [few, rules, many].map { SampleFindings.report(book, $0) }, folders: ["甲", "乙", "丙"], failures: [])
        let page = CountyPage(county: county, css: css).html
        expectSafe(page)
        let text = WellFormed(page).text
        #expect(text.contains("I02 计量单位填成文字 项目1：2处，项目2：1处") && text.contains("I03 指标值缺数字 项目1：1处"))
        #expect(text.contains("规则5 项目5：1处") && !text.contains("规则6 项目6") && text.contains("其余2处见乡镇的页面"))
        // Of 54 errors 40 are known to the overview; the project of the last of them may have more.
        #expect(text.contains("项目6：6处") && !text.contains("项目7：4处") && text.contains("其余18处见乡镇的页面"))
    }

    @Test("Nothing is wider than a phone: no fixed widths, tables scroll or stack")
    func phone() throws {
        let page = TownPage(report: town, css: css).html
        let tables = page.components(separatedBy: "<table").count - 1
        let held = page.components(separatedBy: "class=\"scroll\"").count - 1
        let stacked = page.components(separatedBy: "<table class=\"indicators\"").count - 1
        let plans = page.components(separatedBy: "<div class=\"planned\"><table class=\"plan\"").count - 1
        #expect(plans == 3)
        #expect(tables == held + stacked + plans)
        let style = try String(contentsOfFile: "Resources/site.css", encoding: .utf8)
        let widths = style.matches(of: #/(?:^|[^-])width: (\d+)(px|rem)/#).compactMap { Int($0.1) }
        #expect(widths.allSatisfy { $0 <= 60 })
    }

    @Test("What must be changed stands right after what is to be done, and errors are open")
    func order() throws {
        let page = TownPage(report: town, css: css, script: "fold()").html
        expectSafe(page, script: "fold()")
        let places = try ["todo", "findings", "funding", "projects"].map { id in
            try #require(page.range(of: "<section id=\"\(id)\"")).lowerBound
        }
        #expect(places == places.sorted())
        #expect(page.components(separatedBy: "<details class=\"group\" open").count == 2)
        #expect(page.components(separatedBy: "<details class=\"fold\" open").count == town.book.projects.count + 1)
    }

    @Test("The score and what is lost make 100")
    func hundred() throws {
        let parts = try #require(town.scoreParts)
        #expect(parts.map(\.points).reduce(.zero, +) == .full)
        let widths = ScoreLine(parts).html.markup.matches(of: #/ x="(\d+)" width="(\d+)"/#).compactMap { Int($0.2) }
        #expect(widths.count == parts.count { $0.points > .zero } && widths.reduce(0, +) <= 1000)
    }

    @Test("The county's worst stands first, and low scores bear a sign")
    func urgency() {
        var other = town
        other.book.town = "丁镇"
        other.counts = FindingCounts([])
        other.quality.score = Points(tenths: 555)
        let county = CountyReport(reports: [other, town], folders: ["丁", "甲"], failures: [])
        #expect(county.mostUrgent.map(\.folder) == ["甲", "丁"])
        let page = CountyPage(county: county, css: css).html
        #expect(page.contains("<span class=\"low\">55.5</span>") && page.contains("▼ 不足60分"))
    }

    @Test("Anchors are the codes, or the numbers where a code is empty, odd or repeated")
    func anchors() {
        let codes = ["13052924P00584012146U", "", "13052924P00584012146V", "13052924P00584012146V", "x\"y", "funding"]
        let anchors = Anchors(codes.enumerated().map { SampleBooks.project($0 + 1, "甲", fen: 1, code: $1) })
        #expect((1...6).map(anchors.id) == ["13052924P00584012146U", "p-2", "p-3", "p-4", "p-5", "p-6"])
    }
}
