internal import Aggregation
internal import BookLayout
internal import Foundation
internal import GoalModel
internal import Reporting
internal import Text
internal import Typesetting

/// Sets a town's book: body first, because the contents need its page numbers, then what stands before it.
struct BookComposer: FormSetting {
    typealias Builder = PageBuilder<FontContext>

    let report: Report
    let measurer: FontContext
    let type: Typography
    let body: Builder
    let grids: BookGrids
    var origins = Origins()
    var entries: [ContentsEntry] = []
    /// How many pages of the body stand before the appendices.
    private(set) var sourcePageCount = 0
    let place: Place
    /// The date to print, if any.
    let created: Date?

    /// Where the book stands in a larger one.
    struct Place {
        var structure = StructureTree()
        /// What holds the book's parts.
        var section = ElementID.document
        /// How many numbered pages stand before it; an even number.
        var pages = 0
        /// How many levels of heading are above its parts.
        var depth = 0
        /// Stands before the names of its marks.
        var prefix = ""
    }

    init(
        _ report: Report, measurer: FontContext, type: Typography, grids: BookGrids = BookGrids(), place: Place = Place(),
        created: Date? = nil
    ) {
        (self.report, self.measurer, self.type, self.place, self.grids) = (report, measurer, type, place, grids)
        self.created = created
        body = Builder(measurer: measurer, geometry: type.geometry, structure: place.structure) { .arabic(place.pages + $0) }
    }

    mutating func compose() -> Composition {
        let (cover, contents) = (body.structure.add(.section), body.structure.add(.section))
        addBody()
        var front = FrontMatter(measurer: measurer, type: type, structure: body.structure)
        var pages = front.pages(of: self.cover, under: cover) + front.contents(entries, under: contents)
        if geometry.isMirrored, pages.count % 2 == 1 { pages.append(Page(label: .none)) }
        let source = pages.count..<(pages.count + sourcePageCount)
        pages += body.pages
        for index in pages.indices { decoration.decorate(&pages[index], isRightHand: index % 2 == 0) }
        return Composition(
            pages: pages, structure: front.structure, bookmarks: bookmarks, title: townName + bookName,
            author: report.book.unit.name, subject: bookName, sourcePages: [source], bodyPageCount: body.pages.count,
            year: report.book.fiscalYear, origins: origins)
    }

    mutating func addBody() {
        addPartOne()
        addProjects()
        sourcePageCount = body.pages.count
        addAppendices()
    }

    var bookmarks: [Bookmark] { entries.map { Bookmark($0.title, level: $0.level, mark: $0.mark) } }

    var decoration: Decoration { Decoration(title: townName + bookName, measurer: measurer, type: type) }

    var townName: String { report.fullTownName }

    var bookName: String { report.bookName }

    private var cover: FrontMatter.Cover {
        let code = report.book.unit.code.map { "单位编码：\($0)" }
        return FrontMatter.Cover(
            above: [townName, report.book.fiscalYear.map { "\($0)年" }].compactMap(\.self), title: "部门预算绩效目标",
            foot: ["编制单位：\(report.book.unit.name)", code, "编制日期：\(day)"].compactMap(\.self))
    }

    /// `2024年1月15日`; where nobody has set a date, room to write one by hand.
    private var day: String {
        created.flatMap(CalendarDay.init(utc:))?.words ?? "　　　　年　　月　　日"
    }

    /// Begins a part on a right-hand page and names it.
    mutating func beginPart(_ number: String, _ title: String, mark: String) {
        body.title = "\(number)　\(title)"
        body.beginRightHandPage()
        body.section = body.structure.add(.section, under: place.section)
        let request = TextRequest("\(number)　\(title)", type.partTitle, width: geometry.width, alignment: .center)
        let after = mark == "part1" ? type.linePitch * 2 - type.partTitle.leading : 12
        addEntry("\(number)　\(title)", level: 0, mark: mark)
        body.place(Paragraph(request, after: after, role: heading(1)), mark: place.prefix + mark)
    }

    /// - Parameter level: 1 for the book's parts.
    func heading(_ level: Int) -> StructureRole {
        .heading(level + place.depth)
    }

    mutating func addEntry(_ title: String, level: Int, mark: String) {
        let page = place.pages + body.pageNumber
        entries.append(ContentsEntry(title: title.oneLine, level: level, mark: place.prefix + mark, page: page))
    }
}
