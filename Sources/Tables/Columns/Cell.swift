package import Aggregation
package import Appraisal
package import Diagnostics
package import Foundation
package import GoalModel

/// A value of a list, from which each writer makes its form.
package enum Cell: Hashable {
    case blank
    case text(String)
    /// Text that looks like a number, which a spreadsheet would round.
    case code(String?)
    case count(Int)
    /// In 万元, to the last 分.
    case exact(Money)
    /// In 万元, as pages and books show it.
    case shown(ShownAmount)
    /// A difference in 万元, with its sign.
    case difference(ShownAmount)
    case percent(Percent)
    /// With one decimal.
    case share(Share)
    case points(Points)
    case pointDifference(Points)
    case countDifference(Int)
    case decimal(Decimal)
    case ratio(Double)
    case severity(Severity)
    /// Points of a form, with two decimals.
    case marks(Marks)
    /// With two decimals.
    case rate(RoundedPercent)
}

/// The cell in a workbook.
extension Cell {
    var content: SheetCell.Content {
        switch self {
        case .blank, .code(nil): .blank
        case .text(let text), .code(let text?): text.isEmpty ? .blank : .text(text)
        case .count(let count), .countDifference(let count): .number(Double(count))
        case .exact(let money): .number(Double(money.fen) / Double(MoneyUnit.wan.fen))
        case .shown(let amount), .difference(let amount): .number(Double(amount.hundredths) / 100)
        case .percent(let percent): .number(Double(percent.tenThousandths) / 1_000_000)
        case .share(let share): .number(share.of(1))
        case .points(let points), .pointDifference(let points): .number(Double(points.tenths) / 10)
        case .decimal(let number): number.isExactAsDouble ? .number(number.asDouble) : .text("\(number)")
        case .ratio(let ratio): ratio.isFinite ? .number(ratio) : .blank
        case .severity(let severity): .text(severity.title)
        case .marks(let marks): .number(Double(marks.hundredths) / 100)
        case .rate(let rate): .number(Double(rate.hundredths) / 10_000)
        }
    }

    /// Excel's code for numbers of this kind.
    var numberFormat: String? {
        switch self {
        case .blank, .text, .severity, .decimal: nil
        case .code: "@"
        case .count: "0"
        // Every amount in 分 has at most six decimals in 万元.
        case .exact: "#,##0.00####"
        case .shown: "#,##0.00"
        case .difference: "+#,##0.00;-#,##0.00;0.00"
        case .percent(let percent): percent.tenThousandths % 10_000 == 0 ? "0%" : "0.00##%"
        case .share: "0.0%"
        case .ratio, .marks: "0.00"
        case .rate: "0.00%"
        case .points: "0.0"
        case .pointDifference: "+0.0;-0.0;0.0"
        case .countDifference: "+0;-0;0"
        }
    }

    var alignment: CellStyle.Alignment {
        switch self {
        case .blank, .text: .left
        case .code, .severity: .centre
        default: .right
        }
    }

    /// Columns that the cell's widest line fills; a Chinese character fills two.
    var width: Int {
        switch self {
        case .blank, .code(nil): 0
        case .text(let text), .code(let text?): Cell.lineWidths(text).max() ?? 0
        case .count(let count): String(count).count
        case .exact(let money): ShownAmount(money).description.count + 4
        case .shown(let amount): amount.description.count
        case .difference(let amount): amount.description.count + 1
        case .percent, .share, .ratio, .points, .pointDifference, .countDifference, .marks, .rate: 7
        case .decimal(let number): "\(number)".count
        case .severity: 4
        }
    }

    /// How many lines the cell's text fills in a column.
    func lines(of width: Int) -> Int {
        guard case .text(let text) = content else { return 1 }
        return Cell.lineWidths(text).reduce(0) { $0 + max(1, ($1 + width - 1) / width) }
    }

    static func width(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.prefix(2_000).reduce(0) { $0 + ($1.value < 0x80 ? 1 : 2) }
    }

    /// The width of each line. Every text of a workbook is measured, so that none is taken apart into characters.
    private static func lineWidths(_ text: String) -> [Int] {
        if let width = widthOfOneLine(text) { return [width] }
        var widths: [Int] = []
        var (width, count) = (0, 0)
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where previous == "\r": break
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029:
                widths.append(width)
                (width, count) = (0, 0)
            default:
                if count < 2_000 { width += scalar.value < 0x80 ? 1 : 2 }
                count += 1
            }
            previous = scalar
        }
        return widths + [width]
    }

    /// The width of a text that its bytes tell to be short and of one line, as nearly all are.
    private static func widthOfOneLine(_ text: String) -> Int? {
        let width = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
            guard bytes.count <= 2_000 else { return nil }
            var width = 0
            for (place, byte) in bytes.enumerated() {
                switch byte {
                case 0x0A...0x0D: return nil
                case 0x00..<0x80: width += 1
                case 0x80..<0xC0: break
                // U+0085, U+2028 and U+2029 end lines.
                case 0xC2 where bytes[place + 1] == 0x85: return nil
                case 0xE2 where bytes[place + 1] == 0x80 && (0xA8...0xA9).contains(bytes[place + 2]): return nil
                default: width += 2
                }
            }
            return width
        }
        return width ?? nil
    }
}

extension Decimal {
    /// A spreadsheet keeps fifteen digits of a number.
    fileprivate var isExactAsDouble: Bool { "\(self)".count { $0.isNumber } <= 15 }

    fileprivate var asDouble: Double { (self as NSDecimalNumber).doubleValue }
}
