internal import Foundation
public import GoalModel
internal import Text

/// A filled form beside what the rules make of it; the checks look at nothing else.
public struct JudgedForm: Sendable {
    public let form: EvaluationForm
    /// Those that hold an indicator, parts of others among them.
    public let rows: [JudgedRow]
    public let money: JudgedMoney
    /// Nothing was filled in: no other check says more.
    let isUnfilled: Bool

    init(_ form: EvaluationForm) {
        self.form = form
        rows = form.rows.map { JudgedRow($0, year: form.fiscalYear) }
        money = JudgedMoney(form, rows: rows)
        isUnfilled = form.isUnfilled
    }

    /// Rows that have points of their own.
    var scoredRows: [JudgedRow] { rows.filter { !$0.row.isPart } }

    /// The sum of the weights of all indicators; `nil` where one of them is missing or was not understood.
    var rowWeights: Decimal? {
        guard form.columns.contains(.weight) else { return nil }
        var sum: Decimal = 0
        var count = 0
        for row in scoredRows where !row.row.continued.contains(.weight) {
            if let weight = row.weight {
                sum += weight
                count += 1
            } else if row.row[.weight].map({ !$0.isBlank }) ?? false {
                return nil
            } else if row.points.map({ $0 != 0 }) ?? false {
                return nil
            }
        }
        return count > 0 ? sum : nil
    }

    /// The weights of the indicators and that of execution, where both are known.
    var allWeights: Decimal? {
        guard let rowWeights else { return nil }
        if money.indicatorRow != nil { return rowWeights }
        return money.weight.map { rowWeights + $0 }
    }

    /// What the printed points add up to, at least and at most: a blank cell may stand for anything up to its weight.
    var rowPoints: ClosedRange<Decimal>? {
        guard form.columns.contains(.score) else { return nil }
        var (low, high): (Decimal, Decimal) = (0, 0)
        var count = 0
        for row in scoredRows where !row.row.continued.contains(.score) {
            if let points = row.points {
                (low, high) = (low + points, high + points)
                count += 1
            } else if row.row[.score].map({ !$0.isBlank }) ?? false {
                return nil
            } else if let weight = row.weight {
                high += weight
            } else if row.row.continued.contains(.weight) || !form.columns.contains(.weight) {
                return nil
            }
        }
        return count > 0 ? low...max(low, high) : nil
    }

    /// The printed total: the row 总分, else where it is stated elsewhere.
    var total: EvaluationForm.Cell? {
        if let score = form.total?.score, !score.isBlank { return score }
        return form.statedScores.first
    }

    /// Reasons that are told for the form as a whole.
    var hasRemarks: Bool { form.remarks.contains { JudgedForm.isReason($0.text) } }

    /// Whether a row tells why; `nil` where the form has no place for it.
    func hasReason(_ row: JudgedRow) -> Bool? {
        let places = [EvaluationForm.Column.reason, .note].filter { form.columns.contains($0) }
        if places.contains(where: { row.row[$0].map { JudgedForm.isReason($0.text) } ?? false }) { return true }
        if let actual = row.row[.actual]?.text, actual.count > 8, ["因", "由于", "受"].contains(where: actual.holds) { return true }
        if hasRemarks { return true }
        return places.isEmpty && form.remarks.isEmpty ? nil : false
    }

    /// Whether a cell tells anything: 无 and 正常 do not.
    static func isReason(_ text: String) -> Bool {
        let word = text.withoutSpaces.folded.filter { !"。.,;、-—/\\()".contains($0) }
        return word.count > 1
            && !["没有", "正常", "不存在", "无偏差", "无原因", "已完成", "完成", "未填", "暂无", "不适用", "NA", "N/A", "按计划完成"].contains(word)
    }

    /// The form gives the points of 产出, 效益 and 满意度 as 预算绩效 forms of the country do, not those of a province.
    var isNational: Bool {
        money.weight == 10 && !form.texts.contains { $0.text.holds("510000") }
            && !(form.columns.contains(.sign) && form.total?.weight?.number == 90)
    }
}

extension Decimal {
    /// Half-up to so many places.
    func rounded(_ places: Int) -> Decimal {
        var (exact, rounded) = (self, Decimal())
        NSDecimalRound(&rounded, &exact, places, .plain)
        return rounded
    }

    /// At most two decimals, for messages: `8.62`, `10`.
    var short: String { "\(rounded(2))" }
}
