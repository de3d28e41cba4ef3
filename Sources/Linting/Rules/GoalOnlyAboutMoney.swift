internal import Diagnostics
internal import GoalModel
internal import Text

/// To have paid out the money is no goal: a goal says what the money brings.
struct GoalOnlyAboutMoney: ProjectRule {
    static let description = RuleDescription(
        code: "T01", id: "goal-only-about-money", title: "目标只讲拨款", level: .project, severity: .warning, criterion: .relevance,
        why: "绩效目标是花钱要达到的产出和效果；只写把钱拨出去，钱花完了也无法判断有没有效果。",
        remedy: "请写明做成什么、谁受益、达到什么程度，如“整修道路3公里，解决两个村出行问题”。",
        action: "写明要办成的事，不只写拨款",
        sources: [.goals, .guideGoals],
        passing: [
            .goals(["确保资金及时拨付到位", "保障网格员补贴"]), .goals(["1.整修道路3公里"]), .goals([]), .goals(["保证各项工作顺利完成"]),
            .goals(["保障失地群众补偿款及时发放"]),
        ],
        failing: [
            .goals(["1.确保资金及时拨付到位"], finds: .field(.goals)), .goals(["确保资金及时\n拨打到位"], finds: .field(.goals)),
            .goals(["1.按进度支付项目资金", "2.资金支付率达到１００％。"], finds: .field(.goals)),
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        let goals = project.goals.filter { !$0.withoutSpaces.isEmpty }
        guard !goals.isEmpty,
            goals.allSatisfy({ scope.tables.ready.payingGoals.isOnlyPaying($0, slips: scope.tables.ready.typingSlips) })
        else { return }
        report(Violation(.onlyMoney(goals), at: .field(.goals), key: goals.map(Fingerprint.normalised).joined(), anchor: ""))
    }
}

extension Finding.Message {
    fileprivate static func onlyMoney(_ goals: [String]) -> Self {
        "绩效目标\(goals.map { $0.withoutSpaces.trimmingPunctuation }.joined(separator: "；").quoted)只讲付款，没有产出和效果"
    }
}
