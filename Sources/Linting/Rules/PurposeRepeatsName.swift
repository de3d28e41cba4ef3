internal import Diagnostics
internal import GoalModel

/// A purpose that is the project's name once more says nothing of what the money buys.
struct PurposeRepeatsName: ProjectRule {
    static let description = RuleDescription(
        code: "T02", id: "purpose-repeats-name", title: "用途照抄项目名", level: .project, severity: .hint, criterion: .completeness,
        why: "资金用途应说明钱花在哪里、给谁、做多少；照抄项目名称，审核人和群众都看不出钱的去向。",
        remedy: "请写明支出内容，如“用于支付120名巡护员全年补助，每人每月500元”。", action: "写清资金具体用途",
        sources: [.pointedSpending, .compilation],
        passing: [.named("防汛经费", purpose: "用于购置防汛物资"), .named("防汛经费", purpose: "防汛物资购置"), .named("防汛经费", purpose: "")],
        failing: [
            .named("防汛经费", purpose: "防汛经费", finds: .field(.purpose)),
            .named("“网格员”补贴（村级）", purpose: "网格员补贴(村级)。", finds: .field(.purpose)),
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        guard project.purpose.hasSameWords(as: project.name) else { return }
        report(Violation(.repeated, at: .field(.purpose), key: project.name, anchor: ""))
    }
}

extension Finding.Message {
    fileprivate static let repeated: Self = "资金用途只照抄了项目名称，没有说明钱花在哪里"
}
