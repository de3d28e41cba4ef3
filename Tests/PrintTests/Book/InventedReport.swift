import GoalModel
import Reporting
import TestSupport

/// A report of an invented town.
enum InventedReport {
    static func report(projects: [Project], partOne: [Section] = sections) -> Report {
        let book = GoalBook(
            town: "青石镇", county: "云岭县", unit: BudgetUnit(code: "909001", name: "云岭县青石镇人民政府本级"), fiscalYear: 2024,
            partOne: partOne, projects: projects)
        return SampleFindings.report(book)
    }

    static let sections = [
        Section(
            heading: Passage("一、总体绩效目标"),
            paragraphs: [Passage("修好三条村道，管好两座水库，办好一所学校，让全镇八千名群众都看得见变化。"), Passage("（一）村道")]),
        Section(heading: Passage("二、分项绩效目标"), paragraphs: (1...40).map { Passage("第\($0)项：按季检查，按年考核，结果公开，达到 90%以上。") }),
    ]

    static func projects(_ count: Int) -> [Project] {
        guard count > 0 else { return [] }
        return (1...count).map(project)
    }

    static func project(_ number: Int) -> Project {
        let budget = Money(fen: Int64(number) * 1_234_500)
        let raw = "\(number).2345"
        let dates = [3, 6, 10, 12].compactMap(MonthDay.init(endOf:))
        let shares = [25, 50, 75, 100]
        let rows = 4 + number % 7
        return Project(
            number: number, name: "青石镇第\(number)号村道养护", code: "13999924P0009990\(1_000 + number)X",
            unit: BudgetUnit(code: "909001", name: "云岭县青石镇人民政府本级"), budget: budget, fiscalFunds: budget,
            purpose: "养护第\(number)号村道及两侧排水沟", plan: SpendingPlan(zip(dates, shares).map { .init(by: $0, percent: Percent($1)) }),
            goals: ["1.路面平整\(number)处", "2.排水通畅"], indicators: (0..<rows).map { indicator($0, of: number) },
            raw: Project.RawCells(budget: raw, fiscalFunds: raw, otherFunds: "0.00", plan: shares.map { "\($0)%" }))
    }

    static func indicator(_ row: Int, of number: Int) -> Indicator {
        let kinds = [
            ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("产出指标", "成本指标"), ("效益指标", "社会效益指标"),
            ("效益指标", "可持续影响指标"), ("满意度指标", "服务对象满意度指标"),
        ]
        let (category, type) = kinds[min(row, kinds.count - 1)]
        return Indicator(
            category: category, type: type, name: "养护里程\(number)之\(row)", description: "全年实际养护的里程占计划里程的比例\(row)",
            target: Target(text: "≤\(300 + row)元/人/月", value: .text), basis: "养护合同第\(row)条")
    }
}
