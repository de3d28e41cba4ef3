internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// Puts a book together from the documents that it is spread over.
struct BookAssembly {
    private(set) var book: Warned<GoalBook>

    /// - Parameter filled: the self-evaluation forms among the documents.
    init(
        _ documents: [(document: SourceDocument, reading: DocumentReading, check: TemplateCheck)], filled: FilledFigures
    ) {
        var forms = FormAssembly()
        for part in documents { forms.take(part.reading) }
        forms.finish()
        var residue = documents.flatMap(\.reading.residue)
        let partOne = PartOne.joining(documents.map(\.reading.partOne))
        let template = TemplateFindings(
            documents.map(\.check), forms: forms.forms, hasPartOne: !partOne.value.texts.isEmpty)
        var diagnostics = template.diagnostics
        diagnostics += template.unexplained(documents.flatMap(\.reading.diagnostics) + forms.diagnostics)
        var projects: [Project] = []
        var unread: [UnreadTable] = []
        var moneyUnit: StatedUnit?
        var file: String?
        for form in forms.forms {
            // The unit of money goes on to the next form, but not into the next file.
            if form.file != file { (file, moneyUnit) = (form.file, nil) }
            moneyUnit = form.moneyUnit ?? moneyUnit
            var read = form.project(number: projects.count + 1, unit: moneyUnit, residue: &residue)
            read.value.gaps.formUnion(template.gaps(of: form))
            diagnostics += template.unexplained(read.diagnostics, lacking: read.value.gaps)
            projects.append(read.value)
            unread += form.tables.compactMap { $0.unread(project: projects.count) }
        }
        let words = partOne.value.read(projects: projects)
        diagnostics += partOne.diagnostics + words.diagnostics
        let path = documents.first?.document.path ?? ""
        let unit = documents.lazy.compactMap(\.reading.unitLine.unit).first
        let titles = documents.flatMap(\.reading.titles)
        let formTitles = forms.forms.compactMap(\.title)
        let identity = TownIdentity(
            projects: projects, stated: unit, texts: partOne.value.texts + (residue + titles + formTitles).map(\.text),
            path: path)
        diagnostics += template.unexplained(identity.diagnostics)
        let year = FiscalYear(
            projects: projects, passages: partOne.value.passages + residue, titles: formTitles + titles,
            path: path)
        diagnostics += template.unexplained(year.diagnostics)
        residue = filled.besides(residue)
        residue.sort(by: BookAssembly.isBefore)
        if let first = residue.first { diagnostics.append(.residue(residue, at: first.location)) }
        // Of these the template's check has spoken.
        residue = (residue + template.strays).sorted(by: BookAssembly.isBefore)
        let sources = documents.map { part in
            SourceRecord(
                path: part.document.path, format: part.document.format, encoding: part.document.encoding,
                sha256: part.document.sha256, stripped: part.document.stripped)
        }
        var book = GoalBook(
            sources: sources, town: identity.town, county: identity.county, region: identity.region, kind: identity.kind,
            unit: identity.unit, fiscalYear: year.year, fiscalYearBasis: year.basis, partOne: words.value.sections,
            overallGoal: words.value.overallGoal, subGoals: words.value.subGoals, safeguards: words.value.safeguards,
            expenseClasses: words.value.expenseClasses, statements: words.value.statements, projects: projects,
            residue: residue, unread: unread)
        book.filledForms = filled.forms
        self.book = Warned(book, diagnostics)
    }

    private static func isBefore(_ a: Passage, _ b: Passage) -> Bool {
        if let a = a.location, let b = b.location { a < b } else { false }
    }
}

/// Gathers the projects of all documents; what speaks of one project becomes one form.
private struct FormAssembly {
    private(set) var forms: [ProjectForm] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var index = ProjectIndex()
    /// Lists of projects without indicators: they complete what other tables tell, and only without any they stand alone.
    private var summaries: [ProjectForm] = []
    private var listed: [ProjectForm] = []

    mutating func take(_ reading: DocumentReading) {
        // Within one document two forms are two projects, also with one code: a rule speaks of that.
        let before = index
        for form in reading.forms {
            var form = form
            form.unitLine.take(reading.unitLine)
            if let place = before.place(of: form.key) {
                diagnostics += forms[place].complete(with: form)
            } else {
                append(form)
            }
        }
        for list in reading.lists {
            // The template's department chooses a unit of money; what the headings say stands beside the amounts.
            if let stated = reading.unitLine.moneyUnit,
                let other = list.forms.first(where: { $0.moneyUnit.map { $0 != stated } == true })
            {
                diagnostics.append(.moneyUnitsDiffer(stated, other, at: reading.unitLine.moneyPlace))
            }
            for form in list.forms {
                var form = form
                let money = UnitLine(moneyUnit: reading.unitLine.moneyUnit, moneyPlace: reading.unitLine.moneyPlace)
                if form.moneyUnit == nil { form.unitLine.take(money) }
                if form.values[.budgetUnit] == nil { form.unitLine.take(reading.unitLine) }
                if list.columns.holdsIndicators { listed.append(form) } else { summaries.append(form) }
            }
        }
    }

    mutating func finish() {
        if forms.isEmpty {
            for form in summaries + listed { join(form) }
        } else {
            for form in listed { join(form) }
            for form in summaries {
                if let place = index.place(of: form.key) {
                    diagnostics += forms[place].complete(with: form)
                } else {
                    diagnostics.append(
                        .onlyInSummary(form.name, at: form.values[.name]?.location ?? form.values[.code]?.location))
                }
            }
        }
        remarkOnPlans()
    }

    /// One remark for all projects of lists without columns for a plan, where no other table has their plan either.
    private mutating func remarkOnPlans() {
        // Where not a single form speaks of a plan, the form has no place for one.
        if forms.allSatisfy({ $0.planDates.isEmpty && $0.planCells.isEmpty && $0.labelPlaces[.plan(0)] == nil }) {
            for index in forms.indices { forms[index].listsPlan = false }
        }
        let without = forms.filter { !$0.listsPlan && $0.planDates.isEmpty }
        guard let first = without.first else { return }
        diagnostics.append(.noPlans(without.count, at: first.values[.name]?.location ?? first.values[.code]?.location))
    }

    private mutating func join(_ form: ProjectForm) {
        if let place = index.place(of: form.key) {
            diagnostics += forms[place].complete(with: form)
        } else {
            append(form)
        }
    }

    private mutating func append(_ form: ProjectForm) {
        index.insert(form.key, at: forms.count)
        forms.append(form)
    }
}

extension Diagnostic {
    fileprivate static func residue(_ residue: [Passage], at place: Location?) -> Diagnostic {
        let quoted =
            residue.prefix(3).map { $0.text.shortened(to: 24).quoted }.joined(separator: "、") + (residue.count > 3 ? "等" : "")
        let row = place?.sheet == FillInTemplate.department.name ? place?.row : nil
        return Diagnostic(
            .hint, id: "residue", at: place, "有\(residue.count)处文字没有归入目标书的任何部分：\(quoted)",
            explanation: "这些文字没有印入目标书，列在网页的“未归类文字”中",
            remedy: row.map { "如属于目标书，请在A\($0)从下拉框中选“栏目”；不要的请删去" }
                ?? (place?.sheet == nil ? "如属于目标书，请移到相应的标题下或表格中" : "如属于目标书，请填到相应的栏里；不要的请删去"))
    }

    fileprivate static func moneyUnitsDiffer(_ stated: StatedUnit, _ form: ProjectForm, at place: Location?) -> Diagnostic {
        let other = form.moneyUnit ?? stated
        let spot = (form.unitLine.moneyPlace ?? form.labelledUnit.moneyPlace).map { "（\($0)）" } ?? ""
        return Diagnostic(
            .error, id: "money-unit-differs", at: place, "金额单位选的是\(stated.title.quoted)，项目金额\(spot)的表头写的却是\(other.title.quoted)",
            explanation: "已按表头的\(other.title.quoted)计算", remedy: "请改成一致：改“部门”表的金额单位，或改“项目”表的表头")
    }

    fileprivate static func noPlans(_ count: Int, at place: Location?) -> Diagnostic {
        Diagnostic(
            .hint, id: "list-plan-missing", at: place, "表里没有资金支出计划的栏目，有\(count)个项目没有支出计划",
            explanation: "进度汇总中按未安排支出处理", remedy: "如另有文件写明支出计划，请放在同一个文件夹；也可以在表中加“3月底、6月底、10月底、12月底”四栏")
    }

    fileprivate static func onlyInSummary(_ name: String, at place: Location?) -> Diagnostic {
        Diagnostic(
            .warning, id: "project-without-form", at: place, "汇总表中的项目\(name.shortened(to: 24).quoted)没有绩效目标表",
            explanation: "没有把它计入目标书", remedy: "请补上该项目的绩效目标表；如果只是名称写法不同，请改成一致")
    }
}
