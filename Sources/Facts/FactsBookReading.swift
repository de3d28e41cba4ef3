internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// Makes a book of what facts.json says, value by value; what cannot be is left out and reported.
struct FactsBookReading {
    let path: String
    private(set) var diagnostics: [Diagnostic] = []
    private var places: FactsPlaceReading?
    /// Reading the documents came upon a unit that is none of money.
    private var holdsForeignUnits = false

    static func book(
        _ head: FactsHead, _ content: FactsContent, path: String
    ) -> (book: GoalBook, diagnostics: [Diagnostic]) {
        var reading = FactsBookReading(path: path)
        reading.places = content.places.map(FactsPlaceReading.init)
        reading.holdsForeignUnits = content.diagnostics?.contains { $0.id == "money-unit-unknown" } == true
        let book = reading.book(head, content)
        let notes = reading.notes(content.diagnostics ?? [])
        if reading.places == nil {
            reading.diagnostics.append(.placesUnknown(path))
        } else if let damaged = reading.places?.damaged, damaged > 0 {
            reading.diagnostics.append(.placesDamaged(damaged, path))
        }
        return (book, notes + reading.diagnostics)
    }

    private init(path: String) {
        self.path = path
    }

    private mutating func book(_ head: FactsHead, _ input: FactsContent) -> GoalBook {
        var book = GoalBook(
            sources: input.sources.map(FactsBookReading.source), town: head.town.cleaned, county: head.county?.cleaned,
            unit: BudgetUnit(code: head.unit.code?.cleaned, name: head.unit.name.cleaned), fiscalYear: nil,
            fiscalYearBasis: head.fiscalYearBasis?.cleaned ?? "", overallGoal: input.overallGoal.cleaned)
        book.region = word(head.region, "行政区划代码") { $0.utf8.count == 6 && $0.utf8.allSatisfy { (48...57).contains($0) } }
        book.kind = word(head.kind, "乡镇类别") { TownKind(rawValue: $0) != nil }.flatMap(TownKind.init)
        book.fiscalYear = number(head.fiscalYear, "年度") { (2010...2049).contains($0) }
        book.partOne = input.partOne.enumerated().map { index, section in
            let spots = places?.row(input.places?.partOne ?? [], index, count: section.paragraphs.count + 1) ?? []
            let passages = ([section.heading] + section.paragraphs).enumerated().map { index, text in
                Passage(text.cleaned, at: spots.isEmpty ? nil : spots[index])
            }
            return Section(heading: passages[0], paragraphs: Array(passages.dropFirst()))
        }
        book.subGoals = input.subGoals.enumerated().map { index, goal in
            SubGoal(
                title: goal.title.cleaned, goal: goal.goal.cleaned, indicator: goal.indicator.cleaned,
                location: place(input.places?.subGoals, index))
        }
        book.safeguards = input.safeguards.enumerated().map { index, safeguard in
            Safeguard(
                title: safeguard.title.cleaned, text: safeguard.text.cleaned, location: place(input.places?.safeguards, index))
        }
        book.expenseClasses = input.expenseClasses.enumerated().map { index, words in
            statement(words, projects: 0, at: place(input.places?.expenseClasses, index))
        }
        book.statements = input.statements.enumerated().map { index, words in
            statement(words, projects: input.projects.count, at: place(input.places?.statements, index))
        }
        book.projects = input.projects.enumerated().map { index, project in
            self.project(project, number: index + 1, in: input.places?.projects)
        }
        book.residue = input.residue.enumerated().map { index, text in
            Passage(text.cleaned, at: place(input.places?.residue, index))
        }
        book.unread = (input.unread ?? []).map(\.table)
        if let listed = input.places?.projects.count, listed != input.projects.count { places?.noteDamage() }
        return book
    }

    /// What was said when the documents were read.
    private mutating func notes(_ input: [FactsDiagnostic]) -> [Diagnostic] {
        let spots = places?.places.diagnostics
        return input.enumerated().map { index, note in
            let location = spots == nil ? note.location.map { Location(file: $0.file.cleaned) } : place(spots, index)
            return Diagnostic(
                Severity(rawValue: note.severity) ?? .warning, id: note.id.cleaned, at: location, note.message.cleaned,
                explanation: note.explanation.cleaned, remedy: note.remedy.cleaned)
        }
    }

    private static func source(_ source: FactsContent.Source) -> SourceRecord {
        var stripped = StrippedMarks()
        for (name, count) in FactsContent.Source.marks {
            stripped[keyPath: count] = min(max(0, source.stripped?[name]?.number ?? 0), 1_000_000_000)
        }
        return SourceRecord(
            path: source.path.cleaned.withNumbersStarred, format: source.format.cleaned, encoding: source.encoding.cleaned,
            sha256: source.sha256.cleaned, stripped: stripped)
    }

    private mutating func statement(_ input: FactsContent.Statement, projects: Int, at location: Location?) -> Statement {
        let what = "\(input.name.prefix(20).quoted)的"
        return Statement(
            name: input.name.cleaned, amount: money(input.amountFen, what + "金额"), plan: plan(input.plan, what),
            indicators: input.indicators.map(\.cleaned),
            project: number(input.project, what + "项目序号") { $0 >= 1 && $0 <= projects }, location: location)
    }

    private mutating func place(_ list: [String]?, _ index: Int) -> Location? {
        list.flatMap { places?.place($0, index) }
    }
}

extension FactsBookReading {
    private mutating func project(
        _ input: FactsProject, number: Int, in listed: [FactsPlaces.ProjectPlaces]?
    ) -> Project {
        let what = "第\(number)个项目的"
        _ = self.number(input.number, what + "序号") { $0 == number }
        let unit = MoneyUnit(rawValue: input.moneyUnit)
        var project = Project(
            number: number, name: input.name.cleaned, code: input.code.cleaned,
            unit: BudgetUnit(code: input.unitCode?.cleaned, name: input.unitName.cleaned), moneyUnit: unit ?? .wan,
            budget: money(input.budgetFen, what + "预算数"), fiscalFunds: money(input.fiscalFen, what + "财政资金"),
            otherFunds: money(input.otherFen, what + "其他资金"), purpose: input.purpose.cleaned, plan: plan(input.plan, what),
            goals: input.goals.map(\.cleaned))
        if unit == nil {
            let isKnown = holdsForeignUnits
            project.foreignUnit = word(input.moneyUnit.cleaned, what + "金额单位") { isKnown && (1...12).contains($0.count) }
        }
        var raw = input.raw.plan.map(\.cleaned)
        if raw.count > FactsBookReading.mostPlanPoints {
            raw = Array(raw.prefix(FactsBookReading.mostPlanPoints))
            diagnostics.append(.value("\(input.raw.plan.count)格", what + "支出计划", path))
        }
        project.raw = Project.RawCells(
            budget: input.raw.budget.cleaned, fiscalFunds: input.raw.fiscal.cleaned, otherFunds: input.raw.other.cleaned,
            plan: raw)
        project.indicators = input.indicators.map { row in
            Indicator(
                category: row.category.cleaned, type: row.type.cleaned, name: row.name.cleaned,
                description: row.description.cleaned, target: Target(reading: row.target.text.cleaned), basis: row.basis.cleaned)
        }
        project.gaps = FactsGaps.gaps(named: input.gaps)
        addPlaces(to: &project, from: listed.flatMap { $0.indices.contains(number - 1) ? $0[number - 1] : nil })
        return project
    }

    private mutating func addPlaces(to project: inout Project, from listed: FactsPlaces.ProjectPlaces?) {
        guard let listed, places != nil else { return }
        let fields =
            FactsPlaces.fields + (0..<max(project.plan.points.count, project.raw.plan.count)).map(Project.Field.plan)
        for (field, place) in zip(fields, places?.row(listed.cells, count: fields.count) ?? []) {
            project.places[field] = place
        }
        for index in project.indicators.indices {
            let cells = places?.row(listed.indicators, index, count: Indicator.Field.allCases.count) ?? []
            for (field, place) in zip(Indicator.Field.allCases, cells) { project.indicators[index].places[field] = place }
        }
    }

    /// More dates than any form has columns for.
    private static let mostPlanPoints = 24

    private mutating func plan(_ input: [FactsProject.PlanPoint], _ what: String) -> SpendingPlan {
        if input.count > FactsBookReading.mostPlanPoints {
            diagnostics.append(.value("\(input.count)个时间", what + "支出计划", path))
        }
        var points: [SpendingPlan.Point] = []
        for point in input.prefix(FactsBookReading.mostPlanPoints) {
            guard let day = MonthDay(code: point.by) else {
                diagnostics.append(.value(point.by, what + "支出计划时间", path))
                continue
            }
            let share = number(point.percent, what + day.title + "支出计划") { percent in
                let exact = percent * 10_000
                return (0...1_000_000).contains(exact) && Decimal((exact as NSDecimalNumber).int64Value) == exact
            }
            let percent = share.map { Percent(tenThousandths: ($0 * 10_000 as NSDecimalNumber).int64Value) }
            points.append(SpendingPlan.Point(by: day, percent: percent))
        }
        return SpendingPlan(points)
    }

    private mutating func money(_ input: Loose<Int64>?, _ what: String) -> Money? {
        number(input, what) { (-Money.largest.fen...Money.largest.fen).contains($0) }.map { Money(fen: $0) }
    }

    private mutating func number<Number>(_ input: Loose<Number>?, _ what: String, where fits: (Number) -> Bool) -> Number? {
        guard let input else { return nil }
        if let number = input.number, fits(number) { return number }
        diagnostics.append(.value(input.written, what, path))
        return nil
    }

    private mutating func word(_ input: String?, _ what: String, where fits: (String) -> Bool) -> String? {
        guard let input else { return nil }
        if fits(input) { return input }
        diagnostics.append(.value(input, what, path))
        return nil
    }
}

extension MonthDay {
    /// Reads `03-31`.
    init?(code: String) {
        let parts = code.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let month = Int(parts[0]), let day = Int(parts[1])
        else { return nil }
        self.init(month: month, day: day)
    }
}

extension Diagnostic {
    static let placesUnknownID = "facts-places-missing"

    fileprivate static func placesUnknown(_ path: String) -> Diagnostic {
        Diagnostic(
            .hint, id: placesUnknownID, at: Location(file: path), "facts.json 是以前的版本生成的，没有记下各个值在原件中的位置",
            explanation: "内容照常使用，问题只能说明在哪个项目、哪一行指标，读取时的说明也不再列出", remedy: "需要位置时，请用原来的目标书重新生成")
    }

    fileprivate static func placesDamaged(_ count: Int, _ path: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "facts-places-damaged", at: Location(file: path), "facts.json 中有\(count)处位置读不出或对不上",
            explanation: "内容照常使用，这些值的位置按不明处理", remedy: "请用原来的目标书重新生成 facts.json")
    }

    fileprivate static func value(_ written: String, _ what: String, _ path: String) -> Diagnostic {
        Diagnostic(
            .error, id: "facts-value", at: Location(file: path),
            "facts.json 中\(what.cleaned)\(written.cleaned.prefix(30).quoted)不可能",
            explanation: "已按空白处理", remedy: "请用原来的目标书重新生成 facts.json，不要手工改动")
    }
}
