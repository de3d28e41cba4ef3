internal import Foundation
internal import GoalModel
internal import Linting
internal import Reporting

/// Figures are believed where projects, findings and settings bear them out; whoever changes one by hand has not changed all.
extension FactsTally {
    /// - Throws: ``FactsError`` that names the first figure that the projects and findings do not bear out.
    func agree(with figures: FactsFigures, _ overview: FactsOverview) throws(FactsError) {
        if let trouble { throw .malformed(trouble, "的内容读不出") }
        let errors = findings["error"] ?? 0
        let pairs: [(path: String, stated: Int64, counted: Int64)] = [
            ("totals.projects", Int64(figures.totals.projects), Int64(projects)),
            ("totals.indicators", Int64(figures.totals.indicators), Int64(indicators)),
            ("totals.budgetFen", figures.totals.budgetFen, budget.fen),
            ("funding.total.fen", figures.funding.total.fen, budget.fen),
            // What could not be read counts as an error, too, unless a finding names the place.
            ("overview.errors", Int64(overview.errors), Int64(min(max(overview.errors, errors), errors + unread))),
            (
                "overview.rules", overview.rules.reduce(0) { $0.addingReportingOverflow(Int64($1.findings)).partialValue },
                Int64(findings.values.reduce(0, +))
            ),
        ]
        for (path, stated, counted) in pairs where stated != counted {
            throw .malformed(path, "写的是\(stated)，与各项目、各问题合计的\(counted)不一致")
        }
        try agree(with: figures.quality, overview.rules)
    }

    /// The score is what the listed losses leave of 100, and every loss has its findings.
    private func agree(with quality: FactsQuality, _ rules: [FactsOverview.Rule]) throws(FactsError) {
        guard let score = quality.score, let losses = quality.losses else { return }
        let found = Dictionary(rules.map { ($0.code, $0.findings) }) { $0.addingReportingOverflow($1).partialValue }
        guard losses.allSatisfy({ $0.points > 0 && found[$0.code] == $0.findings }) else {
            throw .malformed("quality.losses", "与列出的问题不一致")
        }
        let left = losses.reduce(100) { $0 - $1.points }
        guard left == score else { throw .malformed("quality.score", "写的是\(score)，按扣分应为\(left)") }
    }
}

extension RecordedReview {
    /// Whether the settings leave no rule that could find anything in a town.
    var leavesNoRule: Bool {
        var off: Set<String> = []
        for record in settings {
            guard case .object(let all) = record.settings else { continue }
            var layers = [all]
            if case .object(let towns)? = all["towns"] {
                for case .object(let town) in towns.values { layers.append(town) }
            }
            for case .object(let rules)? in layers.map({ $0["rules"] }) {
                for (name, setting) in rules {
                    guard let code = RuleCatalogue.description(of: name)?.code else { continue }
                    if setting == .text("off") { off.insert(code) } else { off.remove(code) }
                }
            }
        }
        return RuleCatalogue.descriptions.allSatisfy { $0.level == .county || off.contains($0.code) }
    }
}
