public import GoalModel

/// Turns findings into a score of which every lost point is listed.
public struct QualityScoring: Sendable {
    let weights: ScoreWeights

    /// The quality of a book of which `findings` are all the findings.
    public func quality(of book: GoalBook, findings: [Finding]) -> Quality {
        let rows = book.projects.flatMap(\.indicators)
        let copied = CopiedSets(in: book).groups.joined().reduce(0) { $0 + $1.indicators.count }
        let town = TownScore(book: book, findings: findings, weights: weights)
        let losses = book.isScorable ? town.losses : []
        return Quality(
            score: book.isScorable ? .full - town.lost : nil, projects: town.projects, losses: losses,
            quantifiedRows: rows.count { $0.target.quantity?.number != nil },
            copiedRows: copied, rows: rows.count, fixes: book.projects.isEmpty ? [] : fixes(town),
            dimensions: Quality.dimensions(of: town.rules, losses))
    }

    /// The score alone, of which only the projects' numbers and money and the findings' codes, severities and projects tell.
    public func score(of book: GoalBook, findings: [Finding]) -> (score: Points?, losses: [Quality.Loss]) {
        if !book.isScorable { return (nil, []) }
        let town = TownScore(book: book, findings: findings, weights: weights)
        return (.full - town.lost, town.losses)
    }

    /// What each rule would win if all its findings were put right and nothing else.
    private func fixes(_ town: TownScore) -> [Quality.Fix] {
        let fixes = town.rules.map { code, rule in
            Quality.Fix(
                code: code, title: rule.title, findings: rule.findings, projects: rule.projects.count,
                points: max(.zero, town.lost - town.lost(without: code)))
        }
        return fixes.sorted { ($1.points, $1.findings, $0.code) < ($0.points, $0.findings, $1.code) }
    }
}

extension Quality {
    /// Puts each rule's points where its criterion belongs.
    fileprivate static func dimensions(of rules: [String: RuleTally], _ losses: [Loss]) -> [Dimension] {
        Criterion.allCases.map { criterion in
            Dimension(
                criterion: criterion, findings: rules.values.reduce(0) { $0 + ($1.criterion == criterion ? $1.findings : 0) },
                points: losses.filter { rules[$0.code]?.criterion == criterion }.reduce(.zero) { $0 + $1.points })
        }
    }
}

/// What a rule has found in a town.
private struct RuleTally {
    let title: String
    let criterion: Criterion
    var findings = 0
    var projects: Set<Int> = []
}

/// The scores of a town's projects and their mean, weighted by budget.
private struct TownScore {
    let lost: Points
    let projects: [Quality.ProjectScore]
    let losses: [Quality.Loss]
    /// By code.
    let rules: [String: RuleTally]
    /// One for each project.
    private let tables: [LossTable]
    /// What belongs to no project.
    private let common: LossTable
    private let shares: [Int128]
    private let whole: Int128

    init(book: GoalBook, findings: [Finding], weights: ScoreWeights) {
        // By their places: copying findings would cost more than all else.
        var byProject: [Int: [Int]] = [:]
        var rules: [String: RuleTally] = [:]
        for (place, finding) in findings.enumerated() {
            let projects = finding.projects
            for project in projects.count > 1 ? Array(Set(projects)) : projects { byProject[project, default: []].append(place) }
            rules[finding.code, default: RuleTally(title: finding.title, criterion: finding.criterion)].findings += 1
            for project in projects { rules[finding.code]?.projects.insert(project) }
        }
        tables = book.projects.map { project in
            LossTable((byProject[project.number] ?? []).lazy.map { findings[$0] }, weights: weights)
        }
        let scored = zip(book.projects, tables).map { project, table in
            let losses = table.losses(within: .full)
            return Quality.ProjectScore(project: project.number, score: losses.reduce(.full) { $0 - $1.points }, losses: losses)
        }
        // Sums of products need 128 bits.
        shares = book.weights.map { Int128($0) }
        var sums: [String: Int128] = [:]
        for (project, share) in zip(scored, shares) {
            for loss in project.losses { sums[loss.code, default: 0] += Int128(loss.points.tenths) * share }
        }
        whole = max(1, shares.reduce(0, +))
        let mean = TownScore.mean(sums.values.reduce(0, +), whole)
        var points = TownScore.split(mean, by: sums, whole: whole)
        common = LossTable(findings.lazy.filter { $0.projects.isEmpty }, weights: weights)
        for loss in common.losses(within: .full - mean) { points[loss.code, default: .zero] += loss.points }
        lost = points.values.reduce(.zero, +)
        projects = scored
        losses = points.compactMap { code, points in
            guard points > .zero, let rule = rules[code] else { return nil }
            return Quality.Loss(code: code, title: rule.title, findings: rule.findings, points: points)
        }.sorted(by: Quality.Loss.isGreater)
        self.rules = rules
    }

    /// The points that the town would lose if a rule had found nothing.
    func lost(without code: String) -> Points {
        let sum = zip(tables, shares).reduce(Int128(0)) { sum, project in
            sum + Int128(project.0.total(within: .full, without: code).tenths) * project.1
        }
        let mean = TownScore.mean(sum, whole)
        return mean + common.total(within: .full - mean, without: code)
    }

    private static func mean(_ sum: Int128, _ whole: Int128) -> Points {
        Points(tenths: Int((sum * 2 + whole - 1) / (whole * 2)))
    }

    /// Parts that add up to `total`: rounded down, then one more for the largest remainders.
    private static func split(_ total: Points, by sums: [String: Int128], whole: Int128) -> [String: Points] {
        var parts = sums.mapValues { Points(tenths: Int($0 / whole)) }
        let rest = total - parts.values.reduce(.zero, +)
        let order = sums.sorted { ($1.value % whole, $0.key) < ($0.value % whole, $1.key) }
        for (code, _) in order.prefix(max(0, rest.tenths)) { parts[code, default: .zero] += Points(tenths: 1) }
        return parts
    }
}

extension GoalBook {
    /// How much each project's score counts in the town's, in 分: its budget, where that is missing its funds, else the mean
    /// of the others; an empty cell must not take a poor project out of the count. The least is 1.
    fileprivate var weights: [Int64] {
        let known = projects.map { project -> Int64? in
            if let budget = project.budget { return max(1, budget.fen) }
            let funds = (project.fiscalFunds ?? Money.zero) + (project.otherFunds ?? Money.zero)
            return funds > Money.zero ? funds.fen : nil
        }
        let given = known.compactMap(\.self)
        let sum: Int128 = given.reduce(0) { $0 + Int128($1) }
        let mean = Int64(clamping: sum / Int128(max(1, given.count)))
        return known.map { $0 ?? max(1, mean) }
    }
}

/// The points that each rule costs, within its cap.
private struct LossTable {
    private var losses: [String: Quality.Loss] = [:]
    private let sum: Points

    init(_ findings: some Sequence<Finding>, weights: ScoreWeights) {
        for finding in findings {
            let weight = weights.weight(of: finding)
            var loss = losses[finding.code] ?? Quality.Loss(code: finding.code, title: finding.title, findings: 0, points: .zero)
            loss.findings += 1
            // A finding never takes back what graver ones of its rule have cost.
            loss.points = max(loss.points, min(weight.cap, loss.points + weight.points))
            losses[finding.code] = loss
        }
        sum = losses.values.reduce(.zero) { $0 + $1.points }
    }

    /// What is lost at most if one of the rules cost nothing.
    func total(within limit: Points, without code: String) -> Points {
        min(max(.zero, limit), sum - (losses[code]?.points ?? .zero))
    }

    /// The greatest first, cut where nothing is left to lose; rules that cost nothing are left out.
    func losses(within limit: Points) -> [Quality.Loss] {
        var left = max(.zero, limit)
        return losses.values.sorted(by: Quality.Loss.isGreater).compactMap { loss in
            var loss = loss
            loss.points = min(left, loss.points)
            left -= loss.points
            return loss.points > .zero ? loss : nil
        }
    }
}

extension Quality.Loss {
    fileprivate static func isGreater(_ a: Self, _ b: Self) -> Bool {
        (b.points, a.code) < (a.points, b.code)
    }
}
