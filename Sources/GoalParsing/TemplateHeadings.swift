internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// Compares the heading of one of the template's sheets with what the template has there.
///
/// A heading that was overwritten is put back, so that its column is read: neighbours tell which one it was.
struct TemplateHeadings {
    private(set) var table: SourceDocument.Table
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var gaps: Set<Project.Gap> = []
    private let sheet: FillInTemplate.Sheet
    private let head: Int
    private let headings: ListHeadings

    init(_ table: SourceDocument.Table, of sheet: FillInTemplate.Sheet, head: Int, headings: ListHeadings) {
        (self.table, self.sheet, self.head, self.headings) = (table, sheet, head, headings)
        let columns = sheet.headings.map(column)
        var before = 0
        for (index, title) in sheet.headings.enumerated() {
            if let column = columns[index] {
                before = column
                continue
            }
            let place = before + 1
            if mayBeMended(place, next: columns[index...].lazy.compactMap(\.self).first, title) {
                mend(place, title)
                before = place
            } else {
                noteMissing(title, near: max(1, before))
            }
        }
    }

    /// The column with the heading, or with another word for the same.
    private func column(of title: String) -> Int? {
        let word = TemplateHeadings.bare(title)
        let cells = table.rows[head].cells.filter { !$0.text.isEmpty }
        if let cell = cells.first(where: { TemplateHeadings.bare($0.text) == word }) { return cell.column }
        guard sheet != FillInTemplate.department, let meaning = headings.meaning(of: title) else { return nil }
        return cells.first { headings.meaning(of: $0.text) == meaning }?.column
    }

    private func cell(_ column: Int, _ row: SourceDocument.Row) -> SourceDocument.Cell? {
        row.cells.first { $0.column == column }
    }

    /// Whether the column is that of the lost heading: not another's, and something stands above or in it.
    private func mayBeMended(_ column: Int, next: Int?, _ title: String) -> Bool {
        if let next, next <= column { return false }
        let text = cell(column, table.rows[head])?.text ?? ""
        if text.isEmpty {
            return table.rows.dropFirst(head + 1).contains { row in
                !isExample(row) && cell(column, row)?.text.isEmpty == false
            }
        }
        // Another heading that lists know was put there on purpose.
        return sheet == FillInTemplate.department || headings.meaning(of: text) == nil
    }

    private func isExample(_ row: SourceDocument.Row) -> Bool {
        row.cells.first.map { headings.isExample($0.text) } == true
    }

    private mutating func mend(_ column: Int, _ title: String) {
        let old = cell(column, table.rows[head])
        guard let place = old?.location ?? table.rows[head].cells.first?.location.inSheet(column: column) else { return }
        let title = wording(of: title, old?.text ?? "")
        diagnostics.append(.headingChanged(title, old?.text ?? "", at: place))
        put(SourceDocument.Cell(text: title, location: place, column: column))
    }

    /// The heading with the unit of money that stood there, or stands beside it: 万元 is only the usual one.
    private func wording(of title: String, _ old: String) -> String {
        guard FormLabel.moneyUnit(behind: title) != nil else { return title }
        let units = ([old] + table.rows[head].cells.map(\.text)).lazy.compactMap(FormLabel.moneyUnit(behind:))
        return TemplateHeadings.bare(title) + (units.first.map { "（\($0.title)）" } ?? "")
    }

    private mutating func put(_ cell: SourceDocument.Cell) {
        let cells = table.rows[head].cells
        if let index = cells.firstIndex(where: { $0.column == cell.column }) {
            table.rows[head].cells[index].text = cell.text
        } else {
            let index = cells.firstIndex { ($0.column ?? 0) > cell.column ?? 0 } ?? cells.count
            table.rows[head].cells.insert(cell, at: index)
        }
    }

    private mutating func noteMissing(_ title: String, near column: Int) {
        let word = TemplateHeadings.bare(title)
        let place = table.rows[head].cells.first?.location
        if TemplateHeadings.dispensable.contains(word) { return }
        if word == "项目编码", sheet == FillInTemplate.indicators { return }
        gaps.formUnion(TemplateHeadings.gaps(of: word, in: sheet))
        diagnostics.append(.headingMissing(title, at: place?.inSheet(column: column)))
        // Without values a list is none of indicators: their column is there, and blank.
        let last = table.rows.lazy.compactMap { $0.cells.last?.column }.max() ?? 0
        if word == "指标值", let place = place?.inSheet(column: last + 1) {
            put(SourceDocument.Cell(text: title, location: place, column: last + 1))
        }
    }

    /// Without blanks, and without a unit in brackets.
    static func bare(_ text: String) -> String {
        FormLabel.bracketless(text.withoutSpaces.folded)
    }

    /// What a book does without.
    private static let dispensable: Set<String> = ["序号", "单位编码", "单位名称", "其他资金"]

    /// All that the sheet is for.
    static func gaps(of sheet: FillInTemplate.Sheet) -> Set<Project.Gap> {
        if sheet == FillInTemplate.indicators { return [.indicators] }
        return sheet.headings.reduce(into: []) { $0.formUnion(gaps(of: bare($1), in: sheet)) }
    }

    private static func gaps(of word: String, in sheet: FillInTemplate.Sheet) -> Set<Project.Gap> {
        if sheet == FillInTemplate.indicators {
            return switch word {
            case "一级指标": [.cell(.category), .indicators]
            case "二级指标": [.cell(.type), .indicators]
            case "三级指标": [.cell(.name)]
            case "绩效指标描述": [.cell(.description)]
            case "指标性质", "指标值", "度量单位": [.cell(.target)]
            case "指标值确定依据": [.cell(.basis)]
            default: []
            }
        }
        guard sheet == FillInTemplate.projects else { return [] }
        return switch word {
        case "项目编码": [.field(.code)]
        case "项目名称": [.field(.name)]
        case "预算数", "财政资金": [.field(.budget), .field(.fiscalFunds), .field(.otherFunds)]
        case "资金用途": [.field(.purpose)]
        case "绩效目标": [.field(.goals)]
        default: word.ends(with: "月底") ? [.plan] : []
        }
    }
}

extension Diagnostic {
    fileprivate static func headingChanged(_ title: String, _ found: String, at place: Location) -> Diagnostic {
        let change = found.isEmpty ? "的表头空着" : "改成了\(found.shortened(to: 24).quoted)"
        return Diagnostic(
            .error, id: "template-heading-changed", at: place, "栏目\(title.quoted)\(change)",
            explanation: "已按\(title.quoted)读入", remedy: "请改回\(title.quoted)；填报模板的表头不能改")
    }

    fileprivate static func headingMissing(_ title: String, at place: Location?) -> Diagnostic {
        Diagnostic(
            .error, id: "template-heading-missing", at: place, "表头里没有栏目\(title.quoted)", explanation: "这一栏没有读入",
            remedy: "请在这一行补上\(title.quoted)一栏并填好；可以用 goalbook template 另存一份模板对照")
    }
}
