internal import Diagnostics
public import Foundation
internal import GoalModel
internal import Text

/// Filled forms beside each other: what an output may say of all of them.
public struct ReviewedForms: Sendable {
    public let forms: [ReviewedForm]

    public init(_ forms: [ReviewedForm]) { self.forms = forms }

    public var year: Int? { forms.compactMap(\.form.fiscalYear).max() }

    private var totals: [Decimal] { forms.compactMap(\.form.totalNumber) }

    /// The plain mean of the printed totals; `nil` where there are none.
    public var mean: Decimal? {
        totals.isEmpty ? nil : (totals.reduce(0, +) / Decimal(totals.count)).rounded(2)
    }

    /// Paid in all forms of what was budgeted, in per cent; `nil` where a form does not tell.
    public var rate: RoundedPercent? {
        let money = forms.map { ($0.judged.money.paidMoney, $0.judged.money.adjustedMoney) }
        let (paid, adjusted) = (money.compactMap(\.0), money.compactMap(\.1))
        guard paid.count == forms.count, adjusted.count == forms.count else { return nil }
        return Ratio(Int128(paid.total().fen), Int128(adjusted.total().fen))?.percent
    }

    /// How many forms have what, how the totals are spread, and what looks too good to be true; a sentence each.
    public var sentences: [String] {
        let faulty = forms.count { form in form.findings.contains { $0.severity == .error } }
        var counts: [String: Int] = [:]
        for finding in forms.flatMap(\.findings) { counts[finding.check.id, default: 0] += 1 }
        let told = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)处" }.joined(separator: "，")
        var lines = ["共\(forms.count)份自评表，\(faulty)份有错误" + (told.isEmpty ? "" : "：\(told)") + "。"]
        if !totals.isEmpty { lines.append("总分100分的\(totals.count { $0 == 100 })份，占有总分的\(totals.count)份。") }
        return lines + hints
    }

    /// What no single form shows: all of them perfect, or a high mean beside little spending.
    public var hints: [String] {
        guard forms.count > 1, totals.count == forms.count else { return [] }
        if totals.allSatisfy({ $0 == 100 }) { return ["提示：全部\(forms.count)份都是100分，请核对目标是否定得过低。"] }
        guard let mean, mean >= 98, let rate, rate < RoundedPercent(hundredths: 8_000) else { return [] }
        return ["提示：平均\(mean)分，而预算执行率只有\(rate)，高分低执行，请核对。"]
    }
}

extension ReviewedForm {
    /// As an output calls the form.
    public var shownName: String {
        form.shownName.isEmpty ? "没有名称的自评表" : form.shownName.oneLine
    }
}
