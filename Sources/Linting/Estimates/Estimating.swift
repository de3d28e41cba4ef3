public import GoalModel

/// Multiplies quantities by unit costs where the units of a project fit.
///
/// No estimate is better than a wrong one: what a row may mean is tried in every way; what agrees with the budget in any
/// of them is a proof, and a contradiction is told only where one way is certain and none agrees.
public struct Estimating: Sendable {
    private let tables: LintingTables
    private let generic: WordFinder

    public init(tables: LintingTables) {
        self.tables = tables
        generic = WordFinder(tables.estimates.generic)
    }

    /// At most one estimate a project, in the order of the book.
    public func estimates(in book: GoalBook) -> [Estimate] {
        book.projects.compactMap(estimate)
    }

    func estimate(of project: Project) -> Estimate? {
        guard let budget = project.budget, budget > .zero,
            let readings = CostInterpretations(project, tables: tables, generic: generic)
        else { return nil }
        let verdicts = EstimateChecks(project, budget: budget, limits: tables.thresholds.estimate)
        let prices = readings.costs.filter(\.isPrice)
        let ways = prices.map { readings.readings(of: $0) }
        // A total that is the budget only repeats it.
        let totals = readings.costs.filter { !$0.isPrice && !verdicts.isBudget($0) }
        if let proof = verdicts.proof(sums(of: ways, and: totals)) { return proof }
        if prices.count > 1, totals.isEmpty, let first = verdicts.proof(of: ways) { return first }
        // What the project pays beside the price may fill the budget; more than the budget is too much in any case.
        let isWhole = prices.count == 1 && totals.isEmpty && !readings.hasUnreadCosts
        return ways.indices.lazy.filter { ways.count == 1 || Estimating.isOnItsOwn(ways[$0], $0, among: ways) }
            .compactMap { verdicts.contradiction(ways[$0].map { Calculation([$0]) }, isWhole: isWhole) }.first
    }

    /// Whether no other price counts the same rows: two rates for one number of people are for a part of them each.
    private static func isOnItsOwn(_ readings: [Reading], _ place: Int, among ways: [[Reading]]) -> Bool {
        let mine = Set(readings.flatMap { $0.rows.dropFirst() })
        return ways.indices.allSatisfy { other in
            other == place || mine.isDisjoint(with: ways[other].flatMap { $0.rows.dropFirst() })
        }
    }

    /// More ways than any true project has.
    private static let mostSums = 200

    /// Every choice of one way for each price, with the totals; empty where a price has no way.
    private func sums(of ways: [[Reading]], and totals: [CostAmount]) -> [Calculation] {
        var sums: [[Reading]] = [[]]
        for readings in ways {
            sums = sums.flatMap { sum in readings.map { sum + [$0] } }
            if sums.count > Estimating.mostSums { return [] }
        }
        return sums.filter { !$0.isEmpty }.map { Calculation($0, and: totals) }
    }
}

/// Products, and totals, added up.
struct Calculation {
    let formula: String
    /// That of the first product.
    let price: String
    /// In 分; `nil` where it has too many digits.
    let value: ExactNumber?
    let bound: Estimate.Bound
    let rows: [Int]
    let isCertain: Bool

    init(_ readings: [Reading], and totals: [CostAmount] = []) {
        formula = (readings.map(\.formula) + totals.map { $0.shown(per: []) }).joined(separator: " + ")
        price = readings.first?.price ?? ""
        value = (readings.map(\.value) + totals.map(\.value)).reduce(ExactNumber(0)) { sum, part in part.flatMap { sum?.plus($0) }
        }
        rows = readings.flatMap(\.rows) + totals.map(\.row.number)
        isCertain = readings.allSatisfy(\.isCertain)
        let signs = readings.flatMap(\.comparators) + totals.compactMap(\.comparator)
        let isLower = signs.contains { $0 == .atLeast || $0 == .moreThan }
        let isUpper = signs.contains { $0 == .atMost || $0 == .lessThan }
        bound = isLower && isUpper ? .point : isLower ? .atLeast : isUpper ? .atMost : .exact
    }
}
