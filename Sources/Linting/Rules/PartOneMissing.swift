internal import Diagnostics
internal import GoalModel

/// The projects' goals serve those of the whole department, which part one states.
struct PartOneMissing: BookRule {
    static let description = RuleDescription(
        code: "T08", id: "part-one-missing", title: "第一部分空缺", level: .book, severity: .error, criterion: .completeness,
        why: "第一部分写部门整体绩效目标，各项目的目标由它分解而来；空着，就看不出钱合起来要办成什么。",
        remedy: "请补写第一部分：总体绩效目标、分项绩效目标和工作保障措施。", action: "补写第一部分整体目标",
        sources: [.clear, .compilation],
        passing: [.partOne("保障全镇18个村正常运转"), .list([("防汛经费", "", "2")])],
        failing: [.partOne("", finds: .passage), .partOne("——", finds: .passage)])

    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void) {
        if let first = book.partOne.first {
            guard !book.hasPartOne else { return }
            let location = first.heading.location ?? first.paragraphs.first?.location
            report(Violation(.empty, at: .passage, key: "part one", location: location))
        } else if scope.hasPlans, scope.hasCodes, book.overallGoal.isEmpty, book.projects.contains(where: \.isFromForm) {
            // A book of tables alone may have its part one in a file that was not sent in.
            report(
                Violation(
                    .absent, at: .passage, severity: .warning, remedy: "请把第一部分（部门整体绩效目标）的文件放进同一个文件夹；还没有写的，请补写。",
                    key: "part one"))
        }
    }
}

extension Project {
    /// Whether it has a form of its own: in a list the plan stands in one row with the name.
    fileprivate var isFromForm: Bool {
        guard let name = places[.name], let plan = places[.plan(0)] else { return false }
        return name.row != plan.row || name.table != plan.table
    }
}

extension GoalBook {
    /// Whether something is written below the headings of part one.
    var hasPartOne: Bool { partOne.contains(where: \.hasWords) }
}

extension Section {
    /// Whether something is written below the heading.
    var hasWords: Bool { paragraphs.contains(where: \.text.hasWords) }
}

extension Finding.Message {
    fileprivate static let empty: Self = "第一部分（部门整体绩效目标）没有内容"
    fileprivate static let absent: Self = "没有第一部分（部门整体绩效目标），只有项目的表"
}
