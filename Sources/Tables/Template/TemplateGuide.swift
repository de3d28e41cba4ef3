/// 说明: what to fill in where, on one page.
enum TemplateGuide {
    static var sheet: Sheet {
        var sheet = Sheet(name: "说明", columns: [.init(width: 80, style: body)])
        sheet.rows = lines.map { line in
            switch line {
            case .title(let text): [SheetCell(text, title)]
            case .heading(let text): [SheetCell(text, heading)]
            case .sentence(let text): [SheetCell(text, body)]
            case .command(let text): [SheetCell(text, command)]
            }
        }
        for (row, line) in lines.enumerated() {
            switch line {
            case .title: sheet.rowHeights[row] = 40
            case .heading: sheet.rowHeights[row] = 28
            case .command: sheet.rowHeights[row] = 24
            // Not every program fits rows to their text when it opens a file; some 76 columns go into a line.
            case .sentence(let text): sheet.rowHeights[row] = 15 * Double((Cell.width(text) + 75) / 76) + 7
            }
        }
        sheet.showsGrid = false
        sheet.tabColour = 0x1F_4E79
        return sheet
    }

    private enum Line {
        case title(String)
        case heading(String)
        case sentence(String)
        case command(String)
    }

    private static let title = CellStyle(font: "黑体", size: 20, isBold: true, alignment: .centre)
    private static let heading = CellStyle(font: "黑体", size: 13, isBold: true, colour: 0x1F_4E79)
    private static let body = CellStyle()
    private static let command = CellStyle(font: "Consolas", fill: 0xF2_F2F2, wraps: false)

    private static let lines: [Line] = [
        .title("填报说明"),
        .heading("一、填在哪里"),
        .sentence("1. “部门”表：先填单位编码、单位名称和年度，再填总体绩效目标、分项绩效目标、工作保障措施和两类经费。行不够时接着往下写，“栏目”从下拉框中选。"),
        .sentence("2. “项目”表：一个项目一行，备有\(TemplateProjects.count)行。预算数＝财政资金＋其他资金，以万元为单位。"),
        .sentence("3. “指标”表：一条指标一行，备有1500行。项目名称从下拉框中选（来自“项目”表），项目编码照抄“项目”表。"),
        .heading("二、怎样填"),
        .sentence("4. 点开单元格右边的箭头，从下拉框中选；点到单元格时会显示填写要求。度量单位可以选，也可以自己写。"),
        .sentence("5. 指标性质：≥ 不少于，≤ 不超过，＝ 等于，> 大于，< 小于；没有数字的选“定性”，指标值写日期或文字，度量单位空着。"),
        .sentence("6. 指标值只写数字，单位写在度量单位里。合格率、满意度写95，度量单位写%。"),
        .sentence("7. 支出计划写到各时点为止的累计百分比，如25%、50%、75%、100%；后面的不能比前面的小，12月底应是100%。"),
        .sentence("8. 单元格变成红底白字，表示数对不上：预算数不等于两项资金之和，支出计划变小了，或者12月底不是100%。"),
        .sentence("9. 灰色斜体、第一格以“示例”开头的行只作示范，读取时略过，可以留着，也可以删掉。请不要改表名和表头。"),
        .heading("三、填好以后"),
        .sentence("10. 保存文件，运行下面的命令，再打开 结果/index.html；要改的地方都写明在哪张表、哪一格。"),
        .command("    goalbook build 填报模板.xlsx -o 结果"),
        .heading("四、两行例子"),
        .sentence("11. 项目：村道修补工程，预算数120.00，财政资金100.00，其他资金20.00，3月底10%、6月底40%、10月底80%、12月底100%。"),
        .sentence("12. 指标：产出指标，数量指标，修补里程，指标性质≥，指标值12，度量单位公里，依据“2026年养护计划”，印出来就是“≥12公里”。"),
    ]
}
