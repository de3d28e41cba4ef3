internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// Sorts the blocks of one document into part one, project forms and lists.
struct DocumentReading {
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var residue: [Passage] = []
    private(set) var partOne = PartOne()
    private(set) var forms: [ProjectForm] = []
    private(set) var lists: [ListReading] = []
    /// What the template's sheet says of the unit, for forms that do not say it.
    private(set) var unitLine = UnitLine()
    /// Titles besides those of the forms, which may tell the year.
    private(set) var titles: [Passage] = []
    /// Titles with no table directly below them.
    private var lostTitles: [SourceDocument.Paragraph] = []
    private var inPartTwo = false
    /// The first line that tells of a part one: its own heading, or that of part two.
    private var partHeading: Passage?
    /// Paragraphs that may belong to the form that follows them.
    private var pending: [SourceDocument.Paragraph] = []
    private let lexicon: Lexicon

    init(_ document: SourceDocument, lexicon: Lexicon) {
        let lexicon = lexicon.forDocument
        self.lexicon = lexicon
        let blocks = SheetLayout.blocks(of: document.blocks, lexicon: lexicon)
        let contents = Contents(blocks)
        for (index, block) in blocks.enumerated() where !contents.entries.contains(index) {
            if contents.orphans.contains(index) { leaveOut(block) } else { read(block) }
        }
        readPending(pending)
        settleTitles()
        let entries = contents.orphans.sorted().compactMap { blocks[$0].paragraph }.compactMap { entry in
            let title = Contents.withoutPage(entry.text) ?? entry.text
            return FormTitle(title).isExplicit ? SourceDocument.Paragraph(text: title, location: entry.location) : nil
        }
        if let first = entries.first {
            let isAll = forms.isEmpty && lists.isEmpty
            diagnostics.append(.contentsWithoutTables(entries.count, first: first.text, isAll: isAll, at: first.location))
        }
        if document.format != "txt", let lines = partOne.onlyTitles {
            // 附件2, a title above the tables: no part one, but they may tell year and town.
            partOne = PartOne()
            residue += lines
        }
        if let partHeading { partOne.note(partHeading) }
    }

    private mutating func read(_ block: SourceDocument.Block) {
        switch block {
        case .paragraph(let paragraph): pending.append(paragraph)
        case .table(let table): read(table)
        }
    }

    /// An entry of the contents that nothing in the document answers to.
    private mutating func leaveOut(_ block: SourceDocument.Block) {
        if case .paragraph(let paragraph) = block { residue.append(Passage(paragraph.text, at: paragraph.location)) }
    }

    private mutating func read(_ table: SourceDocument.Table) {
        let table = table.listInColumns(lexicon) ?? table
        if table.isSheet, let department = DepartmentSheet(table) {
            readPending(pending)
            inPartTwo = false
            unitLine.take(department.unitLine)
            titles += [department.year].compactMap(\.self)
            residue += department.residue
            diagnostics += department.diagnostics
            partHeading = partHeading ?? Passage("", at: department.place)
            readPending(department.paragraphs)
        } else if var list = ListReading(ofProjects: table, lexicon) {
            takeLead(of: &list)
            lists.append(list)
            titles += list.titles
            residue += list.residue
            diagnostics += list.diagnostics
        } else {
            readForms(table)
        }
    }

    private mutating func readForms(_ table: SourceDocument.Table) {
        let year = FiscalYear.stated((pending.suffix(6).map { Passage($0.text, at: $0.location) } + titles).reversed())
        let reading = FormReading(table, above: forms.last?.columns, year: year, lexicon: lexicon)
        guard reading.isForm else {
            readPending(pending)
            residue += reading.residue
            return
        }
        if let department = DepartmentForm(reading, table, above: pending) {
            let isTitle = { (paragraph: SourceDocument.Paragraph) in FormTitle(paragraph.text).isExplicit }
            titles += pending.filter(isTitle).map { Passage($0.text, at: $0.location) } + reading.years
            readPending(pending.filter { !isTitle($0) })
            inPartTwo = false
            unitLine.take(department.unitLine)
            residue += department.residue
            readPending(department.paragraphs)
            return
        }
        let name = reading.forms.first?.values[.name]?.text ?? ""
        if let part = pending.first(where: { Furniture.behindPart($0.text.withoutSpaces) != nil }) { notePart(part) }
        let isTwo = inPartTwo || pending.contains { Furniture.beginsPartTwo($0.text) || FormTitle($0.text).isExplicit }
        let lead = FormLead(pending, name: name, inPartTwo: isTwo)
        // A table of parameters has columns like those of indicators, too: without a project and a title it is none of goals.
        if lead.title == nil, forms.isEmpty, reading.forms.allSatisfy({ $0.isNameless || $0.isOfNoProject }) {
            readPending(pending)
            residue += FormReading.rows(of: table)
            return
        }
        readPending(pending.dropLast(lead.count))
        inPartTwo = true
        residue += lead.notes + reading.residue
        titles += lead.years + reading.years
        for (index, form) in reading.forms.enumerated() {
            var form = form
            if index == 0 {
                // The title in the table's first row may tell the year.
                if lead.title != nil { titles += [form.title].compactMap(\.self) }
                form.title = lead.title ?? form.title
                form.unitLine.take(lead.unitLine)
            }
            titles += [form.unitLine.year].compactMap(\.self)
            if form.isBlank, !form.labelPlaces.isEmpty || !form.values.isEmpty {
                diagnostics.append(.blankForm(at: form.title?.location ?? form.labelPlaces.values.min()))
                continue
            }
            if let before = forms.last, form.continues(before) {
                form.setHeading(before.heading)
                forms[forms.count - 1].take(form)
            } else {
                form.setHeading(form.heading)
                forms.append(form)
            }
        }
    }

    /// A list's title names all projects and none; it is no lost title of a form.
    private mutating func takeLead(of list: inout ListReading) {
        var unitLine = UnitLine()
        while let last = pending.last, unitLine.read(last.text, at: last.location) { pending.removeLast() }
        list.take(unitLine)
        let title =
            pending.lastIndex { FormTitle($0.text).isExplicit }
            ?? pending.indices.last.flatMap { ListReading.isTitle(pending[$0].text) ? $0 : nil }
        if let title { titles.append(Passage(pending[title].text, at: pending.remove(at: title).location)) }
        readPending(pending)
    }

    /// Sorts paragraphs that belong to no form.
    private mutating func readPending(_ paragraphs: some Sequence<SourceDocument.Paragraph>) {
        for paragraph in paragraphs { read(paragraph) }
        pending = []
    }

    private mutating func read(_ paragraph: SourceDocument.Paragraph) {
        let text = paragraph.text
        if FormTitle(text).isExplicit {
            inPartTwo = true
            lostTitles.append(paragraph)
        } else if Furniture.beginsPartOne(text) || Furniture.beginsPartTwo(text) {
            inPartTwo = Furniture.beginsPartTwo(text)
            if text.withoutSpaces.begins(with: "第") { notePart(paragraph) }
            if !Furniture.isFurniture(text, inPartTwo: true), Furniture.behindPart(text.withoutSpaces) != nil { file(paragraph) }
        } else if !Furniture.isFurniture(text, inPartTwo: inPartTwo) {
            if inPartTwo, SectionHeading(paragraph)?.isKnown == true { inPartTwo = false }
            file(paragraph)
        }
    }

    private mutating func notePart(_ paragraph: SourceDocument.Paragraph) {
        partHeading = partHeading ?? Passage("", at: paragraph.location)
    }

    private mutating func file(_ paragraph: SourceDocument.Paragraph) {
        var line = UnitLine()
        if forms.isEmpty, lists.isEmpty, paragraph.text.utf8.count <= 240, line.read(paragraph.text, at: paragraph.location),
            line.unit != nil
        {
            unitLine.take(line)
            return
        }
        if inPartTwo {
            residue.append(Passage(paragraph.text, at: paragraph.location))
        } else {
            partOne.append(paragraph)
        }
    }

    /// Titles without a table of their own: that of the whole page, one that is written twice, and one whose table is missing.
    private mutating func settleTitles() {
        let names = (forms + lists.flatMap(\.forms)).map(\.name).filter { !$0.isEmpty }
        for title in lostTitles {
            let own = FormTitle(title.text)
            if own.namesProject,
                !names.contains(where: { own.fits($0) || FormTitle.letters($0).contains(FormTitle.letters(own.name)) })
            {
                reportLost(title)
            } else {
                titles.append(Passage(title.text, at: title.location))
            }
        }
    }

    /// A title without a table behind it.
    private mutating func reportLost(_ title: SourceDocument.Paragraph) {
        diagnostics.append(
            Diagnostic(
                .error, id: "table-missing", at: title.location, "标题\(title.text.shortened(to: 24).quoted)后面没有表格",
                explanation: "该项目没有读到任何内容",
                remedy: "请补上该项目的绩效目标表，或删去这个标题"))
        residue.append(Passage(title.text, at: title.location))
    }
}

extension SourceDocument.Cell {
    /// The lines of the text, without the blanks around them.
    var lines: [String] { text.unicodeScalars.split(separator: "\n").map { String($0).trimmed } }

    /// The columns that the cell covers where it begins in one of them.
    func range(from column: Int) -> Range<Int> {
        column..<(column + max(1, span))
    }
}

extension SourceDocument.Block {
    fileprivate var paragraph: SourceDocument.Paragraph? {
        if case .paragraph(let paragraph) = self { paragraph } else { nil }
    }
}

extension Diagnostic {
    fileprivate static func contentsWithoutTables(_ count: Int, first: String, isAll: Bool, at place: Location) -> Diagnostic {
        Diagnostic(
            .error, id: isAll ? "contents-only" : "tables-missing", at: place,
            "目录里的\(count)个项目表没有找到，如\(first.shortened(to: 30).quoted)",
            explanation: "文件里只有目录，没有这些表，这些项目没有读入", remedy: "请补上这些表；表在另一个文件里的，放在同一个文件夹")
    }
}
