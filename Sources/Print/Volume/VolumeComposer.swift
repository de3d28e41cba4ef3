internal import Aggregation
internal import BookLayout
internal import GoalModel
internal import Reporting
internal import Text
internal import Typesetting

/// Sets the books of several towns as one volume: common cover and contents, then town after town with continuous page
/// numbers.
struct VolumeComposer {
    /// In the order of the volume.
    let reports: [Report]
    let volume: Volume
    let measurer: FontContext
    let type: Typography

    func compose() -> Composition {
        var structure = StructureTree()
        let (cover, contents) = (structure.add(.section), structure.add(.section))
        var body: [Page<TextBlock>] = []
        var entries: [ContentsEntry] = []
        var source: [Range<Int>] = []
        for (index, report) in reports.enumerated() {
            if type.geometry.isMirrored, body.count % 2 == 1 { body.append(Page(label: .none)) }
            let first = volume.firstPage - 1 + body.count
            let place = BookComposer.Place(
                structure: structure, section: structure.add(.section), pages: first, depth: 1, prefix: "t\(index + 1)")
            var town = TownInVolume(report, measurer: measurer, type: type, place: place, structure: structure)
            let pages = town.compose(isRightHand: body.count % 2 == 0)
            source.append((body.count + town.sourcePages.lowerBound)..<(body.count + town.sourcePages.upperBound))
            body += pages
            structure = town.structure
            entries += town.entries
        }
        var front = FrontMatter(measurer: measurer, type: type, structure: structure)
        // Towns and their parts; the bookmarks have the projects too.
        var pages = front.pages(of: self.cover, under: cover)
        let lists = front.contents(entries.filter { $0.level < 2 }, under: contents)
        pages += lists + overview(of: entries, behind: lists.count, &front, under: contents)
        if type.geometry.isMirrored, pages.count % 2 == 1 { pages.append(Page(label: .none)) }
        let decoration = Decoration(title: volume.name, measurer: measurer, type: type)
        for index in pages.indices { decoration.decorate(&pages[index], isRightHand: index % 2 == 0) }
        return Composition(
            pages: pages + body, structure: front.structure,
            bookmarks: entries.map { Bookmark($0.title, level: $0.level, mark: $0.mark) }, title: volume.name,
            author: volume.county, subject: "部门预算绩效目标合订本",
            sourcePages: source.map { (pages.count + $0.lowerBound)..<(pages.count + $0.upperBound) }, year: volume.year)
    }

    /// 各乡镇一览: a row for each town, behind the contents.
    private func overview(
        of entries: [ContentsEntry], behind count: Int, _ front: inout FrontMatter, under section: ElementID
    ) -> [Page<TextBlock>] {
        let builder = PageBuilder(measurer: measurer, geometry: type.geometry, structure: front.structure) { .roman(count + $0) }
        (builder.section, builder.title) = (section, "各乡镇一览")
        builder.beginPage()
        let width = type.geometry.width
        let title = TextRequest("各乡镇一览", type.partTitle, width: width, alignment: .center)
        builder.place(Paragraph(title, after: 12, role: .heading(1)))
        builder.place(Paragraph(TextRequest("单位：万元", type.note, width: width, alignment: .trailing), after: 3))
        let pages = entries.filter { $0.level == 0 }.map(\.page)
        let amounts = ShownAmount.column(reports.map { $0.funding.total.exact })
        let rows = reports.enumerated().map { index, report in
            [
                "\(index + 1)", report.fullTownName.oneLine, report.book.fiscalYear.map { "\($0)" } ?? "—",
                "\(report.book.projects.count)", amounts.rows[index].description, "\(pages[index])",
            ]
        }
        var table = FigureTable(heads: ["序号", "乡镇", "年度", "项目数", "预算数", "页码"], textColumn: 1, rows: rows)
        let projects = reports.reduce(0) { $0 + $1.book.projects.count }
        // Amounts of different years make no sum.
        let isOneYear = Set(reports.map(\.book.fiscalYear)).count == 1
        table.total = ["", "合计", "", "\(projects)", isOneYear ? amounts.total.description : "—", ""]
        let setting = TableSetting(size: 10.5, leading: 15.5, padding: 4)
        var laid = table.table(width: width, setting, measurer: measurer)
        laid.caption = TableCaption(title: "各乡镇一览（续）", note: "单位：万元", style: type.note)
        builder.place(LaidTable(laid, measurer: measurer))
        front.structure = builder.structure
        return builder.pages
    }

    private var cover: FrontMatter.Cover {
        let towns = Set(reports.map(\.town)).count
        let part = volume.number.map { "第\($0)册，共\(volume.count)册" }
        return FrontMatter.Cover(
            above: [volume.county, volume.year.map { "\($0)年" }].compactMap(\.self), title: "部门预算绩效目标合订本",
            foot: ["合订本（\(towns)个乡镇）", part].compactMap(\.self))
    }
}

/// One town of a volume: a title page, then its book.
private struct TownInVolume {
    private let report: Report
    private let measurer: FontContext
    private let type: Typography
    private(set) var structure: StructureTree
    private(set) var entries: [ContentsEntry] = []
    /// Of its pages those before the appendices.
    private(set) var sourcePages = 0..<0
    private let place: BookComposer.Place

    init(_ report: Report, measurer: FontContext, type: Typography, place: BookComposer.Place, structure: StructureTree) {
        (self.place, self.structure, self.report, self.measurer, self.type) = (place, structure, report, measurer, type)
    }

    /// - Parameter isRightHand: where the first page stands.
    mutating func compose(isRightHand: Bool) -> [Page<TextBlock>] {
        let title = titlePages()
        var inner = place
        inner.structure = structure
        inner.pages += title.count
        var book = BookComposer(report, measurer: measurer, type: type, place: inner)
        book.addBody()
        structure = book.body.structure
        sourcePages = title.count..<(title.count + book.sourcePageCount)
        entries += book.entries.map { entry in
            var entry = entry
            entry.level += 1
            return entry
        }
        var pages = title + book.body.pages
        for index in pages.indices { book.decoration.decorate(&pages[index], isRightHand: (index % 2 == 0) == isRightHand) }
        return pages
    }

    /// The town's name in the middle of a page, and its empty back.
    private mutating func titlePages() -> [Page<TextBlock>] {
        let builder = PageBuilder(measurer: measurer, geometry: type.geometry, structure: structure) { [place] in
            .arabic(place.pages + $0)
        }
        builder.section = place.section
        builder.beginPage()
        builder.y = type.geometry.height * 0.32
        let large = TextStyle(.title, size: 26, leading: 40)
        let width = type.geometry.width
        let name = TextRequest(report.fullTownName, large, width: width, alignment: .center)
        builder.place(Paragraph(name, after: 14, role: .heading(1)), mark: place.prefix)
        builder.place(Paragraph(TextRequest(report.bookName, type.partTitle, width: width, alignment: .center), after: 24))
        let unit = report.book.unit
        let foot = ["编制单位：\(unit.name)", unit.code.map { "单位编码：\($0)" }].compactMap(\.self).joined(separator: "\n")
        builder.place(Paragraph(TextRequest(foot, TextStyle(.body, size: 14, leading: 26), width: width, alignment: .center)))
        structure = builder.structure
        entries.append(
            ContentsEntry(
                title: (report.fullTownName + report.yearSuffix).oneLine, level: 0, mark: place.prefix, page: place.pages + 1))
        let pages = builder.pages
        return type.geometry.isMirrored && pages.count % 2 == 1 ? pages + [Page(label: .none)] : pages
    }
}

extension Report {
    /// `（2024年）`, or nothing where the year is unknown.
    fileprivate var yearSuffix: String { book.fiscalYear.map { "（\($0)年）" } ?? "" }
}
