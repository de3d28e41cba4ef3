import Aggregation
import BookLayout
import Charts
import Diagnostics
import Foundation
import GoalModel
import Linting
import Pages
import TestSupport
import Testing
import Text
import Typesetting

@testable import Print
@testable import Reporting

/// 领导简报.pdf: two pages for any town, nothing over the edge, nothing over anything else.
@Suite struct BriefTests {
    private let fonts = BookFonts().ready()

    private var press: PDFPrinter { PDFPrinter(fonts: fonts) }

    private func compose(_ report: Report, _ preset: PagePreset = .official) -> Composition {
        let press = PDFPrinter(fonts: fonts, preset: preset)
        return BriefComposer(report, fonts: press.fonts, type: press.type, created: Date(timeIntervalSince1970: 0)).compose()
    }

    private func expectTwoPages(_ report: Report, _ preset: PagePreset = .official, _ place: String = "") {
        let pages = compose(report, preset).pages
        #expect(pages.count == 2, "\(place)")
        for (index, page) in pages.enumerated() {
            let page = page
            let troubles =
                LaidPages.strays(of: page, preset.geometry, furniture: 1) + LaidPages.overlaps(of: page)
                + LaidPages.coveredFigures(of: page)
            #expect(troubles.isEmpty, "\(place)第\(index + 1)页：\(troubles.prefix(5))")
        }
    }

    private func many(_ count: Int, name: String = "第项经费", fen: Int64? = 123_456_789) -> Report {
        let projects = (0..<count).map { index in
            SampleBooks.project(index + 1, "\(name)\(index)", fen: fen.map { $0 / Int64(index + 1) })
        }
        let rules = [("I03", "指标值缺数字"), ("I07", "成本指标方向反"), ("D01", "整套雷同"), ("S05", "机械分解"), ("P02", "手机号"), ("C01", "编码")]
        let findings = (0..<(count * 2)).map { index in
            SampleFindings.finding(
                rules[index % 6].0, rules[index % 6].1, .error, project: index % count + 1,
                remedy: String(repeating: "请照实际情况改写，", count: 20))
        }
        return SampleFindings.report(SampleBooks.book(projects), findings)
    }

    @Test("The check itself knows overlaps, overflow and charts over text")
    func checksBite() throws {
        var page = try #require(compose(many(3)).pages.first)
        let text = try #require(page.texts.first)
        page.texts.insert(text, at: 0)
        #expect(!LaidPages.overlaps(of: page).isEmpty)
        page.texts[0].x += 400
        #expect(!LaidPages.strays(of: page, PagePreset.official.geometry, furniture: 1).isEmpty)
        #expect(!LaidPages.strays(of: page, PagePreset.official.geometry, furniture: 0).isEmpty)
        page.figures[0].y = 0
        #expect(!LaidPages.coveredFigures(of: page).isEmpty)
    }

    @Test("Samples take two pages, no text leaves the page or overlaps, no chart covers text")
    func samples() throws {
        for report in try SampleReports.all.get() {
            expectTwoPages(report, .official, report.town)
            var changed = report
            changed.change = try Self.change(of: report)
            expectTwoPages(changed, .official, report.town + "比较")
        }
    }

    /// Compared with a book of the year before that lacks every third project and has other amounts.
    static func change(of report: Report) throws -> BookChange {
        var older = Edition(report)
        older.year = report.book.fiscalYear.map { $0 - 1 }
        older.projects = older.projects.enumerated().filter { $0.offset % 3 != 0 }.map { offset, project in
            var project = project
            if offset % 2 == 0 { project.budget = project.budget.map { $0 + Money(fen: Int64(offset + 1) * 12_345_600) } }
            return project
        }
        older.projects.append(.init(code: "X", name: String(repeating: "取消的项目", count: 30), budget: .largest))
        older.total = older.projects.compactMap(\.budget).total()
        var earlier = EarlierBooks()
        earlier.add(older)
        return try #require(earlier.change(to: report))
    }

    @Test("No project, one project, two hundred", arguments: [0, 1, 2, 3, 9, 10, 11, 200])
    func counts(count: Int) throws {
        var report = many(count)
        expectTwoPages(report)
        report.change = try Self.change(of: report)
        expectTwoPages(report)
    }

    @Test("Very long names, very large amounts, no plan, no score")
    func extremes() throws {
        let long = String(repeating: "超长的项目名称", count: 43)
        for name in [long, String(repeating: "W", count: 300), "甲\n乙\n丙\n", "", "\u{202E}x"] {
            var report = many(12, name: name)
            report.book.town = name
            report.book.unit.name = name
            report.book.sources = (0..<9).map { SourceRecord(path: name + "\($0)", format: "txt", encoding: "UTF-8", sha256: "") }
            report.change = try Self.change(of: report)
            expectTwoPages(report, .official, String(name.prefix(4)))
        }
        expectTwoPages(many(12, fen: Money.largest.fen))
        expectTwoPages(many(12, fen: nil))
        var planless = many(5)
        planless.book.projects = planless.book.projects.map { project in
            var project = project
            project.plan = SpendingPlan()
            return project
        }
        planless = SampleFindings.report(planless.book)
        #expect(planless.schedule.points.isEmpty)
        expectTwoPages(planless)
        var wordy = many(12)
        wordy.actions = (0..<3).map { Action(title: long, detail: long + long, projects: [$0], points: .full) }
        wordy.figures = (0..<3).map { _ in
            Figure(label: "项目预算总额", value: "9,223,372,036,854.77", unit: "万元", sentence: long + long)
        }
        expectTwoPages(wordy)
        expectTwoPages(SampleFindings.report(SampleBooks.hostile))
    }

    @Test("Books by chance, with all kinds of dates", arguments: 0..<30)
    func random(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let count = [0, 1, 4, 12, 40].randomElement(using: &generator) ?? 0
        var report = SampleFindings.report(SampleBooks.random(&generator, projects: count))
        if Bool.random(using: &generator) { report.change = try Self.change(of: report) }
        expectTwoPages(report, .official, "种子\(seed)")
    }

    @Test("Each layout, down to the smallest page")
    func presets() throws {
        let json = try Repository.resource("presets.json5")
        let presets = try PagePresets(json5: json)
        #expect(presets.names.count >= 2)
        for name in presets.names { expectTwoPages(many(40), try #require(presets[name]), name) }
        var tiny = PagePreset.official
        tiny.margins = .init(top: 90, bottom: 107, inner: 50, outer: 60)
        expectTwoPages(many(40), tiny, "最小")
    }

    @Test("Figures, sentences, actions, kinds and the largest projects are read from the file")
    func text() throws {
        for report in try SampleReports.all.get() {
            let printed = try press.brief(report)
            #expect(printed.pageCount == 2 && printed.diagnostics.isEmpty)
            let text = try PDFText.read(printed.bytes).withoutSpaces
            var words = ["领导简报", report.town, report.kindSentence, report.scheduleSentence, report.qualitySentence]
            words += report.figures.flatMap { [$0.label, $0.value, $0.sentence] }
            words += report.actions.map(\.title)
            words += report.funding.leadingKinds(6).prefix(5).flatMap { [$0.label, $0.amount.description] }
            words += report.funding.topTen.flatMap { [$0.amount.description, String($0.name.prefix(8))] }
            words += report.quality.dimensions.filter { $0.points > .zero }.map(\.criterion.rawValue)
            words += report.schedule.points.map { $0.share.description }
            let lost = words.filter { !text.contains($0.withoutSpaces) }
            #expect(lost.isEmpty, "\(report.town)：\(lost)")
        }
    }

    @Test("The words on what changed, and the projects that changed most")
    func whatChanged() throws {
        var report = many(12)
        let without = try PDFText.read(try press.brief(report).bytes)
        report.change = try Self.change(of: report)
        let change = try #require(report.change)
        let text = try PDFText.read(try press.brief(report).bytes).withoutSpaces
        #expect(!without.contains("相比") && text.contains("与2023年相比"))
        for sentence in change.sentences { #expect(text.contains(sentence.withoutSpaces)) }
        #expect(text.contains("取消的项目"))
        for mail in [LeaderMail(report: report).html, LeaderMail(report: report).text.withoutSpaces] {
            #expect(mail.contains("与2023年相比") && mail.contains(change.line.withoutSpaces))
        }
        report.change = nil
        #expect(!LeaderMail(report: report).text.contains("相比"))
    }

    @Test("Structure: one title, headings, four charts with their words, tables with heads")
    func structure() {
        let report = many(12)
        let composition = compose(report)
        let lines = composition.structure.dump { _ in "" }.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(lines.filter { $0 == "H1" }.count == 1)
        #expect(lines.filter { $0 == "H2" }.count == composition.bookmarks.count && composition.bookmarks.count >= 6)
        let figures = lines.filter { $0.hasPrefix("Figure[") }
        #expect(figures.count == 4)
        #expect((ReportCharts(report).pace()?.description.count ?? 0) > 20)
        let described = [report.funding.total, report.funding.topTen[0].amount].map(\.description)
        #expect(figures.contains { $0.contains(described[1]) })
        #expect(figures.contains { $0.contains("6月底计划") } && figures.contains { $0.contains("得分和失分") })
        #expect(lines.filter { $0 == "TH[Column 1×1]" }.count > 5 && lines.contains("TH[Row 1×1]"))
        #expect(composition.title == "某县某某镇2024年部门预算绩效目标领导简报")
        // Every element that a reader gets to has something on a page.
        let held = Set(composition.pages.flatMap { $0.texts.compactMap(\.element) + $0.figures.compactMap(\.element) })
        for (index, element) in composition.structure.elements.enumerated()
        where [.paragraph, .heading(1), .heading(2)].contains(element.role) {
            #expect(held.contains { $0.index == index }, "第\(index)个元素是空的")
        }
    }

    @Test("The same bytes; finishing changes no pixel; a date only where one is given")
    func bytes() throws {
        let report = many(12)
        let press = press
        let first = try press.brief(report).bytes
        #expect(first == (try press.brief(report).bytes))
        #expect(first == (try PDFPrinter(fonts: fonts).brief(report).bytes))
        let before = try PDFPixels.pages(of: try press.withoutColours.drawnBrief(report).drawn.bytes)
        #expect(before == (try PDFPixels.pages(of: first)) && before.count == 2)
        let dated = try press.brief(report, created: Date(timeIntervalSince1970: 1_700_000_000)).bytes
        #expect(try PDFText.read(dated).withoutSpaces.contains("制作日期：2023-11-14"))
        #expect(!(try PDFText.read(first).contains("制作日期")))
    }

    @Test("The plan becomes a picture for mails, the same each time, without the shares that the mail's table tells")
    func image() throws {
        let report = many(12)
        let image = try #require(try press.paceImage(report))
        let picture = try Picture(png: image.png)
        #expect(picture.width == 2 * image.width && abs(picture.height - 2 * image.height) <= 2)
        let colours = Set(stride(from: 0, to: picture.height, by: 3).map { picture[picture.width / 2, $0] })
        #expect(colours.count > 1 && report.schedule.points.allSatisfy { image.alternate.contains("\($0.share)") })
        let words = { (scene: Scene?) in
            (scene?.shapes ?? []).compactMap { if case .text(let text) = $0 { text.content } else { nil } }
        }
        let all = words(ReportCharts(report).pace())
        let bare = words(ReportCharts(report).pace(showsShares: false))
        #expect(all.contains("\(report.schedule.points[0].share)") && !bare.contains("\(report.schedule.points[0].share)"))
        #expect(image == (try press.paceImage(report)))
        #expect(try press.paceImage(many(0)) == nil)
    }
}
