internal import Diagnostics
internal import GoalModel
internal import Text

/// Three projects that spend on different things can hardly have one and the same goal.
struct GoalCopied: BookRule {
    static let description = RuleDescription(
        code: "D02", id: "goal-copied", title: "绩效目标雷同", level: .book, severity: .warning, criterion: .relevance,
        why: "三个以上项目的绩效目标一字不差，说明目标不是按项目写的，年底无法分别评价。", remedy: "请按各项目的内容分别写明产出和效果。",
        action: "给雷同的项目分别写目标",
        sources: [.pointed, .guidePrinciples],
        passing: [
            .goalsOfProjects([["改善出行条件"], ["改善出行条件"], ["改善饮水条件"]]), .goalsOfProjects([[], [], []]),
            .goalsOfProjects([["改善出行", "方便群众"], ["方便群众", "改善出行"], ["改善出行"]]),
        ],
        failing: [
            .goalsOfProjects([["1.提高工作效率"], ["改善出行"], ["提高工作\n效率。"], ["（1）提高工作效率"]], finds: .field(.goals))
        ])

    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void) {
        var order: [String] = []
        var groups: [String: [Project]] = [:]
        for project in book.projects {
            let goals = project.goals.map(Fingerprint.normalised).filter { !$0.isEmpty }
            guard !goals.isEmpty else { continue }
            let key = goals.joined(separator: "｜")
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(project)
        }
        for key in order {
            guard let group = groups[key], group.count > 2, let first = group.first else { continue }
            let numbers = group.map(\.number)
            report(Violation(.copied(numbers, first), at: .field(.goals), project: first.number, group: numbers, key: key))
        }
    }
}

extension Finding.Message {
    fileprivate static func copied(_ numbers: [Int], _ project: Project) -> Self {
        let goals = project.goals.map { $0.withoutSpaces.trimmingPunctuation }.joined(separator: "；")
        return "项目\(numbers.map(String.init).joined(separator: "、"))的绩效目标完全相同：\(goals.quoted)"
    }
}
