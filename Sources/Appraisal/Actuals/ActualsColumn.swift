internal import Text

/// The columns of 执行数据.xlsx, in the order of its sheets; the template writes them and the reader knows them by their titles.
public enum ActualsSheet: String, Hashable, Sendable, CaseIterable {
    case projects = "项目执行"
    case indicators = "指标完成"
    case overall = "部门整体"

    public var columns: [ActualsColumn] {
        switch self {
        case .projects:
            [
                .unit, .code, .name, .asOf, .initial, .adjusted, .adjustmentReason, .paid, .fiscal, .carried, .other,
                .forecastPaid, .category, .executionReason, .goalDone,
            ]
        case .indicators:
            [
                .code, .row, .levelOne, .levelTwo, .levelThree, .target, .weight, .asOf, .actual, .forecast, .completion,
                .entered,
                .category, .reason, .measure, .likelihood,
            ]
        case .overall: [.unit, .subGoal, .goal, .actual, .weight, .points, .overallReason]
        }
    }

    /// Columns that the template fills in and locks.
    public var locked: Int {
        switch self {
        case .projects: 3
        case .indicators: 6
        case .overall: 3
        }
    }

    /// Without these a table is none of this kind.
    public var needed: [ActualsColumn] {
        switch self {
        case .projects: [.asOf, .paid]
        case .indicators: [.row, .asOf, .actual]
        case .overall: [.subGoal, .actual, .points]
        }
    }
}

public enum ActualsColumn: String, Hashable, Sendable, CaseIterable {
    case unit = "单位编码"
    case code = "项目编码"
    case name = "项目名称"
    case asOf = "截止日期"
    case initial = "年初预算数"
    case adjusted = "全年预算数（调整后）"
    case adjustmentReason = "调整原因"
    case paid = "累计支出"
    case fiscal = "其中财政"
    case carried = "其中上年结转"
    case other = "其中其他"
    case forecastPaid = "全年预计支出"
    case category = "原因类别"
    case executionReason = "执行偏差原因"
    case goalDone = "总体目标实际完成情况"
    case row = "序号"
    case levelOne = "一级"
    case levelTwo = "二级"
    case levelThree = "三级"
    case target = "指标值"
    case weight = "分值"
    case actual = "实际完成值"
    case forecast = "全年预计完成"
    case completion = "完成程度"
    case entered = "自评得分"
    case reason = "原因说明"
    case measure = "改进措施"
    case likelihood = "完成可能性"
    case subGoal = "分项目标"
    case goal = "目标"
    case points = "得分"
    case overallReason = "原因"

    /// Whether its cells are amounts of money, whose unit the title tells in brackets.
    public var isMoney: Bool {
        switch self {
        case .initial, .adjusted, .paid, .fiscal, .carried, .other, .forecastPaid: true
        default: false
        }
    }

    /// Other titles that people write.
    private var others: [String] {
        switch self {
        case .unit: ["预算单位编码"]
        case .name: ["项目"]
        case .asOf: ["截至日期", "日期", "截止时间", "时点"]
        case .initial: ["年初预算", "预算数"]
        case .adjusted: ["全年预算数", "全年预算", "调整后预算数", "调整后预算"]
        case .adjustmentReason: ["预算调整原因"]
        case .paid: ["累计支出数", "执行数", "全年执行数", "支出数"]
        case .fiscal: ["其中：财政", "财政资金", "其中：财政资金", "当年财政拨款", "其中：当年财政拨款"]
        case .carried: ["其中：上年结转", "上年结转", "上年结转资金"]
        case .other: ["其中：其他", "其他资金"]
        case .forecastPaid: ["全年预计执行数", "全年预计支出数"]
        case .executionReason: ["偏差原因", "执行率偏低原因"]
        case .goalDone: ["实际完成情况", "总体目标完成情况", "具体完成情况"]
        case .levelOne: ["一级指标"]
        case .levelTwo: ["二级指标"]
        case .levelThree: ["三级指标", "指标名称"]
        case .target: ["年度指标值", "目标值"]
        case .actual: ["实际值", "完成值", "当前完成值", "实际完成"]
        case .forecast: ["全年预计完成情况", "全年预计完成值"]
        case .entered: ["自评得分（只填定性）"]
        case .reason: ["偏差原因说明"]
        case .likelihood: ["完成目标可能性"]
        case .subGoal: ["分项绩效目标"]
        case .row, .code, .category, .weight, .completion, .measure, .goal, .points, .overallReason: []
        }
    }

    /// The columns by their titles without blanks and brackets.
    public static let byTitle: [String: ActualsColumn] = {
        var columns: [String: ActualsColumn] = [:]
        for column in allCases { for title in [column.rawValue] + column.others { columns[plain(title)] = column } }
        return columns
    }()

    /// A title as it is compared: without blanks, and without what stands in brackets.
    public static func plain(_ title: String) -> String {
        var depth = 0
        var result = ""
        for sign in title.withoutSpaces.folded {
            if "([".contains(sign) { depth += 1 }
            if depth == 0, sign != ":" { result.append(sign) }
            if ")]".contains(sign) { depth = max(0, depth - 1) }
        }
        return result
    }
}
