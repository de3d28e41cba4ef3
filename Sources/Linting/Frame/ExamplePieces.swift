internal import GoalModel

extension GoalBook {
    /// A book of a town that does not exist; projects are numbered in their order.
    init(examples projects: [Project]) {
        let unit = BudgetUnit(code: "901001", name: "某县甲镇人民政府本级")
        self.init(town: "甲镇", county: "某县", region: "130529", kind: .town, unit: unit, fiscalYear: 2024)
        self.projects = projects.enumerated().map { index, project in
            var project = project
            project.number = index + 1
            if project.name.isEmpty { project.name = "项目\(index + 1)" }
            return project
        }
    }
}

extension Project {
    /// A project with the given rows and money cells, in 万元.
    init(exampleRows rows: [Indicator], budget: String = "100", fiscal: String? = nil, other: String = "") {
        let fiscal = fiscal ?? budget
        self.init(
            number: 1, name: "", code: "13052924P00584012146U", unit: BudgetUnit(code: "901001", name: "甲镇"),
            budget: Money(written: budget, in: .wan), fiscalFunds: Money(written: fiscal, in: .wan),
            otherFunds: other.isEmpty ? .zero : Money(written: other, in: .wan), indicators: rows,
            raw: RawCells(budget: budget, fiscalFunds: fiscal, otherFunds: other))
    }
}

extension Project {
    init(exampleGoals goals: [String]) {
        self.init(exampleRows: [])
        self.goals = goals
    }
}

extension Indicator {
    init(_ kind: IndicatorKind, _ name: String, _ description: String, _ target: String) {
        let category =
            switch kind {
            case .quantity, .quality, .timeliness, .cost: "产出指标"
            case .economicBenefit, .socialBenefit, .ecologicalBenefit, .sustainability: "效益指标"
            case .satisfaction: "满意度指标"
            }
        let type = kind == .satisfaction ? "服务对象满意度指标" : kind.rawValue + "指标"
        self.init(
            category: category, type: type, name: name, description: description, target: Target(reading: target), basis: "工作计划")
    }

    /// Reads `数量指标 人数 ≥5人`: type, name and value between spaces.
    init(example text: String) {
        let cells = text.split(separator: " ").map(String.init)
        let kind = IndicatorKind(type: cells.first ?? "", category: "") ?? .quantity
        self.init(kind, cells.dropFirst().first ?? "", "", cells.dropFirst(2).joined(separator: " "))
        type = cells.first ?? type
    }

    /// `成本指标 补贴标准（每人每月）≥300元`.
    var exampleText: String {
        type + " " + name + (description.isEmpty ? " " : "（\(description)）") + target.text
    }
}
