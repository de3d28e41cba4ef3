import Diagnostics
import GoalModel
import Linting

/// Chooses the three things that are most worth doing.
struct ActionList {
    let book: GoalBook
    let findings: [Finding]
    let losses: [Quality.Loss]

    /// At most three, ordered by the points they win.
    ///
    /// Where errors are left and none of the three removes one, the last is to put the errors right: what must be done may
    /// not be missing from what is to be done.
    var actions: [Action] {
        let candidates = rules.map(action)
        var chosen = Array(candidates.prefix(3))
        let errors = findings.filter { $0.severity == .error }
        let covered = rules.prefix(3).contains { rule in rule.findings.contains { $0.severity == .error } }
        if !errors.isEmpty, !covered, rules.count > 3 {
            let lost = losses.filter { loss in errors.contains { $0.code == loss.code } }
            chosen[2] = Action(
                title: "改正全部\(errors.count)处错误", detail: Self.detail(of: errors, in: book), projects: Self.projects(of: errors),
                points: lost.reduce(0) { $0 + $1.points })
        }
        return chosen
    }

    private struct RuleFindings {
        var code: String
        var title: String
        var points: Int
        var findings: [Finding]
        /// Of the gravest finding.
        var gravity: Severity { findings.map(\.severity).max() ?? .hint }
    }

    /// Every rule that found something to put right, the dearest first; equal points: errors first, then by code.
    private var rules: [RuleFindings] {
        let points = Dictionary(losses.map { ($0.code, $0.points) }, uniquingKeysWith: +)
        let byCode = Dictionary(grouping: findings, by: \.code)
        let all = byCode.map { code, found in
            RuleFindings(code: code, title: found.first?.title ?? code, points: points[code] ?? 0, findings: found)
        }
        let useful = all.filter { rule in rule.points > 0 || rule.findings.contains { $0.severity > .hint } }
        return useful.sorted { a, b in
            if a.points != b.points { return a.points > b.points }
            return a.gravity == b.gravity ? a.code < b.code : a.gravity > b.gravity
        }
    }

    private func action(_ rule: RuleFindings) -> Action {
        Action(
            title: ActionTitles.title(of: rule.code) ?? String("改正“\(rule.title)”".prefix(20)),
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
    /// For example `项目3（“四宗地”征地费用）、项目10（东杨庄等村2023年土地…）等7个项目`.
    func naming(_ numbers: [Int], atMost limit: Int = 2) -> String {
        let named = numbers.prefix(limit).map { number in
            "项目\(number)（\((projects.first { $0.number == number }?.name ?? "").shortened(to: 14))）"
        }
        return named.joined(separator: "、") + (numbers.count > limit ? "等\(numbers.count)个项目" : "")
    }
}

extension String {
    /// At most `limit` characters on one line, the last of them `…` where something was left out.
    func shortened(to limit: Int) -> String {
        let line = split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > limit ? line.prefix(max(0, limit - 1)) + "…" : line
    }

    /// With exactly one full stop at the end.
    var asSentence: String {
        guard let last else { return "" }
        return "。！？；".contains(last) ? self : self + "。"
    }
}
