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
            copiedRows: copied, rows: rows.count, fixes: book.projects.isEmpty ? [] : fixes(of: book, findings, lost: town.lost),
            dimensions: Quality.dimensions(of: findings, losses))
    }

    /// The score alone, of which only the projects' numbers and money and the findings' codes, severities and projects tell.
    public func score(of book: GoalBook, findings: [Finding]) -> (score: Points?, losses: [Quality.Loss]) {
        if !book.isScorable { return (nil, []) }
        let town = TownScore(book: book, findings: findings, weights: weights)
        return (.full - town.lost, town.losses)
    }

    /// What each rule would win if all its findings were put right and nothing else.
    private func fixes(of book: GoalBook, _ findings: [Finding], lost: Points) -> [Quality.Fix] {
        let byCode = Dictionary(grouping: findings, by: \.code)
        let fixes = byCode.compactMap { code, mine -> Quality.Fix? in
            let others = TownScore(book: book, findings: findings.filter { $0.code != code }, weights: weights)
            let projects = Set(mine.flatMap(\.projects)).count
            return mine.first.map {
                Quality.Fix(
                    code: code, title: $0.title, findings: mine.count, projects: projects, points: max(.zero, lost - others.lost))
            }
        }
        return fixes.sorted { ($1.points, $1.findings, $0.code) < ($0.points, $0.findings, $1.code) }
    }
}

extension Quality {
    /// Puts each rule's points where its criterion belongs.
    static func dimensions(of findings: [Finding], _ losses: [Loss]) -> [Dimension] {
        let criteria = Dictionary(findings.map { ($0.code, $0.criterion) }, uniquingKeysWith: { first, _ in first })
        return Criterion.allCases.map { criterion in
            Dimension(
                criterion: criterion, findings: findings.count { criteria[$0.code] == criterion },
                points: losses.filter { criteria[$0.code] == criterion }.reduce(.zero) { $0 + $1.points })
        }
    }
}

/// The scores of a town's projects and their mean, weighted by budget.
private struct TownScore {
    let lost: Points
    let projects: [Quality.ProjectScore]
    let losses: [Quality.Loss]

    init(book: GoalBook, findings: [Finding], weights: ScoreWeights) {
        // By their places: copying findings would cost more than all else.
        var byProject: [Int: [Int]] = [:]
        for (place, finding) in findings.enumerated() {
            let projects = finding.projects
            for project in projects.count > 1 ? Array(Set(projects)) : projects { byProject[project, default: []].append(place) }
        }
        let scored = book.projects.map { project in
            let mine = (byProject[project.number] ?? []).lazy.map { findings[$0] }
            let losses = LossTable(mine, weights: weights).losses(within: .full)
            return Quality.ProjectScore(project: project.number, score: losses.reduce(.full) { $0 - $1.points }, losses: losses)
        }
        // Sums of products need 128 bits.
        let shares = book.weights.map { Int128($0) }
        var sums: [String: Int128] = [:]
        for (project, share) in zip(scored, shares) {
            for loss in project.losses { sums[loss.code, default: 0] += Int128(loss.points.tenths) * share }
        }
        let whole = max(1, shares.reduce(0, +))
        let mean = Points(tenths: Int((sums.values.reduce(0, +) * 2 + whole - 1) / (whole * 2)))
        var points = TownScore.split(mean, by: sums, whole: whole)
        let common = LossTable(findings.lazy.filter(\.projects.isEmpty), weights: weights).losses(within: .full - mean)
        for loss in common { points[loss.code, default: .zero] += loss.points }
        lost = points.values.reduce(.zero, +)
        projects = scored
        let byCode = Dictionary(grouping: findings, by: \.code)
        losses = points.compactMap { code, points in
            guard points > .zero, let mine = byCode[code], let first = mine.first else { return nil }
            return Quality.Loss(code: code, title: first.title, findings: mine.count, points: points)
        }.sorted(by: Quality.Loss.isGreater)
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

    init(_ findings: some Sequence<Finding>, weights: ScoreWeights) {
        for finding in findings {
            let weight = weights.weight(of: finding)
            var loss = losses[finding.code] ?? Quality.Loss(code: finding.code, title: finding.title, findings: 0, points: .zero)
            loss.findings += 1
            // A finding never takes back what graver ones of its rule have cost.
            loss.points = max(loss.points, min(weight.cap, loss.points + weight.points))
            losses[finding.code] = loss
        }
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
