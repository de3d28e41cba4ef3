public import Foundation
public import GoalModel

/// The money of a filled form beside what the rules make of it.
public struct JudgedMoney: Sendable {
    /// The row of the sum.
    let row: EvaluationForm.MoneyRow?
    let unit: MoneyUnit
    /// In the form's unit, as printed.
    let initial: Decimal?
    let adjusted: Decimal?
    let paid: Decimal?
    /// What execution counts; `nil` where the form does not say it.
    public let weight: Decimal?
    /// The points of execution that are printed, and their cell.
    public let points: Decimal?
    let pointsCell: EvaluationForm.Cell?
    /// What the rule gives; `nil` without a budget, an amount or points.
    public let score: ExecutionScore?
    /// The points that the rule gives; `nil` where nobody knows what execution counts.
    public var due: Decimal? { weight == nil ? nil : score?.points.decimal }
    /// A row among the indicators holds the points of execution.
    let indicatorRow: JudgedRow?

    init(_ form: EvaluationForm, rows: [JudgedRow]) {
        row = form.totalMoney
        unit = form.moneyUnit ?? .wan
        func amount(_ column: EvaluationForm.MoneyColumn) -> Decimal? {
            form.totalMoney?.cells[column].flatMap { $0.isBlank ? nil : $0.number }
        }
        initial = amount(.initial)
        adjusted = form.moneyColumns.contains(.adjusted) ? amount(.adjusted) : amount(.initial)
        paid = amount(.paid)
        indicatorRow = rows.first { $0.row.isExecution }
        weight =
            amount(.weight) ?? indicatorRow?.weight ?? form.statedExecutionPoints ?? JudgedMoney.rest(form, rows)
        let cell = form.totalMoney?.cells[.score]
        pointsCell = cell ?? indicatorRow?.row[.score]
        points = pointsCell.flatMap { $0.isBlank ? nil : $0.number }
        score = JudgedMoney.score(adjusted, paid, weight, unit)
    }

    /// What the indicators leave of a hundred where the form has points of execution and does not say how many.
    private static func rest(_ form: EvaluationForm, _ rows: [JudgedRow]) -> Decimal? {
        let weights = rows.filter { !$0.row.isPart }.compactMap(\.weight).reduce(0, +)
        let isPlain = form.moneyColumns.contains(.score) && !form.moneyColumns.contains(.weight)
        return isPlain && (weights == 90 || weights == 80) ? 100 - weights : nil
    }

    private static func score(_ adjusted: Decimal?, _ paid: Decimal?, _ weight: Decimal?, _ unit: MoneyUnit) -> ExecutionScore? {
        guard let adjusted, let paid, adjusted > 0, paid >= 0, let budget = Money(nearest: adjusted, in: unit), budget > .zero,
            let spent = Money(nearest: paid, in: unit)
        else { return nil }
        return ExecutionScore(adjusted: budget, paid: spent, weight: Marks(nearest: weight ?? 0), unit: unit)
    }

    /// 全年预算数, in 分.
    public var adjustedMoney: Money? { adjusted.flatMap { Money(nearest: $0, in: unit) } }
    /// 全年执行数, in 分.
    public var paidMoney: Money? { paid.flatMap { Money(nearest: $0, in: unit) } }

    /// Every percentage that the amounts can stand for, rounded as they may be: those in 万元 to two decimals.
    static func rates(paid: Decimal, adjusted: Decimal, in unit: MoneyUnit) -> ClosedRange<Decimal>? {
        guard adjusted > 0, paid >= 0 else { return nil }
        if paid == adjusted { return 100...100 }
        let slack = unit.fen >= MoneyUnit.wan.fen ? Decimal(5) / 1_000 : 0
        let (least, most) = (decimals(paid) > 2 ? 0 : slack, decimals(adjusted) > 2 ? 0 : slack)
        guard adjusted > most else { return nil }
        let low = max(0, paid - (paid == 0 ? 0 : least)) / (adjusted + most) * 100
        let high = (paid + (paid == 0 ? 0 : least)) / (adjusted - most) * 100
        return low...max(low, high)
    }

    /// How many decimals a number has.
    static func decimals(_ number: Decimal) -> Int { max(0, -number.exponent) }
}

extension Money {
    /// Rounded half-up to a whole 分, as of a number that a workbook calculated.
    init?(nearest number: Decimal, in unit: MoneyUnit) {
        var (exact, rounded) = (number * Decimal(unit.fen), Decimal())
        NSDecimalRound(&rounded, &exact, 0, .plain)
        self.init(rounded, in: .fen)
    }
}
