internal import Diagnostics
internal import GoalModel
internal import Text

/// Without a goal there is nothing that the indicators could measure.
struct GoalMissing: BookRule {
    static let description = RuleDescription(
        code: "T09", id: "goal-missing", title: "绩效目标空缺", level: .book, severity: .error, criterion: .completeness,
        why: "绩效目标说明花钱要办成什么；空着，指标就没有可以衡量的东西，也无从审核。", remedy: "请写明做成什么、谁受益、达到什么程度，如“整修道路3公里，解决两个村出行问题”。",
        action: "补写空缺的绩效目标",
        sources: [.clear],
        passing: [
            .goals(["1.整修道路3公里"]), .partOne("保障全镇18个村正常运转"),
            .subGoals(overall: "全面推进乡村建设", [("道路养护", "村道全年畅通", "修补12公里"), ("防汛", "安全度汛", "")]),
        ],
        failing: [
            .goalsOfProjects([["1.整修道路3公里"], []], finds: .field(.goals)),
            .goalsOfProjects([["1.整修道路3公里"], ["。"]], finds: .field(.goals)),
            .subGoals(overall: "", [("道路养护", "村道全年畅通", "")], finds: .passage),
            .subGoals(
                overall: "全面推进乡村建设", [("道路养护", "村道全年畅通", ""), ("环境整治", "", "保洁18个村"), ("防汛", "安全度汛", "")], finds: .passage),
        ])

    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void) {
        if book.hasPartOne, !book.overallGoal.saysSomething { checkOverall(book, report) }
        checkParts(book, report)
        guard scope.hasGoals else { return }
        for project in book.projects where !project.goals.contains(where: \.saysSomething) {
            report(Violation(.project, at: .field(.goals), project: project.number, key: "goals"))
        }
    }

    /// A part one that is parted into its chapters has one for the overall goal.
    private func checkOverall(_ book: GoalBook, _ report: (Violation) -> Void) {
        let section = book.partOne.first { section in
            let heading = section.heading.text.compact
            return ["总体", "整体"].stand(in: heading) && heading.holds("目标")
        }
        guard section.map({ !$0.hasWords }) ?? (!book.subGoals.isEmpty || !book.safeguards.isEmpty) else { return }
        let location = section?.heading.location ?? book.partOne.first?.heading.location
        let cell = location?.sheet == FillInTemplate.department.name ? location?.address : nil
        report(
            Violation(
                .overall, at: .passage, remedy: "请在\(cell ?? "“总体绩效目标”下")写明本年度全镇（乡、街道）要达到的目标。", key: "overall goal",
                location: location))
    }

    /// What most of the others state, one that leaves it out was left unfinished.
    private func checkParts(_ book: GoalBook, _ report: (Violation) -> Void) {
        func check<Item>(
            _ items: [Item], _ what: String, _ part: String, _ text: (Item) -> String, name: (Item) -> String,
            at place: (Item) -> Location?
        ) {
            let blank = items.filter { !text($0).saysSomething }
            guard blank.count * 2 < items.count else { return }
            for item in blank { report(note(what, name(item), lacks: part, at: place(item))) }
        }
        let title = "分项绩效目标"
        check(book.subGoals, title, "绩效目标", \.goal, name: { $0.title.isEmpty ? $0.indicator : $0.title }, at: \.location)
        check(book.subGoals, title, "绩效指标", \.indicator, name: { $0.title.isEmpty ? $0.goal : $0.title }, at: \.location)
        check(book.safeguards, "工作保障措施", "内容", \.text, name: \.title, at: \.location)
    }

    private func note(_ what: String, _ name: String, lacks part: String, at location: Location?) -> Violation {
        let name = name.withoutSpaces.shortened(to: 24)
        return Violation(
            .part(what, name, part), at: .passage, severity: .warning, remedy: "请补上这一项的\(part)，或删去这一项。",
            key: what + name + part, location: location)
    }
}

extension Finding.Message {
    fileprivate static let project: Self = "没有填写绩效目标"
    fileprivate static let overall: Self = "第一部分没有写总体绩效目标"
    fileprivate static func part(_ what: String, _ name: String, _ part: String) -> Self {
        "\(what)\(name.isEmpty ? "有一项" : name.quoted)没有写\(part)"
    }
}
