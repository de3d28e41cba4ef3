import Appraisal
import Diagnostics
import GoalModel
import TestSupport
import Testing

/// Whole self-evaluations: weights, points, reasons, totals that are withheld, means and the department.
@Suite struct EvaluationTests {
    private static let told = DeviationReason(category: "其他", text: "雨季停工两个月", measure: "明年补上")

    private var settings: AppraisalSettings {
        var settings = AppraisalSettings()
        settings.levels = [.output: Marks(50), .benefit: Marks(30), .satisfaction: Marks(10)]
        settings.costLevels = [.cost: Marks(20), .output: Marks(40), .benefit: Marks(20), .satisfaction: Marks(10)]
        settings.satisfactionTo = .benefit
        return settings
    }

    private func row(_ category: String, _ type: String, _ name: String, _ target: String) -> Indicator {
        Indicator(category: category, type: type, name: name, description: "", target: Target(reading: target), basis: "")
    }

    private func project(_ number: Int, _ budget: Int64, _ rows: [Indicator]) -> Project {
        Project(
            number: number, name: "项目\(number)", code: "X\(number)", unit: BudgetUnit(code: "706001", name: "柳溪镇"),
            budget: Money(fen: budget), goals: ["修好道路"], indicators: rows)
    }

    private func book(_ projects: [Project], subGoals: [SubGoal] = []) -> GoalBook {
        GoalBook(
            town: "柳溪镇", unit: BudgetUnit(code: "706001", name: "柳溪镇"), fiscalYear: 2026, subGoals: subGoals,
            projects: projects)
    }

    private func paid(
        _ project: Int, _ fen: Int64?, on day: String = "2026-12-31", change: (inout ProjectActual) -> Void = { _ in }
    )
        throws -> ProjectActual
    {
        var actual = ProjectActual(project: project, asOf: try #require(CalendarDay(iso: day)))
        actual.paid = fen.map(Money.init(fen:))
        actual.goalDone = "道路全部修好，群众出行方便"
        change(&actual)
        return actual
    }

    private func value(_ project: Int, _ row: Int, _ text: String, change: (inout IndicatorActual) -> Void = { _ in }) throws
        -> IndicatorActual
    {
        var value = IndicatorActual(project: project, row: row, asOf: try #require(CalendarDay(iso: "2026-12-31")))
        value.actual = text
        change(&value)
        return value
    }

    private func judge(
        _ book: GoalBook, _ projects: [ProjectActual], _ rows: [IndicatorActual], overall: [OverallActual] = [],
        settings change: (inout AppraisalSettings) -> Void = { _ in }
    ) -> TownEvaluation {
        var (settings, actuals) = (settings, Actuals())
        change(&settings)
        (actuals.projects, actuals.indicators, actuals.overall) = (projects, rows, overall)
        return Appraiser(settings).evaluation(of: book, actuals: actuals)
    }

    private func codes(_ town: TownEvaluation) -> [String] { town.checks.map(\.code.rawValue) }

    /// T7 of the gold tables from the book on: no weights are given.
    private var nine: Project {
        let types = [
            ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("产出指标", "成本指标"), ("效益指标", "经济效益指标"),
            ("效益指标", "社会效益指标"), ("效益指标", "生态效益指标"), ("效益指标", "可持续影响指标"), ("满意度指标", "服务对象满意度指标"),
        ]
        return project(1, 29_500_000, types.enumerated().map { row($1.0, $1.1, "指标\($0 + 1)", "≥95百分比") })
    }

    private let nineActuals = ["75.02", "95", "100", "75.02", "95", "94.99", "47.5", "0", "90.25"]

    @Test func withoutWeights() throws {
        let rows = try nineActuals.enumerated().map { index, text in
            try value(1, index + 1, text) { $0.reason = Self.told }
        }
        let town = try judge(book([nine]), [paid(1, 22_130_000) { $0.reason = Self.told }], rows)
        let project = town.projects[0]
        #expect(project.execution.percent?.digits == "75.02" && project.execution.points == Marks(hundredths: 750))
        #expect(
            project.rows.map { "\($0.points)" } == ["9.87", "12.50", "12.50", "9.87", "7.50", "7.50", "3.75", "0.00", "9.50"])
        #expect(project.total == Marks(hundredths: 8_049) && project.grade == .good && project.withheld.isEmpty)
        #expect(project.rows.filter(\.needsReason).map(\.row) == [1, 4, 6, 7, 8, 9])
        #expect(project.weakest?.row == 8 && project.rows[0].score.working == "12.5×75.02/95 = 9.87")
        #expect(town.mean == project.total && town.weightedMean == project.total && town.count(of: .good) == 1)
        #expect(codes(town) == ["E34"], "goals far above the money")
    }

    @Test func missingReasonsWithholdTheTotal() throws {
        let rows = try nineActuals.enumerated().map { try value(1, $0 + 1, $1) }
        let town = try judge(book([nine]), [paid(1, 22_130_000)], rows)
        let project = town.projects[0]
        #expect(project.total == nil && project.grade == nil && project.sum == Marks(hundredths: 8_049))
        #expect(project.withheld.count == 7 && town.mean == nil && town.weightedMean == nil)
        #expect(codes(town) == ["E15"] + Array(repeating: "E16", count: 6) + ["E34"])
        let half = try nineActuals.enumerated().map { index, text in
            try value(1, index + 1, text) { $0.reason = DeviationReason(text: "雨季停工两个月") }
        }
        let other = try judge(book([nine]), [paid(1, 22_130_000) { $0.reason = Self.told }], half)
        #expect(other.projects[0].total == nil && codes(other).filter { $0 == "M08" }.count == 9)
    }

    private var four: Project {
        project(
            1, 10_000_000,
            [
                row("产出指标", "数量指标", "里程", "≥10公里"), row("产出指标", "时效指标", "完工", "9月底前"),
                row("效益指标", "社会效益指标", "评价", "良好以上"), row("满意度指标", "满意度指标", "满意率", "≥90%"),
            ])
    }

    @Test func everyKindOfRow() throws {
        let rows = try [
            value(1, 1, "10公里"), value(1, 2, "9月20日"), value(1, 3, "良好以上"),
            value(1, 4, "", change: { ($0.isNotApplicable, $0.reason) = (true, Self.told) }),
        ]
        let town = try judge(book([four]), [paid(1, 10_000_000)], rows)
        #expect(town.projects[0].rows.map { "\($0.score.weight)" } == ["25.00", "25.00", "40.00", "0.00"])
        #expect(town.projects[0].total == .full && town.projects[0].grade == .excellent)
        #expect(town.projects[0].notes == ["没有满意度指标，它的分值计入其他一级指标"] && codes(town) == ["E13"])
    }

    @Test func whatCannotBeScored() throws {
        let rows = try [value(1, 1, "完成"), value(1, 2, "100%"), value(1, 3, "还行"), value(1, 4, "≥95%")]
        let town = try judge(book([four]), [paid(1, 10_000_000)], rows)
        #expect(town.projects[0].rows.map(\.score.points) == [nil, nil, nil, Marks(10)] && town.projects[0].total == nil)
        #expect(codes(town) == ["E20", "E16", "E22", "E16", "E14", "E16", "E21"])
        let blank = try judge(book([four]), [paid(1, nil)], [value(1, 1, "9里"), value(1, 2, "未完成")])
        #expect(blank.projects[0].rows.map(\.score.points) == [nil, nil, .zero, .zero])
        #expect(Set(codes(blank)) == ["E12", "E20", "E16", "E14", "E19"])
        let percent = try judge(book([four]), [paid(1, 10_000_000)], [value(1, 4, "109%")])
        #expect(codes(percent).contains("E24"))
    }

    @Test func moneyThatWasAdjusted() throws {
        let rows = try [value(1, 1, "10"), value(1, 2, "9月20日"), value(1, 3, "达成"), value(1, 4, "95")]
        func judge(_ change: @escaping (inout ProjectActual) -> Void) throws -> TownEvaluation {
            try self.judge(book([four]), [paid(1, 10_600_000, change: change)], rows)
        }
        let over = try judge { _ in }
        #expect(codes(over) == ["E07", "E15"] && over.projects[0].total == nil)
        let adjusted = try judge { $0.adjusted = Money(fen: 10_600_000) }
        #expect(codes(adjusted).isEmpty && adjusted.projects[0].total == .full, "6 % needs no reason")
        let more = try judge { $0.adjusted = Money(fen: 12_100_000) }
        #expect(codes(more) == ["E17", "E15", "E34"])
        let explained = try judge {
            ($0.adjusted, $0.adjustmentReason, $0.reason) = (Money(fen: 12_100_000), "县里追加改造资金", Self.told)
        }
        #expect(explained.projects[0].total == Marks(hundredths: 9_876) && codes(explained) == ["E34"])
        #expect(explained.projects[0].execution.working == "10×10.6/12.1 = 8.76")
    }

    @Test func farAboveTheTarget() throws {
        let rows = try [value(1, 1, "13"), value(1, 2, "9月20日"), value(1, 3, "达成"), value(1, 4, "95")]
        let town = try judge(book([four]), [paid(1, 10_000_000)], rows)
        #expect(codes(town) == ["E18"] && town.projects[0].total == nil && town.projects[0].rows[0].needsReason)
        let deducted = try judge(
            book([four]), [paid(1, 10_000_000)],
            rows.map { row in
                var row = row
                (row.reason, row.actual) = (Self.told, row.row == 1 ? "20" : row.actual)
                return row
            }
        ) { $0.scoring.deductsOverAchievement = true }
        #expect(deducted.projects[0].total == Marks(hundredths: 9_750))
    }

    @Test func meansOfTheTown() throws {
        let light = project(2, 1_000_000, four.indicators)
        let full = try [(1, "10"), (2, "5")].flatMap { number, length in
            try [
                value(number, 1, length) { $0.reason = Self.told }, value(number, 2, "9月20日"), value(number, 3, "达成"),
                value(number, 4, "95"),
            ]
        }
        let town = try judge(book([four, light]), [paid(1, 10_000_000), paid(2, 1_000_000)], full)
        #expect(town.projects.map(\.total) == [.full, Marks(hundredths: 8_750)])
        #expect(town.mean == Marks(hundredths: 9_375) && town.weightedMean == Marks(hundredths: 9_886))
        #expect(town.rate?.percent.digits == "100.00")
    }

    @Test func theDepartment() throws {
        let goals = [SubGoal(title: "道路", goal: "通畅", indicator: "里程10公里"), SubGoal(title: "环境", goal: "整洁", indicator: "")]
        let rows = try [value(1, 1, "10"), value(1, 2, "9月20日"), value(1, 3, "达成"), value(1, 4, "95")]
        func overall(_ points: [Int?]) throws -> OverallEvaluation {
            let filled = zip(goals, points).map { goal, points in
                var row = OverallActual(title: goal.title)
                (row.actual, row.points) = ("完成", points.map { Marks($0) })
                return row
            }
            return try judge(book([four], subGoals: goals), [paid(1, 9_500_000)], rows, overall: filled).overall
        }
        let whole = try overall([45, 40])
        #expect(
            whole.total == Marks(hundredths: 9_450) && whole.grade == .excellent
                && whole.rows.map(\.weight) == [Marks(45), Marks(45)])
        #expect(whole.rows.map(\.target) == ["里程10公里", "整洁"])
        #expect(try overall([45, nil]).total == nil && overall([46, 40]).total == nil, "none is made up")
        let none = try judge(book([four], subGoals: goals), [paid(1, 9_500_000)], rows).overall
        #expect(none.total == nil && none.rows.map(\.weight) == [nil, nil])
    }

    @Test func theFiguresOfTheYear() throws {
        let rows = try [value(1, 1, "10"), value(1, 2, "9月20日"), value(1, 3, "达成"), value(1, 4, "95")]
        let town = try judge(
            book([four]),
            [paid(1, 5_000_000, on: "2026-06-30"), paid(1, 9_500_000, on: "2026-10-31"), paid(1, 1, on: "2027-01-31")],
            rows)
        #expect(town.projects[0].paid?.fen == 9_500_000 && town.projects[0].notes == ["用的是2026-10-31的数"])
        #expect(codes(town) == ["M05"])
    }
}
