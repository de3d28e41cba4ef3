import Aggregation
import Diagnostics
import Foundation
import GoalModel
import Linting
import Outputs
import Reporting
import TestSupport
import Testing

/// Writes pages of real books to a folder, for looking at them: `GOALBOOK_FACTS=… GOALBOOK_PAGES=… swift test`.
@Suite("Pages of real books", .enabled(if: environment["GOALBOOK_FACTS"] != nil && environment["GOALBOOK_PAGES"] != nil))
struct RealPagesTests {
    @Test("Written for a look")
    func write() throws {
        let facts = URL(filePath: environment["GOALBOOK_FACTS"] ?? "")
        let pages = URL(filePath: environment["GOALBOOK_PAGES"] ?? "")
        let css = try String(contentsOfFile: "Resources/site.css", encoding: .utf8)
        let words = try Data(contentsOf: URL(filePath: "Resources/project-kinds.json5"))
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        let kinds = try decoder.decode(ProjectKinds.self, from: words)
        let files = try FileManager.default.contentsOfDirectory(at: facts, includingPropertiesForKeys: nil)
        var reports: [Report] = []
        var folders: [String] = []
        for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "json" {
            let book = try FactsBook.book(at: file)
            let findings = rough(book)
            let report = Report(
                book: book, diagnostics: [], findings: findings, quality: SampleFindings.quality(book, findings), kinds: kinds,
                asOf: CalendarDay(iso: "\(book.fiscalYear ?? 2024)-05-10"))
            let folder = file.deletingPathExtension().lastPathComponent
            try write(TownPage(report: report, css: css).html, to: pages, folder, "index.html")
            let mail = LeaderMail(report: report)
            try write(mail.html, to: pages, folder, "mail.html")
            try write(mail.text, to: pages, folder, "mail.txt")
            #expect(mail.subject.count <= 25)
            #expect(mail.html.utf8.count <= 60_000)
            reports.append(report)
            folders.append(folder)
        }
        let county = CountyReport(
            reports: reports, folders: folders, failures: [.init(path: "乙镇.doc", reason: "旧格式的 Word 文件，请另存为 .docx")])
        try write(CountyPage(county: county, css: css).html, to: pages, "", "index.html")
    }

    private func write(_ text: String, to pages: URL, _ folder: String, _ name: String) throws {
        let directory = folder.isEmpty ? pages : pages.appending(path: folder)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try text.write(to: directory.appending(path: name), atomically: true, encoding: .utf8)
    }

    /// Rough findings by the look of a row, to have something to lay out.
    private func rough(_ book: GoalBook) -> [Finding] {
        book.projects.flatMap { project in
            project.indicators.enumerated().flatMap { index, row -> [Finding] in
                var found: [Finding] = []
                if row.target.text.contains("万元"), row.target.text.count < 3 {
                    found.append(
                        SampleFindings.finding(
                            "I03", "指标值缺数字", .error, project: project.number, indicator: index + 1,
                            message: "成本指标“\(row.name)”只有单位“\(row.target.text)”，没有数字", remedy: "请填写金额，如“≤2.8万元”"))
                }
                if row.basis == row.name {
                    found.append(
                        SampleFindings.finding(
                            "I19", "依据照抄名称", .warning, project: project.number, indicator: index + 1,
                            message: "“\(row.name)”的依据与名称相同", remedy: "请写明依据的文件、标准或历史数据"))
                }
                if row.name == row.description {
                    found.append(
                        SampleFindings.finding(
                            "I06", "描述照抄名称", .hint, project: project.number, indicator: index + 1,
                            message: "“\(row.name)”的描述与名称相同", remedy: "请说明统计的范围和口径", suggestion: "按实际发放人数统计"))
                }
                return found
            }
        }
    }
}

private let environment = ProcessInfo.processInfo.environment
