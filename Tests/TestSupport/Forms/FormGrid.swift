public import GoalModel

/// A cell of a table to be written: its text, and the grid that it covers.
public struct GridCell: Sendable {
    public var text: String
    /// From 0.
    public var column: Int
    public var columns = 1
    public var rows = 1
    /// Written as a real number with this format where the writer can.
    public var number: (value: Double, format: String)?
}

/// Tables as towns lay them out, made from a book that was read from text.
public enum FormGrid {
    /// The official form of one project, eight columns wide, labels and repeated categories merged.
    public static func form(_ project: Project) -> [[GridCell]] {
        var rows: [[GridCell]] = []
        func add(_ cells: (String, Int)...) {
            var column = 0
            rows.append(
                cells.map { text, width in
                    defer { column += width }
                    return GridCell(text: text, column: column, columns: width)
                })
        }
        add(((project.unit.code ?? "") + project.unit.name, 5), ("单位：\(project.moneyUnit.rawValue)", 3))
        add(("项目编码", 1), (project.code, 3), ("项目名称", 1), (project.name, 3))
        let raw = project.raw
        add(
            ("预算规模及资金用途", 1), ("预算数", 1), (raw.budget, 1), ("其中：财政    资金", 1), (raw.fiscalFunds, 1), ("其他资金", 1),
            (raw.otherFunds, 2))
        for index in [2, 4, 6] { rows[2][index].number = number(rows[2][index].text) }
        rows[2][0].rows = 2
        rows.append([GridCell(text: project.purpose, column: 1, columns: 7)])
        let dates = project.plan.points.count
        var head = [GridCell(text: "资金支出计划（%）", column: 0, rows: 2)]
        var plan: [GridCell] = []
        for (index, point) in project.plan.points.enumerated() {
            let first = 1 + index * 7 / dates
            let width = 1 + (index + 1) * 7 / dates - first
            head.append(GridCell(text: point.by.title, column: first, columns: width))
            let text = raw.plan[index]
            plan.append(GridCell(text: text, column: first, columns: width, number: number(text)))
        }
        if dates > 0 { rows += [head, plan] }
        add(("绩效目标", 1), (project.goals.joined(separator: "\n"), 7))
        add(("一级指标", 1), ("二级指标", 1), ("三级指标", 1), ("绩效指标描述", 2), ("指标值", 1), ("指标值确定依据", 2))
        rows += indicators(project)
        return rows
    }

    private static func indicators(_ project: Project) -> [[GridCell]] {
        var category = 0..<0
        return project.indicators.enumerated().map { index, row in
            let cells: [(String, Int, Int)] = [
                (row.type, 1, 1), (row.name, 2, 1), (row.description, 3, 2), (row.target.text, 5, 1), (row.basis, 6, 2),
            ]
            var line = cells.map { GridCell(text: $0.0, column: $0.1, columns: $0.2) }
            if !category.contains(index) {
                let rest = project.indicators[index...].prefix { $0.category == row.category }
                category = rest.indices
                line.insert(GridCell(text: row.category, column: 0, rows: rest.count), at: 0)
            }
            return line
        }
    }

    /// A list as a budget system exports it: one row an indicator, the project's own cells in its first row only.
    ///
    /// - Parameter split: sign, number and unit stand in three columns where they can be told apart.
    public static func list(_ book: GoalBook, split: Bool) -> [[GridCell]] {
        let months = book.projects.first?.plan.points.map(\.by) ?? []
        let unit = book.projects.first?.moneyUnit.rawValue ?? ""
        let values = split ? ["指标性质", "指标值", "度量单位"] : ["指标值"]
        let titles =
            ["单位编码", "单位名称", "项目编码", "项目名称", "预算数（\(unit)）", "财政资金（\(unit)）", "其他资金（\(unit)）", "资金用途", "年度目标"]
            + months.map(\.title)
            + ["一级指标", "二级指标", "三级指标", "指标解释"] + values + ["指标值确定依据"]
        var rows = [titles.map { ($0, false) }]
        for project in book.projects {
            let own: [(String, Bool)] =
                [(project.unit.code ?? "", false), (project.unit.name, false), (project.code, false), (project.name, false)]
                + [project.raw.budget, project.raw.fiscalFunds, project.raw.otherFunds].map { ($0, true) }
                + [(project.purpose, false), (project.goals.joined(separator: "\n"), false)] + project.raw.plan.map { ($0, true) }
            for (index, row) in project.indicators.enumerated() {
                let target = split ? pieces(row.target.text) : [row.target.text]
                let rest = [row.category, row.type, row.name, row.description] + target + [row.basis]
                rows.append((index == 0 ? own : own.map { _ in ("", false) }) + rest.map { ($0, false) })
            }
        }
        return rows.map { row in
            row.enumerated().map { GridCell(text: $1.0, column: $0, number: $1.1 ? number($1.0) : nil) }
        }
    }

    /// Sign, number and unit; 定性 and the whole for what is no plain quantity.
    private static func pieces(_ text: String) -> [String] {
        let sign = text.prefix { "≥≤＞＜＝=<>".contains($0) }
        let digits = text[sign.endIndex...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = text[digits.endIndex...]
        // What a person would not have typed into three cells stays in one.
        guard !digits.isEmpty, sign.count <= 2, unit.first?.isNumber != true, unit == unit.filter({ !$0.isWhitespace }),
            unit != "无",
            !digits.hasSuffix("."), !digits.hasSuffix(unit)
        else { return ["定性", text, ""] }
        return [String(sign), String(digits), String(unit)]
    }

    /// A number that shows just as it was written.
    private static func number(_ text: String) -> (Double, String)? {
        let isPercent = text.hasSuffix("%")
        let digits = isPercent ? String(text.dropLast()) : text
        guard let value = Double(digits), digits.first?.isNumber == true,
            digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
            !digits.hasPrefix("0") || digits == "0" || digits.hasPrefix("0.")
        else { return nil }
        let places = digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
        guard places < 8, !digits.hasSuffix(".") else { return nil }
        let format = places == 0 ? "0" : "0." + String(repeating: "0", count: places)
        return isPercent ? (value / 100, format + "%") : (value, format)
    }
}
