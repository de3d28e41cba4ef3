internal import Diagnostics
internal import GoalModel
internal import Text

/// The two sources of money must add up to the budget, exactly in 分.
struct FundingSumMismatch: ProjectRule {
    static let description = RuleDescription(
        code: "F01", id: "funding-sum-mismatch", title: "资金构成不平", level: .project, severity: .error, criterion: .appropriateness,
        why: "预算数是财政资金与其他资金之和；两边不等，说明至少有一个数填错，批复和支付都会受影响。", remedy: "请核对预算数、财政资金和其他资金，使“财政资金＋其他资金＝预算数”。",
        action: "核对财政资金与其他资金之和",
        sources: [.revenueAndSpending],
        passing: [
            .money(budget: "18.75", fiscal: "18.75", other: ""), .money(budget: "100", fiscal: "60.5", other: "39.5"),
            .money(budget: "20", fiscal: "", other: "20"),
        ],
        failing: [
            .money(budget: "38.18", fiscal: "38.17", other: "0", finds: .field(.budget)),
            .money(budget: "50", fiscal: "", other: "", finds: .field(.budget)),
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        guard let budget = project.budget, budget > .zero else { return }
        let blank = project.raw.fiscalFunds.withoutSpaces.isEmpty
        // A form or a list that has no place for it says nothing of where the money comes from.
        if blank, !project.places.isEmpty, project.places[.fiscalFunds] == nil { return }
        guard let fiscal = project.fiscalFunds ?? (blank ? .zero : nil), let other = project.otherFunds else { return }
        let sum = fiscal + other
        if sum != budget { report(Violation(.unequal(budget, fiscal, other, in: project.moneyUnit), at: .field(.budget))) }
    }
}

extension Finding.Message {
    fileprivate static func unequal(_ budget: Money, _ fiscal: Money, _ other: Money, in unit: MoneyUnit) -> Self {
        let sum = fiscal + other
        let difference = max(sum, budget) - min(sum, budget)
        return """
            财政资金\(fiscal.words(in: unit))加其他资金\(other.words(in: unit))等于\(sum.words(in: unit))，\
            与预算数\(budget.words(in: unit))相差\(difference.words(in: unit))
            """
    }
}
