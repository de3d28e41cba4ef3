internal import Diagnostics
internal import GoalModel
internal import Text

/// The same project twice asks for the same money twice.
struct DuplicateProject: BookRule {
    static let description = RuleDescription(
        code: "F07", id: "duplicate-project", title: "项目重复", level: .book, severity: .error, criterion: .completeness,
        why: "同一个项目编码，或者名称和金额都相同的项目出现两次，资金会重复计算，批复后也无法区分。",
        remedy: "请删去重复的一份；确为两个项目的，请用各自的项目编码，并在名称中区分。", action: "删去或合并重复的项目", sources: [.projectCodes],
        passing: [
            .list([("防汛经费", "13052924P005840110001", "2"), ("防火经费", "13052924P005840110002", "2")]),
            .list([("办公经费", "13052924P005840110001", "2"), ("办公经费", "13052924P005840110002", "3")]),
            .list([("办公经费", "", "2"), ("办公经费", "", "2")]),
        ],
        failing: [
            .list([("防汛经费", "13052924P005840110001", "2"), ("防火经费", "13052924p005840110001", "3")], finds: .field(.code)),
            .list(
                [("防汛、防火经费", "13052924P005840110001", "2"), ("防汛防火经费", "13052924P005840110002", "2.00")],
                finds: .field(.name)),
        ])

    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void) {
        var codes: [String: Int] = [:]
        var names: [NameAndAmount: Int] = [:]
        for project in book.projects {
            let code = project.code.folded.withoutSpaces.uppercased()
            if code.isEmpty { continue }
            let key = project.budget.map { NameAndAmount(name: Fingerprint.normalised(project.name), budget: $0) }
            if let first = codes[code] {
                report(Violation(.sameCode(code, first), at: .field(.code), project: project.number, key: code, anchor: ""))
            } else if let key, key.budget > .zero, !key.name.isEmpty, let first = names[key] {
                let amount = key.budget.words(in: project.moneyUnit)
                report(
                    Violation(
                        .sameName(project.name, amount, first), at: .field(.name), project: project.number, key: key.name,
                        anchor: ""))
            }
            codes[code] = codes[code] ?? project.number
            if let key { names[key] = names[key] ?? project.number }
        }
    }

    private struct NameAndAmount: Hashable {
        let name: String
        let budget: Money
    }
}

extension Finding.Message {
    fileprivate static func sameCode(_ code: String, _ first: Int) -> Self { "项目编码\(code.quoted)与项目\(first)相同" }
    fileprivate static func sameName(_ name: String, _ amount: String, _ first: Int) -> Self {
        "项目\(name.quoted)与项目\(first)的名称和预算数（\(amount)）都相同，项目编码不同"
    }
}
