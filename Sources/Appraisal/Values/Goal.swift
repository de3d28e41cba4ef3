public import GoalModel
internal import Text

/// What an indicator promises, in the terms that points and lamps go by.
public enum Goal: Hashable, Sendable {
    case number(Number)
    case deadline(CalendarDay)
    /// A grade, words, or a rhythm of time such as 按月发放.
    case graded

    public struct Number: Hashable, Sendable {
        public var sign: Target.Comparator
        public var value: Measure
        /// As printed.
        public var unit: String
        /// The book prints no sign: 成本 is at most, all else at least.
        public var isSignAssumed: Bool

        public init(sign: Target.Comparator, value: Measure, unit: String, isSignAssumed: Bool = false) {
            (self.sign, self.value, self.unit, self.isSignAssumed) = (sign, value, unit, isSignAssumed)
        }

        /// A rate or a standing price, which has no share of the year.
        public var isLevel: Bool { Unit(unit).isPercent || unit.contains("/") || unit.contains("每") }
    }

    /// - Parameter year: of a deadline that names none.
    public init(_ target: Target, kind: IndicatorKind?, year: Int) {
        switch target.value {
        case .quantity(let quantity):
            guard let number = quantity.number, let value = Measure(number) else {
                self = .graded
                return
            }
            self = .number(
                Number(
                    sign: quantity.comparator ?? (kind == .cost ? .atMost : .atLeast), value: value, unit: quantity.unit,
                    isSignAssumed: quantity.comparator == nil))
        case .deadline(let deadline):
            self = deadline.by.map { .deadline(CalendarDay(year: deadline.year ?? year, day: $0)) } ?? .graded
        case .grade, .text: self = .graded
        }
    }
}

/// A unit of a measured value: money is converted, per cent has two names, all else is compared as words.
public struct Unit: Hashable, Sendable {
    let word: String
    let money: MoneyUnit?

    public init(_ text: String) {
        let plain = text.withoutSpaces
        money = MoneyUnit(ofTotal: plain)
        if ["%", "％", "百分比", "百分之"].contains(plain) {
            word = "%"
        } else {
            // A phrase that somebody typed into the field for the unit is none.
            let isPhrase = plain.count > 4 && !plain.contains("/") && money == nil && !StatedUnit.isBareUnit(plain)
            word = isPhrase ? "" : plain
        }
    }

    public var isPercent: Bool { word == "%" }

    /// A number in this unit as one in another; `nil` where they are of different things.
    public func convert(_ number: Measure, from other: Unit) -> (from: Measure, to: (Measure) -> Measure?)? {
        if let mine = money, let its = other.money {
            let yuan = MoneyUnit.yuan.fen
            return number.times(its.fen / yuan).map { ($0, { $0.times(mine.fen / yuan) }) }
        }
        guard word.isEmpty || other.word.isEmpty || word == other.word else { return nil }
        return (number, { $0 })
    }
}

/// 实际完成值 of an indicator with a number, compared with it.
public struct Comparison: Hashable, Sendable {
    /// Both in one unit.
    public var actual: Measure
    public var target: Measure
    /// A sign stood before the number.
    public var carriesSign: Bool

    public enum Trouble: Error, Hashable, Sendable {
        case blank, date, noNumber
        case otherUnit(String)
    }

    /// Reads an actual value against a target.
    public init(_ text: String, against goal: Goal.Number) throws(Trouble) {
        let shown = text.trimmed
        if shown.isEmpty { throw .blank }
        let read = Target(reading: shown)
        if read.deadline != nil, Measure(written: shown) == nil { throw .date }
        guard let quantity = read.quantity, let number = quantity.number.flatMap(Measure.init) else { throw .noNumber }
        let (mine, its) = (Unit(goal.unit), Unit(quantity.unit))
        guard let (from, convert) = mine.convert(number, from: its), let target = convert(goal.value) else {
            throw .otherUnit(quantity.unit)
        }
        // In the unit of the goal where nothing was converted, so that a working reads as the form does.
        let isSame = mine.money == its.money || its.money == nil
        (actual, self.target) = isSame ? (number, goal.value) : (from, target)
        carriesSign = quantity.comparator != nil
    }
}
