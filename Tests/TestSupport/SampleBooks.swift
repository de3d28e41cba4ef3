public import Aggregation
public import GoalModel

/// Books made up by chance or by hand.
public enum SampleBooks {
    /// A table of kinds that is short enough to see through.
    public static let kinds = ProjectKinds(
        kinds: [
            .init(title: "征地补偿", words: ["征地", "占地"]), .init(title: "人员补贴", words: ["补贴", "工资"]),
            .init(title: "工程建设", words: ["工程", "修建"]), .init(title: "工作经费", words: ["经费"]),
        ], other: "其他")

    /// The four dates of the official form.
    public static let quarters = [3, 6, 10, 12].compactMap(MonthDay.init(endOf:))

    /// A plan over the four dates; `nil` is a blank cell.
    public static func plan(_ percents: [Int?]) -> SpendingPlan {
        SpendingPlan(zip(quarters, percents).map { SpendingPlan.Point(by: $0, percent: $1.map { Percent($0) }) })
    }

    /// A project with its budget in 分.
    public static func project(
        _ number: Int, _ name: String, fen: Int64?, code: String? = nil, plan percents: [Int?] = [25, 50, 75, 100]
    ) -> Project {
        let digits = "\(1000 + number)"
        return Project(
            number: number, name: name, code: code ?? "13052924P0058401\(digits)X",
            unit: BudgetUnit(code: "901001", name: "某镇本级"),
            budget: fen.map { Money(fen: $0) }, fiscalFunds: fen.map { Money(fen: $0) }, purpose: name, plan: plan(percents),
            goals: ["1.按期完成"],
            raw: .init(budget: fen.map { "\($0 / 1_000_000).\($0 % 1_000_000 / 10_000)" } ?? ""))
    }

    /// A book of a town with these projects.
    public static func book(_ projects: [Project], town: String = "某某镇") -> GoalBook {
        GoalBook(
            sources: [SourceRecord(path: "某某镇.txt", format: "txt", encoding: "UTF-8", sha256: "")], town: town, county: "某县",
            region: "130529", kind: .town, unit: BudgetUnit(code: "901001", name: "某镇本级"), fiscalYear: 2024,
            partOne: [Section(heading: Passage("一、总体绩效目标"), paragraphs: [Passage("做好各项工作。")])], projects: projects)
    }

    /// A book by chance: amounts of any size, blanks, odd plan dates, falling plans, codes of other years.
    public static func random(_ generator: inout SplitMix64, projects count: Int) -> GoalBook {
        let names = ["征地补偿款", "网格员补贴", "道路修建", "办公经费", "某事项"]
        let projects = (1...max(1, count)).prefix(count).map { number in
            var project = project(
                number, names.randomElement(using: &generator) ?? "", fen: amount(&generator)?.fen,
                code: "130529\(Int.random(in: 19...26, using: &generator))P\(number)")
            project.fiscalFunds = Bool.random(using: &generator) ? project.budget : amount(&generator)
            project.otherFunds = Bool.random(using: &generator) ? .zero : amount(&generator)
            project.plan = plan(&generator)
            return project
        }
        return book(Array(projects))
    }

    private static func amount(_ generator: inout SplitMix64) -> Money? {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: nil
        case 1: .zero
        case 2: Money(fen: Int64.random(in: 0...Money.largest.fen, using: &generator))
        case 3: .largest
        default: Money(fen: Int64.random(in: 0...2_000_000_000, using: &generator))
        }
    }

    private static func plan(_ generator: inout SplitMix64) -> SpendingPlan {
        let months = Bool.random(using: &generator) ? [3, 6, 10, 12] : [2, 6, 8, 12]
        return SpendingPlan(
            months.prefix(Int.random(in: 0...4, using: &generator)).compactMap(MonthDay.init(endOf:)).map { day in
                let blank = Int.random(in: 0..<5, using: &generator) == 0
                let percent = Percent(tenThousandths: Int64.random(in: 0...1_000_000, using: &generator))
                return SpendingPlan.Point(by: day, percent: blank ? nil : percent)
            })
    }
}
