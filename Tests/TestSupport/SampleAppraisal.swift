public import Appraisal
public import GoalModel

/// An invented town with actual figures that show every lamp, a withheld total and a grade.
public enum SampleAppraisal {
    /// - Parameters:
    ///   - projects: how many.
    ///   - rows: indicators of each.
    public static func book(projects: Int, rows: Int, town: String = "青石镇", code: String = "909001") -> GoalBook {
        let unit = BudgetUnit(code: code, name: "云岭县\(town)人民政府本级")
        return GoalBook(
            town: town, county: "云岭县", unit: unit, fiscalYear: 2026, overallGoal: "修好村道，管好水库。",
            subGoals: [
                SubGoal(title: "村道", goal: "修好村道", indicator: "养护二十公里"), SubGoal(title: "水库", goal: "管好水库", indicator: "巡查十二次"),
            ],
            projects: projects == 0 ? [] : (1...projects).map { project($0, rows: rows, unit: unit) })
    }

    private static func project(_ number: Int, rows: Int, unit: BudgetUnit) -> Project {
        let budget = Money(fen: Int64(number) * 30_000_000 + 4_999)
        let dates = [3, 6, 10, 12].compactMap(MonthDay.init(endOf:))
        let shares = [25, 50, 75, 100]
        return Project(
            number: number, name: "第\(number)号村道和两侧排水沟养护", code: "13999926P0009990\(1_000 + number)X", unit: unit, budget: budget,
            fiscalFunds: budget, purpose: "养护第\(number)号村道",
            plan: SpendingPlan(zip(dates, shares).map { .init(by: $0, percent: Percent($1)) }),
            goals: ["1.路面平整\(number)处", "2.排水通畅"], indicators: (0..<rows).map { indicator($0, of: number) })
    }

    private static func indicator(_ row: Int, of number: Int) -> Indicator {
        let kinds = [
            ("产出指标", "数量指标", "≥\(200 + row)米"), ("产出指标", "质量指标", "≥98%"), ("产出指标", "时效指标", "2026年11月底前"),
            ("产出指标", "成本指标", "≤\(300 + row)元/米"), ("效益指标", "社会效益指标", "良好以上"), ("效益指标", "可持续影响指标", "≥\(3 + row)年"),
            ("满意度指标", "服务对象满意度指标", "≥90%"),
        ]
        let (category, type, target) = kinds[min(row, kinds.count - 1)]
        return Indicator(
            category: category, type: type, name: "第\(number)号路的第\(row + 1)项内容", description: "", target: Target(reading: target),
            basis: "")
    }

    /// Figures of June and December: the first project is far behind in June, the second has no reason for what it lacks.
    public static func actuals(of book: GoalBook) -> Actuals {
        var actuals = Actuals()
        actuals.files = ["执行数据.xlsx"]
        for (day, share) in [("2026-06-30", Int64(45)), ("2026-12-31", 97)] {
            guard let asOf = CalendarDay(iso: day) else { continue }
            for project in book.projects {
                var actual = ProjectActual(project: project.number, asOf: asOf)
                let part = project.number == 1 ? share / 2 : share
                actual.paid = Money(fen: (project.budget?.fen ?? 0) / 100 * part)
                actual.goalDone = "整修路面\(project.number)处，\(day)前排水沟全部疏通。"
                if project.number == 1 {
                    actual.reason = DeviationReason(category: "经费保障", text: "雨季停工两个月，工程款推迟到下半年支付")
                }
                actuals.projects.append(actual)
                actuals.indicators += project.indicators.indices.map { row in
                    value(row, project, asOf, isEnd: share == 97)
                }
            }
        }
        return actuals
    }

    private static func value(_ row: Int, _ project: Project, _ asOf: CalendarDay, isEnd: Bool) -> IndicatorActual {
        var value = IndicatorActual(project: project.number, row: row + 1, asOf: asOf)
        let target = project.indicators[row].target
        switch project.indicators[row].type {
        case "数量指标": value.actual = isEnd ? "\(190 + project.number)" : "60"
        case "时效指标": value.actual = isEnd ? "2026-11-20" : ""
        case "社会效益指标": value.completion = .reached
        default: value.actual = target.quantity?.number.map { "\($0)" } ?? ""
        }
        if project.indicators[row].type == "数量指标", project.number != 2 {
            value.reason = DeviationReason(category: "其他", text: "最后一段冻土，改到开春施工", measure: "三月复工")
            value.likelihood = .possible
        }
        return value
    }

    /// - Throws: never; a wrong day gives an empty monitoring.
    public static func monitoring(projects: Int, rows: Int, settings: AppraisalSettings = .sample) -> AppraisalReport {
        let book = book(projects: projects, rows: rows)
        let day = CalendarDay(iso: "2026-06-30") ?? CalendarDay(year: 2026, day: book.projects[0].plan.points[1].by)
        return .monitoring(of: book, actuals: actuals(of: book), asOf: day, by: Appraiser(settings))
    }

    public static func evaluation(projects: Int, rows: Int, settings: AppraisalSettings = .sample) -> AppraisalReport {
        let book = book(projects: projects, rows: rows)
        return .evaluation(of: book, actuals: actuals(of: book), by: Appraiser(settings))
    }
}

extension AppraisalSettings {
    /// The national scheme.
    public static var sample: AppraisalSettings {
        var settings = AppraisalSettings()
        settings.levels = [.output: Marks(50), .benefit: Marks(30), .satisfaction: Marks(10)]
        settings.reasons = ["经费保障", "制度保障", "人员保障", "硬件条件保障", "其他"]
        return settings
    }
}
