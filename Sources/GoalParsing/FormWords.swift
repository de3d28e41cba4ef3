internal import GoalModel

extension FormLabel {
    /// The labels of the project form and of the declaration form (项目支出绩效目标申报表), without spaces and colons.
    static let words: [String: FormLabel] = [
        "预算单位": .budgetUnit, "单位名称": .budgetUnit, "部门名称": .budgetUnit, "部门(单位)名称": .budgetUnit, "预算单位名称": .budgetUnit,
        "实施单位": .budgetUnit,
        "项目单位": .budgetUnit, "项目实施单位": .budgetUnit, "预算部门": .budgetUnit,
        "金额单位": .moneyUnitBeside, "货币单位": .moneyUnitBeside, "资金单位": .moneyUnitBeside, "金额计量单位": .moneyUnitBeside,
        "项目编码": .code, "项目代码": .code, "项目编号": .code,
        "项目名称": .name,
        "预算规模及资金用途": .scale, "预算规模": .scale, "资金规模及用途": .scale, "项目资金": .scale, "预算规模及用途": .scale, "资金情况": .scale,
        "项目资金情况": .scale, "预算资金情况": .scale, "资金来源": .scale,
        "预算数": .budget, "预算金额": .budget, "项目预算": .budget, "年度预算数": .budget, "预算总额": .budget, "资金总额": .budget,
        "年度资金总额": .budget, "项目预算数": .budget, "预算资金": .budget, "项目总额": .budget, "年度预算": .budget,
        "年度预算金额": .budget, "年初预算数": .budget, "本年预算数": .budget, "当年预算数": .budget, "预算批复数": .budget, "预算安排数": .budget,
        "财政资金": .fiscalFunds, "财政拨款": .fiscalFunds, "财政拨款资金": .fiscalFunds, "财政性资金": .fiscalFunds,
        "当年财政拨款": .fiscalFunds, "财政预算资金": .fiscalFunds,
        "其他资金": .otherFunds, "其它资金": .otherFunds, "其他": .otherFunds, "单位资金": .otherFunds, "自有资金": .otherFunds,
        "单位自有资金": .otherFunds, "自筹资金": .otherFunds,
        "资金用途": .purpose, "项目用途": .purpose,
        "资金支出计划": .plan, "支出计划": .plan, "资金支出进度": .plan, "资金支出进度计划": .plan, "资金使用计划": .plan, "支出进度计划": .plan,
        "支出进度": .plan, "累计支出进度": .plan, "计划支出进度": .plan, "支出计划进度": .plan, "累计支出比例": .plan, "累计进度": .plan,
        "绩效目标": .goals, "年度目标": .goals, "年度绩效目标": .goals, "项目绩效目标": .goals, "总体目标": .goals, "年度总体目标": .goals,
        "总体绩效目标": .goals, "项目总体目标": .goals, "实施期目标": .goals, "项目年度绩效目标": .goals,
        "绩效指标": .indicators, "年度绩效指标": .indicators, "项目绩效指标": .indicators,
        "一级指标": .heading(.category), "一级": .heading(.category), "二级指标": .heading(.type), "二级": .heading(.type),
        "三级指标": .heading(.name), "三级": .heading(.name), "指标名称": .heading(.name), "三级指标名称": .heading(.name),
        "绩效指标描述": .heading(.description), "指标描述": .heading(.description), "绩效指标解释": .heading(.description),
        "指标解释": .heading(.description), "指标说明": .heading(.description), "绩效指标说明": .heading(.description),
        "指标内容": .heading(.description), "绩效指标内容": .heading(.description), "指标内涵": .heading(.description),
        "指标值": .heading(.target), "绩效指标值": .heading(.target), "目标值": .heading(.target), "年度指标值": .heading(.target),
        "指标目标值": .heading(.target), "年度目标值": .heading(.target), "预期指标值": .heading(.target), "绩效目标值": .heading(.target),
        "全年目标值": .heading(.target), "全年指标值": .heading(.target), "计划指标值": .heading(.target), "年度预期值": .heading(.target),
        "绩效标准": .heading(.target),
        "指标值确定依据": .heading(.basis), "指标确定依据": .heading(.basis), "确定依据": .heading(.basis), "指标值依据": .heading(.basis),
        "指标依据": .heading(.basis), "指标值设定依据": .heading(.basis), "设定依据": .heading(.basis), "指标值来源": .heading(.basis),
    ]

    static let foreignWords: Set<String> = Set<String>([
        "主管部门", "主管部门及代码", "项目类别", "项目类型", "项目属性", "项目性质", "项目负责人", "项目负责人及电话", "项目负责人及联系电话",
        "负责人", "联系人", "联系电话", "立项依据",
        "项目周期",
        "项目期", "实施期限", "起止时间", "项目起止时间", "开始时间", "结束时间", "项目概况", "项目内容", "实施内容", "支出功能分类", "政府经济分类", "资金性质",
        "项目分类", "项目级次", "是否政府采购", "备注",
    ]).union(allYears).union(FundPart.kinds.keys)

    /// Sums of all years of a project that runs for several.
    static let allYears: Set<String> = ["实施期资金总额", "中期资金总额", "实施期总额", "项目总投资", "总投资"]
}
