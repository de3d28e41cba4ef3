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

    /// The grid of a book, and what title and unit line leave of each project's page, in pt.
    private func grid(_ projects: [Project]) -> (grid: BookGrid, rooms: [Double]) {
        let rooms = projects.enumerated().map { room(for: $1, isFirst: $0 == 0) }
        return (BookGrid(projects, rooms: rooms, width: geometry.width, measurer: measurer), rooms)
    }

    private func fitted(_ project: Project, _ grid: BookGrid, at place: Int, room: Double) -> FittedForm {
        var origins = Origins()
        return FittedForm(
            project, grid: grid, at: place, width: geometry.width, room: room, measurer: measurer, origins: &origins)
    }

    /// What the title and the line of the unit leave of a page, in pt; the first project stands below the title of its part.
    private func room(for project: Project, isFirst: Bool) -> Double {
        let title = measurer.width(of: project.numberedName + "绩效目标表", in: type.tableTitle)
        let lines = (title / geometry.width / type.titleMeasure).rounded(.up)
        let part = isFirst ? type.partTitle.leading + 12 : 0
        return geometry.height - lines * type.tableTitle.leading - 8 - type.note.leading - 3 - part
    }

    @Test("All projects of a book share one grid or two, and each takes one page", arguments: Corpus.costly, Corpus.towns)
    func onePage(corpus: Corpus, town: String) throws {
        let projects = try corpus.book(of: town).projects
        let (grid, rooms) = grid(projects)
        #expect((1...2).contains(grid.columns.count))
        for columns in grid.columns { #expect(abs(columns.reduce(0, +) - geometry.width) < 0.01) }
        var sizes: [Double: Int] = [:]
        for (index, project) in projects.enumerated() {
            let form = fitted(project, grid, at: index, room: rooms[index])
            let setting = try #require(form.setting, "\(town)项目\(project.number)")
            #expect(setting.size >= 10)
            #expect(TableFit.height(form.table, setting) <= rooms[index])
            sizes[setting.size, default: 0] += 1
        }
        print("\(corpus) \(town)：\(grid.columns.count)种列宽，\(sizes.sorted { $0.key > $1.key }.map { "\($0.key)磅\($0.value)个" })")
    }

    @Test("Equal neighbouring bases of some length share one cell, short ones and those of other rows do not")
    func mergedBases() {
        var project = InventedReport.project(3)
        let bases = ["县委县政府工作安排意见", "县委县政府工作安排意见", "统计", "统计", "县委县政府工作安排意见", "", ""]
        for index in project.indicators.indices { project.indicators[index].basis = bases[index] }
        let columns = IndicatorColumns(indicators: project.indicators)
        #expect(project.indicators.indices.map { columns.span(of: .basis, at: $0) } == [2, nil, 1, 1, 1, 1, 1])
    }

    @Test("Codes and targets are not broken inside", arguments: Corpus.costly, Corpus.towns)
    func unbrokenWords(corpus: Corpus, town: String) throws {
        var checked = 0
        let projects = try corpus.book(of: town).projects
        let grid = grid(projects).grid
        for (index, project) in projects.enumerated() {
            var origins = Origins()
            let form = ProjectForm(
                project, .standard, grid: grid, columns: grid.choices[index], width: geometry.width, measurer: measurer,
                origins: &origins)
            let values = Set(project.indicators.map { $0.target.text }.filter { $0.contains("/") && $0.count <= 10 })
            let whole = values.union([project.code, project.raw.budget, project.raw.fiscalFunds, project.raw.otherFunds])
            for cell in form.table.cells where whole.contains(cell.text) {
                let room = cell.right - cell.left - 2 * ProjectForm.across
                #expect(measurer.width(of: cell.text, in: cell.style) <= room + 0.01, "\(town)项目\(project.number)：\(cell.text)")
                checked += 1
            }
        }
        #expect(checked > 20)
    }

    @Test("A description of ten thousand characters gets the widest column, and no word of the others is broken")
    func hugeDescription() throws {
        var project = InventedReport.project(3)
        project.indicators[1].description = String(repeating: "长篇描述，", count: 2_000)
        let widths = grid([project]).grid.columns[0]
        #expect(widths[3] == widths.max())
        #expect(widths[3] > 110)
        let target = measurer.width(of: "≤300元/人/月", in: TableSetting.standard.text)
        #expect(widths[4] >= target + 2 * ProjectForm.across)
    }

    @Test("A name of three hundred characters: the table begins below it, the first page is not blank")
    func longName() throws {
        var project = InventedReport.project(3)
        project.name = String(repeating: "老旧小区雨污分流改造", count: 30)
        let room = room(for: project, isFirst: false)
        let builder = PageBuilder(measurer: measurer, geometry: geometry) { .arabic($0) }
        builder.beginPage()
        builder.y = geometry.height - room
        builder.place(fitted(project, grid([project]).grid, at: 0, room: room).table)
        let bottoms = builder.pages.map { page in page.rules.map(\.toY).max() ?? 0 }
        #expect(bottoms[0] > geometry.height * 0.8)
    }
}
