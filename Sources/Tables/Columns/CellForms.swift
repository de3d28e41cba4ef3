package import Aggregation
package import Appraisal
package import Diagnostics
package import Foundation
package import GoalModel
internal import Reporting

/// The cell in a file for other programs and on a page.
extension Cell {
    /// Whether there is no value, which is something else than an empty text.
    package var isBlank: Bool { self == .blank || self == .code(nil) }

    /// Digits with a decimal point, for programs; `nil` for text.
    var digits: String? {
        switch self {
        case .blank, .text, .code, .severity: nil
        case .count(let count), .countDifference(let count): "\(count)"
        case .exact(let money): "\(money.amount(in: .wan))"
        case .shown(let amount), .difference(let amount): amount.description.filter { $0 != "," }
        case .percent(let percent): "\(Decimal(percent.tenThousandths, decimals: 4))"
        case .share(let share): share.digits
        case .points(let points), .pointDifference(let points): points.digits
        case .decimal(let number): "\(number)"
        case .ratio(let ratio): "\(ratio)"
        case .marks(let marks): marks.description
        case .rate(let rate): rate.digits
        }
    }

    /// As a reader of a page finds it.
    package var words: String {
        switch self {
        case .blank, .code(nil): ""
        case .text(let text), .code(let text?): text
        case .exact(let money): ShownAmount(money).description
        case .shown(let amount): amount.description
        case .difference(let amount): amount.hundredths > 0 ? "+\(amount)" : "\(amount)"
        case .percent(let percent): "\(percent)"
        case .share(let share): "\(share)"
        case .severity(let severity): severity.title
        case .rate(let rate): rate.description
        case .count, .countDifference, .points, .pointDifference, .decimal, .ratio, .marks: digits ?? ""
        }
    }
}

/// A value that a column may take from its rows.
package protocol CellConvertible {
    var cell: Cell { get }
    static var isNumeric: Bool { get }
    static var unit: ColumnUnit? { get }
}

extension CellConvertible {
    package static var isNumeric: Bool { true }
    package static var unit: ColumnUnit? { nil }
}

/// Text that looks like a number and is none.
package struct Code: CellConvertible {
    private let text: String?

    package init(_ text: String?) { self.text = text }

    package var cell: Cell { .code(text) }
    package static var isNumeric: Bool { false }
}

/// By how much something grew.
package enum Difference: CellConvertible {
    case count(Int)
    case points(Points)

    package var cell: Cell {
        switch self {
        case .count(let count): .countDifference(count)
        case .points(let points): .pointDifference(points)
        }
    }
}

/// By how much an amount grew.
package struct AmountDifference: CellConvertible {
    private let amount: ShownAmount

    package init(_ amount: ShownAmount) { self.amount = amount }

    package var cell: Cell { .difference(amount) }
    package static var unit: ColumnUnit? { .wan }
}

extension Int: CellConvertible { package var cell: Cell { .count(self) } }
extension Percent: CellConvertible { package var cell: Cell { .percent(self) } }
extension Points: CellConvertible { package var cell: Cell { .points(self) } }
extension Decimal: CellConvertible { package var cell: Cell { .decimal(self) } }
extension Marks: CellConvertible { package var cell: Cell { .marks(self) } }
extension Double: CellConvertible { package var cell: Cell { .ratio(self) } }
extension CalendarDay: CellConvertible { package var cell: Cell { .text(iso) } }

extension String: CellConvertible {
    package var cell: Cell { .text(self) }
    package static var isNumeric: Bool { false }
}

extension Severity: CellConvertible {
    package var cell: Cell { .severity(self) }
    package static var isNumeric: Bool { false }
}

extension Money: CellConvertible {
    package var cell: Cell { .exact(self) }
    package static var unit: ColumnUnit? { .wan }
}

extension ShownAmount: CellConvertible {
    package var cell: Cell { .shown(self) }
    package static var unit: ColumnUnit? { .wan }
}

extension Share: CellConvertible {
    package var cell: Cell { .share(self) }
    package static var unit: ColumnUnit? { .percent }
}

extension RoundedPercent: CellConvertible {
    package var cell: Cell { .rate(self) }
    package static var unit: ColumnUnit? { .percent }
}

extension Lamp: CellConvertible {
    package var cell: Cell { .code(label) }
    package static var isNumeric: Bool { false }
}
