import Aggregation
import Charts
import Foundation
import GoalModel
import Print
import Reporting
import TestSupport
import Testing

@testable import Pages

@Suite
struct MailContentTests {
    private let report = SampleFindings.report(SampleBooks.book([SampleBooks.project(1, "道路修建工程", fen: 12_345_600)]))

    private let pace = ChartImage(name: "pace", alternate: "计划支出进度。3月底计划25.0%", width: 360, height: 244, png: [1, 2, 3])

    @Test("With a picture the page shows it by its content id, with the figures in words")
    func picture() throws {
        let content = LeaderMail(report: report).content(pace: pace, attachment: "2024年甲镇领导简报.pdf")
        let picture = try #require(content.picture)
        #expect(picture.png == [1, 2, 3] && picture.contentID == "pace@goalbook" && picture.fileName == "pace.png")
        #expect(content.html.contains("<img src=\"cid:pace@goalbook\" width=\"360\" alt=\"计划支出进度。3月底计划25.0%\""))
        #expect(content.html.components(separatedBy: "<img").count == 2)
        // Where pictures are off nothing is missing.
        for point in report.schedule.points {
            #expect(content.html.contains(">\(point.planned)</td>") && content.html.contains(">\(point.share)</td>"))
        }
        _ = WellFormed(content.html)
        for form in [content.html, content.text] { #expect(form.contains("2024年甲镇领导简报.pdf")) }
    }

    @Test("Without a picture there is none, and the page of the results stays as it is")
    func plain() {
        let content = LeaderMail(report: report).content()
        #expect(content.picture == nil && !content.html.contains("<img") && !content.html.contains("附件"))
        #expect(!LeaderMail(report: report).html.contains("cid:"))
    }

    @Test("What must be known of the town stands above the figures")
    func notices() throws {
        let notice = Digest.Notice.kept(town: "甲镇", since: CalendarDay(iso: "2026-11-20"), reason: "文件<打不开>")
        let content = LeaderMail(report: report, notices: [notice]).content()
        for form in [WellFormed(content.html).text, content.text] {
            let place = try #require(form.range(of: "2026年11月20日"))
            let figure = try #require(form.range(of: report.figures[0].sentence))
            #expect(place.lowerBound < figure.lowerBound)
            #expect(form.contains("文件<打不开>"))
        }
    }

    @Test(
        "A number stays with its unit, and the last words together",
        arguments: [
            ("满分100分；失分最多的是“计划有空格”，失2.3分。", "满分[100分；]失分最多的是“计划有空格”，失[2.3分。]"),
            ("错误在7个项目；另有警告90处、提示167处，供核对。", "错误在[7个项目；]另有警告[90处、]提示[167处，供核对。]"), ("没有支出计划。", "没有支出计划。"),
            ("<b>&这里不会成为标记而且很长", "<b>&这里不会成为标[记而且很长]"),
        ])
    func tied(text: String, expected: String) {
        let html = TiedText(text).html.markup
        let marked = html.replacing("<span style=\"white-space:nowrap;\">", with: "[").replacing("</span>", with: "]")
        #expect(marked.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&") == expected)
    }

    @Test("A subject is one line of at most 25 characters")
    func subject() {
        #expect(MailContent(subject: "1\r\n2\n3", text: "", html: "").subject == "1 2 3")
        #expect(MailContent(subject: String(repeating: "长", count: 30), text: "", html: "").subject.count == 25)
    }
}
