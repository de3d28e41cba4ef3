import Appraisal
import Foundation
import GoalModel
import Reporting
import TestSupport
import Testing

@testable import Pages

/// 运行监控.html, 绩效自评.html and the county's pages.
@Suite struct AppraisalPageTests {
    private let css = "body{margin:0}"

    @Test func lampsAreSignsAndWords() throws {
        let report = SampleAppraisal.monitoring(projects: 3, rows: 7)
        let page = try #require(MonitoringPage(report, css: css, links: ["绩效运行监控表.pdf"])).html
        expectSafe(page)
        let read = WellFormed(page)
        let town = try #require(report.monitoring)
        for project in town.projects {
            #expect(read.text.contains("\(project.number)\(project.name) \(project.lamp.label)"))
            #expect(read.ids.contains("p\(project.number)") && read.links.contains("#p\(project.number)"))
        }
        for lamp in Lamp.allCases where town.counts[lamp] > 0 {
            #expect(read.ids.contains("lamp-\(lamp.rawValue)") && read.text.contains("\(lamp.label)\(town.counts[lamp])"))
        }
        #expect(read.ids.count { $0.hasPrefix("lamp-") } == 1 + Lamp.allCases.count { town.counts[$0] > 0 })
        #expect(read.scripts.isEmpty && read.text.contains("雨季停工两个月") && read.text.contains("计划支出"))
        #expect(page == MonitoringPage(report, css: css, links: ["绩效运行监控表.pdf"])?.html)
    }

    /// The filter's rules are those of the style sheet: one for every lamp.
    @Test func theStyleSheetFiltersByEveryLamp() throws {
        let style = try String(contentsOfFile: "Resources/appraisal.css", encoding: .utf8)
        for lamp in Lamp.allCases {
            #expect(style.contains("#lamp-\(lamp.rawValue):checked) .lamps tbody tr:not(:has(.lamp-\(lamp.rawValue)))"))
            #expect(style.contains(".project:not(.is-\(lamp.rawValue))") && style.contains(".lamp-\(lamp.rawValue) {"))
        }
        #expect(!style.contains("url(") && !style.contains("@import"))
    }

    @Test func pointsAndReasonsAreTold() throws {
        let report = SampleAppraisal.evaluation(projects: 2, rows: 7)
        let page = try #require(EvaluationPage(report, css: css, links: [])).html
        expectSafe(page)
        let text = WellFormed(page).text
        let town = try #require(report.evaluation)
        #expect(town.projects[0].total != nil && town.projects[1].total == nil)
        for project in town.projects {
            for row in project.rows { #expect(text.contains(row.score.working), "\(row.score.working)") }
            for word in project.withheld { #expect(text.contains(word), "\(word)") }
        }
        let lost = try #require(town.projects[0].weakest?.lost)
        #expect(text.contains("−\(lost)") && text.contains("最后一段冻土") && text.contains("暂不评定"))
    }

    @Test func aCountyNamesTheTownsThatAreMissing() throws {
        let reports = [("青石镇", "909001"), ("白石镇", "909002")].map { town, code in
            let book = SampleAppraisal.book(projects: 2, rows: 7, town: town, code: code)
            return AppraisalReport.evaluation(
                of: book, actuals: SampleAppraisal.actuals(of: book), by: Appraiser(.sample))
        }
        let county = AppraisalCounty(reports, missing: ["黑石镇2026年"])
        let page = CountyAppraisalPage(county, css: css, folders: ["青石镇": "a-青石镇"])
        expectSafe(page.html)
        let read = WellFormed(page.html)
        #expect(page.fileName == "绩效自评汇总.html" && read.text.contains("黑石镇2026年") && read.text.contains("1个未报"))
        #expect(read.links.contains { $0.removingPercentEncoding == "a-青石镇/绩效自评.html" })
        let mean = try #require(county.evaluation?.mean)
        #expect(county.evaluation?.projects.count == 4 && read.text.contains(mean.description))
        #expect(!AppraisalCounty([reports[0]]).isCounty && AppraisalCounty([reports[0]], missing: ["甲"]).isCounty)
    }

    @Test func markupInActualsStaysText() throws {
        var report = SampleAppraisal.monitoring(projects: 1, rows: 3)
        report.monitoring?.projects[0].reason.text = "</style><script>alert(1)</script>&"
        expectSafe(try #require(MonitoringPage(report, css: css, links: [])).html)
    }
}
