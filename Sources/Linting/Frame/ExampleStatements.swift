internal import Foundation
internal import GoalModel

extension Example {
    /// Projects, each with name, code and budget in 万元.
    static func list(
        _ projects: [(name: String, code: String, budget: String)], finds: Place..., fileID: String = #fileID, line: Int = #line
    ) -> Example {
        let text = projects.enumerated().map { index, project in
            "项目\(index + 1)：\(project.name)，编码\(project.code.isEmpty ? "（空）" : project.code)，\(project.budget)万元"
        }
        let book = GoalBook(
            examples: projects.map {
                var project = Project(exampleRows: [], budget: $0.budget)
                (project.name, project.code) = ($0.name, $0.code)
                return project
            })
        return Example(text.joined(separator: "\n"), book, finds, fileID, line)
    }

    /// What part one says of a project, `某某经费年初安排20000元，资金支出进度为三月底25%…`, and the project's table.
    static func statement(
        _ sentence: String, of name: String, budget: String = "2", plan percents: [Int?] = [25, 50, 75, 100],
        finds: Place..., fileID: String = #fileID, line: Int = #line
    ) -> Example {
        var project = Project(exampleRows: [], budget: budget)
        project.name = name
        project.plan = SpendingPlan(examplePercents: percents)
        var book = GoalBook(examples: [project])
        book.statements = [Statement(example: sentence)]
        let plan = project.plan.points.map { "\($0.by.title)\($0.percent?.description ?? "（空）")" }.joined(separator: "、")
        let text = "文：\(sentence)\n表：\(name)，\(budget)万元，\(plan)"
        return Example(text, book, finds, fileID, line)
    }
}

extension Statement {
    /// Reads a sentence of the form that examples have; what part one of a document says is read by its reader.
    fileprivate init(example sentence: String) {
        let parts = sentence.components(separatedBy: "年初安排")
        let amount = parts.last?.prefix { "0123456789.".contains($0) } ?? ""
        let unit: MoneyUnit = sentence.contains("\(amount)万元") ? .wan : .yuan
        let words = sentence.components(separatedBy: "进度为").dropFirst().joined()
            .split { "、，".contains($0) || "分别达到".contains($0) }.map(String.init)
        let months = ["三月": 3, "六月": 6, "九月": 9, "十月": 10, "十二月": 12]
        let days = words.compactMap { word in months.filter { word.hasPrefix($0.key + "底") }.values.first }
        let percents = words.compactMap { word in
            word.hasSuffix("%") ? Int(String(word.dropLast().reversed().prefix { "0123456789".contains($0) }.reversed())) : nil
        }
        let points = zip(days.compactMap(MonthDay.init(endOf:)), percents.map { Percent($0) })
        self.init(
            name: parts.first ?? "", amount: Money(written: String(amount), in: unit),
            plan: SpendingPlan(points.map { SpendingPlan.Point(by: $0, percent: $1) }), project: 1)
    }
}
