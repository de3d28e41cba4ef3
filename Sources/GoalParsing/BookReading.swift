public import Diagnostics
public import GoalModel
public import SourceFiles

extension GoalBook {
    /// Reads a goal book from a document.
    ///
    /// This cannot fail: what is unreadable is reported, and what found no place in the model is listed in `residue`.
    public static func reading(_ document: SourceDocument) -> Warned<GoalBook> {
        var reader = BookReader(path: document.path)
        let contents = Contents(document.blocks)
        for (index, block) in document.blocks.enumerated() where !contents.entries.contains(index) {
            if contents.orphans.contains(index) { reader.leaveOut(block) } else { reader.read(block) }
        }
        return reader.finish(document)
    }

    /// A document with neither a project table nor an overall goal is no goal book.
    public var isGoalBook: Bool {
        !projects.isEmpty || !overallGoal.isEmpty
    }
}

/// Sorts the blocks of a document into part one and the project tables.
private struct BookReader {
    let path: String
    var diagnostics: [Diagnostic] = []
    var residue: [Passage] = []
    var partOne = PartOne()
    var forms: [ProjectForm] = []
    var inPartTwo = false
    /// Paragraphs that may belong to the form that follows them.
    var pending: [SourceDocument.Paragraph] = []

    init(path: String) {
        self.path = path
    }

    mutating func read(_ block: SourceDocument.Block) {
        switch block {
        case .paragraph(let paragraph): pending.append(paragraph)
        case .table(let table): read(table)
        }
    }

    /// An entry of the contents that nothing in the document answers to.
    mutating func leaveOut(_ block: SourceDocument.Block) {
        if case .paragraph(let paragraph) = block { residue.append(Passage(paragraph.text, at: paragraph.location)) }
    }

    private mutating func read(_ table: SourceDocument.Table) {
        let reading = FormReading(table, above: forms.last?.columns)
        guard reading.isForm else {
            readPending(pending)
            residue += reading.residue
            return
        }
        let name = reading.forms.first?.values[.name]?.text ?? ""
        let isTwo = inPartTwo || pending.contains { Furniture.beginsPartTwo($0.text) || FormTitle($0.text).isExplicit }
        let lead = FormLead(pending, name: name, inPartTwo: isTwo)
        readPending(pending.dropLast(lead.count))
        inPartTwo = true
        residue += lead.notes + reading.residue
        for (index, form) in reading.forms.enumerated() {
            var form = form
            if index == 0 {
                form.title = lead.title
                form.unitLine.take(lead.unitLine)
            }
            if let before = forms.last, form.continues(before) {
                forms[forms.count - 1].take(form)
            } else {
                forms.append(form)
            }
        }
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
            reportLost(paragraph)
        } else if Furniture.beginsPartOne(text) || Furniture.beginsPartTwo(text) {
            inPartTwo = Furniture.beginsPartTwo(text)
            if !Furniture.isFurniture(text, inPartTwo: true), Furniture.behindPart(text.withoutSpaces) != nil { file(paragraph) }
        } else if !Furniture.isFurniture(text, inPartTwo: inPartTwo) {
            if inPartTwo, SectionHeading(paragraph)?.isKnown == true { inPartTwo = false }
            file(paragraph)
        }
    }

    private mutating func file(_ paragraph: SourceDocument.Paragraph) {
        if inPartTwo {
            residue.append(Passage(paragraph.text, at: paragraph.location))
        } else {
            partOne.append(paragraph)
        }
    }

    /// A title without a table behind it.
    private mutating func reportLost(_ title: SourceDocument.Paragraph) {
        diagnostics.append(
            Diagnostic(
                .error, id: "table-missing", at: title.location, "标题“\(title.text.shortened)”后面没有表格", explanation: "该项目没有读到任何内容",
                remedy: "请补上该项目的绩效目标表，或删去这个标题"))
        residue.append(Passage(title.text, at: title.location))
    }

    mutating func finish(_ document: SourceDocument) -> Warned<GoalBook> {
        readPending(pending)
        var projects: [Project] = []
        var moneyUnit: MoneyUnit?
        for form in forms {
            moneyUnit = form.unitLine.moneyUnit ?? moneyUnit
            let read = form.project(number: projects.count + 1, unit: moneyUnit, residue: &residue)
            diagnostics += read.diagnostics
            projects.append(read.value)
        }
        let words = partOne.read(projects: projects)
        diagnostics += words.diagnostics
        let identity = TownIdentity(projects: projects, texts: partOne.texts + residue.map(\.text), path: path)
        diagnostics += identity.diagnostics
        let year = FiscalYear(
            projects: projects, passages: partOne.passages + residue, titles: forms.compactMap(\.title), path: path)
        diagnostics += year.diagnostics
        residue.sort { a, b in
            switch (a.location, b.location) {
            case (let a?, let b?): a < b
            default: false
            }
        }
        if let first = residue.first { diagnostics.append(.residue(residue, at: first.location)) }
        let source = SourceRecord(
            path: document.path, format: document.format, encoding: document.encoding, sha256: document.sha256,
            stripped: document.stripped)
        let book = GoalBook(
            sources: [source], town: identity.town, county: identity.county, region: identity.region, kind: identity.kind,
            unit: identity.unit, fiscalYear: year.year, fiscalYearBasis: year.basis, partOne: words.value.sections,
            overallGoal: words.value.overallGoal, subGoals: words.value.subGoals, safeguards: words.value.safeguards,
            expenseClasses: words.value.expenseClasses, statements: words.value.statements, projects: projects,
            residue: residue)
        return Warned(book, diagnostics)
    }
}

extension Diagnostic {
    fileprivate static func residue(_ residue: [Passage], at place: Location?) -> Diagnostic {
        let quoted = residue.prefix(3).map { "“\($0.text.shortened)”" }.joined(separator: "、") + (residue.count > 3 ? "等" : "")
        return Diagnostic(
            .hint, id: "residue", at: place, "有\(residue.count)处文字没有归入目标书的任何部分：\(quoted)",
            explanation: "这些文字没有印入目标书，列在网页的“未归类文字”中", remedy: "如属于目标书，请移到相应的标题下或表格中")
    }
}

extension String {
    /// At most 24 characters, for quoting in a message.
    var shortened: String {
        count <= 24 ? self : prefix(23) + "…"
    }
}
