internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// The form of a whole department's goals (部门整体支出绩效目标表), handed on as the text of part one that it stands for.
struct DepartmentForm {
    /// Under the usual headings of part one.
    private(set) var paragraphs: [SourceDocument.Paragraph] = []
    private(set) var unitLine = UnitLine()
    private(set) var residue: [Passage] = []
    private var used: Set<Location> = []

    /// `nil` for the form of a project, and for a table that nothing says to be of the department.
    ///
    /// - Parameters:
    ///   - reading: what the table reads as.
    ///   - above: the paragraphs before it.
    init?(_ reading: FormReading, _ table: SourceDocument.Table, above: [SourceDocument.Paragraph]) {
        guard reading.forms.count == 1, let form = reading.forms.first,
            form.values[.code]?.text.isEmpty != false, form.values[.name]?.text.isEmpty != false,
            !form.goals.isEmpty || !form.indicators.isEmpty
        else { return nil }
        let titles = above.suffix(4).map(\.text) + [form.title?.text ?? ""]
        guard titles.contains(where: { $0.utf8.count <= 150 && $0.holds("整体") }) || DepartmentForm.holdsMarks(table) else {
            return nil
        }
        let headed = above.last.flatMap(SectionHeading.init)?.kind == .overallGoal
        let goals = form.goals.flatMap { cell in
            cell.text.split(separator: "\n").map { SourceDocument.Paragraph(text: String($0).trimmed, location: cell.location) }
        }.filter { !$0.text.isEmpty }
        add(headed ? nil : "一、总体绩效目标", goals)
        add("二、分项绩效目标", tasks(table))
        add("三、部门整体绩效指标", form.indicators.compactMap(DepartmentForm.line))
        if let cell = form.values[.budgetUnit] {
            unitLine.unit = UnitLine.unit(in: cell.text) ?? BudgetUnit(code: nil, name: cell.text)
            unitLine.unitPlace = cell.location
        }
        residue = reading.residue.filter { $0.location.map { !used.contains($0) } ?? true }
    }

    private mutating func add(_ heading: String?, _ lines: [SourceDocument.Paragraph]) {
        guard let place = lines.first?.location else { return }
        if let heading { paragraphs.append(.init(text: heading, location: place, isMarkedHeading: true)) }
        paragraphs += lines
    }

    /// Words that only the form of a department has.
    private static func holdsMarks(_ table: SourceDocument.Table) -> Bool {
        let marks: Set<String> = ["年度主要任务", "部门(单位)名称", "年度履职目标", "部门整体绩效目标", "部门职能", "部门职能概述", "部门职责目标"]
        return table.rows.contains { row in
            row.cells.contains { $0.text.utf8.count <= 60 && marks.contains($0.text.withoutSpaces.folded.trimmingSuffix(":")) }
        }
    }

    /// The rows below 任务名称 and 主要内容, each a sub-goal.
    private mutating func tasks(_ table: SourceDocument.Table) -> [SourceDocument.Paragraph] {
        func place(_ row: SourceDocument.Row, _ words: Set<String>) -> Int? {
            row.cells.first { words.contains($0.text.withoutSpaces) }?.column
        }
        guard table.rowsAreCertain, let head = table.rows.firstIndex(where: { place($0, ["任务名称", "工作任务", "主要任务"]) != nil }),
            let nameColumn = place(table.rows[head], ["任务名称", "工作任务", "主要任务"]),
            let textColumn = place(table.rows[head], ["主要内容", "任务内容", "具体内容", "工作内容", "绩效目标"])
        else { return [] }
        used.formUnion(table.rows[head].cells.filter { [nameColumn, textColumn].contains($0.column) }.map(\.location))
        var lines: [SourceDocument.Paragraph] = []
        for row in table.rows[(head + 1)...] {
            let name = row.cells.first { $0.column == nameColumn }
            let text = row.cells.first { $0.column == textColumn }
            let begins = row.cells.contains { !$0.text.isEmpty && !$0.continuesAbove && ($0.column ?? nameColumn) < nameColumn }
            guard let name, !name.text.isEmpty, !begins else { break }
            lines.append(.init(text: "（\(lines.count / 2 + 1)）" + name.text.withoutLines, location: name.location))
            lines.append(.init(text: "绩效目标：" + (text?.text.withoutLines ?? ""), location: (text ?? name).location))
            used.formUnion([name.location, (text ?? name).location])
        }
        return lines
    }

    private static func line(_ indicator: Indicator) -> SourceDocument.Paragraph? {
        guard let place = indicator.places[.name] ?? indicator.places.values.min() else { return nil }
        let words = [indicator.category, indicator.type, indicator.name].filter { !$0.isEmpty }.joined(separator: "—")
        let rest = [indicator.description, indicator.target.text, indicator.basis].filter { !$0.isEmpty }.joined(separator: "，")
        return .init(text: (rest.isEmpty ? words : words + "：" + rest).withoutLines, location: place)
    }
}

extension String {
    fileprivate var withoutLines: String {
        split(separator: "\n").map { String($0).trimmed }.joined()
    }
}
