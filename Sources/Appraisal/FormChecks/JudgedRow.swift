public import Foundation
public import GoalModel
internal import Text

/// A row of a filled form beside what the rules make of it.
public struct JudgedRow: Sendable {
    public let row: EvaluationForm.Row
    /// What its actual value is to its target.
    let outcome: Outcome
    /// As printed.
    public let weight: Decimal?
    public let points: Decimal?

    enum Outcome: Sendable {
        /// Both are numbers in one unit; the scores by every rule in use, the first of them the default's.
        case compared(Comparison)
        /// A date and its deadline.
        case dated(isLate: Bool)
        /// A deadline answered by a number, or a number by a date.
        case crossed
        case graded(Completion)
        /// Words for a number.
        case wordsForNumber
        case otherUnit(target: String, actual: String)
        case targetMissing, actualMissing
        /// Nobody can tell.
        case unsure
    }

    struct Comparison: Sendable {
        let isMissed: Bool
        let scores: [RowScore]
        /// Actual ÷ target is at least 1.3 of a target above zero.
        let isFarAbove: Bool
        let isExactly: Bool
        let target: MeasuredValue
        let actual: MeasuredValue
    }

    init(_ row: EvaluationForm.Row, year: Int?) {
        self.row = row
        weight = row.continued.contains(.weight) ? nil : row[.weight]?.number
        points = row.continued.contains(.score) ? nil : row[.score]?.number
        outcome = JudgedRow.outcome(row, year: year)
    }

    var isMissed: Bool? {
        switch outcome {
        case .compared(let comparison): comparison.isMissed
        case .dated(let isLate): isLate
        case .graded(let completion): completion != .reached
        default: nil
        }
    }

    var comparison: Comparison? { if case .compared(let comparison) = outcome { comparison } else { nil } }

    /// The points that the rule gives; `nil` where a person gives them.
    public var score: RowScore? { comparison?.scores.first }

    /// Weight and points stand beside each other and are no merged cell's.
    var isScored: Bool { weight != nil && points != nil && row.continued.isDisjoint(with: [.weight, .score]) && !row.isPart }

    var isCost: Bool { kind == .cost }

    var kind: IndicatorKind? {
        IndicatorKind(type: row[.type]?.text.withoutSpaces ?? "", category: row[.category]?.text.withoutSpaces ?? "")
    }

    /// For messages: 第3行“宣传覆盖率”.
    var title: String {
        let name = row.name.withoutSpaces
        return name.isEmpty ? "第\(row.number)个指标" : "第\(row.number)个指标\(name.shortened(to: 20).quoted)"
    }
}

extension JudgedRow {
    private static func outcome(_ row: EvaluationForm.Row, year: Int?) -> Outcome {
        if row.isExecution { return .unsure }
        if row.target.text.isEmpty { return .targetMissing }
        guard let cell = row[.actual] else { return .unsure }
        if cell.isBlank { return .actualMissing }
        let text = cell.text.trimmed
        switch row.target.value {
        case .quantity(let quantity) where quantity.number != nil:
            return compared(row, MeasuredValue(quantity), text)
        case .deadline(let deadline): return dated(deadline, text, year: year)
        default:
            // 效果明显 itself as what was reached.
            if text.withoutSpaces == row.target.text.withoutSpaces { return .graded(.reached) }
            return Completion(written: text).map(Outcome.graded) ?? .unsure
        }
    }

    private static func compared(_ row: EvaluationForm.Row, _ target: MeasuredValue?, _ text: String) -> Outcome {
        guard let target else { return .unsure }
        guard let actual = MeasuredValue(actual: text) else {
            if Target(reading: text).deadline?.by != nil { return .crossed }
            return Completion(written: text) != nil || ["已达标", "达标", "是", "已开展", "正常"].contains(text.withoutSpaces)
                ? .wordsForNumber : .unsure
        }
        switch target.unit.relation(to: actual.unit) {
        case .different: return .otherUnit(target: target.unit.base, actual: actual.unit.base)
        case .unsure: return .unsure
        case .same: break
        }
        // 0.96 for 95 %: as a workbook stores it.
        if target.unit.kind == .percent, actual.unit.kind == .none, actual.number <= 1, target.number > 1 { return .unsure }
        let isCost = IndicatorKind(type: row[.type]?.text ?? "", category: row[.category]?.text ?? "") == .cost
        guard let sign = sign(target, of: row, isCost: isCost) else { return .unsure }
        // Once every quarter may be four times a year.
        if (row.target.text + text).holds("每"), row.target.text.holds("每") != text.holds("每") { return .unsure }
        // A sign such as ≥ in the actual value leaves open how much it was.
        if actual.sign != nil, actual.sign != .equal { return .unsure }
        return comparison(row, target, actual, sign).map(Outcome.compared) ?? .unsure
    }

    /// The sign that counts; `nil` where it is not certain which way is better.
    private static func sign(_ target: MeasuredValue, of row: EvaluationForm.Row, isCost: Bool) -> Target.Comparator? {
        let isReverse = reverseWords.contains { row.name.holds($0) }
        switch target.sign {
        case .atLeast?, .moreThan?: return isCost ? nil : target.sign
        case .atMost?, .lessThan?: return target.sign
        case .equal?: return (isCost || isReverse) && target.number != 0 ? nil : .equal
        case nil:
            if isCost { return .atMost }
            return isReverse || target.number == 0 ? nil : .atLeast
        }
    }

    private static func comparison(
        _ row: EvaluationForm.Row, _ target: MeasuredValue, _ actual: MeasuredValue, _ sign: Target.Comparator
    ) -> Comparison? {
        let (own, done) = common(target, actual)
        guard let a = Measure(done), let t = Measure(own) else { return nil }
        let weight = Marks(nearest: row[.weight]?.number ?? 0)
        let scores = ScoringRules.Reverse.allCases.map { reverse in
            RowScoring(ScoringRules(reverse: reverse)).score(actual: a, target: t, sign: sign, weight: weight)
        }
        let isRising = sign == .atLeast || sign == .moreThan
        return Comparison(
            isMissed: !RowScoring.isMet(actual: a, target: t, sign: sign), scores: scores,
            isFarAbove: isRising && own > 0 && done * 10 >= own * 13, isExactly: done == own, target: target, actual: actual)
    }

    /// Target and actual in one unit: as they are printed where both are in the same.
    private static func common(_ target: MeasuredValue, _ actual: MeasuredValue) -> (Decimal, Decimal) {
        let isPlain = target.unit.kind == .none || actual.unit.kind == .none || target.unit.factor == actual.unit.factor
        return isPlain ? (target.printed, actual.printed) : (target.number, actual.number)
    }

    private static func dated(_ deadline: Target.Deadline, _ text: String, year: Int?) -> Outcome {
        let actual = Target(reading: text)
        if let quantity = actual.quantity, quantity.number != nil, ["%", ""].contains(quantity.unit) { return .crossed }
        guard let by = deadline.by, let done = actual.deadline?.by else {
            return Completion(written: text).map(Outcome.graded) ?? .unsure
        }
        guard let due = deadline.year ?? year ?? actual.deadline?.year, let day = actual.deadline?.year ?? year ?? deadline.year
        else {
            return .dated(isLate: done > by)
        }
        return .dated(isLate: day > due || (day == due && done > by))
    }

    /// Of these less is better, as far as anybody can tell from the name.
    private static let reverseWords = [
        "投诉", "死亡", "事故", "差错", "违规", "违纪", "违法", "上访", "信访", "发案", "发生率", "失业", "流失", "损耗", "逾期", "超支", "控制", "压减", "下降", "降低",
        "成本",
        "时间", "时长", "时限", "天数", "误差", "偏差", "隐患", "能耗", "排放", "变动率", "不合格", "不满意", "延误", "误", "负债", "支出", "费用", "发病", "感染", "返贫",
        "案件", "返工", "空置", "浪费",
        "污染", "化解", "减少", "亏损", "调整率", "结转", "结余", "标准", "单价", "造价", "价格", "次均", "辍学", "淘汰", "响应",
    ]
}

extension Marks {
    /// Half-up to a hundredth.
    package init(nearest number: Decimal) {
        var (exact, rounded) = (max(-1_000_000, min(number, 1_000_000)) * 100, Decimal())
        NSDecimalRound(&rounded, &exact, 0, .plain)
        self.init(hundredths: (rounded as NSDecimalNumber).intValue)
    }
}
