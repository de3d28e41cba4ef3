import Appraisal
import GoalModel
import Reporting
import TestSupport
import Testing

/// The words that all outputs of a monitoring and a self-evaluation share.
@Suite struct AppraisalWordingTests {
    @Test(arguments: [
        (432_000, MoneyUnit.wan, "0.432"), (43_200_000, .wan, "43.20"), (184_007_499_000, .wan, "184,007.499"),
        (-5, .yuan, "-0.05"), (123_456_789, .yuan, "1,234,567.89"), (7, .fen, "7"), (0, .wan, "0.00"),
    ])
    func amountsAreExact(fen: Int64, unit: MoneyUnit, words: String) {
        #expect(Money(fen: fen).words(in: unit) == words)
    }

    @Test(arguments: [
        ("2026-06-30", "1—6月"), ("2026-01-31", "1月"), ("2026-06-15", "1月1日—6月15日"), ("2024-02-29", "1—2月"),
        ("2026-12-31", "1—12月"),
    ])
    func periods(day: String, words: String) throws {
        #expect(try #require(CalendarDay(iso: day)).period == words)
    }

    @Test func reasonsInOneText() {
        #expect(DeviationReason().words == "")
        #expect(DeviationReason(category: "其他", text: "雨季停工").words == "其他：雨季停工")
        #expect(DeviationReason(text: "雨季停工", measure: "加班").words == "雨季停工\n改进措施：加班")
        #expect(DeviationReason(category: "其他", text: "雨季停工", measure: "加班").wordsWithoutCategory == "雨季停工\n改进措施：加班")
    }

    @Test func aTownsFiguresAreThree() throws {
        let monitoring = try #require(SampleAppraisal.monitoring(projects: 3, rows: 7).monitoring)
        #expect(monitoring.figures.count == 3 && monitoring.figures[2].value == "\(monitoring.counts[.red])")
        #expect(monitoring.projects[0].summary == "经费保障：雨季停工两个月，工程款推迟到下半年支付")
        let evaluation = try #require(SampleAppraisal.evaluation(projects: 3, rows: 7).evaluation)
        #expect(evaluation.figures.count == 3 && evaluation.figures[2].value == "\(evaluation.open)" && evaluation.open == 1)
        #expect(evaluation.figures[0].value == evaluation.mean?.description)
    }

    /// A sum of those projects only that have a forecast would be taken for the town's.
    @Test func aForecastIsWholeOrNone() throws {
        var town = try #require(SampleAppraisal.monitoring(projects: 2, rows: 1).monitoring)
        let sum = town.projects.compactMap(\.money.forecast).reduce(Money.zero, +)
        #expect(town.wholeForecast == sum && sum > .zero)
        town.projects[1].money.forecast = nil
        #expect(town.wholeForecast == nil && town.projects.contains { $0.money.forecast.map { $0 > .zero } == true })
    }

    @Test func pointsOutOfAHundred() throws {
        let project = try #require(SampleAppraisal.evaluation(projects: 1, rows: 7).evaluation?.projects.first)
        #expect(
            project.weight == .full && project.execution.perHundred == Marks(hundredths: project.execution.points.hundredths * 10)
        )
        for row in project.rows where row.score.points == row.score.weight { #expect(row.score.perHundred == .full) }
        let lost = try #require(project.weakest?.score)
        #expect(try #require(lost.perHundred) < .full)
    }
}
