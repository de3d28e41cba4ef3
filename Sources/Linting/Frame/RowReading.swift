internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// Questions that several rules ask of a row.
extension Row {
    /// Whether the value is in % or another spelling of it.
    func isPercent(in scope: RuleInput) -> Bool {
        quantity.map { scope.tables.units.isPercent($0.unit) } ?? false
    }

    /// Whether the row is answered by a share: its value is in %, or its name ends in 率; 频率 and the like are none.
    func isRate(in scope: RuleInput) -> Bool {
        if isPercent(in: scope) { return true }
        guard name.endsInRate else { return false }
        let end = name.trimmingPunctuation
        return !scope.tables.indicators.notRates.contains { end.hasSuffix($0) }
    }

    /// Whether the row says what is to be paid: 社会成本 and 生态环境成本 of the 101号 tree are burdens, not money.
    var isPaidCost: Bool {
        kind == .cost && !["社会", "生态", "环境"].stand(in: indicator.type.compact)
    }

    /// The sign before a corrected amount: a cost is kept below a limit, where no floor may be meant.
    func costSign(in scope: RuleInput) -> String {
        switch quantity?.comparator {
        case .atLeast where !isFloor(in: scope): Target.Comparator.atMost.rawValue
        case .moreThan where !isFloor(in: scope): Target.Comparator.lessThan.rawValue
        case let sign: sign?.rawValue ?? ""
        }
    }

    /// Whether the least that is paid may be meant: 补贴标准, 工资, or more saved.
    func isFloor(in scope: RuleInput) -> Bool { isSaving(in: scope) || mentions(scope.tables.words.payments) }

    /// Whether the name is that of a saving, such as 成本节约率.
    func isSaving(in scope: RuleInput) -> Bool {
        scope.tables.indicators.savings.contains { name.holds($0) }
    }

    /// The value's number and unit as a whole, such as `3次` or `5个工作日`: no share, no points, no phrase.
    func isCounted(in scope: RuleInput) -> Bool {
        guard let unit = quantity?.unit.compact, !unit.isEmpty, unit != "分" else { return false }
        return !isPercent(in: scope) && scope.tables.units.isUnit(unit)
    }
}

extension String {
    /// Whether the word stands in the text other than as a part of one of the longer words: 率, but not in 效率.
    func holds(_ word: String, outside words: [String]) -> Bool {
        guard holds(word) else { return false }
        let longer = words.filter(holds)
        return longer.isEmpty || longer.reduce(self) { $0.replacing($1, with: "；") }.holds(word)
    }
}

extension [String] {
    /// Whether one of the words stands in the text.
    func stand(in text: String) -> Bool {
        contains { text.holds($0) }
    }
}

extension Indicator {
    /// Whether the row has a cell of its own for the field: what stands nowhere has the place of the row's beginning.
    func hasCell(_ field: Field) -> Bool {
        guard let place = places[field] else { return false }
        return !Field.allCases.contains { $0 != field && places[$0] == place }
    }
}

extension Target.Quantity {
    /// The number as a share of the whole: nothing is more than all of it, so that 100% is neither a floor nor a limit.
    var share: String? {
        guard let number, number >= 0, number <= 100 else { return nil }
        return (number == 100 ? "=" : comparator?.rawValue ?? "") + "\(number)%"
    }
}
