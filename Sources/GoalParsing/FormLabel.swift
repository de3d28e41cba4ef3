internal import GoalModel

/// A label cell of the official project form (项目绩效目标表), in the wordings that occur.
enum FormLabel: Hashable {
    case budgetUnit
    case moneyUnit(MoneyUnit)
    case code
    case name
    /// 预算规模及资金用途: the label of the rows below, without a value of its own.
    case scale
    case budget
    case fiscalFunds
    case otherFunds
    case purpose
    case plan
    case date(MonthDay)
    case goals
    case heading(Indicator.Field)

    /// Recognises a label whatever spaces stand inside it.
    init?(_ text: String) {
        guard text.utf8.count <= 90 else { return nil }
        let word = text.withoutSpaces.folded
        guard !word.isEmpty else { return nil }
        if let label = FormLabel.words[word] {
            self = label
        } else if let date = ChineseDate(endOfMonth: word)?.day {
            self = .date(date)
        } else {
            return nil
        }
    }

    private static let words: [String: FormLabel] = [
        "预算单位": .budgetUnit, "单位名称": .budgetUnit, "部门名称": .budgetUnit, "预算单位:": .budgetUnit,
        "单位:万元": .moneyUnit(.wan), "单位:元": .moneyUnit(.yuan), "金额单位:万元": .moneyUnit(.wan), "金额单位:元": .moneyUnit(.yuan),
        "(单位:万元)": .moneyUnit(.wan), "(单位:元)": .moneyUnit(.yuan), "单位:人民币元": .moneyUnit(.yuan),
        "单位:人民币万元": .moneyUnit(.wan),
        "项目编码": .code, "项目代码": .code, "项目编号": .code,
        "项目名称": .name,
        "预算规模及资金用途": .scale, "预算规模": .scale, "资金规模及用途": .scale,
        "预算数": .budget, "预算金额": .budget, "项目预算": .budget, "年度预算数": .budget, "预算总额": .budget, "资金总额": .budget,
        "其中:财政资金": .fiscalFunds, "财政资金": .fiscalFunds, "其中:财政拨款": .fiscalFunds, "财政拨款": .fiscalFunds,
        "其他资金": .otherFunds, "其它资金": .otherFunds, "其中:其他资金": .otherFunds,
        "资金用途": .purpose, "项目用途": .purpose,
        "资金支出计划": .plan, "资金支出计划(%)": .plan, "资金支出计划%": .plan, "支出计划": .plan, "支出计划(%)": .plan,
        "资金支出进度": .plan, "资金支出进度(%)": .plan,
        "绩效目标": .goals, "年度目标": .goals, "年度绩效目标": .goals, "项目绩效目标": .goals, "总体目标": .goals, "年度总体目标": .goals,
        "一级指标": .heading(.category), "二级指标": .heading(.type), "三级指标": .heading(.name), "指标名称": .heading(.name),
        "绩效指标描述": .heading(.description), "指标描述": .heading(.description), "绩效指标解释": .heading(.description),
        "指标解释": .heading(.description), "指标说明": .heading(.description), "绩效指标说明": .heading(.description),
        "指标值": .heading(.target), "绩效指标值": .heading(.target), "目标值": .heading(.target), "年度指标值": .heading(.target),
        "指标目标值": .heading(.target),
        "指标值确定依据": .heading(.basis), "指标确定依据": .heading(.basis), "确定依据": .heading(.basis), "指标值依据": .heading(.basis),
    ]
}
