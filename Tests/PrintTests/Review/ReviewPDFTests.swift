import BookLayout
import Diagnostics
import GoalModel
import Linting
import Reporting
import TestSupport
import Testing
import Text
import Typesetting

@testable import Print

@Suite
struct ReviewPDFTests {
    private let press = PDFPrinter(fonts: BookFonts().ready())

    private func pages(of report: Report) throws -> [String] {
        try pages(of: press.review(report))
    }

    private func pages(of printed: PrintedPDF, typeAreaOnly: Bool = false) throws -> [String] {
        let text = try PDFText.read(printed.bytes, typeAreaOnly: typeAreaOnly)
        return text.split(separator: "\u{0C}").map { String($0).withoutSpaces }.filter { !$0.isEmpty }
    }

    /// The pages of the last form's rows.
    private func form(_ pages: [String]) -> [Int] {
        let words = ["总体意见", "需补充完善", "审核等级□优□良□中□差", "修改期限", "审核人复核人", "审核单位", "反馈意见", "负责人"]
        return words.map { word in pages.lastIndex { $0.contains(word) } ?? -1 }
    }

    @Test func theCopiesWithCommentsAreNamedWhereTheyAre() throws {
        var report = InventedReport.report(projects: InventedReport.projects(1))
        #expect(try !pages(of: report).joined().contains("副本"))
        report.annotatedFolder = "审核批注"
        #expect(try pages(of: report).joined().contains("批在原文件副本上的在“审核批注”文件夹中"))
    }

    @Test("Samples: errors with place, reason and remedy, warnings with projects, hints counted; the seal stands on one page")
    func samples() throws {
        // The last page is for writing and two seals, and holds little else.
        let most = ["巨鹿镇": 9, "泉坊镇": 7, "清风店镇": 7]
        for report in try SampleReports.all.get() {
            let printed = try press.review(report)
            let pages = try pages(of: printed)
            // Running heads would stand in the midst of what goes on over the page.
            let text = try self.pages(of: printed, typeAreaOnly: true).joined()
            func expect(_ words: String) {
                #expect(text.holds(words.withoutSpaces), "\(report.town)缺“\(words)”")
            }
            #expect(!report.findings.isEmpty || !report.diagnostics.isEmpty)
            for finding in report.findings {
                expect(finding.code)
                guard finding.severity != .hint else { continue }
                expect(finding.message)
                expect(finding.suggestion.map { "可改为“\($0)”" } ?? finding.remedy)
                if finding.severity == .error {
                    expect(finding.location?.line.map { "第\($0)行" } ?? finding.location?.inFile ?? "")
                }
            }
            for (code, found) in report.findings.filter({ $0.severity == .hint }).grouped(by: \.code) {
                expect("\(code)\(found[0].title)\(found.count)")
            }
            for estimate in report.estimates where estimate.agrees { expect(estimate.text) }
            for diagnostic in report.diagnostics {
                for words in [diagnostic.summary, diagnostic.explanation, diagnostic.remedy] { expect(words) }
            }
            for project in report.book.projects { expect("\(project.number)\(project.name)") }
            for check in report.review.checks {
                expect("\(check.criterion.rawValue)\(check.counts.words ?? "程序检查未发现问题")\(check.criterion.question)，由审核人判断")
            }
            #expect(Set(form(pages)).count == 1 && form(pages)[0] == pages.count - 1, "\(report.town)的签章分在几页上")
            #expect(pages.count <= most[report.town] ?? 12, "\(report.town)的意见书有\(pages.count)页")
            for index in pages.indices { #expect(pages[index].contains("—\(index + 1)—")) }
            #expect(pages.allSatisfy { $0.contains("仅供内部审核使用") })
        }
    }

    @Test("No findings: complete, the last page for seals, without a judgement that a program cannot make")
    func allClear() throws {
        let pages = try pages(of: InventedReport.report(projects: InventedReport.projects(3)))
        #expect(pages.count == 3)
        for word in ["程序检查未发现问题。", "措施是否切实可行，是否有必要安排资金，由审核人判断", "一、各项目审核结果", "云岭县青石镇人民政府本级："] {
            #expect(pages.joined().contains(word), "缺“\(word)”")
        }
        #expect(pages[0].contains("由审核人判断") && pages[2].contains("二、审核意见") && Set(form(pages)) == [2])
    }

    @Test("Two thousand opinions: no error and no warning lost, the same words once, the same bytes twice")
    func twoThousand() throws {
        var report = InventedReport.report(projects: InventedReport.projects(20))
        let findings = (0..<2_000).map { index in
            SampleFindings.finding(
                "I0\(index % 3 + 1)", "规则\(index % 3 + 1)", [.error, .warning, .hint][index % 3], project: index / 10 % 20 + 1,
                indicator: index % 10 + 1, message: index % 2 == 0 ? "都一样的问题" : "第\(index)号问题", remedy: "改法\(index % 3)")
        }
        report = SampleFindings.report(report.book, findings)
        let result = try press.review(report)
        #expect(result.bytes == (try press.review(report).bytes))
        let text = try PDFText.read(result.bytes).withoutSpaces
        for index in stride(from: 1, to: 2_000, by: 2) where index % 3 < 2 { #expect(text.contains("第\(index)号问题")) }
        #expect(text.contains("错误667处") && text.contains("警告667处") && text.contains("I03规则3666"))
        #expect(text.contains("改法：改法1"))
        #expect(form(try pages(of: report)).allSatisfy { $0 > 0 })
    }

    @Test("It is made though every field is hostile")
    func hostile() throws {
        let book = SampleBooks.hostile
        let findings = SampleBooks.hostileTexts.enumerated().map { index, text in
            var finding = SampleFindings.finding(
                "I02", text, .error, project: index + 1, indicator: 1, message: text, remedy: text, suggestion: text)
            finding.location = Location(file: text, line: index)
            return finding
        }
        let notes = SampleBooks.hostileTexts.map {
            Diagnostic(.error, id: "x", at: Location(file: $0), $0, explanation: $0, remedy: $0)
        }
        let report = SampleFindings.report(book, findings, diagnostics: notes)
        let text = try PDFText.read(try press.review(report).bytes).withoutSpaces
        #expect(text.contains("<script>alert(1)</script>") && text.contains("{{name}}"))
        #expect(text.count { $0 == "长" } >= 3_000 * 4)
    }

    @Test("Structure: the title, then a heading a section; bookmarks alike")
    func structure() throws {
        let findings = [
            SampleFindings.finding("I02", "甲", .error, project: 1), SampleFindings.finding("I03", "乙", .hint, project: 2),
        ]
        let report = SampleFindings.report(InventedReport.report(projects: InventedReport.projects(2)).book, findings)
        let composition = ReviewComposer(report, measurer: press.fonts, type: press.type).compose()
        let roles = composition.structure.elements.map(\.role)
        #expect(roles.count { $0 == .heading(1) } == 1)
        #expect(roles.count { $0 == .heading(2) } == 4)
        // Criteria, reasons, errors, hints, results, form.
        #expect(roles.count { $0 == .table } == 6)
        #expect(composition.bookmarks.map(\.title) == ["一、必须改正的问题（错误1处）", "二、供修改时参考（提示1处）", "三、各项目审核结果", "四、审核意见"])
    }
}
