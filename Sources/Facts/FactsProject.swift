internal import Foundation
internal import GoalModel

/// PROJECT of facts.json.
struct FactsProject: Codable {
    let number: Loose<Int>
    let name: String
    let code: String
    @Nullable var unitCode: String?
    let unitName: String
    let moneyUnit: String
    @Nullable var budgetFen: Loose<Int64>?
    @Nullable var fiscalFen: Loose<Int64>?
    @Nullable var otherFen: Loose<Int64>?
    let purpose: String
    let plan: [PlanPoint]
    let goals: [String]
    let indicators: [Row]
    let raw: Raw
    /// What was not read for a cause that a diagnostic tells; left out where all was read.
    let gaps: [String]?

    /// The cells as they are printed.
    struct Raw: Codable {
        let budget: String
        let fiscal: String
        let other: String
        let plan: [String]
    }

    struct PlanPoint: Codable {
        let by: String
        @Nullable var percent: Loose<Decimal>?

        init(_ point: SpendingPlan.Point) {
            by = point.by.code
            percent = point.percent.map { Loose(Decimal($0.tenThousandths, decimals: 4)) }
        }
    }

    struct Row: Codable {
        let category: String
        let type: String
        let name: String
        let description: String
        let target: Target
        let basis: String
    }

    struct Target: Codable {
        let text: String
        // What the text means is read from it anew.
        @Written var kind: String?
        @Written var comparator: String?
        @Written var number: Decimal?
        @Written var unit: String?
        /// `2022-12-31`, or `12-31` where no year is written.
        @Written var by: String?

        init(_ target: GoalModel.Target) {
            let quantity = target.quantity
            text = target.text
            kind = target.kind
            comparator = quantity?.comparator?.rawValue
            number = quantity?.number
            unit = quantity?.unit
            by = target.deadline?.by.map { day in (target.deadline?.year.map { "\($0)-" } ?? "") + day.code }
        }
    }

    init(_ project: Project) {
        number = Loose(project.number)
        name = project.name
        code = project.code
        unitCode = project.unit.code
        unitName = project.unit.name
        moneyUnit = project.unitTitle
        budgetFen = project.budget.map { Loose($0.fen) }
        fiscalFen = project.fiscalFunds.map { Loose($0.fen) }
        otherFen = project.otherFunds.map { Loose($0.fen) }
        purpose = project.purpose
        plan = project.plan.points.map(PlanPoint.init)
        goals = project.goals
        indicators = project.indicators.map { row in
            Row(
                category: row.category, type: row.type, name: row.name, description: row.description,
                target: Target(row.target), basis: row.basis)
        }
        raw = Raw(
            budget: project.raw.budget, fiscal: project.raw.fiscalFunds, other: project.raw.otherFunds, plan: project.raw.plan)
        gaps = FactsGaps.names(of: project.gaps)
    }
}
