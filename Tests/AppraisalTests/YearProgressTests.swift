import Appraisal
import Diagnostics
import Foundation
import GoalModel
import Testing

/// The few figures of a year, forms that carry actual values, and targets compared with what was reached.
@Suite struct YearProgressTests {
    private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso: text)) }

    private func book(_ targets: [String] = ["≥200米"], count: Int = 2) -> GoalBook {
        let ends = [3, 6, 9, 12].compactMap(MonthDay.init(endOf:))
        let plan = SpendingPlan(zip(ends, [25, 50, 75, 100]).map { .init(by: $0, percent: Percent($1)) })
        let unit = BudgetUnit(code: "706001", name: "柳溪镇")
        let projects = (1...count).map { number in
            Project(
                number: number, name: "道路\(number)", code: "", unit: unit, budget: Money(fen: 10_000_000), plan: plan,
                goals: ["修好道路"],
                indicators: targets.map {
                    Indicator(
                        category: "产出指标", type: "数量指标", name: "里程", description: "", target: Target(reading: $0), basis: "")
                })
        }
        return GoalBook(town: "柳溪镇", unit: unit, fiscalYear: 2026, projects: projects)
    }

    private func actuals(_ paid: [(Int, String, Int64)]) throws -> Actuals {
        var actuals = Actuals()
        for (number, day, fen) in paid {
            var actual = ProjectActual(project: number, asOf: try self.day(day))
            actual.paid = Money(fen: fen)
            actuals.projects.append(actual)
        }
        return actuals
    }

    @Test func theNewestDayOfTheYearCountsAndNoLaterOne() throws {
        let actuals = try actuals([
            (1, "2026-06-30", 2_000_000), (2, "2026-06-30", 5_000_000), (1, "2026-12-31", 10_000_000), (1, "2027-06-30", 1),
        ])
        let june = try #require(
            AppraisalReport.ofYear(book(), actuals: actuals, asOf: day("2026-07-15"), by: Appraiser(AppraisalSettings())))
        let progress = try #require(june.progress?.monitoring)
        #expect(june.progress?.isYearOver == false && progress.asOf.iso == "2026-06-30")
        #expect(progress.planned == Money(fen: 10_000_000) && progress.paid == Money(fen: 7_000_000))
        #expect(progress.behind == Money(fen: 3_000_000) && progress.projectsBehind == 1)
        #expect(progress.lamp == .yellow && progress.value?.percent.description == "70.00%")
        #expect(progress.largestGap?.name == "道路1" && progress.largestGap?.amount == Money(fen: 3_000_000))
        // 6月30日 is not called an error because the file has December, too.
        #expect(june.monitoring?.checks.filter { $0.code == .dateOutside }.map(\.severity) == [.hint, .error])
        let whole = try #require(AppraisalReport.ofYear(book(), actuals: actuals, by: Appraiser(AppraisalSettings())))
        #expect(whole.progress?.isYearOver == true && whole.monitoring?.asOf.iso == "2026-12-31")
        #expect(try AppraisalReport.ofYear(book(), actuals: actuals, asOf: day("2026-01-31"), by: Appraiser(.init())) == nil)
    }

    @Test(arguments: [
        ("≥200米", "201", true), ("≥200米", "200", false), (">95%", "96", true), ("=42人", "43人", true), ("≤10元", "8", false),
        ("优", "95", false), ("≥1万元", "20000元", true), ("≥200米", "201户", false),
    ])
    func aTargetBelowWhatWasReachedAsksForLess(_ target: String, _ actual: String, _ isEasier: Bool) {
        let indicator = book([target]).projects[0].indicators[0]
        #expect(indicator.asksForLess(than: actual, year: 2027) == isEasier)
    }

    /// What a 自评表 says of the year, as a form that was read.
    private func form(_ project: String, paid: Decimal?, rows: [(name: String, actual: String, reason: String)]) -> EvaluationForm
    {
        let place = Location(file: "自评.docx")
        var form = EvaluationForm(place: place)
        form.projectName = .init(project, at: place)
        form.achievement = .init("修好了3公里道路", at: place)
        let cells: [EvaluationForm.MoneyColumn: EvaluationForm.Cell] = [
            .adjusted: .init("10", number: 10, at: place), .paid: .init("", number: paid, at: place),
        ]
        form.money = [.init(label: .init("年度资金总额", at: place), cells: cells)]
        form.rows = rows.enumerated().map { index, row in
            .init(
                number: index + 1, place: place,
                cells: [
                    .name: .init(row.name, at: place), .actual: .init(row.actual, at: place),
                    .reason: .init(row.reason, at: place),
                    .weight: .init("90", number: 90, at: place),
                ], target: Target(reading: "≥200米"))
        }
        return form
    }

    @Test func filledFormsAreActualFigures() throws {
        var book = book()
        #expect(Actuals(filledIn: book) == nil)
        book.filledForms = [
            form("道路1", paid: 8, rows: [("里程", "180米", "汛期停工，没有全部完成")]), form("道路2", paid: nil, rows: [("里程", "不适用", "")]),
            form("别的项目", paid: 1, rows: [("里程", "1", "")]),
        ]
        let actuals = try #require(Actuals(filledIn: book))
        #expect(actuals.projects.map(\.paid) == [Money(fen: 8_000_000), nil] && actuals.days.map(\.iso) == ["2026-12-31"])
        #expect(actuals.indicators.map(\.actual) == ["180米", "不适用"] && actuals.indicators[1].isNotApplicable)
        let town = Appraiser(AppraisalSettings()).evaluation(of: book, actuals: actuals)
        // A form without a column for categories lacks none.
        #expect(town.projects[0].rows[0].score.working == "90×180/200 = 81.00")
        #expect(!town.checks.contains { $0.code == .reasonHalf })
        // What was told in a file of actual figures counts more.
        var file = try self.actuals([(1, "2026-12-31", 9_000_000)])
        file.files = ["执行数据.csv"]
        let all = file.completed(by: actuals)
        #expect(all.projects.first { $0.project == 1 }?.paid == Money(fen: 9_000_000) && all.projects.count == 2)
        #expect(all.files == ["执行数据.csv", "自评.docx"])
    }

    @Test func namesInFiguresAreTold() throws {
        var actuals = try actuals([(1, "2026-06-30", 1)])
        actuals.projects[0].goalDone = "由王小明负责"
        let looked = actuals.looked { $0.contains("王小明") ? ["王**"] : [] }
        #expect(looked.checks.map(\.code) == [.personalData] && looked.checks.first?.severity == .warning)
        #expect(looked.checks.first?.message.contains("“王**”") == true)
    }

    @Test func aMaskHidesEveryText() throws {
        var actuals = try actuals([(1, "2026-06-30", 1)])
        actuals.projects[0].goalDone = "乙甲"
        actuals.projects[0].reason = DeviationReason(category: "甲", text: "甲甲", measure: "甲")
        let report = try #require(AppraisalReport.ofYear(book(), actuals: actuals, by: Appraiser(AppraisalSettings())))
        let masked = report.mappingTexts { $0.replacing("甲", with: "*").replacing("道路", with: "**") }
        #expect(masked.monitoring?.projects[0].goalDone == "乙*" && masked.evaluation?.projects[0].reason.text == "**")
        #expect(masked.monitoring?.projects[0].name == "**1" && masked.progress?.monitoring?.largestGap?.name == "**1")
        #expect(masked.evaluation?.projects[0].execution == report.evaluation?.projects[0].execution)
    }
}
