/// 项目: a row a project.
enum TemplateProjects {
    /// How many rows are prepared.
    static let count = 200

    static let header = columns.map(\.title)
    static let dates = ["3月底", "6月底", "10月底", "12月底"]

    static var sheet: Sheet {
        var sheet = Sheet(name: "项目", columns: columns.map { .init(width: $0.width, style: $0.style) })
        sheet.rows = TemplateStyle.rows(header: header, examples: examples, styles: columns.map(\.style))
        sheet.rowHeights = [0: 34, 1: 48, 2: 48]
        sheet.usualHeight = 22
        sheet.frozenRows = 1
        sheet.frozenColumns = 3
        sheet.repeatedRows = 1
        sheet.isLandscape = true
        sheet.tabColour = 0xBF_8F00
        sheet.checks = columns.enumerated().map { $1.check(rows, at: $0) }
        sheet.marks = marks
        return sheet
    }

    /// A formula for the names that are filled in; a list with blanks in it would let any entry pass.
    static var namesFormula: String {
        let (first, last) = (CellName(row: rows.lowerBound, column: 2), CellName(row: rows.upperBound, column: 2))
        return "=OFFSET(项目!\(first.fixed),0,0,MAX(1,COUNTA(项目!\(first.fixed):\(last.fixed))),1)"
    }

    /// The rows to fill in, behind the header and the examples.
    private static var rows: ClosedRange<Int> { (examples.count + 1)...(examples.count + count) }

    private static let columns: [TemplateColumn] =
        [
            TemplateColumn(title: "序号", width: 8, style: TemplateStyle.centred, message: "1、2、3……，决定项目在书中的先后。"),
            TemplateColumn(
                title: "项目编码", width: 24, style: TemplateStyle.code, message: "预算系统给的21位编码，区分字母和数字，照抄即可。", condition: .length(21),
                complaint: "项目编码一般是21位，请核对。确实如此的，可以保留。"),
            TemplateColumn(title: "项目名称", width: 22, message: "与预算系统一致，不要重名。"),
            TemplateColumn(title: "单位编码", width: 10, style: TemplateStyle.code, message: "六位数字。与“部门”表相同时可以空着。"),
            TemplateColumn(title: "单位名称", width: 20, message: "与“部门”表相同时可以空着。"),
            money("预算数（万元）", "项目全年预算，等于财政资金与其他资金之和。"),
            money("财政资金（万元）", "其中由财政安排的资金。"),
            money("其他资金（万元）", "自筹等其他资金；没有时填0或空着。"),
            TemplateColumn(title: "资金用途", width: 30, message: "钱用在哪里，一两句话。"),
        ]
        + dates.enumerated().map { index, date in
            TemplateColumn(
                title: date, width: 8, style: TemplateStyle.percent, message: "到\(date)为止累计支出的百分比，如\((index + 1) * 25)%。",
                condition: .formula(percentFormula(index)), answer: .refused,
                complaint: index == 0 ? "请填0%到100%之间的百分比。" : "请填0%到100%之间、不小于前一时点的累计百分比。")
        } + [TemplateColumn(title: "绩效目标", width: 36, message: "项目要达到的效果。几条目标分行写，换行用 Alt+Enter。")]

    private static func money(_ title: String, _ message: String) -> TemplateColumn {
        TemplateColumn(
            title: title, width: 14, style: TemplateStyle.money, message: message + "以万元为单位。", condition: .atLeast(0),
            answer: .refused, complaint: "请填不小于0的数，不带单位。")
    }

    private static let firstPlanColumn = 9

    /// A share of the whole that is not less than those before it.
    private static func percentFormula(_ index: Int) -> String {
        let row = examples.count + 1
        let cell = CellName(row: row, column: firstPlanColumn + index).inColumn
        let range = "AND(ISNUMBER(\(cell)),\(cell)>=0,\(cell)<=1"
        guard index > 0 else { return "=" + range + ")" }
        let first = CellName(row: row, column: firstPlanColumn).inColumn
        return "=" + range + ",\(cell)>=MAX(\(first):\(CellName(row: row, column: firstPlanColumn + index - 1).inColumn)))"
    }

    /// Red: money that does not add up, shares that fall, a last one that is not 100 %; a frame around what is filled in.
    ///
    /// LibreOffice looks at one range for each cell, so all that a cell can be marked for has the same range.
    private static var marks: [CellMark] {
        func name(_ column: Int) -> String { CellName(row: rows.lowerBound, column: column).inColumn }
        let plan = firstPlanColumn..<(firstPlanColumn + dates.count)
        let (first, last) = (name(plan.lowerBound), name(plan.upperBound - 1))
        var marks: [CellMark] = []
        func mark(_ columns: ClosedRange<Int>, _ formulas: String...) {
            let range = CellRange(rows: rows, columns: columns)
            marks += formulas.map { CellMark(range: range, formula: $0, look: .wrong) }
            marks.append(TemplateStyle.frames(range, of: self.columns.count))
        }
        mark(0...4)
        mark(5...7, "=AND(COUNT(\(name(5)):\(name(6)))=2,ROUND(\(name(5))-\(name(6))-N(\(name(7))),6)<>0)")
        mark(8...plan.lowerBound)
        for column in plan.dropFirst() {
            let falls = "=AND(ISNUMBER(\(name(column))),\(name(column))<MAX(\(first):\(name(column - 1))))"
            if column < plan.upperBound - 1 {
                mark(column...column, falls)
            } else {
                mark(column...column, falls, "=AND(COUNT(\(first):\(last))>0,ROUND(N(\(last)),6)<>1)")
            }
        }
        mark(plan.upperBound...plan.upperBound)
        return marks
    }

    private static let unit: [SheetCell.Content] = [.text("706001"), .text("青岚县石桥镇人民政府")]

    private static let examples: [[SheetCell.Content]] = [
        [.text("示例1"), .text("13990126P00311000101R"), .text("村道修补工程")] + unit + [
            .number(120), .number(100), .number(20), .text("修补东片五个村的破损路面，更换损坏的边沟盖板。"), .number(0.1), .number(0.4),
            .number(0.8), .number(1), .text("1.修补村道12公里以上，10月底前完工。\n2.群众出行满意度达到95%。"),
        ],
        [.text("示例2"), .text("13990126P00311000202N"), .text("村级保洁经费")] + unit + [
            .number(36.5), .number(36.5), .number(0), .text("18个行政村保洁员工资和清运费用。"), .number(0.25), .number(0.5),
            .number(0.75), .number(1), .text("1.18个行政村保洁全覆盖。\n2.垃圾日产日清。"),
        ],
    ]
}
