public import GoalModel

/// A small piece of a goal book, and what its rule must find in it.
///
/// It remembers where it is written, so that a failing one points into the file of its rule.
public struct Example: Hashable, Sendable {
    /// The piece in Chinese, as the manual prints it.
    public var text: String
    /// A book that holds the piece.
    public var book: GoalBook
    /// The books of other towns beside it, for rules of the county.
    public var others: [GoalBook] = []
    /// The places of the findings, in order.
    public var finds: [Place]
    public var fileID: String
    public var line: Int

    /// For the other ways of writing an example.
    init(_ text: String, _ book: GoalBook, _ finds: [Place], _ fileID: String, _ line: Int) {
        self.text = text.isEmpty ? "（空）" : text
        (self.book, self.finds, self.fileID, self.line) = (book, finds, fileID, line)
    }
}

extension Example {
    /// The value of a quantity row.
    init(_ target: String, finds: Place..., fileID: String = #fileID, line: Int = #line) {
        let row = Indicator(.quantity, "完成数量", "", target)
        self.init(target, GoalBook(examples: [Project(exampleRows: [row])]), finds, fileID, line)
    }

    static func row(
        _ kind: IndicatorKind, _ name: String, description: String = "", _ target: String, budget: String = "100",
        finds: Place..., fileID: String = #fileID, line: Int = #line
    ) -> Example {
        let row = Indicator(kind, name, description, target)
        let budgetText = budget == "100" ? "" : "预算数\(budget)万元："
        let project = Project(exampleRows: [row], budget: budget)
        return Example(budgetText + row.exampleText, GoalBook(examples: [project]), finds, fileID, line)
    }

    /// The rows of one project, each as `数量指标 人数 ≥5人`.
    static func rows(
        _ rows: [String], budget: String = "100", finds: Place..., fileID: String = #fileID, line: Int = #line
    ) -> Example {
        let project = Project(exampleRows: rows.map(Indicator.init(example:)), budget: budget)
        let budgetText = budget == "100" ? "" : "预算数\(budget)万元："
        return Example(budgetText + rows.joined(separator: "；"), GoalBook(examples: [project]), finds, fileID, line)
    }

    /// Several projects, each with rows as `数量指标 人数 ≥5人`.
    static func projects(_ projects: [[String]], finds: Place..., fileID: String = #fileID, line: Int = #line) -> Example {
        let text = projects.enumerated().map { "项目\($0 + 1)：" + $1.joined(separator: "；") }.joined(separator: "\n")
        let book = GoalBook(examples: projects.map { Project(exampleRows: $0.map(Indicator.init(example:))) })
        return Example(text, book, finds, fileID, line)
    }

    /// Money cells as written, in 万元.
    static func money(
        budget: String, fiscal: String, other: String, finds: Place..., fileID: String = #fileID, line: Int = #line
    ) -> Example {
        let cells = [("预算数", budget), ("财政资金", fiscal), ("其他资金", other)].map { "\($0) \($1.isEmpty ? "（空）" : $1)" }
        let project = Project(exampleRows: [], budget: budget, fiscal: fiscal, other: other)
        return Example(cells.joined(separator: "，") + "（万元）", GoalBook(examples: [project]), finds, fileID, line)
    }

    /// Cumulative percentages at the end of March, June, October and December; `nil` is blank.
    static func plan(_ percents: [Int?], finds: Place..., fileID: String = #fileID, line: Int = #line) -> Example {
        var project = Project(exampleRows: [])
        project.plan = SpendingPlan(examplePercents: percents)
        return Example(project.plan.exampleText, GoalBook(examples: [project]), finds, fileID, line)
    }

    static func code(_ code: String, finds: Place..., fileID: String = #fileID, line: Int = #line) -> Example {
        var project = Project(exampleRows: [])
        project.code = code
        return Example(code.isEmpty ? "项目编码（空）" : "项目编码 \(code)", GoalBook(examples: [project]), finds, fileID, line)
    }

    static func purpose(_ purpose: String, finds: Place..., fileID: String = #fileID, line: Int = #line) -> Example {
        var project = Project(exampleRows: [])
        project.purpose = purpose
        return Example("资金用途：\(purpose)", GoalBook(examples: [project]), finds, fileID, line)
    }

    /// A paragraph of part one.
    static func partOne(_ paragraph: String, finds: Place..., fileID: String = #fileID, line: Int = #line) -> Example {
        var book = GoalBook(examples: [])
        book.partOne = [Section(heading: Passage("总体绩效目标"), paragraphs: [Passage(paragraph)])]
        return Example(paragraph, book, finds, fileID, line)
    }

    static func goals(_ goals: [String], finds: Place..., fileID: String = #fileID, line: Int = #line) -> Example {
        let book = GoalBook(examples: [Project(exampleGoals: goals)])
        return Example("绩效目标：\(goals.joined(separator: "；"))", book, finds, fileID, line)
    }

    /// The goals of several projects.
    static func goalsOfProjects(_ projects: [[String]], finds: Place..., fileID: String = #fileID, line: Int = #line) -> Example {
        let text = projects.enumerated().map { "项目\($0 + 1)：" + $1.joined(separator: "；") }.joined(separator: "\n")
        return Example(text, GoalBook(examples: projects.map(Project.init(exampleGoals:))), finds, fileID, line)
    }

    /// A project's name, and what its money is for.
    static func named(
        _ name: String, purpose: String = "", code: String? = nil, finds: Place..., fileID: String = #fileID, line: Int = #line
    ) -> Example {
        var project = Project(exampleRows: [])
        project.name = name
        project.code = code ?? project.code
        project.purpose = purpose
        let text = "项目名称：\(name)" + (code.map { "，项目编码：\($0)" } ?? "") + (purpose.isEmpty ? "" : "，资金用途：\(purpose)")
        return Example(text, GoalBook(examples: [project]), finds, fileID, line)
    }

    /// Paragraphs of part one of a book of a 乡, 镇 or 街道.
    static func partOne(
        of kind: TownKind, _ paragraphs: String..., finds: Place..., fileID: String = #fileID, line: Int = #line
    ) -> Example {
        var book = GoalBook(examples: [])
        book.kind = kind
        book.town = "甲" + kind.rawValue
        book.partOne = [Section(heading: Passage("总体绩效目标"), paragraphs: paragraphs.map { Passage($0) })]
        return Example("甲\(kind.rawValue)：" + paragraphs.joined(separator: "\n"), book, finds, fileID, line)
    }

    /// A project with one row of quantity.
    static func benefit(
        _ name: String, _ row: String, _ target: String, finds: Place..., fileID: String = #fileID, line: Int = #line
    ) -> Example {
        var project = Project(exampleRows: [Indicator(.quantity, row, "", target)])
        project.name = name
        return Example("项目名称：\(name)，数量指标 \(row) \(target)", GoalBook(examples: [project]), finds, fileID, line)
    }

    /// One project of each of several towns, with rows as `数量指标 人数 ≥5人`; the finds are those of the first.
    static func towns(_ towns: [[String]], finds: Place..., fileID: String = #fileID, line: Int = #line) -> Example {
        let text = zip("甲乙丙丁", towns).map { "\($0)镇：" + $1.joined(separator: "；") }.joined(separator: "\n")
        let books = towns.map { GoalBook(examples: [Project(exampleRows: $0.map(Indicator.init(example:)))]) }
        var example = Example(text, books.first ?? GoalBook(examples: []), finds, fileID, line)
        example.others = Array(books.dropFirst())
        return example
    }
}
