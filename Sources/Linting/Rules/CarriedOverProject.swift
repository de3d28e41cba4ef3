internal import Diagnostics
internal import GoalModel
internal import Text

/// A project of an older year goes on: its goals are those of what is left to do.
struct CarriedOverProject: ProjectRule {
    static let description = RuleDescription(
        code: "C03", id: "carried-over-project", title: "结转延续项目", level: .project, severity: .hint, criterion: .relevance,
        why: "编码中的设立年度早于本年度，是结转或延续的项目；目标应是今年要完成的部分，不是当初的全部。",
        remedy: "请核对绩效目标和指标值是否只写了本年度的任务，结转资金是否已经扣除；确是延续项目的可以保留。",
        action: "改正“结转延续项目”",
        sources: [.projectPool],
        passing: [.code("13052924P00584012146U"), .code(""), .code("13052925P00584012146U")],
        failing: [.code("13052923P00585210142B", finds: .field(.code)), .code("130529２３P00585210142B", finds: .field(.code))])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        guard let year = scope.book.fiscalYear, let first = project.foldedFirstYear, first < year else { return }
        report(Violation(.carriedOver(first, year), at: .field(.code), key: project.code.folded.withoutSpaces, anchor: ""))
    }
}

extension Project {
    /// The year of first set-up, also of a code typed with full-width digits.
    var foldedFirstYear: Int? {
        if let firstYear { return firstYear }
        var project = self
        project.code = code.folded.withoutSpaces
        return project.firstYear
    }
}

extension Finding.Message {
    fileprivate static func carriedOver(_ first: Int, _ year: Int) -> Self {
        "项目编码显示\(first)年设立，本书是\(year)年，属于结转或延续项目"
    }
}
