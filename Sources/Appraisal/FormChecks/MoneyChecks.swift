internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// E04: a rate of execution that the amounts do not give.
enum RateWrong: FormCheck {
    static let description = FormCheckDescription(
        "E04", "rate-wrong", .error, "执行率算错", reason: "执行率 = 全年执行数 ÷ 全年预算数", remedy: "请按全年预算数和全年执行数重算执行率")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.form.money {
            guard let cell = row.cells[.rate], !cell.isBlank, let rate = cell.number, let paid = row.cells[.paid]?.number,
                let budget = row.cells[.adjusted]?.number
                    ?? (form.form.moneyColumns.contains(.adjusted) ? nil : row.cells[.initial]?.number),
                let rates = JudgedMoney.rates(paid: paid, adjusted: budget, in: form.money.unit)
            else { continue }
            var values = [rate, cell.shown ?? rate]
            // 0.862 for 86.2 %.
            if !cell.text.contains(where: { "%％".contains($0) }), rate <= 1.5 { values += values.map { $0 * 100 } }
            let half = cell.shown.map { pow(10, -JudgedMoney.decimals($0)) / 2 } ?? 0
            let isRight = values.contains { $0 >= rates.lowerBound - half && $0 <= rates.upperBound + half }
            guard !isRight else { continue }
            let exact = (paid / budget * 100).rounded(2)
            report(FormRemark("\(row.label.text.oneLine)：\(paid)/\(budget) = \(exact)%，表中填\(cell.text)", at: cell.place))
        }
    }
}

/// E05: points of execution that the rate does not give.
enum ExecutionPointsWrong: FormCheck {
    static let description = FormCheckDescription(
        "E05", "execution-points-wrong", .error, "预算执行得分算错", reason: "预算执行得分 = 分值 × 执行率，按未四舍五入的执行率计算，保留两位小数，不超过分值",
        remedy: "请按右边的算式改正得分")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        let money = form.money
        guard let cell = money.pointsCell, let points = money.points, let weight = money.weight, weight > 0,
            let score = money.score,
            let paid = money.paid, let adjusted = money.adjusted,
            let rates = JudgedMoney.rates(paid: paid, adjusted: adjusted, in: money.unit)
        else { return }
        let low = min(weight, (rates.lowerBound * weight / 100)).rounded(2)
        let high = min(weight, (rates.upperBound * weight / 100)).rounded(2)
        let values = [points, cell.shown ?? points].map { $0.rounded(2) }
        guard !values.contains(where: { $0 >= low && $0 <= high }) else { return }
        report(FormRemark("\(score.working)，表中填\(cell.text)", at: cell.place, row: money.indicatorRow?.row.number))
    }
}

/// E07: more paid than the budget allows.
enum PaidAboveBudget: FormCheck {
    static let description = FormCheckDescription(
        "E07", "paid-above-budget", .error, "执行数大于预算数", reason: "没有预算不得支出；全年预算数应是调整后的", remedy: "请核对全年预算数（含追加）和全年执行数")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        guard let paid = form.money.paid, let adjusted = form.money.adjusted, paid > adjusted,
            let cell = form.money.row?.cells[.paid]
        else {
            return
        }
        report(FormRemark("全年执行数\(cell.text)大于全年预算数\(adjusted)", at: cell.place))
    }
}

/// E15: a low rate of execution without a reason.
enum ExecutionReason: FormCheck {
    static let description = FormCheckDescription(
        "E15", "execution-reason", .error, "预算执行率低而没有说明原因", reason: "执行率低于90%的应当说明原因", remedy: "请说明预算执行偏低的原因和改进措施")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        guard let score = form.money.score, score.needsReason, let rate = score.percent, let row = form.money.row else { return }
        if let own = row.cells[.reason], JudgedForm.isReason(own.text) { return }
        var told = form.form.remarks + form.rows.flatMap { row in [row.row[.reason], row.row[.note]].compactMap(\.self) }
        told += [form.form.achievement].compactMap(\.self).filter { cell in
            ["因", "由于", "未支付", "结余", "结转"].contains { cell.text.holds($0) }
        }
        guard !told.contains(where: { JudgedForm.isReason($0.text) && speaksOfMoney($0.text) }) else { return }
        report(FormRemark("预算执行率\(rate)，低于90%，表中没有说明原因", at: (row.cells[.rate] ?? row.cells[.paid] ?? row.label).place))
    }

    private static func speaksOfMoney(_ text: String) -> Bool {
        ["资金", "支付", "支出", "执行率", "预算", "拨付", "财政", "付款", "结算", "结余", "结转", "尾款", "质保金", "经费"].contains { text.holds($0) }
    }
}

/// E17: a budget that was changed much without a word.
enum AdjustmentReason: FormCheck {
    static let description = FormCheckDescription(
        "E17", "adjustment-reason", .warning, "年中调整较大而没有说明", reason: "全年预算数与年初预算数相差超过20%的应当说明", remedy: "请说明预算调整（追加、调减）的原因")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        guard form.form.moneyColumns.contains(.adjusted), let initial = form.money.initial, let adjusted = form.money.adjusted,
            initial > 0,
            abs(adjusted - initial) * 5 > initial, let cell = form.money.row?.cells[.adjusted]
        else { return }
        let words = ["调整", "追加", "调减", "调增", "压减", "收回", "统筹", "核减", "增加预算"]
        let texts =
            form.form.remarks + form.rows.flatMap { [$0.row[.reason], $0.row[.note]].compactMap(\.self) }
            + [form.form.achievement, form.money.row?.cells[.reason]].compactMap(\.self)
        guard !texts.contains(where: { cell in words.contains { cell.text.holds($0) } }) else { return }
        let change = ((adjusted - initial) / initial * 100).rounded(2)
        report(FormRemark("年初预算\(initial)，全年预算\(adjusted)，变动\(change)%，表中没有说明原因", at: cell.place))
    }
}

/// E34: full points of indicators beside a low rate of execution.
enum HighScoreLowExecution: FormCheck {
    static let description = FormCheckDescription(
        "E34", "high-score-low-execution", .warning, "得分高而执行率低", reason: "指标几乎全部完成而钱没有花出去，说明指标或预算不实",
        remedy: "请核对指标完成值，或说明少花钱多办事的原因")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        guard form.rowWeights == 90, form.money.weight == 10, let rows = form.rowPoints, rows.lowerBound == rows.upperBound,
            rows.lowerBound > 0,
            let points = form.money.points, let cell = form.money.pointsCell
        else { return }
        let (share, execution) = (rows.lowerBound / 90, points / 10)
        guard (share - execution) / share * 100 > 5 else { return }
        report(FormRemark("指标得分率\((share * 100).rounded(2))%，预算执行得分率\((execution * 100).rounded(2))%，相差过大", at: cell.place))
    }
}
