import Diagnostics
import GoalModel

/// A book and what was said of it as lines of text, to be compared with what a person wrote down.
struct BookDump {
    private(set) var lines: [String] = []

    init(_ reading: Warned<GoalBook>) {
        let book = reading.value
        let year = book.fiscalYear.map(String.init) ?? "?"
        add("书", book.county ?? "-", book.town, book.unit.code ?? "-", book.unit.name, year)
        for section in book.partOne { add("章", section.heading.text, "\(section.paragraphs.count)段") }
        add("总体", book.overallGoal)
        for goal in book.subGoals { add("分项", goal.title, goal.goal, goal.indicator) }
        for safeguard in book.safeguards { add("保障", safeguard.title, safeguard.text) }
        for statement in book.expenseClasses { add("经费", statement) }
        for statement in book.statements { add("正文", statement) }
        for project in book.projects { add(project) }
        for passage in book.residue { add("未归类", passage.text) }
        for diagnostic in reading.diagnostics where diagnostic.id != "residue" {
            add(diagnostic.severity.title, diagnostic.id, diagnostic.location?.line.map(String.init) ?? "-", diagnostic.summary)
        }
    }

    var text: String {
        lines.joined(separator: "\n") + "\n"
    }

    private mutating func add(_ pieces: String...) {
        lines.append(pieces.joined(separator: "｜").replacing("\n", with: "⏎"))
    }

    private mutating func add(_ word: String, _ statement: Statement) {
        add(
            word, statement.name, amount(statement.amount), plan(statement.plan), statement.indicators.joined(separator: "；"),
            statement.project.map { "→\($0)" } ?? "")
    }

    private mutating func add(_ project: Project) {
        add("项目\(project.number)", project.name, project.code, project.unit.code ?? "-", project.unit.name)
        add(
            "　金额", project.moneyUnit.rawValue, amount(project.budget), amount(project.fiscalFunds), amount(project.otherFunds),
            project.purpose)
        add("　计划", plan(project.plan))
        add("　目标", project.goals.joined(separator: "；"))
        for row in project.indicators {
            add("　指标", row.category, row.type, row.name, row.description, row.target.text + "=" + row.target.kind, row.basis)
        }
    }

    private func amount(_ money: Money?) -> String {
        money.map { "\($0.fen)分" } ?? "-"
    }

    private func plan(_ plan: SpendingPlan) -> String {
        plan.points.map { $0.by.code + " " + ($0.percent.map { "\($0)" } ?? "-") }.joined(separator: "，")
    }
}
