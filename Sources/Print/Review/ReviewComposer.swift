internal import BookLayout
internal import GoalModel
internal import Linting
internal import Reporting
internal import Text
internal import Typesetting

/// Sets 审核意见书: what was found in a town's goals, by the words of the official review, with room to sign.
struct ReviewComposer {
    typealias Builder = PageBuilder<FontContext>

    let report: Report
    let measurer: FontContext
    let type: Typography
    let body: Builder
    var bookmarks: [Bookmark] = []
    private var sections = 0
    private static let note = TextStyle(.body, size: 10.5, leading: 15.5)

    /// What the paper says of who may see it; masked papers may go further.
    private static let restriction = "内部资料　仅供内部审核使用"

    init(_ report: Report, measurer: FontContext, type: Typography) {
        (self.report, self.measurer, self.type) = (report, measurer, type)
        body = Builder(measurer: measurer, geometry: type.geometry) { .arabic($0) }
        body.section = body.structure.add(.section)
        body.title = report.isMasked ? "" : Self.restriction
    }

    var geometry: PageGeometry { type.geometry }

    /// The whole opinion.
    consuming func compose() -> Composition {
        let review = report.review
        let name = report.fullTownName + report.bookName + "审核意见书"
        addOpening(review)
        addFollowUp()
        addErrors(review)
        addWarnings(review)
        addHints(review)
        addEstimates()
        addWaived()
        addResults(review)
        addConclusion()
        var pages = body.pages
        let decoration = Decoration(title: name, measurer: measurer, type: type)
        for index in pages.indices { decoration.decorate(&pages[index], isRightHand: index % 2 == 0, head: index > 0) }
        return Composition(
            pages: pages, structure: body.structure, bookmarks: bookmarks, title: name, author: report.book.unit.name,
            subject: "部门预算绩效目标审核意见书", bodyPageCount: pages.count, year: report.book.fiscalYear)
    }

    // MARK: The head

    private mutating func addOpening(_ review: Review) {
        body.beginPage()
        if !report.isMasked { addRestriction() }
        addTitle()
        addNote("编号：　　　　　　　　收件日期：　　　　年　　月　　日（第　　次报送）")
        let unit = report.book.unit.name.isEmpty ? report.town : report.book.unit.name
        place("\(unit)：", indent: 0)
        place(review.opening)
        addChecks(review)
    }

    /// Where an official paper has its grade of secrecy (GB/T 9704-2012, 7.2.2), but above the type area.
    private func addRestriction() {
        let style = type.heading
        let block = measurer.layOut(TextRequest(Self.restriction, style, width: geometry.width))
        let element = body.structure.add(.paragraph, under: body.section)
        body.add(PlacedText(block, lines: 0..<1, x: 0, y: -style.leading, element: element))
    }

    private mutating func addTitle() {
        let whole = report.fullTownName + report.bookName + "审核意见书"
        let isWide = measurer.width(of: whole.oneLine, in: type.partTitle) > geometry.width
        let year = report.book.fiscalYear.map { "\($0)年" } ?? ""
        let broken = report.fullTownName.oneLine + year + "\n部门预算绩效目标审核意见书"
        let request = TextRequest(isWide ? broken : whole.oneLine, type.partTitle, width: geometry.width, alignment: .center)
        body.y = type.linePitch / 4
        body.place(Paragraph(request, after: type.linePitch / 2, role: .heading(1)))
    }

    /// For each criterion what the program has found, and what the reviewer has to judge.
    private mutating func addChecks(_ review: Review) {
        let rows = review.checks.map { check -> ReviewGrid.Row in
            .cells([
                check.criterion.rawValue, check.counts.words ?? "程序检查未发现问题",
                "\(check.criterion.question)，\n由审核人判断：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿",
            ])
        }
        body.y += 8
        addTable(
            ReviewGrid(
                columns: [.init("审核内容", .center), .init("程序检查", share: 0.26), .init("审核意见", share: 0.74)], rows: rows,
                setting: TableSetting(size: 9, leading: 12.5, padding: 3.5)))
        if let score = review.score { addNote(score) }
        let copies = report.annotatedFolder.map { "，批在原文件副本上的在\($0.quoted)文件夹中" } ?? ""
        addNote("提示只列处数，逐条的清单在审核意见表.xlsx和网页中\(copies)。\(sources)")
    }

    private var sources: String {
        let paths = report.book.sources.map(\.path.oneLine)
        return paths.isEmpty ? "" : "原件指\(paths.joined(separator: "、"))。"
    }

    // MARK: The sections

    /// A heading with the next number.
    mutating func addSection(_ title: String, keepBelow: Double = 70) {
        sections += 1
        let (text, mark) = ("\(Self.numeral(sections))、\(title)", "c\(sections)")
        let request = TextRequest(text, type.heading, width: geometry.width, indent: 2 * type.bodyCell)
        body.place(Paragraph(request, before: 4, keepBelow: keepBelow, role: .heading(2)), mark: mark)
        bookmarks.append(Bookmark(text, level: 0, mark: mark))
    }

    /// What a heading needs below it where a sentence stands between it and its table.
    static let belowNote = 110.0

    /// A sentence in the size of the tables' surroundings.
    func addNote(_ text: String, keepBelow: Double = 0) {
        let request = TextRequest(
            text.oneLine, Self.note, width: geometry.width, alignment: .justified, indent: 2 * Self.note.size)
        body.place(Paragraph(request, before: 2, after: 2, keepBelow: keepBelow))
    }

    func addTable(_ grid: ReviewGrid) {
        body.y += 3
        body.place(grid.laid(width: geometry.width, measurer: measurer))
        body.y += 6
    }

    func place(_ text: String, indent: Double = 2) {
        let request = TextRequest(
            text.oneLine, type.body, width: geometry.width + 0.5, alignment: .justified, indent: indent * type.bodyCell)
        body.place(Paragraph(request))
    }

    /// 一 … 九十九.
    static func numeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(number) else { return "\(number)" }
        let (tens, ones) = (number / 10, number % 10)
        return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[ones]
    }
}
