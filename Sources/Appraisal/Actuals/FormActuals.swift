internal import Diagnostics
internal import Foundation
public import GoalModel
internal import Text

extension Actuals {
    /// What self-evaluation forms say that a book was read from, as figures of 31 December of its year.
    ///
    /// - Returns: `nil` where the book has none.
    public init?(filledIn book: GoalBook) {
        guard let end = MonthDay(endOf: 12), !book.filledForms.isEmpty else { return nil }
        self.init()
        var seen: Set<Int> = []
        for form in book.filledForms {
            guard let project = book.project(of: form, besides: seen), let year = form.fiscalYear ?? book.fiscalYear else {
                continue
            }
            seen.insert(project.number)
            let reading = FormFigures(form: form, project: project, day: CalendarDay(year: year, day: end))
            projects.append(reading.projectActual)
            indicators += reading.indicatorActuals
            checks += reading.checks
            if !files.contains(form.place.file) { files.append(form.place.file) }
        }
        if files.isEmpty { return nil }
    }

    /// These figures, with those of others where these tell nothing of the same thing and day.
    public func completed(by others: Actuals?) -> Actuals {
        guard let others else { return self }
        var all = self
        let told = Set(projects.map { [$0.project, $0.asOf.number] })
        let rows = Set(indicators.map { [$0.project, $0.row, $0.asOf.number] })
        all.projects += others.projects.filter { !told.contains([$0.project, $0.asOf.number]) }
        all.indicators += others.indicators.filter { !rows.contains([$0.project, $0.row, $0.asOf.number]) }
        all.files += others.files.filter { !files.contains($0) }
        return all
    }
}

extension CalendarDay {
    /// For telling days apart.
    fileprivate var number: Int { (year * 100 + day.month) * 100 + day.day }
}

extension GoalBook {
    /// The project that was read from a form, which stand in the same order: the next of its name.
    ///
    /// - Parameter seen: the numbers of those that have theirs.
    fileprivate func project(of form: EvaluationForm, besides seen: Set<Int>) -> Project? {
        guard let name = form.projectName else { return projects.count == 1 && seen.isEmpty ? projects.first : nil }
        let word = name.text.withoutSpaces
        return projects.first { !seen.contains($0.number) && $0.name.withoutSpaces == word }
    }
}

/// The figures of one form.
private struct FormFigures {
    let form: EvaluationForm
    let project: Project
    let day: CalendarDay

    /// Personal numbers are starred wherever they are shown.
    var checks: [AppraisalCheck] {
        (form.texts + form.signatures).filter { $0.text.withNumbersStarred != $0.text }.map { cell in
            AppraisalCheck(.personalData, project: project.number, at: cell.place, "自评表里有身份证号、电话或卡号，公开以前请删去；各处已打上星号")
        }
    }

    private func money(_ row: EvaluationForm.MoneyRow?, _ column: EvaluationForm.MoneyColumn) -> Money? {
        guard let number = row?.cells[column]?.number else { return nil }
        return Money(nearest: number, in: form.moneyUnit ?? project.moneyUnit)
    }

    var projectActual: ProjectActual {
        let whole = form.totalMoney
        var actual = ProjectActual(project: project.number, asOf: day)
        (actual.initial, actual.adjusted, actual.paid) = (money(whole, .initial), money(whole, .adjusted), money(whole, .paid))
        let parts = form.fundParts.prefix(ProjectActual.partTitles.count).map { money($0, .paid) }
        if parts.compactMap(\.self).total() == actual.paid { actual.parts = parts }
        let words = ([whole?.cells[.reason]].compactMap(\.self) + form.remarks).map(\.text)
        actual.reason = DeviationReason(uncategorised: words.first { DeviationReason.isTold($0) } ?? words.first ?? "")
        actual.goalDone = form.achievement?.text.oneLine.withNumbersStarred ?? ""
        actual.places = [.row: form.place]
        actual.places[.paid] = whole?.cells[.paid]?.place
        actual.places[.goalDone] = form.achievement?.place
        return actual
    }

    var indicatorActuals: [IndicatorActual] {
        let places = Dictionary(
            project.indicators.enumerated().compactMap { index, row in row.places[.name].map { ($0, index + 1) } }
        ) { first, _ in first }
        let names = Dictionary(grouping: project.indicators.indices) { project.indicators[$0].name.withoutSpaces }
        return form.rows.filter { !$0.isExecution }.compactMap { row in
            let alike = names[row.name.withoutSpaces] ?? []
            guard let number = row[.name].flatMap({ places[$0.place] }) ?? (alike.count == 1 ? alike[0] + 1 : nil) else {
                return nil
            }
            return actual(row, number)
        }
    }

    private func actual(_ row: EvaluationForm.Row, _ number: Int) -> IndicatorActual {
        var actual = IndicatorActual(project: project.number, row: number, asOf: day)
        actual.actual = row[.actual].map { $0.isBlank ? "" : $0.text.oneLine.trimmed.withNumbersStarred } ?? ""
        actual.isNotApplicable = actual.actual.withoutSpaces == "不适用"
        if !actual.isNotApplicable, !row.continued.contains(.weight) {
            actual.weight = row[.weight]?.number.flatMap(Marks.init(exactly:))
        }
        let reason = [row[.reason], row[.note]].compactMap(\.self).first { !$0.isBlank }?.text ?? ""
        actual.reason = DeviationReason(uncategorised: reason)
        actual.places = [.row: row.place]
        actual.places[.actual] = row[.actual]?.place
        actual.places[.weight] = row[.weight]?.place
        actual.places[.entered] = row[.score]?.place
        actual.places[.reason] = row[.reason]?.place
        let goal = Goal(project.indicators[number - 1].target, kind: project.indicators[number - 1].kind, year: day.year)
        if case .number = goal { return actual }
        if actual.isNotApplicable { return actual }
        // Nobody computes these points, so that those of the form stand.
        actual.entered = row.continued.contains(.score) ? nil : row[.score]?.number.flatMap(Marks.init(exactly:))
        if case .graded = goal, actual.reached(project.indicators[number - 1].target.text) == nil,
            let points = actual.entered, let weight = actual.weight
        {
            actual.completion = Completion.allCases.first { GradeBands().band(of: $0, weight: weight).contains(points) }
        }
        return actual
    }
}

extension Marks {
    /// `nil` for more decimals than a form has, and for what no form has.
    fileprivate init?(exactly number: Decimal) {
        guard (0...1_000).contains(number), let marks = Marks(written: "\(number)") else { return nil }
        self = marks
    }
}

extension DeviationReason {
    /// Words of a form that has no column for categories.
    fileprivate init(uncategorised text: String) {
        let words = text.oneLine.trimmed.withNumbersStarred
        self.init(text: ["", "无", "/", "—", "-"].contains(words) ? "" : words)
        isUncategorised = true
    }
}
