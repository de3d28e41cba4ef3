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

    private func form(_ pages: [String]) -> [Int] {
        let words = ["审核结论□同意□修改后同意□退回修改", "修改期限", "审核人复核人", "审核单位（盖章）", "乡镇反馈意见", "项目单位负责人签字"]
        return words.map { word in pages.firstIndex { $0.contains(word) } ?? -1 }
    }

    @Test("Samples: each opinion's place, fault and remedy is there, totals are the report's, the seal stands on one page")
    func samples() throws {
        for report in try SampleReports.all.get() {
            let printed = try press.review(report)
            let pages = try pages(of: printed)
            // Running heads would stand in the midst of what goes on over the page.
            let text = try self.pages(of: printed, typeAreaOnly: true).joined()
            #expect(!report.findings.isEmpty || !report.diagnostics.isEmpty)
            for finding in report.findings {
                let place = finding.location?.inFile ?? ""
                for words in [finding.message, finding.remedy, finding.suggestion ?? "", finding.code, place] {
                    #expect(text.holds(words.withoutSpaces), "\(report.town)缺“\(words)”")
                }
                for number in finding.projects {
                    let name = report.book.projects.first { $0.number == number }?.name ?? ""
                    #expect(text.holds("\(number).\(name)".withoutSpaces), "\(report.town)缺项目“\(name)”")
                }
            }
            for estimate in report.estimates {
                #expect(text.holds(estimate.text.withoutSpaces), "\(report.town)缺“\(estimate.text)”")
            }
            for diagnostic in report.diagnostics {
                for words in [diagnostic.summary, diagnostic.explanation, diagnostic.remedy] {
                    #expect(text.holds(words.withoutSpaces), "\(report.town)缺“\(words)”")
                }
            }
            let counts = report.counts
            if counts.all > 0 {
                #expect(text.contains("合计\(counts.errors)\(counts.warnings)\(counts.hints)\(counts.all)错误必须改正"))
            }
            #expect(Set(form(pages)).count == 1 && form(pages) != [-1], "\(report.town)的签章分在几页上")
            for index in pages.indices { #expect(pages[index].contains("—\(index + 1)—")) }
            #expect(pages.allSatisfy { $0.contains("仅供内部审核使用") })
        }
    }

    @Test("No findings: one page, complete")
    func allClear() throws {
        let pages = try pages(of: InventedReport.report(projects: InventedReport.projects(3)))
        #expect(pages.count == 1)
        for word in ["完整性、相关性、适当性、可行性和公开均未发现问题。", "一、审核意见", "二、审核结论", "云岭县青石镇人民政府本级："] {
            #expect(pages[0].contains(word), "缺“\(word)”")
        }
        #expect(form(pages) == [0, 0, 0, 0, 0, 0])
    }

    @Test("Two thousand opinions: none lost, the same words once, the same bytes twice")
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
        for index in stride(from: 1, to: 2_000, by: 2) { #expect(text.contains("第\(index)号问题")) }
        // Once for each severity and rule; on further pages it is repeated beside its places.
        #expect(text.contains("合计6676676662000"))
        #expect(text.contains("改法：改法2"))
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

    @Test("Structure: the title, then what is reviewed, then rules; bookmarks alike")
    func structure() throws {
        let findings = [
            SampleFindings.finding("I02", "甲", .error, project: 1), SampleFindings.finding("I03", "乙", .hint, project: 2),
        ]
        let report = SampleFindings.report(InventedReport.report(projects: InventedReport.projects(2)).book, findings)
        let composition = ReviewComposer(report, measurer: press.fonts, type: press.type).compose()
        let roles = composition.structure.elements.map(\.role)
        #expect(roles.count { $0 == .heading(1) } == 1)
        #expect(roles.count { $0 == .heading(2) } == 6)
        #expect(roles.count { $0 == .heading(3) } == 2)
        #expect(roles.count { $0 == .table } == 4)
        #expect(composition.bookmarks.map(\.level) == [0, 0, 0, 1, 1, 0, 0, 0])
        #expect(composition.bookmarks.first?.title == "一、完整性审核：未发现问题")
    }
}
