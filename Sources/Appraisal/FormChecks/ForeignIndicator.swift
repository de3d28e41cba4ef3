internal import Diagnostics
internal import GoalModel

/// E37: an indicator that belongs to another programme.
enum ForeignIndicator {
    static let description = FormCheckDescription(
        "E37", "foreign-indicator", .hint, "指标与项目无关", reason: "指标说的事项在项目的其他内容里都没有提到，多半是从别的项目照抄来的", remedy: "请核对，换成反映本项目内容的指标")

    static func check(_ form: JudgedForm, _ foreign: (Project) -> [Int: String], report: (FormRemark) -> Void) {
        let form = form.form
        let rows = form.rows.filter { !$0.isExecution }
        guard let name = form.projectName?.text, !name.isEmpty, !rows.isEmpty else { return }
        let goals = [form.goal, form.achievement].compactMap { $0?.text }
        let indicators = rows.map { row in
            Indicator(
                category: row[.category]?.text ?? "", type: row[.type]?.text ?? "", name: row.name, description: "",
                target: row.target, basis: row[.reason]?.text ?? "")
        }
        let project = Project(
            number: 1, name: name, code: "", unit: BudgetUnit(code: nil, name: ""), goals: goals, indicators: indicators)
        for (index, message) in foreign(project).sorted(by: { $0.key < $1.key }) where rows.indices.contains(index) {
            let row = rows[index]
            report(FormRemark(message, at: row[.name]?.place ?? row.place, row: row.number))
        }
    }
}
