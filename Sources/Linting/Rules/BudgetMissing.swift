internal import Diagnostics
internal import GoalModel
internal import Text

/// A project without a budget has nothing that its goals could be measured against.
struct BudgetMissing: ProjectRule {
    static let description = RuleDescription(
        code: "F02", id: "budget-missing", title: "预算数缺失", level: .project, severity: .error, criterion: .completeness,
        why: "绩效目标与预算同步编报；没有预算数，成本指标和支出计划都无从核对。", remedy: "请填写预算数，如“12.50”；没有资金的项目不填绩效目标表。",
        action: "补填缺失的预算数",
        sources: [.matchingFunds],
        passing: [.money(budget: "12.50", fiscal: "12.50", other: ""), .money(budget: "0.01", fiscal: "0.01", other: "0")],
        failing: [
            .money(budget: "", fiscal: "", other: "", finds: .field(.budget)),
            .money(budget: "0", fiscal: "0", other: "0", finds: .field(.budget)),
            .money(budget: "见附件", fiscal: "10", other: "", finds: .field(.budget)),
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        guard let budget = project.budget else {
            let text = project.raw.budget.trimmed
            // Where no cell for it was found, nobody knows whether it was filled in.
            let isUnseen = project.places[.budget] == nil && !project.places.isEmpty
            let reading = project.foreignUnit.map { Finding.Message.foreign(text, $0) } ?? .unreadable(text)
            report(Violation(text.isEmpty ? isUnseen ? .unseen : .blank : reading, at: .field(.budget)))
            return
        }
        if budget == .zero { report(Violation(.zero, at: .field(.budget))) }
        if budget < .zero { report(Violation(.negative(budget.words(in: project.moneyUnit)), at: .field(.budget))) }
    }
}

extension Finding.Message {
    fileprivate static let blank: Self = "预算数没有填写"
    fileprivate static let unseen: Self = "没有读到预算数：表中没有认得的“预算数”一栏"
    fileprivate static let zero: Self = "预算数为0"
    fileprivate static func unreadable(_ text: String) -> Self { "预算数\(text.quoted)不是数字" }
    fileprivate static func foreign(_ text: String, _ unit: String) -> Self { "预算数\(text.quoted)的金额单位\(unit.quoted)不是人民币" }
    fileprivate static func negative(_ amount: String) -> Self { "预算数\(amount)是负数" }
}
