internal import BookLayout
internal import GoalModel
internal import Reporting
internal import Typesetting

/// Sets the form of one project on pages of its own.
struct SheetComposer: FormSetting {
    let project: Project
    let report: Report
    let measurer: FontContext
    let type: Typography
    let body: PageBuilder<FontContext>
    let grids: BookGrids
    var origins = Origins()

    init(_ project: Project, of report: Report, measurer: FontContext, type: Typography, grids: BookGrids) {
        (self.project, self.report, self.measurer, self.type, self.grids) = (project, report, measurer, type, grids)
        body = PageBuilder(measurer: measurer, geometry: type.geometry) { .arabic($0) }
        body.section = body.structure.add(.section)
    }

    mutating func compose() -> Composition {
        let title = "\(project.name)绩效目标表"
        body.beginPage()
        let index = report.book.projects.firstIndex { $0.number == project.number } ?? 0
        addForm(of: project, at: index, title: title, role: .heading(1), mark: "form")
        addUnread(report.book.unread.filter { $0.project == project.number })
        var pages = body.pages
        for index in pages.indices { addFoot(to: &pages[index], number: index + 1, of: pages.count) }
        return Composition(
            pages: pages, structure: body.structure, title: title, author: project.unit.name,
            subject: report.fullTownName + report.bookName, bodyPageCount: pages.count, year: report.book.fiscalYear,
            origins: origins)
    }

    /// Which book the sheet is of, and its number where there are several; no part of what a reader reads.
    private func addFoot(to page: inout Page<TextBlock>, number: Int, of count: Int) {
        let y = geometry.height + 7 * PageGeometry.millimetre
        let half = geometry.width / 2
        let pages = count > 1 ? "第\(number)页　共\(count)页" : ""
        let words = [
            (report.fullTownName + report.bookName, 0, TextAlignment.leading, half * 1.5),
            (pages, half * 1.5, TextAlignment.trailing, half * 0.5),
        ]
        for (text, x, alignment, width) in words where !text.isEmpty {
            let request = TextRequest(text, type.runningHead, width: width, alignment: alignment, oneLine: true)
            page.texts.append(PlacedText(measurer.layOut(request), lines: 0..<1, x: x, y: y, element: nil))
        }
    }
}
