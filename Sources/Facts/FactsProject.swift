internal import Foundation
internal import GoalModel

/// PROJECT of facts.json.
struct FactsProject: Encodable {
    let number: Int
    let name: String
    let code: String
    let unitCode: OrNull<String>
    let unitName: String
    let moneyUnit: String
    let budgetFen: OrNull<Int64>
    let fiscalFen: OrNull<Int64>
    let otherFen: OrNull<Int64>
    let purpose: String
    let plan: [PlanPoint]
    let goals: [String]
    let indicators: [IndicatorFacts]
    let raw: Raw

    init(_ project: Project) {
        number = project.number
        name = project.name
        code = project.code
        unitCode = OrNull(project.unit.code)
        unitName = project.unit.name
        moneyUnit = project.moneyUnit.rawValue
        budgetFen = OrNull(project.budget?.fen)
        fiscalFen = OrNull(project.fiscalFunds?.fen)
        otherFen = OrNull(project.otherFunds?.fen)
        purpose = project.purpose
        plan = project.plan.points.map(PlanPoint.init)
        goals = project.goals
        indicators = project.indicators.map(IndicatorFacts.init)
        raw = Raw(
            budget: project.raw.budget, fiscal: project.raw.fiscalFunds, other: project.raw.otherFunds, plan: project.raw.plan)
    }

    struct Raw: Encodable {
        let budget: String
        let fiscal: String
        let other: String
        let plan: [String]
    }

    struct PlanPoint: Encodable {
        let by: String
        let percent: OrNull<Decimal>

        init(_ point: SpendingPlan.Point) {
            by = point.by.code
            percent = OrNull(point.percent.map { Decimal($0.tenThousandths) / 10_000 })
        }
    }

    struct IndicatorFacts: Encodable {
        let category: String
        let type: String
        let name: String
        let description: String
        let target: TargetFacts
        let basis: String

        init(_ indicator: Indicator) {
            category = indicator.category
            type = indicator.type
            name = indicator.name
            description = indicator.description
            target = TargetFacts(indicator.target)
            basis = indicator.basis
        }
    }

    struct TargetFacts: Encodable {
        let text: String
        let kind: String
        let comparator: OrNull<String>
        let number: OrNull<Decimal>
        let unit: OrNull<String>
        let by: OrNull<String>

        init(_ target: Target) {
            let quantity = target.quantity
            text = target.text
            kind = target.kind
            comparator = OrNull(quantity?.comparator?.rawValue)
            number = OrNull(quantity?.number)
            unit = OrNull(quantity?.unit)
            by = OrNull(TargetFacts.date(target.deadline))
        }

        /// `2022-12-31`, or `12-31` where no year is written.
        private static func date(_ deadline: Target.Deadline?) -> String? {
            guard let deadline, let day = deadline.by else { return nil }
            guard let year = deadline.year else { return day.code }
            return "\(year)-\(day.code)"
        }
    }
}
