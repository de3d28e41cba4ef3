internal import Diagnostics
internal import GoalModel

/// The line above a form: the budget unit's code and name, and the unit of money.
struct UnitLine {
    var unit: BudgetUnit?
    var moneyUnit: MoneyUnit?
    var unitPlace: Location?
    var moneyPlace: Location?

    /// Takes what the text says; false when it is no unit line.
    mutating func read(_ text: String, at place: Location) -> Bool {
        var found = false
        for piece in text.split(whereSeparator: { $0.isWhitespace }).map(String.init) {
            if case .moneyUnit(let money) = FormLabel(piece) {
                moneyUnit = money
                moneyPlace = place
                found = true
            } else if let unit = UnitLine.unit(in: piece) {
                self.unit = unit
                unitPlace = place
                found = true
            } else if unit != nil, found {
                unit?.name += piece
            } else {
                return false
            }
        }
        return found
    }

    /// A code of six digits followed by a name, also behind a label such as 预算单位：.
    static func unit(in text: String) -> BudgetUnit? {
        var rest = Substring(text.trimmed)
        for label in ["预算单位", "单位名称", "部门名称", "单位"] where rest.hasPrefix(label) {
            rest = rest.dropFirst(label.count).drop { "：: ".contains($0) }
            break
        }
        let code = rest.prefix { $0.isASCII && $0.isNumber }
        guard code.count == 6 else { return nil }
        let name = rest[code.endIndex...].drop { $0.isWhitespace || "-—".contains($0) }
        guard let first = name.unicodeScalars.first, first.value >= 0x4E00 else { return nil }
        return BudgetUnit(code: String(code), name: String(name))
    }
}
