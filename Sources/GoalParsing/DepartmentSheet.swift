internal import GoalModel
internal import SourceFiles

/// The sheet 部门 of the fill-in template: 栏目, 标题, 内容, 绩效指标 in a row each, handed on as the text that it stands for.
struct DepartmentSheet {
    private(set) var paragraphs: [SourceDocument.Paragraph] = []
    private(set) var unitLine = UnitLine()
    /// The year, as a title would state it.
    private(set) var year: Passage?
    private(set) var residue: [Passage] = []
    private var code: SourceDocument.Cell?
    private var name: SourceDocument.Cell?

    /// `nil` for any other table.
    init?(_ table: SourceDocument.Table) {
        guard let head = table.rows.prefix(5).firstIndex(where: Self.isHeading) else { return nil }
        var overall: [SourceDocument.Paragraph] = []
        var goals: [SourceDocument.Paragraph] = []
        var classes: [SourceDocument.Paragraph] = []
        var safeguards: [SourceDocument.Paragraph] = []
        for row in table.rows.dropFirst(head + 1) {
            let cells = Dictionary(row.cells.compactMap { cell in cell.column.map { ($0, cell) } }) { first, _ in first }
            guard let kind = cells[1], !kind.text.isEmpty, !kind.text.hasPrefix("示例") else {
                if cells[1]?.text.isEmpty != false {
                    residue += row.cells.filter { !$0.text.isEmpty }.map { Passage($0.text, at: $0.location) }
                }
                continue
            }
            let (title, text, indicator) = (cells[2]?.text ?? "", cells[3]?.text ?? "", cells[4]?.text ?? "")
            guard !(title + text + indicator).isEmpty else { continue }
            let place = (cells[3] ?? kind).location
            func line(_ text: String) -> [SourceDocument.Paragraph] {
                text.split(separator: "\n").map { .init(text: String($0).trimmed, location: place) }
            }
            switch kind.text.withoutSpaces {
            case "单位编码": code = cells[3]
            case "单位名称": name = cells[3]
            case "年度": year = Passage(text.filter(\.isNumber) + "年度", at: place)
            case "金额单位":
                unitLine.moneyUnit = MoneyUnit(rawValue: text.withoutSpaces)
                unitLine.moneyPlace = place
            case "总体绩效目标": overall += line(text)
            case "分项绩效目标":
                if !title.isEmpty { goals += line("（\(Self.number(goals))）" + title) }
                if !text.isEmpty { goals += line("绩效目标：" + text) }
                if !indicator.isEmpty { goals += line("绩效指标：" + indicator) }
            case "经费":
                classes += line(title + "经费绩效目标") + line(text)
            case "工作保障措施": safeguards += line("（\(Self.number(safeguards))）" + title + (title.isEmpty ? "" : "。") + text)
            default:
                residue.append(Passage(row.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " "), at: kind.location))
            }
        }
        let sections = [("总体绩效目标", overall), ("分项绩效目标", classes + goals), ("工作保障措施", safeguards)].filter { !$0.1.isEmpty }
        for (number, section) in zip(["一", "二", "三"], sections) {
            guard let place = section.1.first?.location else { continue }
            paragraphs.append(.init(text: number + "、" + section.0, location: place))
            paragraphs += section.1
        }
        if let code, let unit = UnitLine.unit(in: code.text.withoutSpaces + (name?.text ?? "")) {
            unitLine.unit = unit
            unitLine.unitPlace = code.location
        } else if let name, !name.text.isEmpty {
            unitLine.unit = BudgetUnit(code: nil, name: name.text)
            unitLine.unitPlace = name.location
        }
    }

    private static func isHeading(_ row: SourceDocument.Row) -> Bool {
        row.cells.prefix(3).map { $0.text.withoutSpaces } == ["栏目", "标题", "内容"]
    }

    /// The Chinese number of the next title.
    private static func number(_ lines: [SourceDocument.Paragraph]) -> String {
        let count = lines.count { $0.text.hasPrefix("（") } + 1
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard count < 100 else { return String(count) }
        let tens = count / 10
        return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[count % 10]
    }
}
