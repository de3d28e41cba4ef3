import Aggregation
import Diagnostics
import GoalModel
import Reporting
import TestSupport
import Testing
import Text

@testable import Pages

@Suite
struct LeaderMailTests {
    private func report(projects: Int = 30, findings: Int = 5) -> Report {
        let book = SampleBooks.book(
            (1...projects).map { SampleBooks.project($0, "第\($0)号道路修建工程项目（某某街至某某街）", fen: Int64($0) * 12_345_600) })
        let found = (1...max(1, findings)).prefix(findings).map {
            SampleFindings.finding("I0\($0)", "某种不妥", .error, project: $0, remedy: "请写明依据的文件、标准或历史数据")
        }
        return SampleFindings.report(book, Array(found), asOf: CalendarDay(iso: "2024-04-01"))
    }

    @Test("Both forms hold the same figures")
    func sameFigures() {
        let report = report()
        let mail = LeaderMail(report: report)
        let html = WellFormed(mail.html).text.filter { !$0.isWhitespace }
        let text = mail.text.filter { !$0.isWhitespace }
        var words = report.figures.flatMap { [$0.value, $0.sentence] } + report.actions.flatMap { [$0.title, $0.detail] }
        words += report.funding.topTen.prefix(5).flatMap { [$0.name, $0.amount.description, $0.share.description] }
        words += report.schedule.points.flatMap { [$0.planned.description, $0.share.description, $0.evenShare.description] }
        words.append(report.scheduleSentence)
        for word in words.map({ $0.filter { !$0.isWhitespace } }) {
            #expect(html.contains(word))
            #expect(text.contains(word))
        }
    }

    @Test("Small, well-formed, without pictures, scripts and style sheets")
    func html() {
        let mail = LeaderMail(report: report(projects: 2_000, findings: 9)).html
        expectSafe(mail)
        #expect(mail.utf8.count <= 60_000)
        let read = WellFormed(mail)
        #expect(!read.elements.contains { ["svg", "img", "style", "script"].contains($0) })
        #expect(!mail.contains("width:3"))
        // Only a few signs at a time are kept on one line.
        #expect(mail.matches(of: #/nowrap;">([^<]*)</#).allSatisfy { $0.1.count <= 24 })
    }

    @Test("Hostile names change neither form")
    func hostile() {
        let mail = LeaderMail(report: SampleFindings.report(SampleBooks.hostile))
        expectSafe(mail.html)
        #expect(mail.html.utf8.count <= 60_000)
        #expect(!mail.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(!mail.subject.contains { $0.isNewline })
        #expect(mail.subject.count <= 25)
    }

    @Test("The subject tells whose it is, the year and what there is to do, and fits a phone")
    func subject() {
        var report = report()
        report.book.town = "巨鹿镇"
        #expect(LeaderMail(report: report).subject == "巨鹿镇2024年绩效目标：5处须改正，99.0分")
        let kept = Digest.Notice.kept(town: "巨鹿镇", since: nil, reason: "打不开")
        #expect(LeaderMail(report: report, notices: [kept]).subject == "巨鹿镇2024年绩效目标：没有更新，5处须改正")
        for town in ["甲镇", "巨鹿镇", "一二三四五六七八九十街道办事处", String(repeating: "长", count: 40)] {
            report.book.town = town
            let subject = LeaderMail(report: report).subject
            #expect(subject.count <= 25 && subject.contains("2024年") && subject.contains("5处须改正"), "\(subject)")
            #expect(subject.hasPrefix(town.prefix(6)), "\(subject)")
        }
        #expect(LeaderMail(report: self.report(findings: 0)).subject.hasSuffix("绩效目标：没有错误，100.0分"))
    }

    @Test("Where the results stand on the web, the particulars are a link, in the text as well")
    func link() {
        var mail = LeaderMail(report: report())
        let without = mail.content()
        #expect(!without.html.contains("<a ") && without.text.contains("请向报送单位索取"))
        mail.address = "https://czj.example.cn/a/%E7%94%B2/index.html"
        let content = mail.content()
        #expect(
            content.html.contains("<a href=\"https://czj.example.cn/a/%E7%94%B2/index.html\"") && content.html.contains(">明细</a>")
        )
        #expect(content.text.hasSuffix("\n明细：\nhttps://czj.example.cn/a/%E7%94%B2/index.html\n") && !content.text.contains("索取"))
        mail.address = "https://x/\"><script>"
        #expect(!mail.content().html.contains("<script"))
    }

    @Test("Lines are at most 36 full-width characters and begin with no closing mark")
    func wrapping() {
        let text = LeaderMail(report: report()).text
        for line in text.split(separator: "\n") {
            let columns = line.unicodeScalars.reduce(0) {
                $0 + ($1.value >= 0x2E80 || $1.value >= 0x2010 && $1.value < 0x2028 ? 2 : 1)
            }
            #expect(columns <= 72, "\(line)")
            #expect(!"，。；：、）”".contains(String(line).trimmed.first ?? "一"), "\(line)")
        }
        #expect(String(repeating: "字", count: 80).wrapped(at: 72).split(separator: "\n").map(\.count) == [36, 36, 8])
        #expect(String(repeating: "a", count: 200).wrapped(at: 72).split(separator: "\n").map(\.count) == [72, 72, 56])
        #expect("".wrapped(at: 72) == "")
    }

    @Test("When all is well the mail says so")
    func clear() {
        let mail = LeaderMail(report: report(findings: 0))
        #expect(mail.text.contains("可以按程序报送"))
        #expect(mail.html.contains("可以按程序报送"))
    }
}
