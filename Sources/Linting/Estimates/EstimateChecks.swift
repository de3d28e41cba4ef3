internal import Diagnostics
internal import GoalModel

/// Compares calculations with a project's budget, exactly.
struct EstimateChecks {
    private let project: Project
    private let budget: Money
    /// In ten-thousandths of a per cent.
    private let agrees: Int128
    private let warns: Int128

    init(_ project: Project, budget: Money, limits: Thresholds.EstimateLimits) {
        self.project = project
        self.budget = budget
        agrees = EstimateChecks.share(limits.agrees)
        warns = EstimateChecks.share(limits.warns)
    }

    private static func share(_ percent: Double) -> Int128 {
        Int128(exactly: (percent * 10_000).rounded()) ?? 0
    }

    /// The proof by the first calculation that agrees, those that are certain before the others.
    func proof(_ calculations: [Calculation]) -> Estimate? {
        let agreeing = calculations.filter { isWithin(agrees, $0.value) }
        return (agreeing.first(where: \.isCertain) ?? agreeing.first).flatMap { estimate($0, severity: nil) }
    }

    /// Each price says the same of the whole budget in other words, 元/人/月 and 元/人/年.
    func proof(of ways: [[Reading]]) -> Estimate? {
        let proofs = ways.map { proof($0.map { Calculation([$0]) }) }
        return proofs.contains { $0 == nil } ? nil : proofs.first ?? nil
    }

    /// A contradiction by the first certain calculation, where no calculation can be true of the budget.
    ///
    /// - Parameter isWhole: whether the project pays for nothing else.
    func contradiction(_ calculations: [Calculation], isWhole: Bool) -> Estimate? {
        guard let first = calculations.first(where: \.isCertain), let side = side(first), isWhole || side > 0,
            calculations.allSatisfy({ self.side($0) != nil })
        else { return nil }
        return estimate(first, severity: isWithin(warns, first.value) ? .hint : .warning)
    }

    func isBudget(_ cost: CostAmount) -> Bool {
        isWithin(agrees, cost.value)
    }

    /// 1 where it must cost more than the budget, -1 where it must cost less, `nil` where it may be the budget.
    private func side(_ calculation: Calculation) -> Int? {
        guard let value = calculation.value, !isWithin(agrees, value), let isAbove = isAbove(value) else { return nil }
        switch calculation.bound {
        case .exact, .point: return isAbove ? 1 : -1
        case .atLeast: return isAbove ? 1 : nil
        case .atMost: return isAbove ? nil : -1
        }
    }

    private func isAbove(_ value: ExactNumber) -> Bool? {
        ExactNumber(fen: budget.fen).scaled(to: value.places).map { value.digits > $0 }
    }

    private func isWithin(_ share: Int128, _ value: ExactNumber?) -> Bool {
        guard let value, let budget = ExactNumber(fen: budget.fen).scaled(to: value.places) else { return false }
        let (difference, _) = value.digits.subtractingReportingOverflow(budget)
        let (a, first) = Int128(clamping: difference.magnitude).multipliedReportingOverflow(by: 1_000_000)
        let (b, second) = budget.multipliedReportingOverflow(by: share)
        return !first && !second && a <= b
    }

    private func estimate(_ calculation: Calculation, severity: Severity?) -> Estimate? {
        guard let value = calculation.value, let fen = value.rounded, fen > 0, fen <= Money.largest.fen else { return nil }
        let wording = EstimateWording(
            formula: calculation.formula, amount: Money(fen: fen), isRounded: !value.isWhole, budget: budget,
            bound: calculation.bound, unit: project.moneyUnit)
        return Estimate(
            project: project.number, text: severity == nil ? wording.proof : wording.contradiction, estimateFen: fen,
            ratio: Double(fen) / Double(budget.fen), agrees: severity == nil, bound: calculation.bound, severity: severity,
            formula: calculation.formula, price: calculation.price, budget: budget, rows: calculation.rows)
    }
}
