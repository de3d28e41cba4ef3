internal import Diagnostics
internal import GoalModel

/// Money whose use nobody states cannot be weighed against its goals.
struct PurposeMissing: ProjectRule {
    static let description = RuleDescription(
        code: "T10", id: "purpose-missing", title: "资金用途空缺", level: .project, severity: .warning, criterion: .completeness,
        why: "资金用途说明钱花在哪里、给谁、做多少；空着，绩效目标与资金对不上，审核人也无从判断该不该安排。", remedy: "请写明支出内容，如“用于购置防汛物资、支付值守补助”。",
        action: "补填空缺的资金用途",
        sources: [.pointedSpending, .compilation],
        passing: [.purposes("用于购置防汛物资", "村道修补")],
        failing: [
            .purposes("用于购置防汛物资", "", finds: .field(.purpose)), .purposes("无", "——", finds: .field(.purpose), .field(.purpose)),
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        guard scope.hasPurposes, !project.purpose.saysSomething else { return }
        report(Violation(.missing, at: .field(.purpose), key: "purpose"))
    }
}

extension Finding.Message {
    fileprivate static let missing: Self = "没有填写资金用途"
}
