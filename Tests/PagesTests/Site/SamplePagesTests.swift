import Aggregation
import Diagnostics
import Foundation
import GoalModel
import Reporting
import TestSupport
import Testing

@testable import Pages

/// What is made of real books; `GOALBOOK_PAGES` names a folder to write the pages to, for looking at them.
@Suite
struct SamplePagesTests {
    @Test("Every page is well-formed, every mail is small, and both hold the figures")
    func pages() throws {
        let css = try SampleReports.css.get()
        for report in try SampleReports.all.get() {
            let page = TownPage(report: report, css: css).html
            let mail = LeaderMail(report: report)
            expectSafe(page)
            expectSafe(mail.html)
            #expect(mail.html.utf8.count <= 60_000)
            #expect(mail.subject.count <= 25)
            for figure in report.figures {
                #expect(page.contains(figure.value) && mail.html.contains(figure.value) && mail.text.contains(figure.value))
            }
            #expect(report.actions.allSatisfy { $0.title.count <= 20 })
            try keep(page, report.town, "index.html")
            try keep(mail.html, report.town, "mail.html")
            try keep(mail.text, report.town, "mail.txt")
        }
        let reports = try SampleReports.all.get()
        let county = CountyReport(
            reports: reports, folders: reports.map(\.town), failures: [.init(path: "乙镇.doc", reason: "打不开")])
        let script = try SampleReports.script.get()
        let overview = CountyPage(county: county, css: css, script: script).html
        expectSafe(overview, script: script)
        try keep(overview, "", "index.html")
    }

    @Test("The table of kinds knows nearly every project")
    func kinds() throws {
        let parts = try SampleReports.all.get().flatMap(\.funding.projects)
        #expect(parts.count { $0.kind == "其他" } * 10 <= parts.count)
    }

    private func keep(_ text: String, _ folder: String, _ name: String) throws {
        guard let pages = ProcessInfo.processInfo.environment["GOALBOOK_PAGES"] else { return }
        let directory = URL(filePath: pages).appending(path: folder)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try text.write(to: directory.appending(path: name), atomically: true, encoding: .utf8)
    }
}
