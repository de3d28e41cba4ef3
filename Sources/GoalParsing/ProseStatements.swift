internal import Diagnostics
internal import GoalModel
internal import Text

/// What part one says in prose of expense classes and projects: 年初安排…元, 支出进度 at dates, indicators joined by dashes.
struct ProseStatements {
    private(set) var expenseClasses: [Statement] = []
    private(set) var statements: [Statement] = []
    /// Paragraphs that say nothing of the kind.
    private(set) var rest: [Passage] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var heading: ExpenseHeading?
    /// Where dash lists belong that follow in paragraphs of their own.
    private var last: Last?

    private enum Last {
        case expenseClass
        case project
    }

    /// A heading such as 人员类经费绩效目标 or 项目绩效目标 above statements.
    private struct ExpenseHeading {
        /// 人员类, 日常公用类; `nil` above projects.
        let expenseClass: String?

        init?(_ text: String) {
            guard text.utf8.count <= 120 else { return nil }
            let word = String(Numbering(text).rest).withoutSpaces.trimmingSuffix("：")
            guard word.count <= 16, word.utf8.count <= 48, word.ends(with: "绩效目标") else { return nil }
            let name = word.dropLast(4)
            if name == "项目" || name == "项目支出" || name == "项目类" {
                expenseClass = nil
            } else if name.ends(with: "经费") || name.ends(with: "支出") {
                expenseClass = String(name.dropLast(2))
            } else {
                return nil
            }
        }
    }

    init(_ paragraphs: [Passage]) {
        for (index, paragraph) in paragraphs.enumerated() {
            if let heading = ExpenseHeading(paragraph.text), paragraphs.dropFirst(index + 1).first.map(Self.states) == true {
                self.heading = heading
                last = nil
            } else if let statement = statement(paragraph) {
                append(statement)
            } else if let last, case let items = DashList.items(in: paragraph.text), !items.isEmpty {
                add(items, to: last)
            } else {
                rest.append(paragraph)
                last = nil
            }
        }
    }

    private static func states(_ paragraph: Passage) -> Bool {
        ProseAmount(in: paragraph.text) != nil
    }

    private mutating func statement(_ paragraph: Passage) -> Statement? {
        guard !SubGoal.isLabelled(paragraph), let amount = ProseAmount(in: paragraph.text) else { return nil }
        let plan = ProsePlan(in: paragraph.text)
        if let plan, plan.dates.count != plan.percents.count {
            diagnostics.append(.datesAndPercents(plan, of: amount.name, at: paragraph.location))
        }
        return Statement(
            name: heading?.expenseClass ?? amount.name, amount: amount.money, plan: plan?.plan ?? SpendingPlan(),
            indicators: DashList.items(in: paragraph.text), location: paragraph.location)
    }

    private mutating func append(_ statement: Statement) {
        if heading?.expenseClass != nil {
            expenseClasses.append(statement)
            last = .expenseClass
        } else {
            statements.append(statement)
            last = .project
        }
    }

    private mutating func add(_ items: [String], to last: Last) {
        switch last {
        case .expenseClass where !expenseClasses.isEmpty: expenseClasses[expenseClasses.count - 1].indicators += items
        case .project where !statements.isEmpty: statements[statements.count - 1].indicators += items
        case .expenseClass, .project: break
        }
    }
}

extension Diagnostic {
    fileprivate static func datesAndPercents(_ plan: ProsePlan, of name: String, at place: Location?) -> Diagnostic {
        Diagnostic(
            .warning, id: "prose-plan", at: place,
            "\(name.shortened(to: 24).quoted)的支出进度写了\(plan.dates.count)个时间、\(plan.percents.count)个百分比",
            explanation: "只对应了前面成对的部分",
            remedy: "请使时间和百分比一一对应")
    }
}
