internal import Aggregation
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Linting
internal import Reporting

/// Figures are believed where projects, findings and settings bear them out: they are made anew of these.
extension FactsTally {
    /// - Parameter head: names the town, for which the settings may be its own.
    /// - Throws: ``FactsError`` that names the first figure that the projects and findings do not bear out.
    func agree(
        with figures: FactsFigures, of head: FactsHead, review: RecordedReview?, _ engine: Reviewer
    ) throws(FactsError) {
        if let trouble { throw .malformed(trouble, "的内容读不出") }
        guard let overview = figures.overview else { return }
        let errors = findings.count { $0.severity == .error }
        let budget = projects.compactMap(\.budget).total().fen
        let pairs: [(path: String, stated: Int64, counted: Int64)] = [
            ("totals.projects", Int64(figures.totals.projects), Int64(projects.count)),
            ("totals.indicators", Int64(figures.totals.indicators), Int64(indicators)),
            ("totals.budgetFen", figures.totals.budgetFen, budget), ("funding.total.fen", figures.funding.total.fen, budget),
            // What could not be read counts as an error, too, unless a finding names the place.
            ("overview.errors", Int64(overview.errors), Int64(min(max(overview.errors, errors), errors + unread))),
        ]
        for (path, stated, counted) in pairs where stated != counted {
            throw .malformed(path, "写的是\(stated)，与各项目、各问题合计的\(counted)不一致")
        }
        let found = Dictionary(grouping: findings, by: \.code).mapValues(\.count)
        let counts = overview.rules.map { ($0.code.cleaned, $0.findings) }
        let listed = Dictionary(counts) { $0.addingReportingOverflow($1).partialValue }
        guard listed.filter({ $0.value != 0 }) == found else { throw .malformed("overview.rules", "与列出的问题不一致") }
        let unit = BudgetUnit(code: head.unit.code?.cleaned, name: head.unit.name.cleaned)
        let book = GoalBook(town: head.town.cleaned, unit: unit, fiscalYear: nil, projects: projects)
        let kinds = Funding(book: book, kinds: engine.kinds).byKind.map { ($0.label, $0.amount.exact.fen, $0.projects) }
        let stated = figures.funding.byKind.map { ($0.label.cleaned, $0.amount.fen, $0.projects) }
        guard stated.elementsEqual(kinds, by: ==) else {
            throw .malformed("funding.byKind", "与按各项目名称、用途和预算数重新归类的不一致")
        }
        try agree(with: figures.quality, of: book, review, engine)
    }

    /// The score is what the findings listed cost by the settings' points.
    private func agree(
        with quality: FactsQuality, of book: GoalBook, _ review: RecordedReview?, _ engine: Reviewer
    ) throws(FactsError) {
        let scoring: QualityScoring
        do { scoring = try review.map { try engine.laidOver($0, for: book).basis.scoring } ?? engine.basis.scoring } catch {
            throw .malformed("review", "的内容现在不能用")
        }
        let (score, losses) = scoring.score(of: book, findings: findings)
        if let stated = quality.losses {
            let reckoned = losses.map { ($0.code, $0.findings, $0.points.decimal) }
            guard stated.map({ ($0.code, $0.findings, $0.points) }).elementsEqual(reckoned, by: ==) else {
                throw .malformed("quality.losses", "与列出的问题不一致")
            }
        }
        guard quality.score == score?.decimal else {
            let words = [quality.score, score?.decimal].map { $0.map { "\($0)" } ?? "空白" }
            throw .malformed("quality.score", "写的是\(words[0])，按列出的问题应为\(words[1])")
        }
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
