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
        if review.parts.allSatisfy(\.isClear) {
            addHeading("一、审核意见", mark: "c1", keepBelow: 2 * type.linePitch)
            let names = review.parts.map(\.criterion.rawValue)
            place("\(names.dropLast().joined(separator: "、"))和\(names.last ?? "")均未发现问题。")
            for part in review.parts { addEstimates(part, number: 1, mark: "c1e") }
            addWaived(number: 2)
            addConclusion(number: report.waived.isEmpty ? 2 : 3)
        } else {
            let count = review.parts.count
            let tail = review.parts.reversed().prefix { $0.isClear && $0.estimates.isEmpty }.count
            for (index, part) in review.parts.enumerated() {
                // What is clear at the end goes with the signatures, which are not to stand alone on a page.
                let below = index >= count - tail ? Double(count - index) * type.linePitch + formHeight : 0
                add(part, number: index + 1, keepBelow: below)
            }
            addWaived(number: count + 1)
            addConclusion(number: count + (report.waived.isEmpty ? 1 : 2))
        }
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
        let unit = report.book.unit.name.isEmpty ? report.town : report.book.unit.name
        place("\(unit)：", indent: 0)
        place(review.opening)
        guard report.counts.all > 0 else { return }
        addSummary(review)
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

    private mutating func addSummary(_ review: Review) {
        let setting = TableSetting(size: 10.5, leading: 15, padding: 3)
        let rows = review.parts.map { [$0.criterion.rawValue, $0.criterion.question] + Self.figures($0.counts) }
        var table = FigureTable(heads: ["审核内容", "审核要点", "错误", "警告", "提示", "合计"], textColumn: 1, rows: rows)
        table.total = ["", "合计"] + Self.figures(report.counts)
        let laid = LaidTable(table.table(width: geometry.width, setting, measurer: measurer), measurer: measurer)
        body.y += 8
        if body.room < laid.height { body.beginPage() }
        body.place(laid)
        let legend = "错误必须改正；警告很可能有误，请核对；提示供修改时参考。\(sources)"
        let request = TextRequest(legend, type.note, width: geometry.width, alignment: .justified)
        body.place(Paragraph(request, before: 4, after: 6))
    }

    private static func figures(_ counts: FindingCounts) -> [String] {
        [counts.errors, counts.warnings, counts.hints, counts.all].map { "\($0)" }
    }

    private var sources: String {
        let paths = report.book.sources.map(\.path.oneLine)
        return paths.isEmpty ? "" : "原件指\(paths.joined(separator: "、"))。"
    }

    // MARK: The sections

    private mutating func add(_ part: Review.Part, number: Int, keepBelow: Double) {
        let title = "\(Self.numeral(number))、\(part.criterion.rawValue)审核"
        let mark = "c\(number)"
        if part.isClear {
            addHeading("\(title)：未发现问题", mark: mark, keepBelow: part.estimates.isEmpty ? keepBelow : Self.keepBelowHeading)
            addEstimates(part, number: 1, mark: "\(mark)e")
            return
        }
        addHeading(title, mark: mark, keepBelow: Self.keepBelowHeading)
        var count = 0
        if !part.notes.isEmpty {
            count += 1
            addNotes(part, number: count, mark: "\(mark)r0")
        }
        for rule in part.rules {
            count += 1
            add(rule, number: count, mark: "\(mark)r\(count)")
        }
        addEstimates(part, number: count + 1, mark: "\(mark)e")
    }

    mutating func addHeading(_ text: String, mark: String, keepBelow: Double = 0) {
        let request = TextRequest(text, type.heading, width: geometry.width, indent: 2 * type.bodyCell)
        body.place(Paragraph(request, keepBelow: keepBelow, role: .heading(2)), mark: mark)
        bookmarks.append(Bookmark(text, level: 0, mark: mark))
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
