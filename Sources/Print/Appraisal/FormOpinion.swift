internal import Appraisal
internal import BookLayout
internal import Diagnostics
internal import GoalModel
internal import Reporting
internal import Text
internal import Typesetting

/// Sets 自评审核意见.pdf: what was found in self-evaluation forms that others have filled in, with room to sign.
struct FormOpinion {
    let forms: [ReviewedForm]
    let county: ReviewedForms
    let measurer: FontContext
    let type: Typography
    private let body: PageBuilder<FontContext>
    private var bookmarks: [Bookmark] = []
    private static let name = "绩效自评表审核意见书"
    private static let words = TextStyle(.table, size: 10.5, leading: 16)

    init(_ forms: [ReviewedForm], measurer: FontContext, type: Typography) {
        (self.forms, self.measurer, self.type) = (forms, measurer, type)
        county = ReviewedForms(forms)
        body = PageBuilder(measurer: measurer, geometry: type.geometry) { .arabic($0) }
        body.section = body.structure.add(.section)
    }

    private var width: Double { type.geometry.width }

    consuming func compose() -> Composition {
        body.beginPage()
        paragraph(Self.name, type.tableTitle, .center, after: 8, role: .heading(1))
        for sentence in county.sentences { paragraph(sentence, Self.words, .justified, after: 3) }
        addOverview()
        for (index, form) in forms.enumerated() where !form.findings.isEmpty { add(form, number: index + 1) }
        addSignatures()
        var pages = body.pages
        let decoration = Decoration(title: Self.name, measurer: measurer, type: type)
        for index in pages.indices { decoration.decorate(&pages[index], isRightHand: index % 2 == 0, head: index > 0) }
        return Composition(
            pages: pages, structure: body.structure, bookmarks: bookmarks, title: Self.name, author: "", subject: Self.name,
            bodyPageCount: pages.count, year: county.year)
    }

    private func paragraph(
        _ text: String, _ style: TextStyle, _ alignment: TextAlignment = .leading, before: Double = 0, after: Double = 0,
        keepBelow: Double = 0, role: StructureRole = .paragraph, mark: String? = nil
    ) {
        let request = TextRequest(text.oneLine.withNumbersStarred, style, width: width, alignment: alignment)
        body.place(Paragraph(request, before: before, after: after, keepBelow: keepBelow, role: role), mark: mark)
    }

    private mutating func heading(_ title: String, mark: String) {
        paragraph(title, type.heading, before: 8, after: 2, keepBelow: 70, role: .heading(2), mark: mark)
        bookmarks.append(Bookmark(title.oneLine.withNumbersStarred, level: 0, mark: mark))
    }

    private func table(_ columns: [ReviewGrid.Column], _ rows: [[String]]) {
        let cells = rows.map { row in ReviewGrid.Row.cells(row.map { $0.withNumbersStarred }) }
        let setting = TableSetting(size: 9, leading: 12.5, padding: 3)
        body.place(ReviewGrid(columns: columns, rows: cells, setting: setting).laid(width: width, measurer: measurer))
    }

    private mutating func addOverview() {
        heading("各自评表", mark: "all")
        table(
            [
                .init("序号", .center), .init("项目", share: 0.5), .init("文件", share: 0.5), .init("总分", .center),
                .init("错误", .center), .init("警告", .center), .init("提示", .center),
            ],
            forms.enumerated().map { index, reviewed in
                let counts = [Severity.error, .warning, .hint].map { severity in
                    "\(reviewed.findings.count { $0.severity == severity })"
                }
                let total = reviewed.form.totalNumber.map { "\($0)" } ?? "—"
                return ["\(index + 1)", reviewed.shownName, reviewed.form.place.file, total] + counts
            })
    }

    private mutating func add(_ reviewed: ReviewedForm, number: Int) {
        heading("\(number). \(reviewed.shownName)", mark: "f\(number)")
        let unit = [reviewed.form.unit?.text ?? "", reviewed.form.place.file].filter { !$0.isEmpty }.joined(separator: "　")
        paragraph(unit, type.note, after: 3, keepBelow: 40)
        table(
            [.init("编号", .center), .init("级别", .center), .init("位置"), .init("问题和正确的数", share: 0.55), .init("改法", share: 0.45)],
            reviewed.findings.map { finding in
                [
                    finding.check.id, finding.severity.title, finding.location.inFile,
                    "\(finding.check.title)：\(finding.message)。",
                    "\(finding.check.reason)。\(finding.check.remedy)。",
                ]
            })
    }

    /// To be filled in by hand.
    private func addSignatures() {
        paragraph("审核意见：", Self.words, before: 14, after: 42, keepBelow: 90)
        paragraph("审核人：　　　　　　　　　负责人：　　　　　　　　　审核单位（盖章）：　　　　　　　　　　　年　　月　　日", type.note)
    }
}
