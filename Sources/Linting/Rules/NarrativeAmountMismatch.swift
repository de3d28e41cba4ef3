internal import Diagnostics
internal import GoalModel
internal import Text

/// Part one and the project's table must name the same amount.
struct NarrativeAmountMismatch: ProjectRule {
    static let description = RuleDescription(
        code: "F06", id: "narrative-amount-mismatch", title: "文表金额不符", level: .project, severity: .warning,
        criterion: .relevance,
        why: "第一部分文字写的项目金额与第二部分项目表的预算数不一致，公开后自相矛盾，也不知道以哪个为准。", remedy: "请核对两处金额，以批复的预算数为准，改正写错的一处。",
        action: "统一文字与表格中的金额",
        sources: [.guideLevels],
        passing: [
            .statement("防汛经费年初安排20000元", of: "防汛经费", budget: "2"),
            .statement("防火、防汛、防疫经费年初安排20000元", of: "防疫经费", budget: "3"),
        ],
        failing: [
            .statement("防汛经费年初安排30000元", of: "防汛经费", budget: "2", finds: .field(.budget)),
            .statement("安保环保、食药监管经费年初安排3万元", of: "安保、环保、食药监管", budget: "2.5", finds: .field(.budget)),
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        guard let statement = scope.statements[project.number], let amount = statement.amount, let budget = project.budget,
            amount != budget
        else { return }
        report(Violation(.differs(statement.name, amount, budget, in: project.moneyUnit), at: .field(.budget)))
    }
}

extension Finding.Message {
    fileprivate static func differs(_ name: String, _ amount: Money, _ budget: Money, in unit: MoneyUnit) -> Self {
        let difference = max(amount, budget) - min(amount, budget)
        return """
            第一部分写\(name.quoted)安排\(amount.words(in: unit))，项目表的预算数是\(budget.words(in: unit))，\
            相差\(difference.words(in: unit))
            """
    }
}
