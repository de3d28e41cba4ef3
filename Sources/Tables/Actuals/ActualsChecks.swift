internal import Appraisal

extension ActualsColumn {
    /// In characters.
    var width: Double {
        switch self {
        case .code: 24
        case .name, .levelThree, .subGoal: 22
        case .executionReason, .goalDone, .reason, .measure, .overallReason, .adjustmentReason: 26
        case .goal: 36
        case .row, .weight, .points: 8
        case .initial, .adjusted, .paid, .fiscal, .carried, .other, .forecastPaid, .target, .actual, .forecast: 16
        case .levelTwo: 20
        case .unit, .asOf, .levelOne, .category, .completion, .entered, .likelihood: 12
        }
    }

    /// What is checked while somebody types; `nil` for cells that the template fills in.
    func check(rows: ClosedRange<Int>, at column: Int, reasons: [String]) -> CellCheck? {
        guard let words = message else { return nil }
        let condition: CellCheck.Condition
        var (answer, complaint) = (CellCheck.Answer.refused, "")
        switch self {
        case .category where !reasons.isEmpty:
            (condition, answer, complaint) = (.list(reasons), .questioned, "原因类别请从下拉框中选。")
        case .completion: (condition, complaint) = (.list(Completion.allCases.map(\.rawValue) + ["不适用"]), "只能选 达成、部分达成、未达成、不适用。")
        case .likelihood: (condition, complaint) = (.list(Likelihood.allCases.map(\.rawValue)), "只能选 确定能、有可能、不可能。")
        case .weight, .entered, .points:
            let cell = CellName(row: rows.lowerBound, column: column).relative
            condition = .formula("=AND(ISNUMBER(VALUE(\(cell))),VALUE(\(cell))>=0,VALUE(\(cell))<=100)")
            complaint = "请填0到100之间的分数，至多两位小数。"
        case _ where isMoney: (condition, complaint) = (.atLeast(0), "请填不小于0的数，不带单位。")
        default: (condition, answer) = (.none, .accepted)
        }
        return CellCheck(
            range: CellRange(rows: rows, columns: column...column), condition: condition, answer: answer,
            title: self == .entered ? "自评得分" : ActualsColumn.plain(rawValue), message: words, complaint: complaint)
    }

    private var message: String? {
        switch self {
        case .unit, .code, .name, .initial, .row, .levelOne, .levelTwo, .levelThree, .target, .subGoal, .goal: nil
        case .asOf: "截止日期，如2026-06-30。"
        case .adjusted: "调整后的全年预算数；没有调整的空着。"
        case .adjustmentReason: "预算调整的原因。"
        case .paid: "1月1日到截止日期的累计支出。"
        case .fiscal: "累计支出中的当年财政拨款；三栏可以都空着。"
        case .carried: "累计支出中的上年结转资金。"
        case .other: "累计支出中的其他资金。"
        case .forecastPaid: "到12月底预计支出；可以空着。"
        case .category: "偏差原因的类别，从下拉框中选。"
        case .executionReason: "执行率不到90%、红灯、黄灯时写明原因，至少6个字，不超过100字。"
        case .goalDone: "年度总体目标完成得怎样，一两句话。"
        case .weight: "可以空着，由程序分配。"
        case .actual: "数字只写数字；期限写日期，如2026-11-20，没有完成写“未完成”。"
        case .forecast: "到12月底预计完成多少；可以空着。"
        case .completion: "定性指标从下拉框中选；不适用的选“不适用”。"
        case .entered: "只有定性指标和过期的期限要填，须在规定的档内。"
        case .reason: "没有达到目标或没有得满分时写明原因，至少6个字。"
        case .measure: "准备怎样改进。"
        case .likelihood: "年底能不能达到目标，从下拉框中选。"
        case .points: "这一项分项目标的得分，不超过分值。"
        case .overallReason: "没有得满分的原因。"
        }
    }
}
