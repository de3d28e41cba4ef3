internal import Diagnostics
internal import GoalModel
internal import Text

/// A code of another region belongs to another county's system.
struct ProjectCodeRegion: ProjectRule {
    static let description = RuleDescription(
        code: "C02", id: "project-code-region", title: "项目编码区划不一", level: .project, severity: .warning, criterion: .relevance,
        why: "项目编码前六位是区划代码，与本书其他项目不同，多半是抄错了编码，或把别处的项目混了进来。",
        remedy: "请核对项目编码；确属上级或外地下达的项目，请在资金用途中说明。", action: "核对编码中的区划", sources: [.projectCodes, .regionCodes],
        passing: [.code("13052924P00584012146U"), .code("1305 2924p0058 4012146u"), .code("")],
        failing: [.code("13068221G0PCO8F8G1NN0", finds: .field(.code)), .code("１３０６８２21G0PCO8F8G1NN0", finds: .field(.code))])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        guard let region = scope.book.region else { return }
        let code = project.code.folded.withoutSpaces.uppercased()
        let own = String(code.prefix(6))
        guard own != region, scope.tables.regions.holds(own) else { return }
        report(Violation(.differs(own, region), at: .field(.code), key: code, anchor: ""))
    }
}

extension Finding.Message {
    fileprivate static func differs(_ own: String, _ region: String) -> Self {
        "项目编码的区划是\(own)，本书是\(region)"
    }
}
