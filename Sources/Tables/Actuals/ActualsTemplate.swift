public import Appraisal
public import Foundation
public import GoalModel

/// 执行数据.xlsx: a workbook for the actual figures of one or more towns, filled in from their books as far as these go.
///
/// Grey cells are locked, yellow ones are to be filled in.
public struct ActualsTemplate {
    let books: [GoalBook]
    let settings: AppraisalSettings
    /// That of the projects where all have the same, else 万元.
    let unit: MoneyUnit

    /// - Parameter settings: of the first of the towns, for the list of reasons.
    public init(_ books: [GoalBook], settings: AppraisalSettings) {
        (self.books, self.settings, unit) = (books, settings, ActualsLines.unit(of: books))
    }

    /// - Throws: ``WorkbookError`` when the temporary file cannot be written.
    public func bytes() throws(WorkbookError) -> Data {
        let year = books.compactMap(\.fiscalYear).max()
        let file = try WorkbookFile(title: title, created: WrittenWorkbook.seconds(nil, year: year))
        for sheet in ActualsSheet.allCases { try file.add(self.sheet(sheet)) }
        try file.add(guide)
        return try file.finish()
    }

    private var title: String {
        let town = books.count == 1 ? books[0].shownTitle : "\(books.count)个乡镇"
        return "\(town)执行数据"
    }

    /// Rows ready to be filled in below the last one, for further dates.
    private static let spare = 300

    private func sheet(_ kind: ActualsSheet) -> Sheet {
        let columns = kind.columns
        let rows = ActualsLines(books: books, kind: kind).rows
        var sheet = Sheet(
            name: kind.rawValue,
            columns: columns.map { .init(width: $0.width, style: ActualsStyle.open($0)) })
        let head = columns.map { column in Optional(SheetCell(title(column, kind), TemplateStyle.header)) }
        sheet.rows =
            [head]
            + rows.map { row in
                zip(columns, row).enumerated().map { index, cell in
                    let isLocked = index < kind.locked || (kind == .projects && cell.0 == .initial)
                    return SheetCell(cell.1, isLocked ? ActualsStyle.locked(cell.0) : ActualsStyle.yellow(cell.0))
                }
            }
        sheet.rowHeights = [0: 34]
        for (index, row) in rows.enumerated() {
            let lines = zip(columns, row).map { column, cell -> Int in
                guard case .text(let text) = cell else { return 1 }
                return (Cell.width(text) + Int(column.width) - 2) / (Int(column.width) - 1)
            }
            sheet.rowHeights[index + 1] = 15 * Double(lines.max() ?? 1) + 7
        }
        sheet.usualHeight = 22
        sheet.frozenRows = 1
        sheet.frozenColumns = kind == .overall ? 2 : kind.locked
        sheet.repeatedRows = 1
        sheet.isLandscape = true
        sheet.isProtected = true
        sheet.tabColour = kind == .projects ? 0x1F_4E79 : kind == .indicators ? 0xC5_5A11 : 0x54_8235
        let last = max(1, rows.count) + ActualsTemplate.spare
        sheet.checks = columns.enumerated().compactMap { index, column in
            column.check(rows: 1...last, at: index, reasons: settings.reasons)
        }
        if !rows.isEmpty { sheet.marks = marks(kind, rows: 1...rows.count) }
        return sheet
    }

    private func title(_ column: ActualsColumn, _ kind: ActualsSheet) -> String {
        if column.isMoney { return moneyTitle(column) }
        if column == .actual, kind == .overall { return "实际完成" }
        return column == .entered ? "自评得分（只填定性）" : column.rawValue
    }

    /// With the unit in brackets.
    func moneyTitle(_ column: ActualsColumn) -> String {
        ActualsColumn.plain(column.rawValue) + (column == .adjusted ? "（调整后，\(unit.rawValue)）" : "（\(unit.rawValue)）")
    }

    /// Red: more paid than there is, and parts that do not add up.
    private func marks(_ kind: ActualsSheet, rows: ClosedRange<Int>) -> [CellMark] {
        guard kind == .projects else { return [] }
        func name(_ column: ActualsColumn) -> String {
            CellName(row: rows.lowerBound, column: kind.columns.firstIndex(of: column) ?? 0).inColumn
        }
        func range(_ column: ActualsColumn) -> CellRange {
            let place = kind.columns.firstIndex(of: column) ?? 0
            return CellRange(rows: rows, columns: place...place)
        }
        let budget = "IF(ISNUMBER(\(name(.adjusted))),\(name(.adjusted)),N(\(name(.initial))))"
        let parts = "\(name(.fiscal)):\(name(.other))"
        return [
            CellMark(range: range(.paid), formula: "=AND(ISNUMBER(\(name(.paid))),\(name(.paid))>\(budget))", look: .wrong),
            CellMark(
                range: range(.paid),
                formula: "=AND(ISNUMBER(\(name(.paid))),COUNT(\(parts))>0,ROUND(\(name(.paid))-SUM(\(parts)),6)<>0)", look: .wrong
            ),
        ]
    }

    /// 填表说明, with a hidden line a book.
    private var guide: Sheet {
        var sheet = Sheet(name: "填表说明", columns: [.init(width: 90, style: CellStyle())])
        sheet.rows =
            [[SheetCell("执行数据填表说明", CellStyle(font: "黑体", size: 16, isBold: true, alignment: .centre))]]
            + ActualsTemplate.lines.enumerated().map { [SheetCell("\($0 + 1). \($1)", CellStyle())] }
        let hidden = books.map { [Optional(SheetCell(BookMark($0).text, CellStyle(wraps: false)))] }
        sheet.hiddenRows = Set(sheet.rows.count..<(sheet.rows.count + hidden.count))
        sheet.rowHeights = [0: 34]
        for (row, line) in ActualsTemplate.lines.enumerated() {
            sheet.rowHeights[row + 1] = 15 * Double((Cell.width(line) + 85) / 86) + 7
        }
        sheet.rows += hidden
        sheet.showsGrid = false
        sheet.isProtected = true
        return sheet
    }

    private static let lines = [
        "灰色的格已按目标书填好，锁住不能改；黄色的格由单位填。表名和表头请不要改。",
        "一个项目、一个日期一行。再填一个日期：在表下面接着写，项目编码（或名称）照抄，序号照抄。以前日期的行留着不动。",
        "截止日期写如 2026-06-30。监控取不晚于所问那天的最新一行，自评取12月31日（没有就取当年最新）的一行。",
        "累计支出是1月1日到截止日期的合计；填了“其中”三栏的，以三栏之和为准。预算没有调整的，全年预算数空着。",
        "实际完成值：数字只写数字，不写“≥”；期限写实际完成的日期，没有完成的写“未完成”；定性指标选完成程度。",
        "定性指标达成的，自评得分空着就是满分；部分达成、未达成和过期的，在规定的档内填得分。定量指标的得分由程序计算，不用填。",
        "不适用的指标，完成程度选“不适用”，并说明为什么；它的分值给同一级的其他指标。",
        "分值可以不填：程序按规定分配。要填就填全，连同预算执行率正好100分。",
        "执行率不到90%、没有达到目标、没有得满分、预算调整较大、红灯和黄灯，都要选原因类别并写明原因（至少6个字）。",
        "填好后运行 goalbook monitor 或 goalbook evaluate，加上 --actuals 这个文件；哪一格要补、要改，都会写明。请不要填写姓名、证件号和电话。",
    ]
}

extension GoalBook {
    var shownTitle: String { town + (fiscalYear.map { "\($0)年" } ?? "") }
}
