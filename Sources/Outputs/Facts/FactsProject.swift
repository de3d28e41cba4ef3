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
            text = target.text
            kind = target.kind
            comparator = OrNull(target.quantity?.comparator?.rawValue)
            number = OrNull(target.quantity?.number)
            unit = OrNull(target.quantity?.unit)
            by = OrNull(
                target.deadline.flatMap { deadline in
                    deadline.by.map { day in (deadline.year.map { "\($0)-" } ?? "") + day.code }
                })
        }
    }
}

extension Target {
    fileprivate var deadline: Deadline? {
        if case .deadline(let deadline) = value { deadline } else { nil }
    }
}
