internal import Appraisal
internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// Reads the cells of one line.
struct ActualsRow {
    let table: ActualsTable
    let row: SourceDocument.Row
    let project: Project
    let year: Int?
    private(set) var checks: [AppraisalCheck] = []

    init(table: ActualsTable, row: SourceDocument.Row, project: Project, year: Int?) {
        (self.table, self.row, self.project, self.year) = (table, row, project, year)
    }

    private mutating func check(_ code: CheckCode, _ column: ActualsColumn, row: Int? = nil, _ message: String) {
        checks.append(
            AppraisalCheck(
                code, project: project.number, row: row, at: table.location(column, in: self.row),
                "\(project.name.quoted)\(message)"))
    }

    mutating func tellTwin(of place: Location?) {
        check(.valueUnreadable, .asOf, "与\(place.map(\.inFile) ?? "另一行")是同一项、同一日期，填的不同，没有读入这一行。请只留下一行")
    }

    private func text(_ column: ActualsColumn) -> String { table.text(column, in: row) }

    private func place(_ column: ActualsColumn) -> Location? { table.location(column, in: row) }

    /// The day of the line; a line without one is not read.
    private mutating func day() -> CalendarDay? {
        let text = text(.asOf)
        if text.isEmpty {
            check(.valueUnreadable, .asOf, "没有填截止日期，这一行没有读入。请填如2026-06-30的日期")
            return nil
        }
        let deadline = Target(reading: text.withoutSpaces).deadline
        if let day = deadline?.by, let year = deadline?.year ?? year { return CalendarDay(year: year, day: day) }
        check(.valueUnreadable, .asOf, "的截止日期\(text.quoted)读不懂，这一行没有读入。请填如2026-06-30的日期")
        return nil
    }

    private mutating func money(_ column: ActualsColumn) -> Money? {
        do throws(ActualsTable.Unreadable) {
            guard let money = try table.money(column, in: row, unit: project.moneyUnit) else { return nil }
            if money >= .zero { return money }
            check(.valueUnreadable, column, "的\(column.rawValue)是负数，没有读入，请改正")
        } catch {
            check(.valueUnreadable, column, "的\(column.rawValue)\(error.text.quoted)不是金额，没有读入。请只填数字，如12.50")
        }
        return nil
    }

    mutating func projectActual() -> ProjectActual? {
        guard let day = day() else { return nil }
        var actual = ProjectActual(project: project.number, asOf: day)
        (actual.initial, actual.adjusted) = (money(.initial), money(.adjusted))
        actual.paid = money(.paid)
        actual.parts = [money(.fiscal), money(.carried), money(.other)]
        let told = actual.parts.compactMap(\.self)
        if !told.isEmpty {
            let sum = told.total()
            if let paid = actual.paid, paid != sum { check(.moneyParts, .paid, "的累计支出不等于其中各项之和，用的是各项之和，请核对") }
            actual.paid = sum
        }
        actual.forecast = money(.forecastPaid)
        actual.adjustmentReason = text(.adjustmentReason)
        actual.reason = DeviationReason(category: text(.category), text: text(.executionReason))
        actual.goalDone = text(.goalDone)
        let fields: [(ProjectActual.Field, ActualsColumn)] = [
            (.row, .code), (.asOf, .asOf), (.initial, .initial), (.adjusted, .adjusted), (.adjustmentReason, .adjustmentReason),
            (.paid, .paid), (.fiscal, .fiscal), (.carried, .carried), (.other, .other), (.forecast, .forecastPaid),
            (.category, .category), (.reason, .executionReason), (.goalDone, .goalDone),
        ]
        for (field, column) in fields { actual.places[field] = place(column) }
        tellPersonal([.adjustmentReason, .executionReason, .goalDone])
        return actual
    }

    mutating func indicatorActual() -> IndicatorActual? {
        guard let number = number() else { return nil }
        guard let day = day() else { return nil }
        var actual = IndicatorActual(project: project.number, row: number, asOf: day)
        actual.actual = table.value(.actual, in: row)
        actual.forecast = table.value(.forecast, in: row)
        (actual.weight, actual.entered) = (marks(.weight, number), marks(.entered, number))
        actual.reason = DeviationReason(category: text(.category), text: text(.reason), measure: text(.measure))
        let completion = text(.completion)
        if completion.withoutSpaces == "不适用" {
            actual.isNotApplicable = true
        } else if !completion.isEmpty {
            actual.completion = Completion(written: completion)
            if actual.completion == nil {
                check(.valueUnreadable, .completion, row: number, "第\(number)行的完成程度\(completion.quoted)只能是 达成、部分达成、未达成、不适用")
            }
        }
        let likelihood = text(.likelihood)
        if !likelihood.isEmpty {
            actual.likelihood = Likelihood(written: likelihood)
            if actual.likelihood == nil {
                check(.valueUnreadable, .likelihood, row: number, "第\(number)行的完成可能性\(likelihood.quoted)只能是 确定能、有可能、不可能")
            }
        }
        let fields: [(IndicatorActual.Field, ActualsColumn)] = [
            (.row, .row), (.asOf, .asOf), (.actual, .actual), (.forecast, .forecast), (.weight, .weight),
            (.completion, .completion), (.entered, .entered), (.category, .category), (.reason, .reason), (.measure, .measure),
            (.likelihood, .likelihood),
        ]
        for (field, column) in fields { actual.places[field] = place(column) }
        tellPersonal([.actual, .reason, .measure])
        return actual
    }

    private mutating func marks(_ column: ActualsColumn, _ number: Int) -> Marks? {
        let text = table.value(column, in: row)
        if text.isEmpty { return nil }
        if let marks = Marks(written: text), marks >= .zero { return marks }
        check(.valueUnreadable, column, row: number, "第\(number)行的\(column.rawValue)\(text.quoted)不是至多两位小数的分数，没有读入。请填如12.5的数")
        return nil
    }

    /// The indicator that the line is of: by its number, which its name must confirm.
    private mutating func number() -> Int? {
        let (written, name) = (text(.row), text(.levelThree).withoutSpaces)
        let names = project.indicators.map(\.name.withoutSpaces)
        if written.isEmpty, !name.isEmpty {
            let found = names.indices.filter { names[$0] == name }
            if found.count == 1 { return found[0] + 1 }
        }
        guard let number = Int(written), names.indices.contains(number - 1) else {
            check(.unknownKey, .row, "没有序号为\(written.quoted)的指标（共\(names.count)个），没有读入。请照目标书改正")
            return nil
        }
        guard name.isEmpty || names[number - 1] == name else {
            check(
                .unknownKey, .levelThree, row: number,
                "第\(number)行的指标是\(project.indicators[number - 1].name.quoted)，表里写的是\(name.quoted)，没有读入。请照目标书改正")
            return nil
        }
        return number
    }

    /// Personal numbers are starred wherever they are shown.
    private mutating func tellPersonal(_ columns: [ActualsColumn]) {
        for column in columns {
            let text = (table.cell(column, in: row)?.text ?? "").oneLine.trimmed
            if text.withNumbersStarred != text { check(.personalData, column, "的\(column.rawValue)里有身份证号、电话或卡号，公开以前请删去；各处已打上星号") }
        }
    }
}
