internal import Diagnostics
internal import GoalModel

/// A project without a name cannot be found again in the budget.
struct ProjectNameMissing: ProjectRule {
    static let description = RuleDescription(
        code: "T11", id: "project-name-missing", title: "项目名称空缺", level: .project, severity: .error, criterion: .completeness,
        why: "项目名称与预算批复、支付和决算一一对应；空着，目标书里的项目就对不上预算里的项目。", remedy: "请照预算管理一体化系统填写项目名称。",
        action: "补填空缺的项目名称",
        sources: [.clear, .projectCodes],
        passing: [.projectName("防汛经费")],
        failing: [.projectName("", finds: .field(.name)), .projectName("——", finds: .field(.name))])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        // A form in which no cell for the name was found may well have one.
        guard project.places[.name] != nil, !project.name.hasWords else { return }
        report(Violation(.missing, at: .field(.name), key: "name"))
    }
}

extension Finding.Message {
    fileprivate static let missing: Self = "没有填写项目名称"
}
