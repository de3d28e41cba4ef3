internal import BookLayout
internal import Reporting
internal import Text
internal import Typesetting

/// What 绩效运行监控表 and 绩效自评表 are: a table of the town in front, and a form a project.
struct AppraisalDocument {
    /// In the running head and in the file: `巨鹿县巨鹿镇2026年度项目支出绩效自评表`.
    var name: String
    var author: String
    var subject: String
    var year: Int?
    var isLandscape = false
    var front: Front
    /// 部门整体, before the projects.
    var overall: AppraisalForm?
    var forms: [AppraisalForm]
    /// The width of the forms' labels, in pt, and the room at the sides of a cell.
    var label = 62.0
    var across = 4.0

    struct Front {
        var title: String
        /// One or two sentences each.
        var sentences: [String]
        var table: ReviewGrid
        /// For further pages: `单位：万元`.
        var note: String
        var notes: [String]
    }
}

/// Sets the forms of a monitoring or of a self-evaluation.
struct AppraisalComposer {
    let document: AppraisalDocument
    let measurer: FontContext
    let type: Typography
    let body: PageBuilder<FontContext>
    private var bookmarks: [Bookmark] = []
    private static let note = TextStyle(.table, size: 9, leading: 12.5)
    /// What the signatures stand apart from the notes, in pt.
    private static let gap = 10.0

    init(_ document: AppraisalDocument, measurer: FontContext, type: Typography) {
        (self.document, self.measurer) = (document, measurer)
        self.type = type.onForms(isLandscape: document.isLandscape)
        body = PageBuilder(measurer: measurer, geometry: self.type.geometry) { .arabic($0) }
    }

    private var geometry: PageGeometry { type.geometry }

    consuming func compose() -> Composition {
        addFront()
        if let overall = document.overall { add(overall, mark: "whole", grid(for: [overall])) }
        let grid = grid(for: document.forms)
        for (index, form) in document.forms.enumerated() { add(form, mark: "f\(index + 1)", grid) }
        var pages = body.pages
        let decoration = Decoration(title: document.name, measurer: measurer, type: type)
        for index in pages.indices { decoration.decorate(&pages[index], isRightHand: index % 2 == 0, head: index > 0) }
        return Composition(
            pages: pages, structure: body.structure, bookmarks: bookmarks, title: document.name, author: document.author,
            subject: document.subject, geometry: geometry, bodyPageCount: pages.count, year: document.year)
    }

    private func grid(for forms: [AppraisalForm]) -> FormGrid {
        FormGrid(
            for: forms, width: geometry.width, label: document.label, across: document.across, room: geometry.height - 90,
            measurer: measurer)
    }

    private func paragraph(
        _ text: String, _ style: TextStyle, _ alignment: TextAlignment = .leading, before: Double = 0, after: Double = 0,
        role: StructureRole = .paragraph, mark: String? = nil
    ) {
        let isTitle = alignment == .center
        let width = isTitle ? geometry.width * type.titleMeasure : geometry.width
        let request = TextRequest(text, style, width: width, alignment: alignment, ends: isTitle ? .title : .full)
        body.place(
            Paragraph(
                request, x: (geometry.width - width) / 2, before: before, after: after, role: role),
            mark: mark)
    }

    // MARK: The town

    private mutating func addFront() {
        let front = document.front
        body.title = document.subject
        body.beginPage()
        body.section = body.structure.add(.section)
        paragraph(front.title.oneLine, type.tableTitle, .center, after: 8, role: .heading(1), mark: "front")
        bookmarks.append(Bookmark(front.title, level: 0, mark: "front"))
        for sentence in front.sentences {
            paragraph(sentence.oneLine, TextStyle(.table, size: 10.5, leading: 16), .justified, after: 3)
        }
        paragraph(front.note, type.note, .trailing, before: 3, after: 3)
        var table = front.table
        table.caption = TableCaption(title: front.title.oneLine + "（续）", note: front.note, style: type.note)
        body.place(table.laid(width: geometry.width, measurer: measurer))
        addNotes(front.notes)
    }

    private func addNotes(_ notes: [String]) {
        guard !notes.isEmpty else { return }
        paragraph(Self.words(notes), Self.note, .justified, before: 6)
    }

    private static func words(_ notes: [String]) -> String {
        "注：" + notes.map { $0.oneLine.asSentence }.joined()
    }

    // MARK: The forms

    private mutating func add(_ form: AppraisalForm, mark: String, _ grid: FormGrid) {
        body.title = document.subject
        body.beginPage()
        body.title = form.bookmark.oneLine
        body.section = body.structure.add(.section)
        paragraph(form.title.oneLine, type.tableTitle, .center, role: .heading(1), mark: mark)
        paragraph(form.subtitle, TextStyle(.table, size: 10.5, leading: 16), .center, after: 4)
        bookmarks.append(Bookmark(form.bookmark.oneLine, level: 0, mark: mark))
        addUnitLine(form)
        let notes = form.notes.isEmpty ? 0 : height(of: Self.words(form.notes), Self.note) + 6
        let signatures = height(of: form.signatures, type.note) + Self.gap
        let caption = TableCaption(title: form.title.oneLine + "（续）", note: form.note, style: type.note)
        body.place(fitted(form, grid, caption, tail: notes + signatures))
        addNotes(form.notes)
        paragraph(form.signatures, type.note, before: Self.gap)
    }

    private func height(of text: String, _ style: TextStyle) -> Double {
        measurer.layOut(TextRequest(text, style, width: geometry.width)).height
    }

    /// The roomiest setting in which the form stands on its page, else in which it takes the fewest pages.
    ///
    /// - Parameter tail: the height in pt of what stands below it on its last page.
    private func fitted(_ form: AppraisalForm, _ grid: FormGrid, _ caption: TableCaption, tail: Double) -> LaidTable<FontContext>
    {
        func laid(_ setting: TableSetting) -> LaidTable<FontContext> {
            LaidTable(FormTable(form, setting, grid: grid).table(caption: caption), measurer: measurer)
        }
        let base = laid(.standard)
        let room = body.room - tail
        for (index, settings) in TableFit.sizes.enumerated() {
            guard let tight = settings.last else { continue }
            // Far too high: no setting will help.
            if index > 0, base.height > 1.5 * room { break }
            let table = index == 0 ? base : laid(tight)
            if let setting = TableFit.roomiest(table, settings, room: room) { return table.spaced(setting) }
        }
        let ways = [.standard] + TableFit.sizes[0]
        let pages = ways.map { pageCount(of: base.spaced($0), tail: tail) }
        let fewest = pages.min() ?? 1
        return base.spaced(zip(ways, pages).first { $0.1 == fewest }?.0 ?? .standard)
    }

    /// How many pages a table takes from here on with what stands below it.
    private func pageCount(of table: LaidTable<FontContext>, tail: Double) -> Int {
        let trial = PageBuilder(measurer: measurer, geometry: geometry) { .arabic($0) }
        trial.beginPage()
        trial.y = body.y
        trial.place(table)
        return trial.pages.count + (trial.room < tail ? 1 : 0)
    }

    /// Unit and money unit in one line; the unit takes more lines where it is long.
    private func addUnitLine(_ form: AppraisalForm) {
        let right = 8 * type.note.size
        let block = measurer.layOut(TextRequest(form.note, type.note, width: right, alignment: .trailing))
        let y = body.y
        body.place(Paragraph(TextRequest(form.unit.oneLine, type.note, width: geometry.width - right)))
        let element = body.structure.add(.paragraph, under: body.section)
        body.add(PlacedText(block, lines: 0..<block.lineCount, x: geometry.width - right, y: y, element: element))
        body.y += 3
    }
}
