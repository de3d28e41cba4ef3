internal import BookLayout
internal import GoalModel
internal import Reporting
internal import Text
internal import Typesetting

extension BookComposer {
    /// 第二部分: one table a project.
    mutating func addProjects() {
        beginPart("第二部分", "预算项目绩效目标", mark: "part2")
        let (part, title) = (body.section, body.title)
        for (index, project) in report.book.projects.enumerated() {
            // Where the project's title stands on the page, the running head need not say it, too.
            body.title = title
            if index > 0 { body.beginPage() }
            body.title = project.numberedName
            body.section = body.structure.add(.section, under: part)
            add(project, at: index)
        }
        if report.book.projects.isEmpty {
            let request = TextRequest("本部分无项目。", type.body, width: geometry.width, indent: 2 * type.bodyCell)
            body.place(Paragraph(request))
        }
    }

    /// - Parameter index: in the book.
    static func mark(ofProject index: Int) -> String { "p\(index + 1)" }

    private mutating func add(_ project: Project, at index: Int) {
        let mark = Self.mark(ofProject: index)
        addEntry(project.numberedName, level: 1, mark: mark)
        addForm(
            of: project, at: index, title: project.numberedName + "绩效目标表", role: heading(2), mark: place.prefix + mark)
        addUnread(report.book.unread.filter { $0.project == project.number })
    }
}

extension Project {
    /// `1　2020年退役士兵待遇`: a point behind the number would be taken for a decimal one.
    var numberedName: String { "\(number)　\(name)".oneLine }
}

/// Sets the official form of a project, in the book or on a sheet of its own.
protocol FormSetting {
    var report: Report { get }
    var body: PageBuilder<FontContext> { get }
    var measurer: FontContext { get }
    var type: Typography { get }
    var grids: BookGrids { get }
    var origins: Origins { get set }
}

extension FormSetting {
    var geometry: PageGeometry { type.geometry }

    /// Title, unit line and table.
    ///
    /// - Parameter index: in the book.
    mutating func addForm(of project: Project, at index: Int, title: String, role: StructureRole, mark: String) {
        let name = origins.add("项目\(project.number)“项目名称”", at: project.places[.name])
        let width = geometry.width * type.titleMeasure
        let request = TextRequest(
            title.oneLine, type.tableTitle, width: width, alignment: .center, origin: name, ends: .title)
        body.place(Paragraph(request, x: (geometry.width - width) / 2, after: 8, role: role), mark: mark)
        addUnitLine(of: project)
        let grid = grids.grid(report.book.projects, rooms: { rooms }, width: geometry.width, measurer: measurer)
        let caption = TableCaption(title: title.oneLine + "（续）", note: "单位：" + project.unitTitle, style: type.note)
        let form = FittedForm(
            project, grid: grid, at: index, width: geometry.width, room: body.room, caption: caption, measurer: measurer,
            origins: &origins)
        body.place(form.table)
    }

    /// For each project of the book what title and unit line leave of its page, in pt; the first one stands below its part's title.
    private var rooms: [Double] {
        report.book.projects.enumerated().map { index, project in
            let title = measurer.width(of: project.numberedName + "绩效目标表", in: type.tableTitle)
            let lines = max(1, (title / geometry.width / type.titleMeasure).rounded(.up))
            let part = index == 0 ? type.partTitle.leading + 12 : 0
            return geometry.height - lines * type.tableTitle.leading - 8 - type.note.leading - 3 - part
        }
    }

    private mutating func addUnitLine(of project: Project) {
        let unit = origins.add("项目\(project.number)“预算单位”", at: project.places[.unit])
        let left = project.unit.codeAndName
        let right = "单位：" + project.unitTitle
        let rightWidth = 7 * type.note.size
        let rightBlock = measurer.layOut(TextRequest(right, type.note, width: rightWidth, alignment: .trailing))
        let y = body.y
        body.place(Paragraph(TextRequest(left, type.note, width: geometry.width - rightWidth, origin: unit)))
        if body.y < y { return body.place(Paragraph(TextRequest(right, type.note, width: geometry.width), after: 3)) }
        let money = body.structure.add(.paragraph, under: body.section)
        body.add(PlacedText(rightBlock, lines: 0..<rightBlock.lineCount, x: geometry.width - rightWidth, y: y, element: money))
        body.y += 3
    }
}
