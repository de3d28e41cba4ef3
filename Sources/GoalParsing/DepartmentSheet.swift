public import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// The sheet 部门 of the fill-in template: 栏目, 标题, 内容, 绩效指标 in a row each, handed on as the text that it stands for.
struct DepartmentSheet {
    private(set) var unitLine = UnitLine()
    /// The year, as a title would state it.
    private(set) var year: Passage?
    private(set) var residue: [Passage] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Where the sheet's heading stands.
    let place: Location?
    private var overall: [SourceDocument.Paragraph] = []
    /// The cell of the overall goal where it is blank.
    private var overallBlank: Location?
    private var goals: [SourceDocument.Paragraph] = []
    private var classes: [SourceDocument.Paragraph] = []
    private var safeguards: [SourceDocument.Paragraph] = []
    private var code: Passage?
    private var name: Passage?

    /// One row that says something.
    private struct Entry {
        let kind: String
        let title: String
        let text: String
        let indicator: String
        let place: Location

        /// `nil` for an example, a row that is only prepared, and one without its kind.
        init?(_ row: SourceDocument.Row) {
            let cells = Dictionary(row.cells.compactMap { cell in cell.column.map { ($0, cell) } }) { first, _ in first }
            guard let first = cells[1], !first.text.isEmpty, !first.text.begins(with: "示例") else { return nil }
            kind = first.text.withoutSpaces
            (title, text, indicator) = (cells[2]?.text ?? "", cells[3]?.text ?? "", cells[4]?.text ?? "")
            place = (cells[3] ?? first).location
            if (title + text + indicator).isEmpty { return nil }
        }
    }

    /// `nil` for any other table.
    init?(_ table: SourceDocument.Table) {
        guard let head = table.rows.prefix(5).firstIndex(where: Self.isHeading) else { return nil }
        place = table.rows[head].cells.first?.location
        for row in table.rows.dropFirst(head + 1) {
            if let entry = Entry(row) {
                read(entry)
            } else if row.cells.first?.text.withoutSpaces == Self.overallTitle {
                overallBlank = overallBlank ?? row.cells.first?.location.inSheet(column: 3)
            } else if row.cells.first?.text.isEmpty != false {
                // Without its kind nobody knows what a text is.
                residue += row.cells.filter { !$0.text.isEmpty }.map { Passage($0.text, at: $0.location) }
            }
        }
        readUnit()
    }

    private static let overallTitle = "总体绩效目标"

    private static func isHeading(_ row: SourceDocument.Row) -> Bool {
        row.cells.prefix(3).map { $0.text.withoutSpaces } == ["栏目", "标题", "内容"]
    }

    private mutating func read(_ entry: Entry) {
        switch entry.kind {
        case "单位编码": code = Passage(entry.text, at: entry.place)
        case "单位名称": name = Passage(entry.text, at: entry.place)
        case "年度": readYear(entry)
        case "金额单位":
            unitLine.moneyUnit = StatedUnit(cell: entry.text)
            unitLine.moneyPlace = entry.place
        case Self.overallTitle: overall += lines(entry.text, entry)
        case "分项绩效目标":
            if !entry.title.isEmpty { goals += lines(Self.number(goals) + entry.title, entry) }
            if !entry.text.isEmpty { goals += lines("绩效目标：" + entry.text, entry) }
            if !entry.indicator.isEmpty { goals += lines("绩效指标：" + entry.indicator, entry) }
        case "经费":
            // The row is only prepared.
            if entry.text.isEmpty, entry.indicator.isEmpty { break }
            classes += lines(entry.title + "经费绩效目标", entry) + lines(entry.text, entry)
        case "工作保障措施":
            safeguards += lines(Self.number(safeguards) + entry.title + (entry.title.isEmpty ? "" : "。") + entry.text, entry)
        default:
            let words = [entry.kind, entry.title, entry.text, entry.indicator].filter { !$0.isEmpty }
            residue.append(Passage(words.joined(separator: " "), at: entry.place))
        }
    }

    private func lines(_ text: String, _ entry: Entry) -> [SourceDocument.Paragraph] {
        text.split(separator: "\n").map { .init(text: String($0).trimmed, location: entry.place) }
    }

    /// `（三）`, the number of the next title.
    private static func number(_ lines: [SourceDocument.Paragraph]) -> String {
        let count = lines.count { $0.text.begins(with: "（") } + 1
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard count < 100 else { return "（\(count)）" }
        let tens = count / 10
        return "（" + (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[count % 10] + "）"
    }

    private mutating func readYear(_ entry: Entry) {
        let digits = entry.text.withoutSpaces.folded.trimmingSuffix("度").trimmingSuffix("年")
        if digits.utf8.count == 4, digits.utf8.allSatisfy(\.isDigit), (2010...2049).contains(Int(digits) ?? 0) {
            year = Passage(digits + "年度", at: entry.place)
        } else {
            diagnostics.append(.yearInvalid(entry.text, at: entry.place))
        }
    }

    private mutating func readUnit() {
        let digits = (code?.text ?? "").withoutSpaces.folded.prefix(while: \.isDigit)
        if let code, digits.utf8.count == 6 {
            let known = UnitLine.unit(in: code.text.withoutSpaces + (name?.text ?? ""))
            unitLine.unit = known ?? BudgetUnit(code: String(digits), name: name?.text ?? "")
            unitLine.unitPlace = code.location
            return
        }
        if let code { diagnostics.append(.unitCodeInvalid(code.text, at: code.location)) }
        if let name, !name.text.isEmpty {
            unitLine.unit = BudgetUnit(code: nil, name: name.text)
            unitLine.unitPlace = name.location
        }
    }

    /// Part one as a document would have it, under its usual headings.
    var paragraphs: [SourceDocument.Paragraph] {
        // A chapter that was left blank is there all the same, and can be told of.
        let blank = overall.isEmpty ? overallBlank.map { SourceDocument.Paragraph(text: "", location: $0) } : nil
        let chapters = [
            (Self.overallTitle, overall + [blank].compactMap(\.self)), ("分项绩效目标", classes + goals), ("工作保障措施", safeguards),
        ].filter { !$0.1.isEmpty }
        return zip(["一", "二", "三"], chapters).flatMap { number, chapter -> [SourceDocument.Paragraph] in
            guard let place = chapter.1.first?.location else { return [] }
            return [.init(text: number + "、" + chapter.0, location: place)] + chapter.1.filter { !$0.text.isEmpty }
        }
    }
}

extension Diagnostic {
    /// What the template's sheet says of unit and year cannot be believed: without another source the book has none.
    public static let identityIDs: Set<String> = ["unit-code-invalid", "fiscal-year-invalid"]

    fileprivate static func unitCodeInvalid(_ text: String, at place: Location?) -> Diagnostic {
        Diagnostic(
            .error, id: "unit-code-invalid", at: place, "单位编码\(text.shortened(to: 24).quoted)不是六位数字", explanation: "没有采用",
            remedy: "请填写六位数字，如706001（前三位是部门，后三位是单位）；单元格请设为“文本”格式，开头的0才不会丢")
    }

    fileprivate static func yearInvalid(_ text: String, at place: Location) -> Diagnostic {
        Diagnostic(
            .error, id: "fiscal-year-invalid", at: place, "年度\(text.shortened(to: 24).quoted)不是2010至2049之间的四位数字",
            explanation: "没有采用", remedy: "请填写四位数字，如2026")
    }
}
