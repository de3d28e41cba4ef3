internal import Diagnostics
internal import GoalModel
internal import Text

/// Part one and the project's table must plan the same payments.
struct NarrativePlanMismatch: ProjectRule {
    static let description = RuleDescription(
        code: "S08", id: "narrative-plan-mismatch", title: "文表进度不符", level: .project, severity: .warning,
        criterion: .completeness,
        why: "第一部分文字写的支出进度与第二部分项目表的资金支出计划不一致，监控时不知道按哪个核对。", remedy: "请核对两处的百分比，改正写错的一处。",
        action: "统一文字与表格中的进度",
        sources: [.clear, .dualMonitoring],
        passing: [
            .statement("防汛经费年初安排20000元，资金支出进度为三月底、六月底、十月底、十二月底分别达到25%、50%、80%、100%", of: "防汛经费", plan: [25, 50, 80, 100]),
            .statement("防汛经费年初安排20000元，资金支出进度为三月底、九月底分别达到30%、80%", of: "防汛经费", plan: [30, 50, 75, 100]),
            .statement("防汛经费年初安排20000元，资金支出进度为三月底25%", of: "防汛经费", plan: [nil, 50, 75, 100]),
        ],
        failing: [
            .statement(
                "防汛经费年初安排20000元，资金支出进度为三月底、六月底、十月底、十二月底分别达到25%、50%、80%、100%", of: "防汛经费", plan: [25, 50, 75, 100],
                finds: .field(.plan(2)))
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        guard let statement = scope.statements[project.number] else { return }
        let points = project.plan.points
        let differing = points.indices.compactMap { index -> Difference? in
            guard let table = points[index].percent,
                let text = statement.plan.points.first(where: { $0.by == points[index].by })?.percent, text != table
            else { return nil }
            return Difference(index: index, by: points[index].by, text: text, table: table)
        }
        guard let first = differing.first else { return }
        report(Violation(.differs(statement.name, differing), at: .field(.plan(first.index))))
    }

    fileprivate struct Difference {
        let index: Int
        let by: MonthDay
        let text: Percent
        let table: Percent
    }
}

extension Finding.Message {
    fileprivate static func differs(_ name: String, _ differences: [NarrativePlanMismatch.Difference]) -> Self {
        let parts = differences.map { "\($0.by.title)写\($0.text)、表中为\($0.table)" }
        return "第一部分\(name.quoted)的支出进度与项目表不一致：\(parts.joined(separator: "，"))"
    }
}
