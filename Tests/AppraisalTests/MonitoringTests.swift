import Appraisal
import Diagnostics
import GoalModel
import TestSupport
import Testing

/// A project through the year: lamps together, forecasts and what is said besides.
@Suite struct MonitoringTests {
    private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso: text)) }

    private func row(_ type: String, _ name: String, _ target: String, category: String = "产出指标") -> Indicator {
        Indicator(category: category, type: type, name: name, description: "", target: Target(reading: target), basis: "")
    }

    private func book(_ indicators: [Indicator], plan percents: [Int?] = [25, 50, 75, 100], budget: Int64 = 29_500_000)
        -> GoalBook
    {
        let ends = [3, 6, 9, 12].compactMap(MonthDay.init(endOf:))
        let plan = SpendingPlan(zip(ends, percents).map { .init(by: $0, percent: $1.map { Percent($0) }) })
        let unit = BudgetUnit(code: "706001", name: "柳溪镇")
        let project = Project(
            number: 1, name: "道路", code: "X1", unit: unit, budget: Money(fen: budget), plan: plan, goals: ["修好道路"],
            indicators: indicators)
        return GoalBook(town: "柳溪镇", unit: unit, fiscalYear: 2026, projects: [project])
    }

    private func paid(_ fen: Int64?, on day: String, change: (inout ProjectActual) -> Void = { _ in }) throws -> ProjectActual {
        var actual = ProjectActual(project: 1, asOf: try self.day(day))
        actual.paid = fen.map(Money.init(fen:))
        change(&actual)
        return actual
    }

    private func value(_ row: Int, _ actual: String, on day: String, change: (inout IndicatorActual) -> Void = { _ in }) throws
        -> IndicatorActual
    {
        var value = IndicatorActual(project: 1, row: row, asOf: try self.day(day))
        value.actual = actual
        change(&value)
        return value
    }

    private func look(
        _ book: GoalBook, _ projects: [ProjectActual], _ indicators: [IndicatorActual], on day: String,
        settings change: (inout AppraisalSettings) -> Void = { _ in }
    ) throws -> TownMonitoring {
        var (settings, actuals) = (AppraisalSettings(), Actuals())
        change(&settings)
        (actuals.projects, actuals.indicators) = (projects, indicators)
        return Appraiser(settings).monitoring(of: book, actuals: actuals, asOf: try self.day(day))
    }

    private func codes(_ town: TownMonitoring) -> [String] { town.checks.map(\.code.rawValue) }

    @Test func theNewestFiguresCount() throws {
        let book = book([row("数量指标", "里程", "≥200米")])
        let town = try look(
            book, [paid(11_800_000, on: "2026-06-30"), paid(20_000_000, on: "2026-10-31")], [value(1, "100", on: "2026-06-30")],
            on: "2026-07-15")
        let project = town.projects[0]
        #expect(project.money.lamp == .green && project.money.value?.percent.digits == "80.00" && project.lamp == .green)
        #expect(project.indicators[0].lamp == .green && project.indicators[0].value?.percent.digits == "100.00")
        #expect(project.indicators[0].forecast == "200米" && project.indicators[0].suggested == .certain)
        #expect(codes(town) == ["M05", "M11"] && town.checks[0].message.contains("2026-10-31晚于2026-07-15"))
        #expect(town.counts[.green] == 1 && town.counts[.red] == 0 && project.figuresOf?.iso == "2026-06-30")
    }

    @Test func theWorstOfAllLamps() throws {
        let book = book([row("数量指标", "里程", "≥200米"), row("质量指标", "合格率", "≥98%"), row("效益指标", "好评", "良好以上", category: "效益指标")])
        let town = try look(
            book, [paid(14_750_000, on: "2026-06-30")],
            [value(1, "70", on: "2026-06-30"), value(2, "97", on: "2026-06-30")], on: "2026-06-30")
        #expect(town.projects[0].indicators.map(\.lamp) == [.yellow, .red, .grey] && town.projects[0].lamp == .red)
        #expect(codes(town).filter { $0 == "M07" }.count == 2 && codes(town).contains("M17") && codes(town).contains("M09"))
        #expect(town.projects[0].indicators[0].shortfall == "60米" && town.projects[0].indicators[0].suggested == .possible)
    }

    @Test func figuresThatCannotBe() throws {
        let book = book([])
        let town = try look(
            book,
            [paid(9_000_000, on: "2026-06-30"), paid(8_000_000, on: "2026-08-31"), paid(1, on: "2025-12-31")], [],
            on: "2026-08-31")
        #expect(codes(town).filter { ["M04", "M05"].contains($0) } == ["M05", "M04"])
        let over = try look(book, [paid(30_000_000, on: "2026-12-31")], [], on: "2026-12-31")
        #expect(codes(over) == ["M03", "M19"])
    }

    @Test func reasonsAndLikelihoods() throws {
        let book = book([row("数量指标", "里程", "≥200米")])
        func codes(_ change: @escaping (inout IndicatorActual) -> Void) throws -> [String] {
            let town = try look(
                book, [paid(14_750_000, on: "2026-06-30")],
                [
                    value(1, "40", on: "2026-06-30") {
                        $0.forecast = "150"
                        change(&$0)
                    }
                ], on: "2026-06-30")
            return self.codes(town)
        }
        let told = DeviationReason(category: "其他", text: "雨季停工两个月", measure: "九月补上")
        #expect(try codes { _ in } == ["M07", "M09"])
        #expect(
            try codes {
                $0.reason = told
                $0.likelihood = .possible
            } == [])
        #expect(
            try codes {
                $0.reason = DeviationReason(text: "雨季停工两个月", measure: "九月补上")
                $0.likelihood = .possible
            } == ["M08"])
        #expect(
            try codes {
                $0.reason = told
                $0.likelihood = .certain
            } == ["M10"])
        #expect(
            try codes {
                $0.reason = DeviationReason(category: "其他", text: "正常")
                $0.likelihood = .possible
            } == ["M07", "M07"])
    }

    @Test func hebeiDeviations() throws {
        func codes(_ target: String, _ actual: String) throws -> [String] {
            let town = try look(
                book([row("质量指标", "数", target)]), [paid(14_750_000, on: "2026-06-30")],
                [value(1, actual, on: "2026-06-30") { $0.forecast = actual }], on: "2026-06-30"
            ) {
                $0.overAchievement = .init(rule: .deviation, percent: 15, zeroTarget: 0, everySign: false)
            }
            return self.codes(town)
        }
        #expect(try codes("≥100个", "115") == [] && codes("≥100个", "115.004") == [] && codes("≥100个", "115.01") == ["M12"])
        #expect(try codes(">100个", "200") == [] && codes("=42个", "42") == [] && codes("=42个", "43") == ["M13"])
    }

    @Test func thresholdsAndGaps() throws {
        let town = try look(
            book([row("数量指标", "里程", "≥200米")]), [paid(11_000_000, on: "2026-06-30")],
            [value(1, "180", on: "2026-06-30") { $0.forecast = "200" }], on: "2026-06-30"
        ) {
            $0.standard = .thresholds
            $0.thresholds = [MonthDay(endOf: 6)].compactMap(\.self).reduce(into: [:]) { $0[$1] = 40 }
            $0.goalMoneyGap = 10
        }
        #expect(town.projects[0].money.lamp == .red && town.projects[0].goalRate?.digits == "90.00")
        #expect(codes(town) == ["M07", "M15", "M14"])
    }

    @Test func plansAndStops() throws {
        let none = try look(book([], plan: [nil, nil, nil, nil]), [paid(1, on: "2026-06-30")], [], on: "2026-06-30")
        #expect(none.projects[0].lamp == .grey && codes(none) == ["M20"])
        let early = try look(book([], plan: [0, 50, 75, 100]), [paid(1, on: "2026-03-31")], [], on: "2026-03-31")
        #expect(early.projects[0].lamp == .green && early.checks.map(\.severity) == [.hint])
        let stale = try look(book([]), [paid(14_750_000, on: "2026-06-30")], [], on: "2026-09-01") {
            $0.stops = [MonthDay(endOf: 6), MonthDay(endOf: 8)].compactMap(\.self)
        }
        #expect(codes(stale) == ["M17"] && stale.checks[0].message.contains("8月底"))
        let same = try look(
            book([]), [paid(22_125_000, on: "2026-06-30"), paid(22_125_000, on: "2026-08-31")], [], on: "2026-08-31")
        #expect(codes(same) == ["M18"])
        let adjusted = try look(
            book([]),
            [
                paid(22_125_000, on: "2026-06-30") {
                    $0.adjusted = Money(fen: 40_000_000)
                }
            ], [], on: "2026-06-30")
        #expect(codes(adjusted) == ["M16"])
        #expect(try codes(look(book([]), [], [], on: "2026-06-30")) == ["M17"])
    }

    @Test func valuesThatCannotBeRead() throws {
        let book = book([
            row("数量指标", "里程", "≥200米"), row("时效指标", "完工", "9月底前"), row("社会效益指标", "评价", "良好以上", category: "效益指标"),
            row("满意度指标", "满意率", "≥90%", category: "满意度指标"),
        ])
        let town = try look(
            book, [paid(14_750_000, on: "2026-06-30")],
            [
                value(1, "完成", on: "2026-06-30"), value(2, "80%", on: "2026-06-30"), value(3, "还行", on: "2026-06-30"),
                value(4, "≥120%", on: "2026-06-30") { $0.forecast = "100" },
            ], on: "2026-06-30")
        #expect(town.projects[0].indicators.map(\.lamp) == [.grey, .grey, .grey, .blue] && town.projects[0].lamp == .grey)
        #expect(codes(town) == ["M02", "M02", "M02", "E21", "M06"])
        let other = try look(
            book, [paid(14_750_000, on: "2026-06-30")],
            [
                value(1, "100公里", on: "2026-06-30"), value(2, "", on: "2026-06-30"),
                value(3, "", on: "2026-06-30") { $0.completion = .reached },
                value(4, "", on: "2026-06-30") {
                    $0.isNotApplicable = true
                    $0.reason = DeviationReason(category: "其他", text: "没有服务对象可问")
                },
            ], on: "2026-06-30")
        #expect(codes(other) == ["M02"] && other.projects[0].indicators.map(\.lamp) == [.grey, .green, .green, .grey])
    }
}
