internal import Foundation
internal import GoalModel
internal import Text

/// A number with its unit, as a form states it, in one that can be compared.
struct MeasuredValue {
    /// In the base unit.
    var number: Decimal
    /// As written.
    var printed: Decimal
    var unit: Unit
    var sign: Target.Comparator?

    /// - Returns: `nil` for what is no single number.
    init?(_ quantity: Target.Quantity) {
        guard let number = quantity.number else { return nil }
        unit = Unit(quantity.unit)
        printed = number
        self.number = number * unit.factor
        sign = quantity.comparator
    }

    /// The actual value of a row: a number with or without a unit, words such as 完成 before it and a remark in brackets behind it.
    init?(actual text: String) {
        var word = text.trimmed
        if let last = word.last, "）)".contains(last), let open = word.firstIndex(where: { "（(".contains($0) }),
            open > word.startIndex
        {
            word = String(word[..<open]).trimmed
        }
        for start in ["实际完成", "已完成", "完成", "实际", "共计", "共", "达到", "达"] where word.hasPrefix(start) {
            let rest = String(word.dropFirst(start.count)).trimmed
            if rest.first?.isNumber == true { word = rest }
            break
        }
        guard word.utf8.count <= 60, let quantity = Target(reading: word).quantity, quantity.unit.count <= 10 else { return nil }
        self.init(quantity)
    }

    /// A unit of measure, and how many of its base one of it is.
    struct Unit: Hashable {
        enum Kind: Hashable { case none, percent, money, moneyRate, other }

        let kind: Kind
        /// Without 十, 百, 千, 万 and 亿 ahead of it.
        let base: String
        let factor: Decimal

        init(_ text: String) {
            var word = text.withoutSpaces.folded
            while let last = word.last, "。.;,以上".contains(last), word.count > 1, !"上".contains(last) || word.hasSuffix("以上") {
                word = word.hasSuffix("以上") ? String(word.dropLast(2)) : String(word.dropLast())
            }
            if word.isEmpty {
                (kind, base, factor) = (.none, "", 1)
            } else if ["%", "百分比", "百分点", "个百分点"].contains(word) {
                (kind, base, factor) = (.percent, "%", 1)
            } else if let money = MoneyUnit(ofTotal: word) {
                (kind, base, factor) = (.money, "元", Decimal(money.fen) / 100)
            } else {
                let rest = word.drop { "十百千万亿".contains($0) }
                let ahead = word.dropLast(rest.count)
                let factors: [Substring: Decimal] = [
                    "": 1, "十": 10, "百": 100, "千": 1_000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "千万": 10_000_000,
                    "亿": 100_000_000,
                ]
                if !rest.isEmpty, let factor = factors[ahead] {
                    (kind, base, self.factor) = (rest.hasPrefix("元/") ? .moneyRate : .other, String(rest), factor)
                } else {
                    (kind, base, factor) = (.other, word, 1)
                }
            }
        }

        /// How two units stand to each other.
        enum Relation { case same, different, unsure }

        func relation(to other: Unit) -> Relation {
            if kind == .none || other.kind == .none { return .same }
            if kind == other.kind, base == other.base { return .same }
            if kind == .percent || other.kind == .percent { return .different }
            if kind == .money || other.kind == .money { return kind == other.kind ? .same : .unsure }
            // 人 and 人次, 场 and 场次, 个 and 个村: the same thing counted; 次 and 次/月 are not.
            if base.holds("/") || other.base.holds("/") { return .unsure }
            return base.hasPrefix(other.base) || other.base.hasPrefix(base) ? .same : .unsure
        }
    }
}
