internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// A cell that holds an amount of money.
struct AmountCell {
    /// `nil` for what is no amount, for a negative one, and for one in a unit that nobody knows.
    let amount: Money?

    init(_ cell: SourceDocument.Cell, in unit: StatedUnit) {
        amount = cell.number { Money(cell: AmountCell.withoutRemark($0), in: unit.known) }.flatMap { $0 < .zero ? nil : $0 }
    }

    /// 85.4万元 of 85.4万元（渠道60万元，道路25.4万元）: what stands in brackets behind an amount with its unit says what it is for.
    private static func withoutRemark(_ text: String) -> String {
        guard text.ends(with: "）") || text.ends(with: ")"), let open = text.firstIndex(where: { "（(".contains($0) }) else {
            return text
        }
        let head = String(text[..<open]).trimmed
        return head.ends(with: "元") && head.contains(where: \.isDecimal) ? head : text
    }

    /// 万元 of 85.4万元.
    static func unit(writtenBehind text: String) -> MoneyUnit? {
        FormLabel.unit(endOf: withoutRemark(text).withoutSpaces)
    }

    /// Whether nothing is stated: the cell is empty, or has a sign for that.
    static func isBlank(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { !$0.isBlank }) else { return text.isEmpty }
        switch first {
        case "-", "—", "－", "/", "无": return ["-", "—", "－", "/", "无", "——"].contains(text.withoutSpaces)
        default: return false
        }
    }
}

extension Diagnostic {
    static func amountUnreadable(
        _ text: String, field: String, project: Int, unit: StatedUnit, at place: Location?
    ) -> Diagnostic {
        let cell = "第\(project)个项目的\(field)\(text.shortened(to: 24).quoted)"
        guard let known = unit.known else {
            return Diagnostic(
                .error, id: "money-unit-unknown", at: place, cell + "的金额单位\(unit.title.quoted)不认得", explanation: "合计中没有计入这一数字",
                remedy: "请换算成人民币，并写明“单位：万元”或“单位：元”")
        }
        let digits = text.withoutSpaces.folded
        let trouble =
            Money(cell: text, in: known).map { $0 < .zero } == true
            ? "是负数" : text.hasNumbersApart ? "里有几个数" : digits.contains(where: \.isDigit) ? "不是金额" : "没有数字"
        return Diagnostic(
            .error, id: "amount-unreadable", at: place, cell + trouble, explanation: "合计中没有计入这一数字",
            remedy: "请填写以\(known.rawValue)为单位、精确到分的一个数字，如“12.50”")
    }

    /// No unit is stated.
    ///
    /// - Parameter isHuge: the amounts would be more than a county has; they are in 元 most likely.
    static func moneyUnitMissing(
        project: Int, taken unit: StatedUnit, fromAbove: Bool, isHuge: Bool, at place: Location?
    ) -> Diagnostic {
        Diagnostic(
            isHuge ? .error : .warning, id: "money-unit-missing", at: place, "第\(project)个项目没有写明金额单位",
            explanation: (fromAbove ? "已按前一个项目的" : "已按") + "\(unit.title.quoted)计算"
                + (isHuge ? "，金额大得不像一个项目的预算，可能是“元”" : ""),
            remedy: "请在\(place?.sheet == nil ? "表格右上方写明“单位：万元”或“单位：元”" : "金额的表头写明（万元）或（元）")")
    }
}

extension String {
    /// Whether a blank or a line end parts two digits.
    fileprivate var hasNumbersApart: Bool {
        let words = split(whereSeparator: \.isWhitespace)
        return zip(words, words.dropFirst()).contains { $0.last?.isDecimal == true && $1.first?.isDecimal == true }
    }
}
