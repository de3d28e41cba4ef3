import Appraisal
import GoalModel
import TestSupport
import Testing

/// Lamps of money and of indicators.
@Suite struct MonitoringLampTests {
    private func plan(_ percents: Int?...) -> SpendingPlan {
        let ends = [3, 6, 9, 12].compactMap(MonthDay.init(endOf:))
        return SpendingPlan(zip(ends, percents).map { .init(by: $0, percent: $1.map { Percent($0) }) })
    }

    private func day(_ text: String) throws -> MonthDay { try #require(CalendarDay(iso: "2026-" + text)).day }

    private func share(_ text: String, _ plan: SpendingPlan, _ change: (inout AppraisalSettings) -> Void = { _ in }) throws
        -> Ratio?
    {
        var settings = AppraisalSettings()
        change(&settings)
        return PlannedShare(on: try day(text), plan: plan, settings: settings)?.share
    }

    @Test func goldStops() throws {
        let stops = try GoldTable.all.monitoring
        #expect(stops.count == 5)
        for stop in stops {
            let adjusted = try #require(Money(written: stop.adjusted, in: .wan))
            let paid = try #require(Money(written: stop.paid, in: .wan))
            // The fourth is between two dates of the plan.
            let isLinear = stop.test == "MT2e"
            let date = stop.test < "MT2d" ? "06-30" : "04-30"
            let standard = try share(date, plan(25, 50, 75, 100)) { $0.between = isLinear ? .linear : .step }
            let money = MoneyProgress(adjusted: adjusted, paid: paid, standard: standard)
            #expect(money.rate?.percent.digits == stop.rate && money.value?.percent.digits == stop.value, "\(stop.test)")
            #expect(money.lamp.rawValue == stop.lamp, "\(stop.test)")
        }
    }

    @Test func plannedShares() throws {
        let quarters = plan(25, 50, 75, 100)
        #expect(try share("02-28", quarters)?.percent.digits == "0.00" && share("03-31", quarters)?.percent.digits == "25.00")
        #expect(try share("12-31", quarters)?.percent.digits == "100.00")
        #expect(try share("04-30", quarters) { $0.between = .linear }?.percent.digits == "33.24")
        #expect(try share("02-28", quarters) { $0.between = .linear }?.isZero == true)
        #expect(try share("12-31", plan(nil, nil, 60, nil))?.percent.digits == "60.00", "blanks carry on")
        #expect(try share("06-30", plan(nil, nil, 60, nil))?.isZero == true && share("06-30", plan(nil, nil)) == nil)
        #expect(try share("06-30", SpendingPlan()) == nil)
        #expect(try share("04-15", SpendingPlan()) { $0.standard = .month }?.percent.digits == "33.33")
        let thresholds = Dictionary(uniqueKeysWithValues: try [("04-30", 25), ("06-30", 40)].map { (try day($0.0), $0.1) })
        func threshold(_ date: String) throws -> String? {
            try share(date, quarters) {
                $0.standard = .thresholds
                $0.thresholds = thresholds
            }?.percent.digits
        }
        #expect(try threshold("04-29") == "0.00" && threshold("05-31") == "25.00" && threshold("06-30") == "40.00")
    }

    @Test func moneyBranches() throws {
        let (whole, half) = (Money(fen: 1_000), try share("06-30", plan(25, 50, 75, 100)))
        let none = try share("02-28", plan(25, 50, 75, 100))
        #expect(MoneyProgress(adjusted: whole, paid: nil, standard: half).lamp == .grey)
        #expect(MoneyProgress(adjusted: whole, paid: Money(fen: 300), standard: nil).lamp == .grey)
        let early = MoneyProgress(adjusted: whole, paid: Money(fen: 1), standard: none)
        #expect(early.lamp == .green && early.isEarly && early.value == nil && early.forecast == nil)
        #expect(!MoneyProgress(adjusted: whole, paid: .zero, standard: none).isEarly)
        let empty = MoneyProgress(adjusted: .zero, paid: .zero, standard: half)
        #expect(empty.lamp == .green && empty.rate?.isZero == true && empty.value == nil)
        let behind = MoneyProgress(adjusted: whole, paid: Money(fen: 299), standard: half)
        #expect(behind.lamp == .red && behind.planned?.fen == 500 && behind.behind?.fen == 201 && behind.forecast?.fen == 598)
        let ahead = MoneyProgress(adjusted: whole, paid: Money(fen: 900), standard: half)
        #expect(ahead.lamp == .green && ahead.forecast == whole && ahead.behind == .zero)
        #expect(MoneyProgress(adjusted: whole, paid: Money(fen: 900), standard: half, forecast: Money(fen: 7)).forecast?.fen == 7)
        let strict = MoneyProgress(adjusted: whole, paid: Money(fen: 499), standard: half, thresholds: true)
        #expect(strict.lamp == .red)
        #expect(MoneyProgress(adjusted: whole, paid: Money(fen: 500), standard: half, thresholds: true).lamp == .green)
    }

    private func lamp(
        _ sign: Target.Comparator, _ target: String, _ actual: String, _ kind: IndicatorKind = .quantity, isLevel: Bool = false,
        month: Int = 6, blue: AppraisalSettings.BlueLamp = .annual
    ) throws -> Lamp {
        try GoalProgress(
            actual: #require(Measure(written: actual)), target: #require(Measure(written: target)), sign: sign, kind: kind,
            isLevel: isLevel, month: month, blue: blue
        ).lamp
    }

    @Test(arguments: [
        ("59", Lamp.red), ("60", .yellow), ("79.99", .yellow), ("80", .green), ("119.99", .green), ("120", .green),
        ("239.99", .green), ("240", .blue), ("0", .red), ("-3", .red),
    ])
    func quantitiesInJune(_ actual: String, _ expected: Lamp) throws {
        for kind in [IndicatorKind.quantity, .socialBenefit, .satisfaction] {
            #expect(try lamp(.atLeast, "200", actual, kind) == expected && lamp(.equal, "200", actual, kind) == expected)
        }
    }

    @Test func blueByShare() throws {
        #expect(
            try lamp(.atLeast, "200", "120", blue: .share) == .blue && lamp(.atLeast, "200", "119.99", blue: .share) == .green)
    }

    @Test func insideOrOutside() throws {
        #expect(try lamp(.atMost, "100", "100") == .green && lamp(.atMost, "100", "100.01") == .red)
        #expect(try lamp(.lessThan, "100", "100") == .red && lamp(.lessThan, "100", "99.99") == .green)
        #expect(try lamp(.atLeast, "0", "0") == .green && lamp(.equal, "0", "0") == .green && lamp(.equal, "0", "1") == .red)
        #expect(try lamp(.atMost, "0", "0") == .green && lamp(.atMost, "0", "1") == .red && lamp(.lessThan, "0", "0") == .red)
        #expect(try lamp(.atLeast, "95", "95", .quality) == .green && lamp(.atLeast, "95", "94.99", .quality) == .red)
        #expect(try lamp(.atLeast, "10", "9", .cost) == .red && lamp(.moreThan, "10", "10", .timeliness) == .green)
    }

    @Test func levelsHaveNoShareOfTheYear() throws {
        #expect(try lamp(.atLeast, "95", "95", isLevel: true) == .green && lamp(.atLeast, "95", "75", isLevel: true) == .yellow)
        #expect(try lamp(.atLeast, "95", "95", isLevel: false) == .green && lamp(.atLeast, "80", "96", isLevel: true) == .blue)
    }

    @Test func gradesAndDeadlines() throws {
        #expect(Completion.allCases.map { GoalProgress($0).lamp } == [.green, .yellow, .red])
        func lamp(_ done: String?, on day: String) throws -> Lamp {
            try GoalProgress(
                done: done.flatMap(CalendarDay.init(iso:)), deadline: #require(CalendarDay(iso: "2026-08-31")),
                on: #require(CalendarDay(iso: day))
            ).lamp
        }
        #expect(try lamp(nil, on: "2026-06-30") == .green && lamp(nil, on: "2026-08-31") == .green)
        #expect(try lamp(nil, on: "2026-09-01") == .red && lamp("2026-08-31", on: "2026-10-31") == .green)
        #expect(try lamp("2026-09-02", on: "2026-10-31") == .yellow && lamp("2026-11-02", on: "2026-10-31") == .red)
    }

    @Test func theWorstLampCounts() {
        #expect([Lamp.blue, .green, .grey].min() == .grey && [Lamp.grey, .yellow].min() == .yellow)
        #expect([Lamp.yellow, .red].min() == .red && [Lamp.blue, .green].min() == .green && [Lamp.blue].min() == .blue)
    }
}
