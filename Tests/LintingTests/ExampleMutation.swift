import Foundation
import GoalModel

/// Another way of writing the same book, after which every rule must find the same.
struct ExampleMutation: Sendable, CustomStringConvertible {
    let description: String
    let apply: @Sendable (GoalBook) -> GoalBook

    static let all: [ExampleMutation] = [
        texts("全角数字和符号") { map($0) { "0123456789%<>=.,/()+-:;".unicodeScalars.contains($0) ? $0.value + 0xFEE0 : $0.value } },
        texts("半角标点") { map($0) { "（）％＜＞＝，：；／".unicodeScalars.contains($0) ? $0.value - 0xFEE0 : $0.value } },
        texts("前后有不间断空格") { "\u{A0}\u{3000}\($0)\u{A0}" }, texts("字间有不间断空格") { parted($0, by: "\u{A0}") },
        texts("单元格内换行") { parted($0, by: "\n") },
        texts("比较符用两个字符") { $0.replacing("≥", with: ">=").replacing("≤", with: "<=") },
        texts("比较符用两个全角字符") { $0.replacing("≥", with: "＞＝").replacing("≤", with: "＜＝") },
        ExampleMutation(description: "元与万元互换") { amountsInTheOtherUnit($0) },
    ]

    private static func texts(_ name: String, _ change: @escaping @Sendable (String) -> String) -> ExampleMutation {
        ExampleMutation(description: name) { book in
            var changed = book.mappingTexts { $0.isEmpty ? $0 : change($0) }
            changed.town = book.town
            changed.county = book.county
            changed.unit = book.unit
            changed.projects = changed.projects.map { project in
                var project = project
                project.unit = book.unit
                project.readMoneyAgain()
                return project
            }
            return changed
        }
    }

    private static func map(_ text: String, _ value: (Unicode.Scalar) -> UInt32) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { Unicode.Scalar(value($0)) ?? $0 }))
    }

    /// The text with `mark` in every gap, but never inside a number or a Latin word, which nobody parts.
    private static func parted(_ text: String, by mark: Unicode.Scalar) -> String {
        var result = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            let isInside = last.map { isWordPart($0) && isWordPart(scalar) } ?? true
            if !isInside { result.append(mark) }
            result.append(scalar)
            last = scalar
        }
        return String(result)
    }

    /// ASCII, with full-width digits, but the signs that a number begins or ends with.
    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if "<>=%".unicodeScalars.contains(scalar) { return false }
        return scalar.isASCII || (0xFF0D...0xFF19).contains(scalar.value)
    }

    /// The money cells and the amounts of values in 元 where they were in 万元, and the reverse.
    private static func amountsInTheOtherUnit(_ book: GoalBook) -> GoalBook {
        var book = book
        for index in book.projects.indices {
            let other: MoneyUnit = book.projects[index].moneyUnit == .wan ? .yuan : .wan
            book.projects[index].moneyUnit = other
            func written(_ money: Money?, _ raw: String) -> String {
                raw.isEmpty ? raw : money.map { "\($0.amount(in: other))" } ?? raw
            }
            let project = book.projects[index]
            book.projects[index].raw.budget = written(project.budget, project.raw.budget)
            book.projects[index].raw.fiscalFunds = written(project.fiscalFunds, project.raw.fiscalFunds)
            book.projects[index].raw.otherFunds = written(project.otherFunds, project.raw.otherFunds)
            for row in project.indicators.indices {
                let target = inTheOtherUnit(project.indicators[row].target)
                book.projects[index].indicators[row].target = target
            }
        }
        return book
    }

    private static func inTheOtherUnit(_ target: Target) -> Target {
        guard let quantity = target.quantity, let unit = MoneyUnit.allCases.first(where: { quantity.unit.begins(with: $0) })
        else {
            return target
        }
        let other: MoneyUnit = unit == .wan ? .yuan : .wan
        let number = quantity.number.map { "\($0 * Decimal(unit.fen) / Decimal(other.fen))" } ?? ""
        let rest = quantity.unit.dropFirst(unit.rawValue.count)
        return Target(reading: (quantity.comparator?.rawValue ?? "") + number + other.rawValue + rest)
    }
}

extension String {
    /// Whether the unit is one of money, alone or per something.
    fileprivate func begins(with unit: MoneyUnit) -> Bool {
        guard hasPrefix(unit.rawValue) else { return false }
        return dropFirst(unit.rawValue.count).first.map { "/／每".contains($0) } ?? true
    }
}

extension Project {
    /// Money cells are read from their text, as a reader does.
    fileprivate mutating func readMoneyAgain() {
        budget = budget ?? Money(written: raw.budget, in: moneyUnit)
        fiscalFunds = fiscalFunds ?? Money(written: raw.fiscalFunds, in: moneyUnit)
        otherFunds = otherFunds ?? (raw.otherFunds.isEmpty ? .zero : Money(written: raw.otherFunds, in: moneyUnit))
    }
}
