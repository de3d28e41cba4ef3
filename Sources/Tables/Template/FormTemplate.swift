public import Foundation

/// 填报模板.xlsx: a workbook to fill in and to build a goal book from, with drop-downs, checks and examples.
///
/// Its sheets and headings are those that the reader of list tables knows; nothing in it is hidden.
public enum FormTemplate {
    /// 1 January 2026, so that the same program always gives the same bytes.
    private static let created = 1_767_225_600

    /// - Throws: ``WorkbookError`` when the temporary file cannot be written.
    public static func bytes() throws(WorkbookError) -> Data {
        let file = try WorkbookFile(title: "绩效目标填报模板", created: created)
        for sheet in [TemplateGuide.sheet, TemplateDepartment.sheet, TemplateProjects.sheet, TemplateIndicators.sheet] {
            try file.add(sheet)
        }
        return try file.finish()
    }
}

/// How the template's cells look.
enum TemplateStyle {
    static let header = CellStyle(font: "黑体", isBold: true, fill: 0xD9_E6F2, alignment: .centre, hasBorder: true)
    /// Cells to fill in.
    static let text = CellStyle()
    static let centred = CellStyle(alignment: .centre)
    /// Codes, which a spreadsheet would round if it took them for numbers.
    static let code = CellStyle(alignment: .centre, numberFormat: "@")
    static let money = CellStyle(alignment: .right, wraps: false, numberFormat: "#,##0.00")
    static let percent = CellStyle(alignment: .centre, wraps: false, numberFormat: "0%")

    /// The same for a row that only shows how to fill in.
    static func example(_ style: CellStyle) -> CellStyle {
        style.with {
            $0.isItalic = true
            $0.colour = 0x80_8080
            $0.hasBorder = true
        }
    }

    static func framed(_ style: CellStyle) -> CellStyle {
        style.with { $0.hasBorder = true }
    }

    /// A frame around the cells of rows that something stands in, so that empty rows are not printed.
    ///
    /// - Parameter columns: how many columns a row has.
    static func frames(_ range: CellRange, of columns: Int) -> CellMark {
        let row = range.rows.lowerBound
        let (first, last) = (CellName(row: row, column: 0).inColumn, CellName(row: row, column: columns - 1).inColumn)
        return CellMark(range: range, formula: "=COUNTA(\(first):\(last))>0", look: .framed)
    }

    /// The header and the example rows of a list.
    static func rows(header: [String], examples: [[SheetCell.Content]], styles: [CellStyle]) -> [[SheetCell?]] {
        let head = header.map { Optional(SheetCell($0, TemplateStyle.header)) }
        return [head] + examples.map { row in zip(row, styles).map { SheetCell($0, example($1)) } }
    }
}

struct TemplateColumn {
    var title: String
    var width: Double
    var style = TemplateStyle.text
    var message: String
    var condition = CellCheck.Condition.none
    var answer = CellCheck.Answer.questioned
    var complaint = ""

    func check(_ rows: ClosedRange<Int>, at column: Int) -> CellCheck {
        CellCheck(
            range: CellRange(rows: rows, columns: column...column), condition: condition, answer: answer, title: title,
            message: message, complaint: complaint)
    }
}

/// A cell as formulas name it; counted from 0.
struct CellName {
    var row: Int
    /// At most 25, which is `Z`.
    var column: Int

    private var letter: String { String(UnicodeScalar(UInt8(65 + column))) }

    /// `C4`: moves with the cell that the formula is for.
    var relative: String { "\(letter)\(row + 1)" }
    /// `$C4`: always this column.
    var inColumn: String { "$\(letter)\(row + 1)" }
    /// `$C$4`.
    var fixed: String { "$\(letter)$\(row + 1)" }
}
