internal import Diagnostics
internal import GoalModel
internal import SourceFiles

extension ProjectForm {
    /// The total that the form asks for and nobody has written, where all that it is made up of is.
    func addUpBudget(of project: inout Project, _ diagnostics: inout [Diagnostic]) {
        guard isWithoutTotal, project.budget == nil, values[.otherFunds]?.text.isEmpty == false, let fiscal = project.fiscalFunds,
            let other = project.otherFunds
        else { return }
        project.budget = fiscal + other
        project.places[.budget] = values[.fiscalFunds]?.location ?? project.places[.budget]
        let text = FundSources.written(fiscal + other, in: project.moneyUnit)
        project.raw.budget = text
        diagnostics.append(
            .budgetFromParts(text + project.moneyUnit.rawValue, project: project.number, at: project.places[.budget]))
    }

    /// Makes up the two sources of money where the form states others.
    func readFundParts(into project: inout Project, _ diagnostics: inout [Diagnostic]) {
        for part in fundParts where project.fiscalFunds == nil && !AmountCell.isBlank(part.cell.text) {
            let unit = part.unit ?? (project.foreignUnit.map(StatedUnit.unknown) ?? .known(project.moneyUnit))
            if AmountCell(part.cell, in: unit).amount != nil { continue }
            diagnostics.append(
                .amountUnreadable(part.cell.text, field: part.title, project: project.number, unit: unit, at: part.cell.location))
        }
        let isUnreadable = project.fiscalFunds == nil && !project.raw.fiscalFunds.isEmpty
        guard !isUnreadable, project.foreignUnit == nil, let other = project.otherFunds,
            let sources = FundSources(
                budget: project.budget, fiscal: project.fiscalFunds, other: other, parts: fundParts, in: project.moneyUnit)
        else { return }
        if project.fiscalFunds != sources.fiscal { project.raw.fiscalFunds = sources.written(sources.fiscal) }
        if other != sources.other { project.raw.otherFunds = sources.written(sources.other) }
        (project.fiscalFunds, project.otherFunds) = (sources.fiscal, sources.other)
        project.places[.fiscalFunds] = project.places[.fiscalFunds] ?? sources.place
        diagnostics.append(sources.remark(project: project.number))
    }
}
