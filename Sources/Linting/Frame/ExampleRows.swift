internal import Diagnostics
internal import GoalModel

extension Example {
    /// The table of one project, with its plan; each row is `类别|名称|描述|指标值|依据`, where the last ones may be left out.
    static func table(
        _ rows: [String], name: String = "", purpose: String = "", plan percents: [Int?] = [], finds: Place...,
        fileID: String = #fileID, line: Int = #line
    ) -> Example {
        let rows = rows.map(Indicator.init(exampleCells:))
        var project = Project(exampleRows: rows)
        project.name = name
        project.purpose = purpose
        project.plan = SpendingPlan(examplePercents: percents)
        var lines: [String] = []
        if !name.isEmpty { lines.append("项目名称：\(name)") }
        if !purpose.isEmpty { lines.append("资金用途：\(purpose)") }
        if !percents.isEmpty { lines.append("支出计划：\(project.plan.exampleText)") }
        lines += rows.map { row in
            let basis = row.basis.isEmpty ? "" : "，依据：\(row.basis)"
            return row.exampleText + basis
        }
        return Example(lines.joined(separator: "\n"), GoalBook(examples: [project]), finds, fileID, line)
    }
}

extension Example {
    /// What two projects spend their money on.
    static func purposes(
        _ first: String, _ second: String, finds: Place..., fileID: String = #fileID, line: Int = #line
    ) -> Example {
        let projects = [first, second].map { purpose in
            var project = Project(exampleRows: [])
            project.purpose = purpose
            return project
        }
        let text = "资金用途：项目1“\(first)”，项目2“\(second)”"
        return Example(text, GoalBook(examples: projects), finds, fileID, line)
    }

    /// A project whose form has a cell for the name.
    static func projectName(_ name: String, finds: Place..., fileID: String = #fileID, line: Int = #line) -> Example {
        var book = GoalBook(examples: [Project(exampleRows: [])])
        book.projects[0].name = name
        book.projects[0].places[.name] = Location(file: "例.txt", line: 1)
        return Example("项目名称：\(name.isEmpty ? "（空）" : name)", book, finds, fileID, line)
    }

    /// Part one with its overall goal and sub-goals.
    static func subGoals(
        overall: String, _ goals: [(title: String, goal: String, indicator: String)], finds: Place...,
        fileID: String = #fileID, line: Int = #line
    ) -> Example {
        var book = GoalBook(examples: [])
        book.overallGoal = overall
        book.subGoals = goals.map { SubGoal(title: $0.title, goal: $0.goal, indicator: $0.indicator) }
        let lines = goals.map { "\($0.title)。绩效目标：\($0.goal)。绩效指标：\($0.indicator)。" }
        book.partOne = [
            Section(heading: Passage("总体绩效目标"), paragraphs: [Passage(overall)]),
            Section(heading: Passage("分项绩效目标"), paragraphs: lines.map { Passage($0) }),
        ]
        return Example((["总体绩效目标：\(overall)"] + lines).joined(separator: "\n"), book, finds, fileID, line)
    }
}

extension Indicator {
    /// Reads `数量指标|人数|发放补贴的人数|≥5人|花名册`.
    fileprivate init(exampleCells text: String) {
        let cells = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        func cell(_ index: Int) -> String { cells.indices.contains(index) ? cells[index] : "" }
        let kind = IndicatorKind(type: cell(0), category: "") ?? .quantity
        self.init(kind, cell(1), cell(2), cell(3))
        type = cell(0)
        basis = cell(4)
    }
}

extension SpendingPlan {
    /// Over the four dates of the official form.
    init(examplePercents percents: [Int?]) {
        let days = [3, 6, 10, 12].compactMap(MonthDay.init(endOf:))
        self.init(zip(days, percents).map { Point(by: $0, percent: $1.map { Percent($0) }) })
    }

    var exampleText: String {
        points.map { "\($0.by.title) \($0.percent?.description ?? "（空）")" }.joined(separator: "，")
    }
}
