import BookLayout
import Foundation
import GoalModel
import TestSupport
import Testing
import Typesetting

@testable import Print

/// The project tables of real books: which page they take, and what is broken in them.
@Suite
struct ProjectFormTests {
    private let type = Typography(.official)
    private let measurer = FontContext(BookFonts().ready().fontSet)

    private var geometry: PageGeometry { type.geometry }

    private func fitted(_ project: Project, room: Double) -> FittedForm {
        var origins = Origins()
        return FittedForm(project, width: geometry.width, room: room, measurer: measurer, origins: &origins)
    }

    /// What the title and the line of the unit leave of a page, in pt; the first project stands below the title of its part.
    private func room(for project: Project, isFirst: Bool) -> Double {
        let title = measurer.width(of: "\(project.number).\(project.name)绩效目标表", in: type.tableTitle)
        let lines = (title / geometry.width).rounded(.up)
        let part = isFirst ? type.partTitle.leading + 12 : 0
        return geometry.height - lines * type.tableTitle.leading - 8 - type.note.leading - 3 - part
    }

    @Test("A project takes one page where any widths fit, and the larger size", arguments: Corpus.costly, Corpus.towns)
    func onePage(corpus: Corpus, town: String) throws {
        var counts = [0, 0, 0]
        for (index, project) in try corpus.book(of: town).projects.enumerated() {
            let room = room(for: project, isFirst: index == 0)
            let form = fitted(project, room: room)
            let size = TableFit.sizes.firstIndex { $0[0].size == form.setting?.size } ?? TableFit.sizes.count
            counts[size] += 1
            if let setting = form.setting { #expect(TableFit.height(form.table, setting) <= room) }
            for settings in TableFit.sizes[..<size] {
                let tight = try #require(settings.last)
                let least = lowest(project, tight, room: room)
                print("\(town)项目\(project.number)：\(tight.size)磅最矮\(Int(least))磅，页面余\(Int(room))磅")
                #expect(least > room, "\(town)项目\(project.number)在\(tight.size)磅放得下：\(least) ≤ \(room)")
            }
        }
        print("\(corpus) \(town)：五号一页\(counts[0])个，小五一页\(counts[1])个，多页\(counts[2])个")
        #expect(counts[0] + counts[1] + counts[2] > 0)
    }

    /// The least height in pt that a search with real layouts finds, over all widths that break no word.
    private func lowest(_ project: Project, _ setting: TableSetting, room: Double) -> Double {
        let columns = IndicatorColumns(project.indicators, setting, measurer: measurer)
        let padding = 2 * ProjectForm.across
        let least = columns.columns.map { $0.minimum + padding }
        let spare = geometry.width - least.reduce(0, +)
        guard spare > 0 else { return .infinity }
        func height(_ widths: [Double]) -> Double {
            var origins = Origins()
            let form = ProjectForm(
                project, setting, width: geometry.width, measurer: measurer, widths: widths, origins: &origins)
            return TableFit.height(LaidTable(form.table, measurer: measurer), setting)
        }
        let even = least.map { $0 + spare / Double(least.count) }
        let late = least.enumerated().map { $0.offset >= 3 ? $0.element + spare / 3 : $0.element }
        let starts = [columns.widths(total: geometry.width, padding: padding), even, late]
        var best = Double.infinity
        for start in starts {
            var widths = start
            var current = height(widths)
            for amount in [2 * setting.size, setting.size, setting.size / 2] where current > room {
                for from in widths.indices {
                    for to in widths.indices where to != from && widths[from] - amount >= least[from] {
                        var other = widths
                        other[from] -= amount
                        other[to] += amount
                        let new = height(other)
                        if new < current { (widths, current) = (other, new) }
                    }
                }
            }
            best = min(best, current)
        }
        return best
    }

    @Test("Labels of up to six characters stay whole, longer ones make two lines alike")
    func labels() {
        for whole in ["数量指标", "社会效益指标", "产出", ""] { #expect(IndicatorLabel(whole).halves == nil) }
        let broken = [
            "服务对象满意度指标": ["服务对象", "满意度指标"], "可持续影响指标": ["可持续", "影响指标"], "生态环境成本指标": ["生态环境", "成本指标"],
            "甲乙丙丁戊己庚": ["甲乙丙丁", "戊己庚"],
        ]
        for (label, halves) in broken { #expect(IndicatorLabel(label).halves == halves) }
        #expect(IndicatorLabel(String(repeating: "长", count: 40)).isRunningText)
    }

    @Test("Codes, labels and targets are not broken inside", arguments: Corpus.costly, Corpus.towns)
    func unbrokenWords(corpus: Corpus, town: String) throws {
        var checked = 0
        for project in try corpus.book(of: town).projects {
            for settings in TableFit.sizes {
                var origins = Origins()
                let form = ProjectForm(project, settings[0], width: geometry.width, measurer: measurer, origins: &origins)
                let values = Set(project.indicators.map { $0.target.text }.filter { $0.contains("/") && $0.count <= 10 })
                let labels = Set(project.indicators.flatMap { [$0.category, $0.type] }.filter { (1...6).contains($0.count) })
                let whole = values.union([project.code])
                for cell in form.table.cells where whole.contains(cell.text) || cell.head == .row && labels.contains(cell.text) {
                    let room = cell.right - cell.left - 2 * ProjectForm.across
                    #expect(
                        measurer.width(of: cell.text, in: cell.style) <= room + 0.01, "\(town)项目\(project.number)：\(cell.text)")
                    checked += 1
                }
            }
        }
        #expect(checked > 20)
    }

    @Test("A description of ten thousand characters gets most of the width, no word of the others is broken")
    func hugeDescription() throws {
        var project = InventedReport.project(3)
        project.indicators[1].description = String(repeating: "长篇描述，", count: 2_000)
        let columns = IndicatorColumns(project.indicators, .long, measurer: measurer)
        let widths = columns.widths(total: geometry.width, padding: 2 * ProjectForm.across)
        #expect(widths[3] == widths.max())
        for (width, column) in zip(widths, columns.columns) { #expect(width + 0.01 >= column.minimum + 2 * ProjectForm.across) }
        var others = 0.0
        for (index, column) in columns.columns.enumerated() where index != 3 {
            others += column.minimum + 2 * ProjectForm.across
        }
        #expect(widths[3] > geometry.width - others - 6)
    }

    @Test("A name of three hundred characters: the table begins below it, the first page is not blank")
    func longName() throws {
        var project = InventedReport.project(3)
        project.name = String(repeating: "老旧小区雨污分流改造", count: 30)
        let room = room(for: project, isFirst: false)
        let builder = PageBuilder(measurer: measurer, geometry: geometry) { .arabic($0) }
        builder.beginPage()
        builder.y = geometry.height - room
        builder.place(fitted(project, room: room).table)
        let bottoms = builder.pages.map { page in page.rules.map(\.toY).max() ?? 0 }
        #expect(bottoms[0] > geometry.height * 0.8)
    }
}
