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
