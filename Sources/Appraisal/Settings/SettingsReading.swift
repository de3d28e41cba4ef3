public import Foundation
internal import GoalModel
internal import Text

extension AppraisalSettings {
    /// Reads the table as JSON.
    ///
    /// - Throws: `DecodingError` with the place of what cannot be used.
    public init(json: Data) throws {
        self.init()
        let table = try JSONDecoder.json5.decode(Table.self, from: json)
        (preset, adjustment, goalMoneyGap) = (table.preset, table.adjustment, table.goalMoneyGap)
        (reasons, form, spread) = (table.reasons, table.form, table.spread)
        (standard, between, blue) = (table.standard, table.between, table.blue)
        execution = try table.execution.marks(at: ["execution"])
        levels = try Self.levels(table.levels, at: "levels")
        costLevels = try Self.levels(table.costLevels, at: "costLevels")
        try Self.check(execution, levels, at: "levels")
        try Self.check(execution, costLevels, at: "costLevels")
        satisfactionTo = try Self.satisfaction(table.satisfactionTo)
        scoring.reverse = table.reverse
        scoring.bands = try table.bands.bands
        (scoring.late, scoring.zeroBudget) = (table.late, table.zeroBudget)
        scoring.deductsOverAchievement = table.overAchievement.deducts
        overAchievement = OverAchievement(
            rule: table.overAchievement.rule, percent: table.overAchievement.percent,
            zeroTarget: table.overAchievement.zeroTarget, everySign: table.overAchievement.everySign)
        grades = try table.grades.limits
        stops = try table.stops.enumerated().map { try MonthDay(setting: $1, at: ["stops", "第\($0 + 1)项"]) }
        for (day, percent) in table.thresholds {
            let place = ["thresholds", day]
            guard (0...100).contains(percent) else { throw DecodingError.trouble("应是0到100之间的整数", at: place) }
            thresholds[try MonthDay(setting: day, at: place)] = percent
        }
        if adjustment < 0 { throw DecodingError.trouble("不能小于0", at: ["adjustment"]) }
        if overAchievement.percent < 0 || overAchievement.zeroTarget < 0 {
            throw DecodingError.trouble("不能小于0", at: ["overAchievement"])
        }
    }

    private static func levels(_ table: [String: Decimal], at section: String) throws -> [LevelOne: Marks] {
        var levels: [LevelOne: Marks] = [:]
        for (name, points) in table {
            guard let level = LevelOne(rawValue: name), level != .all else {
                throw DecodingError.trouble("一级指标只能是 成本、产出、效益、满意度", at: [section, name])
            }
            let marks = try points.marks(at: [section, name])
            if marks > .zero { levels[level] = marks }
        }
        return levels
    }

    private static func check(_ execution: Marks, _ levels: [LevelOne: Marks], at section: String) throws {
        let sum = levels.values.reduce(execution, +)
        guard levels.isEmpty || sum == .full else {
            throw DecodingError.trouble("各一级指标的分值加上预算执行率是\(sum.short)，应为100", at: [section])
        }
    }

    private static func satisfaction(_ name: String) throws -> LevelOne? {
        if name.isEmpty { return nil }
        guard let level = LevelOne(rawValue: name), level != .satisfaction, level != .all else {
            throw DecodingError.trouble("只能是 成本、产出、效益，或空着", at: ["satisfactionTo"])
        }
        return level
    }

    /// The table as it is written.
    private struct Table: Decodable {
        let preset: String
        let execution: Decimal
        let levels: [String: Decimal]
        let costLevels: [String: Decimal]
        let satisfactionTo: String
        let spread: WeightSpread
        let reverse: ScoringRules.Reverse
        let bands: Bands
        let late: ScoringRules.Late
        let zeroBudget: ScoringRules.ZeroBudget
        let overAchievement: Over
        let grades: Grades
        let adjustment: Int
        let stops: [String]
        let standard: PaymentStandard
        let between: PlanBetween
        let thresholds: [String: Int]
        let blue: BlueLamp
        let goalMoneyGap: Int
        let reasons: [String]
        let form: FormLayout
    }

    private struct Bands: Decodable {
        let reached: Int
        let partly: Int

        var bands: GradeBands {
            get throws {
                guard (1...100).contains(reached), (0..<reached).contains(partly) else {
                    throw DecodingError.trouble("应是100以内的整数，partly 小于 reached", at: ["bands"])
                }
                return GradeBands(reached: reached, partly: partly)
            }
        }
    }

    private struct Over: Decodable {
        let rule: OverAchievement.Rule
        let percent: Int
        let zeroTarget: Int
        let everySign: Bool
        let deducts: Bool
    }

    private struct Grades: Decodable {
        let excellent: Decimal
        let good: Decimal
        let fair: Decimal

        var limits: FormGrade.Limits {
            get throws {
                let limits = FormGrade.Limits(
                    excellent: try excellent.marks(at: ["grades", "excellent"]), good: try good.marks(at: ["grades", "good"]),
                    fair: try fair.marks(at: ["grades", "fair"]))
                guard limits.excellent > limits.good, limits.good > limits.fair else {
                    throw DecodingError.trouble("应当从优到中依次变小", at: ["grades"])
                }
                return limits
            }
        }
    }
}

extension Decimal {
    /// - Throws: `DecodingError` for what is no number of points from 0 to 100 with two decimals.
    fileprivate func marks(at path: [String]) throws -> Marks {
        guard self >= 0, self <= 100, let marks = Marks(self) else {
            throw DecodingError.trouble("应是0到100之间、至多两位小数的分值", at: path)
        }
        return marks
    }
}

extension Marks {
    /// - Returns: `nil` for points with more than two decimals, and for more than any form has.
    public init?(_ number: Decimal) {
        guard let units = Measure(number)?.units else { return nil }
        let hundredth = Measure.one / 100
        guard units % hundredth == 0, let hundredths = Int(exactly: units / hundredth), hundredths.magnitude < 10_000_000 else {
            return nil
        }
        self.init(hundredths: hundredths)
    }

    /// Reads points as people write them: `8.62`, `10分`; `nil` for all else.
    public init?(written text: String) {
        let word = text.trimmed
        guard let marks = Decimal(written: word.hasSuffix("分") ? String(word.dropLast()) : word).flatMap(Marks.init) else {
            return nil
        }
        self = marks
    }
}

extension MonthDay {
    /// Reads `06-30`.
    fileprivate init(setting text: String, at path: [String]) throws {
        guard text.count == 5, let day = CalendarDay(iso: "2024-" + text)?.day else {
            throw DecodingError.trouble("\(text.quoted)不是如 06-30 的月和日", at: path)
        }
        self = day
    }
}

extension DecodingError {
    fileprivate static func trouble(_ words: String, at path: [String]) -> DecodingError {
        .dataCorrupted(Context(codingPath: path.map(SettingKey.init), debugDescription: words))
    }
}

private struct SettingKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}
