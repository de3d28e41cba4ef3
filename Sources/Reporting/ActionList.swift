import Diagnostics
import GoalModel
import Linting
internal import Text

/// Chooses the three things that are most worth doing.
struct ActionList {
    let book: GoalBook
    let findings: [Finding]
    /// Places that could not be read.
    let unread: [Diagnostic]
    /// What putting right all findings of a rule wins in the town's score, by the rule's code.
    let points: [String: Points]

    /// At most three: first what is not read and so in no figure, then what makes the town fail, then what wins most points.
    var actions: [Action] {
        let rules = rules
        let personal = rules.filter(\.isPersonal)
        let wrong = rules.filter { !$0.isPersonal && $0.gravity == .error }
        let others = rules.filter { !$0.isPersonal && $0.gravity < .error }
        let first = completing + joined(personal, .personal) + joined(wrong, .errors)
        return Array((first + others.prefix(3).map { action($0, .others) }).prefix(3))
    }

    private var completing: [Action] {
        guard let first = unread.first else { return [] }
        let place = first.location.map { "\($0)：" } ?? ""
        return [
            Action(
                title: Action.Urgency.unread.title ?? "",
                detail: "共\(unread.count)处，首处在\(place)\(first.summary.asSentence)\(first.remedy.asSentence)",
                projects: [], points: .zero, urgency: .unread)
        ]
    }

    /// One thing to do for several rules; what is to be done for a single one says it better.
    private func joined(_ rules: [RuleFindings], _ urgency: Action.Urgency) -> [Action] {
        if rules.count < 2 { return rules.map { action($0, urgency) } }
        let findings = rules.flatMap(\.findings)
        let kinds = rules.sorted { ($1.findings.count, $0.code) < ($0.findings.count, $1.code) }
        let named = kinds.prefix(3).map { "\($0.title)（\($0.findings.count)处）" }.joined(separator: "、")
        let projects = Self.projects(of: findings)
        return [
            Action(
                title: urgency.title ?? "",
                detail:
                    "共\(findings.count)处\(projects.isEmpty ? "" : "，在\(book.naming(projects))")：\(named)\(kinds.count > 3 ? "等" : "")。",
                projects: projects, points: rules.reduce(.zero) { $0 + $1.points }, urgency: urgency)
        ]
    }

    private struct RuleFindings {
        var code: String
        var title: String
        var points: Points
        var findings: [Finding]
        /// Of the gravest finding.
        var gravity: Severity { findings.map(\.severity).max() ?? .hint }
        var isPersonal: Bool { findings.contains(where: \.isPersonal) }
    }

    /// Every rule that found something to put right, the dearest first; equal points: errors first, then by code.
    private var rules: [RuleFindings] {
        let byCode = Dictionary(grouping: findings, by: \.code)
        let all = byCode.map { code, found in
            RuleFindings(code: code, title: found.first?.title ?? code, points: points[code] ?? .zero, findings: found)
        }
        let useful = all.filter { rule in rule.points > .zero || rule.findings.contains { $0.severity > .hint } }
        return useful.sorted { a, b in
            if a.points != b.points { return a.points > b.points }
            return a.gravity == b.gravity ? a.code < b.code : a.gravity > b.gravity
        }
    }

    private func action(_ rule: RuleFindings, _ urgency: Action.Urgency) -> Action {
        Action(
            title: RuleCatalogue.actions[rule.code] ?? rule.title.shortened(to: 20),
            detail: Self.detail(of: rule.findings, in: book), projects: Self.projects(of: rule.findings), points: rule.points,
            urgency: urgency)
    }

    /// How many places, in which projects, and what to write there when that is the same for all.
    private static func detail(of findings: [Finding], in book: GoalBook) -> String {
        let projects = projects(of: findings)
        var sentences = ["共\(findings.count)处" + (projects.isEmpty ? "" : "，在" + book.naming(projects))]
        if let remedy = findings.first?.remedy, !remedy.isEmpty, findings.allSatisfy({ $0.remedy == remedy }) {
            sentences.append(remedy)
        }
        return sentences.map(\.asSentence).joined()
    }

    private static func projects(of findings: [Finding]) -> [Int] {
        Set(findings.flatMap(\.projects)).sorted()
    }
}

extension GoalBook {
    /// The first project by number and name, two more by number: `项目3（“四宗地”征地费用）、10、12等7个项目`.
    func naming(_ numbers: [Int]) -> String {
        guard let first = numbers.first else { return "" }
        let name = (project(numbered: first)?.name ?? "").oneLine.shortened(to: 14)
        let others = numbers.dropFirst().prefix(2).map { "、\($0)" }.joined()
        return "项目\(first)" + (name.isEmpty ? "" : "（\(name)）") + others + (numbers.count > 3 ? "等\(numbers.count)个项目" : "")
    }
}

extension String {
    /// With a full stop at the end, unless there is nothing to end or it has an end already.
    public var asSentence: String {
        guard let last else { return "" }
        return "。！？；".contains(last) ? self : self + "。"
    }
}
