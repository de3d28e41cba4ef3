import Aggregation
import Diagnostics
import Foundation
import GoalModel
import Reporting
import TestSupport
import Testing

@testable import Pages

@Suite
struct DigestMailTests {
    private func report(_ number: Int, findings: Int) -> Report {
        var book = SampleBooks.book((1...3).map { SampleBooks.project($0, "第\($0)号工程", fen: Int64($0 * number) * 12_345_600) })
        book.town = "第\(number)镇"
        let found = (1...max(1, findings)).prefix(findings).map {
            SampleFindings.finding("I0\($0)", "某种不妥", .error, project: 1, remedy: "请写明依据")
        }
        var report = SampleFindings.report(book, Array(found))
        if number.isMultiple(of: 2) {
            var older = Edition(report)
            older.total = Money(fen: 100_000)
            older.errors += 2
            report.change = BookChange(from: older, to: Edition(report))
        }
        return report
    }

    private func mail(_ towns: Int, notices: [Digest.Notice] = []) -> (DigestMail, CountyReport) {
        let reports = (1...towns).map { report($0, findings: $0 % 4) }
        let folders = reports.indices.map { "f\($0)" }
        let county = CountyReport(reports: reports, folders: folders, failures: [])
        let parts = zip(reports, folders).map { Digest.Town($0, folder: $1) }
        return (DigestMail(county: county, towns: parts, notices: notices), county)
    }

    private let notices: [Digest.Notice] = [
        .kept(town: "甲镇", since: CalendarDay(iso: "2026-11-20"), reason: "甲镇.docx 打不开"),
        .dropped(town: "乙镇", reason: "输入文件不见了"), .failed(town: "丙镇", reason: "两个文件冲突"),
    ]

    @Test("Both forms hold the same figures, actions, rows and notices")
    func sameFigures() {
        let (mail, county) = mail(6, notices: notices)
        let html = WellFormed(mail.html).text.filter { !$0.isWhitespace }
        let text = mail.text.filter { !$0.isWhitespace }
        var words = county.figures.flatMap { [$0.value, $0.sentence] }
        words += mail.digest.actions.flatMap { [$0.title, $0.place, $0.detail, $0.gain ?? ""] }
        words += mail.digest.rows.flatMap { [$0.name, $0.budget.description, $0.score?.description ?? "—", $0.change ?? ""] }
        words += mail.digest.notices.flatMap { [$0.town, $0.sentence] }
        #expect(words.count > 30)
        for word in words.map({ $0.filter { !$0.isWhitespace } }) where !word.isEmpty {
            #expect(html.contains(word), "\(word)")
            #expect(text.contains(word), "\(word)")
        }
        #expect(text.contains("2026年11月20日"))
        #expect(text.contains("比上一份：预算+"))
        #expect(mail.digest.rows.map(\.budget).reduce(.zero, +) == county.total)
    }

    @Test("The most useful first, over all towns, each naming its towns")
    func actions() {
        let (mail, _) = mail(7)
        let actions = mail.digest.actions
        // All of it is errors: one thing to do, where it wins most first.
        #expect(actions.map(\.title) == ["改正全部错误"])
        #expect(actions[0].place == "第3镇、第7镇等6个乡镇")
        #expect(actions[0].gain == "最多可得0.6分")
        #expect(actions[0].detail.hasPrefix("第3镇共3处"))
    }

    @Test("The town with the most errors stands first")
    func order() {
        let rows = mail(9).0.digest.rows
        #expect(rows.map(\.errors) == rows.map(\.errors).sorted(by: >))
        #expect(rows[0].name == "第3镇" && rows[1].name == "第7镇")
    }

    @Test("What could not be read comes before everything else")
    func incomplete() {
        let reports = [
            report(1, findings: 3),
            SampleFindings.report(
                SampleBooks.book([SampleBooks.project(1, "甲", fen: 100)]),
                diagnostics: [
                    Diagnostic(.error, id: "x", at: Location(file: "丁镇.txt", line: 3), "金额读不出", remedy: "请改写")
                ]),
        ]
        let county = CountyReport(reports: reports, folders: ["a", "b"], failures: [])
        let digest = Digest(county: county, towns: [.init(reports[0], folder: "a"), .init(reports[1], folder: "b")])
        #expect(digest.actions.first?.title == "补全没有读全的内容")
    }

    @Test("What needs a decision stands first: failed, not new, then errors; the subject counts it")
    func decisions() {
        let reports = (1...4).map { report($0, findings: $0 % 4) }
        let rows = reports.enumerated().map { index, report in
            var town = CountyReport.Town(report, folder: "f\(index)")
            if index == 3 { (town.row.remark, town.row.isFailed) = ("有不能公开的个人信息", true) }
            if index == 0 { town.row.remark = "打不开" }
            return town
        }
        let county = CountyReport(towns: rows, failures: [])
        var mail = DigestMail(
            county: county, towns: zip(reports, 0...).map { .init($0, folder: "f\($1)") },
            notices: [.kept(town: "第1镇", since: nil, reason: "打不开"), .held(town: "第4镇", reason: "有不能公开的个人信息")])
        #expect(mail.digest.rows.map(\.name) == ["第4镇", "第1镇", "第3镇", "第2镇"])
        #expect(mail.digest.rows.map(\.state) == [.failed, .stale, .faulty, .faulty])
        #expect(mail.digest.noticeTitle == "失败、没有更新的乡镇" && mail.digest.notices.map(\.town) == ["第4镇", "第1镇"])
        #expect(mail.subject.contains("1个失败，1个没有更新"), "\(mail.subject)")
        mail.address = "https://czj.example.cn/index.html"
        mail.addresses = ["f2": "https://czj.example.cn/f2/index.html"]
        #expect(mail.html.contains("<a href=\"https://czj.example.cn/f2/index.html\">第3镇</a>") && mail.html.contains(">第2镇</td>"))
        #expect(mail.text.hasSuffix("明细：\nhttps://czj.example.cn/index.html\n") && !mail.text.contains("索取"))
        // Each trouble is told once on the page.
        let failures = [InputFailure(path: "甲.txt", reason: "打不开")]
        var failed = InputFailure(path: "乙.txt", reason: "有不能公开的个人信息：很长")
        failed.towns = [county.rows[3].shownName]
        let page = WellFormed(CountyPage(county: CountyReport(towns: rows, failures: failures + [failed]), css: "").html).text
        #expect(page.contains("甲.txt") && !page.contains("乙.txt") && page.components(separatedBy: "有不能公开的个人信息").count == 2)
    }

    @Test("Hundreds of towns stay small and say how many are not listed", arguments: [1, 2, 40, 400])
    func size(towns: Int) {
        let many = (1...max(1, towns)).map { Digest.Notice.failed(town: "第\($0)镇", reason: String(repeating: "原因", count: 200)) }
        let (mail, _) = mail(towns, notices: many)
        let html = mail.html
        expectSafe(html)
        #expect(html.utf8.count <= 60_000 && mail.text.utf8.count <= 60_000)
        let listed = mail.digest.rows.count { html.contains(">\($0.name)</td>") }
        #expect(listed == mail.listed)
        if listed < towns {
            #expect(html.contains(Digest.unlisted(towns - listed)) && mail.text.contains("另有\(towns - listed)个乡镇"))
            #expect(listed > 100)
        } else {
            #expect(towns <= 40)
        }
        let read = WellFormed(html)
        #expect(!read.elements.contains { ["svg", "img", "style", "script"].contains($0) })
        // Only a few signs at a time are kept together, or a phone would scroll sideways.
        let tied = html.matches(of: #/nowrap;">([^<]*)</#).map(\.1.count)
        #expect(!tied.isEmpty && tied.allSatisfy { $0 <= 24 })
        #expect(html.components(separatedBy: "nowrap").count == tied.count + 1)
        #expect(mail.subject.count <= 25 && mail.subject.contains("个失败"), "\(mail.subject)")
        #expect(mail.text.split(separator: "\n").allSatisfy { $0.count <= 72 })
    }

    @Test("Hostile names change neither form")
    func hostile() {
        let report = SampleFindings.report(SampleBooks.hostile)
        let county = CountyReport(reports: [report], folders: ["<b>"], failures: [])
        let bad = "</td><script>alert(1)</script>\r\nBcc: x\u{202E}"
        let mail = DigestMail(
            county: county, towns: [.init(report, folder: "<b>")],
            notices: [.kept(town: bad, since: nil, reason: bad), .dropped(town: bad, reason: bad)])
        expectSafe(mail.html)
        #expect(mail.html.utf8.count <= 60_000)
        #expect(!mail.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(!mail.content.subject.contains(where: \.isNewline) && mail.content.subject.count <= 25)
    }

    @Test("No town at all, and all well")
    func empty() {
        let none = DigestMail(county: CountyReport(towns: [], failures: []), towns: [])
        #expect(none.text.contains("没有读到") && none.html.contains("没有读到"))
        let well = CountyReport(reports: [report(4, findings: 0)], folders: ["a"], failures: [])
        #expect(DigestMail(county: well, towns: [.init(report(4, findings: 0), folder: "a")]).text.contains("没有需要改正的地方"))
    }
}
