internal import GoalModel

/// 部门: what part one of a goal book says.
enum TemplateDepartment {
    static var sheet: Sheet {
        var sheet = Sheet(
            name: "部门",
            columns: [
                .init(width: 20, style: TemplateStyle.text), .init(width: 24, style: TemplateStyle.text),
                .init(width: 64, style: TemplateStyle.text), .init(width: 44, style: TemplateStyle.text),
            ])
        sheet.rows = [header.map { SheetCell($0, TemplateStyle.header) }] + lines.map(\.cells)
        sheet.rowHeights[0] = 24
        for (index, line) in lines.enumerated() { sheet.rowHeights[index + 1] = line.height }
        sheet.frozenRows = 1
        sheet.repeatedRows = 1
        sheet.isLandscape = true
        sheet.tabColour = 0x54_8235
        sheet.checks = checks
        let below = CellRange(rows: (lines.count + 1)...rows.upperBound, columns: 0...(header.count - 1))
        sheet.marks = [TemplateStyle.frames(below, of: header.count)]
        return sheet
    }

    static let header = ["栏目", "标题", "内容", "绩效指标"]
    static let sections = ["单位编码", "单位名称", "年度", "金额单位", "总体绩效目标", "分项绩效目标", "工作保障措施", "经费"]

    /// The usual ones first.
    private static let moneyUnits: [MoneyUnit] = [.wan, .yuan, .thousand, .hundred, .million, .yi]

    /// The rows that are checked, with room for more than are prepared.
    private static let rows = 1...80

    private struct Line {
        var section: String
        var title = ""
        var content = ""
        var indicator = ""
        /// In points.
        var height = 20.0

        var isExample: Bool { section.hasPrefix("示例") }

        var cells: [SheetCell?] {
            let base = isExample ? TemplateStyle.example(TemplateStyle.text) : TemplateStyle.framed(TemplateStyle.text)
            let label = isExample ? base : base.with { $0.fill = 0xF2_F2F2 }
            let entry = section == "单位编码" || section == "年度" ? base.with { $0.numberFormat = "@" } : base
            return [
                SheetCell(section, label), SheetCell(title, base), SheetCell(content, entry), SheetCell(indicator, base),
            ]
        }
    }

    private static let lines: [Line] =
        [
            Line(section: "单位编码"), Line(section: "单位名称"), Line(section: "年度"), Line(section: "金额单位", content: "万元"),
            Line(section: "示例：总体绩效目标", content: "2026年，石桥镇围绕道路通畅、环境整洁、服务便民，把预算资金用在群众最需要的地方，做到每个项目有数量、有质量、有时限、有成本。", height: 36),
            Line(section: "总体绩效目标", height: 72),
            Line(
                section: "示例：分项绩效目标", title: "道路养护", content: "村道常年平整通畅，雨后两天内恢复通行。", indicator: "修补村道不少于12公里，验收合格率100%。",
                height: 28),
        ] + Array(repeating: Line(section: "分项绩效目标", height: 28), count: 6) + [
            Line(section: "示例：工作保障措施", title: "明确责任分工", content: "镇长负总责，每个项目确定一名责任人，财政所按季度核对进度。", height: 28)
        ] + Array(repeating: Line(section: "工作保障措施", height: 28), count: 5) + [
            Line(section: "示例：经费", title: "人员类", content: "年初安排100.00万元，支出进度为3月底25%、6月底50%、10月底75%、12月底100%", height: 28),
            Line(section: "经费", title: "人员类", height: 28), Line(section: "经费", title: "日常公用类", height: 28),
        ]

    /// The rows of a section, in which something is to be filled in.
    private static func rows(of section: String) -> [Int] {
        lines.indices.filter { lines[$0].section == section }.map { $0 + 1 }
    }

    private static var checks: [CellCheck] {
        var checks = [
            CellCheck(
                range: CellRange(rows: rows, columns: 0...0), condition: .list(sections), answer: .questioned, title: "栏目",
                message: "说明这一行填的是什么。从下拉框中选；一行写不下的目标、措施，每条各占一行。", complaint: "栏目请从下拉框中选。")
        ]
        func add(
            _ section: String, _ column: Int, _ condition: CellCheck.Condition, _ message: String, _ complaint: String = "",
            _ answer: CellCheck.Answer = .questioned
        ) {
            guard let first = rows(of: section).first, let last = rows(of: section).last else { return }
            checks.append(
                CellCheck(
                    range: CellRange(rows: first...last, columns: column...column), condition: condition, answer: answer,
                    title: column == 2 ? section : "\(section)的\(header[column])", message: message, complaint: complaint))
        }
        add("单位编码", 2, .length(6), "六位数字，如706001：前三位是部门，后三位是单位。", "单位编码应是六位数字。")
        add("单位名称", 2, .none, "单位全称，写明县和乡镇，如：青岚县石桥镇人民政府。")
        let year = CellName(row: rows(of: "年度").first ?? 0, column: 2).relative
        add("年度", 2, .formula("=AND(LEN(\(year))=4,VALUE(\(year))>=2010,VALUE(\(year))<=2049)"), "四位数字，如2026。", "年度应是四位数字，如2026。")
        add(
            "金额单位", 2, .list(moneyUnits.map(\.rawValue)), "“项目”表金额的单位。不是万元的，请把“项目”表头的“（万元）”也改成所选的单位。",
            "请从下拉框中选金额单位。", .refused)
        add("总体绩效目标", 2, .none, "一段话说明全年要做什么、做到什么程度。换行用 Alt+Enter。")
        add("分项绩效目标", 1, .none, "这一项的名称，如：道路养护。")
        add("分项绩效目标", 2, .none, "这一项要达到的目标。")
        add("分项绩效目标", 3, .none, "衡量这一项的指标，写清数量、比例或期限。")
        add("工作保障措施", 1, .none, "措施的名称，如：明确责任分工。")
        add("工作保障措施", 2, .none, "措施的内容：谁来做、怎样做、什么时候做。")
        add("经费", 2, .none, "金额和支出计划写成一句话，如：年初安排100.00万元，支出进度为3月底25%、6月底50%、10月底75%、12月底100%")
        return checks
    }
}
