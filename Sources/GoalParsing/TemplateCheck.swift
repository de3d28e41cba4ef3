internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// What the fill-in template lets us know of a workbook: its sheets, their headings, and that 指标 speaks of projects in 项目.
///
/// What was mistyped is told once, at its cell. The document is handed on so that nothing more has to be said of the same
/// cause: overwritten headings are put back, and rows of no project are taken out.
struct TemplateCheck {
    private(set) var document: SourceDocument
    private(set) var diagnostics: [Diagnostic] = []
    /// Rows of sheets that could not be read, each in one line.
    private(set) var strays: [Passage] = []
    /// Sheets that are not there, or hold nothing that can be read.
    private(set) var missing: [FillInTemplate.Sheet] = []
    /// Sheets that are told of as a whole.
    private(set) var unread: [FillInTemplate.Sheet] = []
    /// Whether rows of indicators were compared with projects, and where the sheet 项目 stands that has none.
    private(set) var blankProjects: Location?
    /// The cells of the sheet 部门 that people fill in, by what stands before them.
    private(set) var department: [String: Location] = [:]
    /// What every project lacks because of a sheet's headings.
    private(set) var commonGaps: Set<Project.Gap> = []
    private var gaps: [ProjectKey: Set<Project.Gap>] = [:]
    private let headings: ListHeadings

    /// Leaves any other document as it is.
    init(_ document: SourceDocument, headings: ListHeadings) {
        (self.document, self.headings) = (document, headings)
        let sheets = TemplateSheets(document.blocks)
        guard document.isTemplate || sheets.areTheTemplate else { return }
        // A part of a workbook of several towns holds only some of them.
        if document.isTemplate { missing = sheets.missing }
        diagnostics = sheets.diagnostics
        for found in sheets.found where found.sheet == FillInTemplate.department {
            guard case .table(let table) = document.blocks[found.block] else { continue }
            for cell in table.rows.compactMap(\.cells.first) {
                department[cell.text.withoutSpaces] = department[cell.text.withoutSpaces] ?? cell.location.inSheet(column: 3)
            }
        }
        for found in sheets.found { checkHeading(found) }
        compareProjects(sheets.found)
        self.document.blocks.removeAll { if case .table(let table) = $0 { table.rows.isEmpty } else { false } }
    }

    func gaps(of key: ProjectKey) -> Set<Project.Gap> {
        commonGaps.union(gaps[key] ?? [])
    }

    private mutating func checkHeading(_ found: TemplateSheets.Found) {
        guard case .table(let table) = document.blocks[found.block] else { return }
        guard let head = found.head else {
            // A list with headings of its own is read as any other.
            if ListColumns(table.rows, headings: headings) == nil, DepartmentSheet(table) == nil { leaveOut(found, table) }
            return
        }
        let check = TemplateHeadings(table, of: found.sheet, head: head, headings: headings)
        diagnostics += check.diagnostics
        commonGaps.formUnion(check.gaps)
        document.blocks[found.block] = .table(check.table)
        if found.sheet != FillInTemplate.department, ListColumns(check.table.rows, headings: headings) == nil {
            leaveOut(found, check.table, isTold: !check.diagnostics.isEmpty)
        }
    }

    /// Lists the rows of a sheet that cannot be read.
    private mutating func leaveOut(_ found: TemplateSheets.Found, _ table: SourceDocument.Table, isTold: Bool = false) {
        let rows = table.rows.dropFirst(found.head.map { $0 + 1 } ?? 0)
        strays += rows.filter { row in row.cells.first.map { headings.isExample($0.text) } != true }.flatMap(\.passage)
        if !isTold { diagnostics.append(.headingLost(found.sheet, at: table.place)) }
        unread.append(found.sheet)
        commonGaps.formUnion(TemplateHeadings.gaps(of: found.sheet))
        document.blocks[found.block] = .table(SourceDocument.Table(rows: [], rowsAreCertain: true, isSheet: true))
    }

    private mutating func compareProjects(_ found: [TemplateSheets.Found]) {
        func tables(_ sheet: FillInTemplate.Sheet) -> [(block: Int, table: SourceDocument.Table)] {
            found.filter { $0.sheet == sheet }.compactMap { found in
                if case .table(let table) = document.blocks[found.block] { (found.block, table) } else { nil }
            }
        }
        let lists = tables(FillInTemplate.projects).compactMap { ListReading($0.table, headings: headings) }
        let projects = TemplateProjects(lists.flatMap(\.forms))
        guard !projects.entries.isEmpty else {
            blankProjects = tables(FillInTemplate.projects).first?.table.place
            return
        }
        // A list in which each row has its project's amounts, too, is one of projects as well.
        if lists.contains(where: \.columns.holdsIndicators) { return }
        let indicators = tables(FillInTemplate.indicators)
        for (block, table) in indicators {
            guard var rows = TemplateRows(table, projects: projects, headings: headings) else { continue }
            if indicators.count == 1 { rows.guessByWhatIsLeft() }
            document.blocks[block] = .table(rows.table)
            diagnostics += rows.diagnostics
            strays += rows.strays
            gaps.merge(rows.gaps) { $0.union($1) }
        }
    }
}

extension Diagnostic {
    fileprivate static func headingLost(_ sheet: FillInTemplate.Sheet, at place: Location?) -> Diagnostic {
        let titles = sheet.headings.prefix(3).joined(separator: "、")
        return Diagnostic(
            .error, id: "template-heading-lost", at: place, "填报模板的\(sheet.name.quoted)表没有表头",
            explanation: "不知道哪一栏是什么，整张表没有读入，列在网页的“未归类文字”中",
            remedy: "请在第1行恢复表头（\(titles)……）；可以用 goalbook template 另存一份模板，把内容贴过去")
    }
}
