internal import BookLayout
internal import GoalModel
internal import Reporting
internal import Text
internal import Typesetting

extension BookComposer {
    /// 第二部分: one table a project.
    mutating func addProjects() {
        beginPart("第二部分", "预算项目绩效目标", mark: "part2")
        let part = body.section
        for (index, project) in report.book.projects.enumerated() {
            body.title = "\(project.number).\(project.name)".oneLine
            if index > 0 { body.beginPage() }
            body.section = body.structure.add(.section, under: part)
            add(project, mark: Self.mark(ofProject: index))
        }
        if report.book.projects.isEmpty {
            let request = TextRequest("本部分无项目。", type.body, width: geometry.width, indent: 2 * type.bodyCell)
            body.place(Paragraph(request))
        }
    }

    /// - Parameter index: in the book.
    static func mark(ofProject index: Int) -> String { "p\(index + 1)" }

    private mutating func add(_ project: Project, mark: String) {
        addEntry("\(project.number).\(project.name)", level: 1, mark: mark)
        addForm(of: project, title: "\(project.number).\(project.name)绩效目标表", role: heading(2), mark: place.prefix + mark)
        addUnread(report.book.unread.filter { $0.project == project.number })
    }
}

/// Sets the official form of a project, in the book or on a sheet of its own.
protocol FormSetting {
    var body: PageBuilder<FontContext> { get }
    var measurer: FontContext { get }
    var type: Typography { get }
    var origins: Origins { get set }
}

extension FormSetting {
    var geometry: PageGeometry { type.geometry }

    /// Title, unit line and table.
    mutating func addForm(of project: Project, title: String, role: StructureRole, mark: String) {
        let name = origins.add("项目\(project.number)“项目名称”", at: project.places[.name])
        // Lines of like length: a last line with 表 alone is ugly.
        let natural = measurer.width(of: title.oneLine, in: type.tableTitle)
        let lines = (natural / geometry.width).rounded(.up)
        let width = lines > 1 ? min(geometry.width, natural / lines + 1.5 * type.tableTitle.size) : geometry.width
        let request = TextRequest(title.oneLine, type.tableTitle, width: width, alignment: .center, origin: name)
        body.place(Paragraph(request, x: (geometry.width - width) / 2, after: 8, role: role), mark: mark)
        addUnitLine(of: project)
        body.place(form(of: project))
    }

    private mutating func addUnitLine(of project: Project) {
        let unit = origins.add("项目\(project.number)“预算单位”", at: project.places[.unit])
        let left = (project.unit.code ?? "") + project.unit.name
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

    private mutating func form(of project: Project) -> LaidTable<FontContext> {
        FittedForm(project, width: geometry.width, room: body.room, measurer: measurer, origins: &origins).table
    }
}
