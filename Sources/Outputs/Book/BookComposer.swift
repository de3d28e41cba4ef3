internal import Aggregation
internal import BookLayout
internal import Diagnostics
internal import GoalModel
internal import Reporting
internal import Typesetting

/// Sets a whole book: body first, because the contents need its page numbers, then what stands before it.
struct BookComposer {
    typealias Builder = PageBuilder<FontContext>

    let report: Report
    let measurer: FontContext
    let type: Typography
    let body: Builder
    var origins = Origins()
    var entries: [ContentsEntry] = []
    /// The first two sections of the book; they are filled last.
    let coverSection: ElementID
    let contentsSection: ElementID

    init(_ report: Report, measurer: FontContext, type: Typography) {
        self.report = report
        self.measurer = measurer
        self.type = type
        body = Builder(measurer: measurer, geometry: type.geometry) { .arabic($0) }
        coverSection = body.structure.add(.section)
        contentsSection = body.structure.add(.section)
    }

    var geometry: PageGeometry { type.geometry }

    /// The whole book.
    mutating func compose() -> Composition {
        addPartOne()
        addProjects()
        addAppendices()
        var pages = coverPages() + contentsPages()
        if geometry.isMirrored, pages.count % 2 == 1 { pages.append(Page(label: .none)) }
        pages += body.pages
        for index in pages.indices { decorate(&pages[index], isRightHand: index % 2 == 0) }
        return Composition(
            pages: pages, structure: body.structure,
            bookmarks: entries.map { Bookmark($0.title, level: $0.level, mark: $0.mark) }, title: townName + bookName,
            author: report.book.unit.name, subject: bookName, year: report.book.fiscalYear, origins: origins)
    }

    /// `巨鹿县巨鹿镇`, or the unit's name where the town is unknown.
    var townName: String {
        report.book.town.isEmpty ? report.book.unit.name : (report.book.county ?? "") + report.book.town
    }

    /// `2024年部门预算绩效目标`.
    var bookName: String {
        (report.book.fiscalYear.map { "\($0)年" } ?? "") + "部门预算绩效目标"
    }

    /// Begins a part on a right-hand page and names it.
    mutating func beginPart(_ number: String, _ title: String, mark: String) {
        body.title = "\(number)　\(title)"
        body.beginRightHandPage()
        body.section = body.structure.add(.section)
        addEntry("\(number)　\(title)", level: 0, mark: mark)
        body.mark(mark)
        let request = TextRequest("\(number)　\(title)", type.partTitle, width: geometry.width, alignment: .center)
        let after = mark == "part1" ? type.linePitch * 2 - type.partTitle.leading : 12
        body.place(Paragraph(request, after: after, role: .heading(1)))
    }

    mutating func addEntry(_ title: String, level: Int, mark: String) {
        entries.append(ContentsEntry(title: title.oneLine, level: level, mark: mark, page: body.pageNumber))
    }
}

/// A line of the contents and of the bookmarks.
struct ContentsEntry {
    var title: String
    /// 0 for parts, 1 for what is in them.
    var level: Int
    var mark: String
    /// The printed page number.
    var page: Int
}
