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

    /// At most three, ordered by the points they win.
    ///
    /// Where errors are left that none of the three removes, the last of them gives way to putting those right: what must be
    /// done may not be missing from what is to be done.
    var actions: [Action] {
        let rules = rules
        var chosen = rules.prefix(3).map(action)
        let errors = findings.filter { $0.severity == .error }
        if rules.dropFirst(3).contains(where: { $0.gravity == .error }) {
            let kept = rules.prefix(2).map(\.code)
            chosen[2] = puttingRight(errors.filter { !kept.contains($0.code) }, of: errors.count)
        }
        return Array((completing + chosen.greatestFirst(by: \.points)).prefix(3))
    }

    /// What could not be read is not in any figure, so it comes before everything else.
    private var completing: [Action] {
        guard let first = unread.first else { return [] }
        let place = first.location.map { "\($0)：" } ?? ""
        return [
            Action(
                title: "补全没有读全的内容", detail: "共\(unread.count)处，首处在\(place)\(first.summary.asSentence)\(first.remedy.asSentence)",
                projects: [], points: .zero)
        ]
    }

    private func puttingRight(_ errors: [Finding], of all: Int) -> Action {
        let won = Set(errors.map(\.code)).reduce(Points.zero) { $0 + (points[$1] ?? .zero) }
        let kinds = Dictionary(grouping: errors, by: \.code).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let named = kinds.prefix(3).map { "\($0.value[0].title)（\($0.value.count)处）" }.joined(separator: "、")
        return Action(
            title: "改正\(errors.count < all ? "其余" : "全部")\(errors.count)处错误",
            detail: "在\(book.naming(Self.projects(of: errors)))：\(named)\(kinds.count > 3 ? "等" : "")。",
            projects: Self.projects(of: errors), points: won)
    }

    private struct RuleFindings {
        var code: String
        var title: String
        var points: Points
        var findings: [Finding]
        /// Of the gravest finding.
        var gravity: Severity { findings.map(\.severity).max() ?? .hint }
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

    private func action(_ rule: RuleFindings) -> Action {
        Action(
            title: RuleCatalogue.actions[rule.code] ?? rule.title.shortened(to: 20),
            detail: Self.detail(of: rule.findings, in: book), projects: Self.projects(of: rule.findings), points: rule.points)
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
        Set(findings.flatMap { $0.projects.isEmpty ? [$0.project].compactMap(\.self) : $0.projects }).sorted()
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
