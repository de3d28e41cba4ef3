internal import GoalModel

/// All ways to multiply the cost rows of a project out.
struct CostInterpretations {
    let project: Project
    let costs: [CostAmount]
    /// There is a cost row that states neither an amount of money nor a share.
    let hasUnreadCosts: Bool
    private let quantities: [CountedRow]
    private let words: EstimateWords
    private let months: Months
    private let projectNouns: NounOverlap

    /// `nil` where no cost row states a price.
    init?(_ project: Project, tables: LintingTables, generic: WordFinder) {
        guard project.indicators.contains(where: { $0.kind == .cost && $0.target.statesAmount(tables.units) }) else { return nil }
        let rows = project.indicators.enumerated().map { Row($1, number: $0 + 1, of: project) }
        let costRows = rows.filter { $0.kind == .cost }
        let amounts = costRows.map { CostAmount($0, tables: tables, generic: generic) }
        costs = amounts.compactMap(\.self)
        guard costs.contains(where: \.isPrice) else { return nil }
        hasUnreadCosts = zip(costRows, amounts).contains { row, amount in
            amount == nil && !(row.quantity.map { tables.units.isPercent($0.unit) } ?? false) && !row.indicator.name.endsInRate
        }
        self.project = project
        words = tables.estimates
        quantities = rows.compactMap { CountedRow($0, tables: tables, generic: generic) }
        months = Months(project, rows: rows, quantities: quantities, words: tables.estimates)
        projectNouns = NounOverlap([project.name], without: generic)
    }

    /// The ways for a price, the likeliest first; empty where nothing fits.
    func readings(of cost: CostAmount) -> [Reading] {
        let measures = cost.per.measures
        if measures.isEmpty { return cost.per.periods.isEmpty && !cost.isStandard ? [] : implied(cost) }
        var lists: [[Reading.Factor]] = [[]]
        var withoutEvents: [Reading.Factor] = []
        for per in measures {
            guard let factor = factor(for: per, of: cost) else { return [] }
            if !words.events.contains(per.measure) { withoutEvents.append(factor) }
            lists[0].append(factor)
        }
        // The number of people may be that of all times together.
        if !withoutEvents.isEmpty, withoutEvents.count < lists[0].count { lists.append(withoutEvents) }
        return lists.enumerated().flatMap { index, factors in
            months.periods(of: cost).map { Reading(cost, factors, $0, isCertain: index == 0) }
        }
    }

    /// A price that names nothing that is counted: everyone's rate (发放标准), or an amount for a time.
    private func implied(_ cost: CostAmount) -> [Reading] {
        let things = quantities.filter { counted in !counted.measured.contains { words.events.contains($0.measure) } }
        let periods = months.periods(of: cost)
        let isOnlyOne = things.count == 1 && cost.isPayout
        var result: [Reading] = things.flatMap { counted -> [Reading] in
            guard let measured = counted.measured.last else { return [] }
            let isCertain = isOnlyOne && measured.measure == "人" && fits(cost, counted)
            let factor = Reading.Factor(counted: counted, measured: measured, per: measured.asPart, isCertain: isCertain)
            return periods.map { Reading(cost, [factor], $0) }
        }
        if !cost.per.periods.isEmpty, !result.contains(where: \.isCertain) {
            result += periods.map { Reading(cost, [], $0, isCertain: things.isEmpty) }
        }
        return result
    }

    /// The one quantity row that a part of the price means; `nil` where there is none or more than one.
    private func factor(for per: Measured, of cost: CostAmount) -> Reading.Factor? {
        let mine = quantities.filter { $0.counts(per.measure) != nil }
        if words.certain.contains(per.measure), mine.count == 1, let only = mine.first {
            return factor(only, per, isCertain: fits(cost, only))
        }
        if let best = best(of: mine, for: cost) { return factor(best, per, isCertain: !best.isAudience) }
        guard per.measure == "个" else {
            // 台, 米, 吨: alone of its kind, yet it may be another thing that is counted.
            let isEvent = words.events.contains(per.measure)
            return mine.count == 1 && !isEvent ? mine.first.flatMap { factor($0, per, isCertain: false) } : nil
        }
        return viaProject(per, mine)
    }

    private func factor(_ counted: CountedRow, _ per: Measured, isCertain: Bool) -> Reading.Factor? {
        counted.counts(per.measure).map { Reading.Factor(counted: counted, measured: $0, per: per, isCertain: isCertain) }
    }

    /// The row that has the longest noun in common with the cost, if it is only one.
    private func best(of rows: [CountedRow], for cost: CostAmount) -> CountedRow? {
        let shared = rows.map { (row: $0, length: $0.nouns.shared(with: cost.nouns)) }
        guard let most = shared.map(\.length).max(), most > 0 else { return nil }
        let best = shared.filter { $0.length == most }
        return best.count == 1 ? best.first?.row : nil
    }

    /// 每个项目 and a row that counts what the project is named after.
    private func viaProject(_ per: Measured, _ rows: [CountedRow]) -> Reading.Factor? {
        guard !per.noun.isEmpty, project.name.contains(per.noun) else { return nil }
        let named = rows.filter { $0.nouns.shared(with: projectNouns) > 0 }
        return named.count == 1 ? named.first.flatMap { factor($0, per, isCertain: false) } : nil
    }

    /// Whether the row can be meant by the cost: both are named after the same, or one after nothing in particular.
    private func fits(_ cost: CostAmount, _ counted: CountedRow) -> Bool {
        if counted.isAudience { return false }
        if counted.nameNouns.isEmpty || cost.nouns.isEmpty { return true }
        if counted.nameNouns.shared(with: cost.nouns) > 0 || counted.nouns.shared(with: cost.nouns) > 0 { return true }
        return counted.nameNouns.shared(with: projectNouns) > 0 && cost.nouns.shared(with: projectNouns) > 0
    }
}

extension Measured {
    /// The same as a part of a price: 人 for 万人.
    fileprivate var asPart: Measured { Measured(measure: measure) }
}

extension Target {
    /// Whether it is a number that is no share.
    fileprivate func statesAmount(_ units: UnitTable) -> Bool {
        quantity.map { $0.number != nil && !$0.unit.isEmpty && !units.isPercent($0.unit) } ?? false
    }
}
