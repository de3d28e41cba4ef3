/// 指标: a row an indicator.
enum TemplateIndicators {
    /// How many rows are prepared.
    static let count = 1_500

    static let header = columns.map(\.title)
    static let categories = ["产出指标", "效益指标", "满意度指标", "成本指标"]
    /// Of both official trees.
    static let types = [
        "数量指标", "质量指标", "时效指标", "成本指标", "经济成本指标", "社会成本指标", "生态环境成本指标", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标", "服务对象满意度指标",
    ]
    static let natures = ["≥", "≤", "＝", ">", "<", "定性"]
    /// The usual ones; a list in a file has at most 255 characters.
    static let units = [
        "%", "个", "人", "人次", "户", "村", "次", "场次", "件", "项", "处", "座", "台", "套", "辆", "盏", "株", "份", "期", "批", "公里", "米", "平方米",
        "立方米", "亩", "公顷", "吨", "公斤", "千瓦时", "元", "万元", "元/人", "元/月", "元/年", "元/人/月", "元/人/年", "元/户", "元/次", "元/亩", "元/公里",
        "元/平方米", "年", "个月", "天", "个工作日", "小时",
    ]

    static var sheet: Sheet {
        var sheet = Sheet(name: "指标", columns: columns.map { .init(width: $0.width, style: $0.style) })
        sheet.rows = TemplateStyle.rows(header: header, examples: examples.map { $0.map(content) }, styles: columns.map(\.style))
        sheet.rowHeights = [0: 34]
        for row in 1...examples.count { sheet.rowHeights[row] = 32 }
        sheet.usualHeight = 22
        sheet.frozenRows = 1
        sheet.frozenColumns = 3
        sheet.repeatedRows = 1
        sheet.isLandscape = true
        sheet.tabColour = 0xC5_5A11
        sheet.checks = columns.enumerated().map { $1.check(rows, at: $0) }
        sheet.marks = [
            TemplateStyle.frames(CellRange(rows: rows, columns: 0...(columns.count - 1)), of: columns.count)
        ]
        return sheet
    }

    /// The rows to fill in, behind the header and the examples.
    private static var rows: ClosedRange<Int> { (examples.count + 1)...(examples.count + count) }

    private static var columns: [TemplateColumn] {
        let centred = TemplateStyle.centred
        return [
            TemplateColumn(title: "序号", width: 8, style: centred, message: "1、2、3……，决定指标的先后。"),
            TemplateColumn(title: "项目编码", width: 24, style: TemplateStyle.code, message: "照抄“项目”表。"),
            TemplateColumn(
                title: "项目名称", width: 22, message: "从下拉框中选；下拉框里是“项目”表填好的名称。", condition: .listOf(TemplateProjects.namesFormula),
                complaint: "“项目”表里没有这个名称。请先填“项目”表，或从下拉框中选。"),
            TemplateColumn(
                title: "一级指标", width: 12, style: centred, message: "从下拉框中选。成本指标可以作一级指标，也可以放在产出指标下面。",
                condition: .list(categories), complaint: "一级指标请从下拉框中选。"),
            TemplateColumn(
                title: "二级指标", width: 19, style: centred, message: "从下拉框中选。", condition: .list(types), complaint: "二级指标请从下拉框中选。"),
            TemplateColumn(title: "三级指标", width: 20, message: "指标的名称，如：修补里程。"),
            TemplateColumn(title: "绩效指标描述", width: 28, message: "指标算什么、怎样算，一句话。"),
            TemplateColumn(
                title: "指标性质", width: 9, style: centred, message: "≥ 不少于，≤ 不超过，＝ 等于，> 大于，< 小于；没有数字的选“定性”。",
                condition: .list(natures), answer: .refused, complaint: "指标性质请从下拉框中选。"),
            TemplateColumn(title: "指标值", width: 14, style: centred, message: "只写数字，单位写在右边一格；定性指标写日期或文字，如：12月底前完成。"),
            TemplateColumn(
                title: "度量单位", width: 10, style: centred, message: "可以从下拉框中选，也可以自己写；定性指标空着。", condition: .list(units),
                answer: .accepted),
            TemplateColumn(title: "指标值确定依据", width: 22, message: "数从哪里来：计划、合同、标准或往年数据。"),
        ]
    }

    private static func content(_ text: String) -> SheetCell.Content {
        if text.isEmpty { return .blank }
        return Double(text).map { .number($0) } ?? .text(text)
    }

    /// Behind each number: 一级, 二级, 三级, 描述, 性质, 值, 单位, 依据.
    private static let examples: [[String]] = [
        ["产出指标", "数量指标", "修补里程", "全年修补的村道里程", "≥", "12", "公里", "2026年养护计划"],
        ["产出指标", "质量指标", "验收合格率", "验收合格的路段占全部路段的比例", "＝", "100", "%", "施工合同"],
        ["产出指标", "时效指标", "完工时间", "全部路段交付使用的时间", "定性", "10月底前完成", "", "施工合同"],
        ["成本指标", "经济成本指标", "每公里造价", "修补一公里村道的平均费用", "≤", "10", "万元/公里", "预算评审"],
        ["效益指标", "社会效益指标", "受益群众", "出行更方便的群众人数", "≥", "5600", "人", "村级统计"],
        ["满意度指标", "服务对象满意度指标", "群众满意度", "抽样调查中表示满意的比例", "≥", "95", "%", "年底问卷"],
    ].enumerated().map { index, row in ["示例\(index + 1)", "13990126P00311000101R", "村道修补工程"] + row }
}
