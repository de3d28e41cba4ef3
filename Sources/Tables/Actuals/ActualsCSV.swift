public import Appraisal
public import Foundation
internal import GoalModel
internal import Text

extension ActualsTemplate {
    /// The same as CSV files, one a sheet that is filled in: UTF-8 with a mark by which Excel knows it.
    ///
    /// - Returns: the sheets with their bytes, 项目执行 and 指标完成.
    public var csv: [(sheet: ActualsSheet, bytes: Data)] {
        [ActualsSheet.projects, .indicators].map { sheet in
            let head = sheet.columns.map { $0.isMoney ? moneyTitle($0) : $0.rawValue }
            let rows = ActualsLines(books: books, kind: sheet).rows.map { $0.map(ActualsTemplate.field) }
            let lines = ([head.map { ActualsTemplate.quoted($0) }] + rows).map { $0.joined(separator: ",") + "\r\n" }
            return (sheet, Data(("\u{FEFF}" + lines.joined()).utf8))
        }
    }

    private static func field(_ cell: SheetCell.Content) -> String {
        switch cell {
        case .blank: ""
        case .number(let number): "\(number)"
        case .text(let text): quoted(text)
        }
    }

    /// Text that a spreadsheet would take for a formula has an apostrophe before it.
    private static func quoted(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@".unicodeScalars.contains($0) } ?? false
        return "\"" + ((isFormula ? "'" : "") + text.displayable).replacing("\"", with: "\"\"") + "\""
    }
}
