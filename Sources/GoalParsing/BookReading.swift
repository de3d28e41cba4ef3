public import Diagnostics
public import GoalModel
public import SourceFiles

extension GoalBook {
    /// Reads a goal book from a document.
    ///
    /// This cannot fail: what is unreadable is reported, and what found no place in the model is listed in `residue`.
    public static func reading(_ document: SourceDocument) -> Warned<GoalBook> {
        var reader = BookReader(path: document.path)
        for block in document.blocks { reader.read(block) }
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
    var title: SourceDocument.Paragraph?
    var unitLine = UnitLine()

    init(path: String) {
        self.path = path
    }

    mutating func read(_ block: SourceDocument.Block) {
        switch block {
        case .paragraph(let paragraph): read(paragraph)
        case .table(let table): read(table)
        }
    }

    private mutating func read(_ paragraph: SourceDocument.Paragraph) {
        let text = paragraph.text
        if text.hasSuffix("绩效目标表"), text.count > 5 {
            inPartTwo = true
            dropTitle()
            title = paragraph
        } else if text.withoutSpaces.hasPrefix("第二部分") {
            inPartTwo = true
        } else if Furniture.isFurniture(text, inPartTwo: inPartTwo) {
            return
        } else if inPartTwo {
            if !unitLine.read(text, at: paragraph.location) { residue.append(Passage(text, at: paragraph.location)) }
        } else {
            partOne.append(paragraph)
        }
    }

    private mutating func read(_ table: SourceDocument.Table) {
        let reading = FormReading(table, title: title, unitLine: unitLine)
        residue += reading.residue
        guard reading.isForm else { return }
        inPartTwo = true
        for (index, form) in reading.forms.enumerated() {
            let continues = index == 0 && title == nil && !form.hasHead && !forms.isEmpty
            if continues { forms[forms.count - 1].continueRows(with: form) } else { forms.append(form) }
        }
        title = nil
        unitLine = UnitLine()
    }

    /// A title that is followed by another title has lost its table.
    private mutating func dropTitle() {
        guard let lost = title else { return }
        diagnostics.append(
            Diagnostic(
                .error, id: "table-missing", at: lost.location, "标题“\(lost.text.shortened)”后面没有表格", explanation: "该项目没有读到任何内容",
                remedy: "请补上该项目的绩效目标表，或删去这个标题"))
        residue.append(Passage(lost.text, at: lost.location))
        title = nil
    }

    mutating func finish(_ document: SourceDocument) -> Warned<GoalBook> {
        dropTitle()
        var projects: [Project] = []
        for form in forms {
            let read = form.project(number: projects.count + 1)
            diagnostics += read.diagnostics
            projects.append(read.value)
        }
        let words = partOne.read(projects: projects)
        diagnostics += words.diagnostics
        let identity = TownIdentity(projects: projects, texts: partOne.texts + residue.map(\.text), path: path)
        diagnostics += identity.diagnostics
        let year = FiscalYear(projects: projects, passages: partOne.passages + residue, path: path)
        diagnostics += year.diagnostics
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
