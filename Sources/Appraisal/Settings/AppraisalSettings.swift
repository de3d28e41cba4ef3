public import Foundation
public import GoalModel

/// How monitoring and self-evaluation are reckoned for a town or a project: a preset, or one with single values of its own.
public struct AppraisalSettings: Hashable, Sendable {
    /// The name of the table in the resources and of its part of a settings file.
    public static let section = "appraisal"

    public var preset = "national"
    /// The points of 预算执行率.
    public var execution = Marks(10)
    /// The points of each level one; empty where all rows share what execution leaves.
    public var levels: [LevelOne: Marks] = [:]
    /// The same for projects with 成本 as a level one.
    public var costLevels: [LevelOne: Marks] = [:]
    /// Where the points of a missing 满意度 go; `nil` for all others in proportion.
    public var satisfactionTo: LevelOne?
    public var spread = WeightSpread.tidy
    public var scoring = ScoringRules()
    public var overAchievement = OverAchievement()
    public var grades = FormGrade.Limits()
    /// From how many per cent of change on an adjusted budget must be explained; 0 for any change.
    public var adjustment = 20
    /// When the year is looked at.
    public var stops: [MonthDay] = []
    public var standard = PaymentStandard.plan
    public var between = PlanBetween.step
    /// The least rate in per cent from a day on.
    public var thresholds: [MonthDay: Int] = [:]
    public var blue = BlueLamp.annual
    /// In points of per cent; 0 where goals and money are not compared.
    public var goalMoneyGap = 0
    /// The categories of reasons.
    public var reasons: [String] = []
    public var form = FormLayout.national

    /// The values that have defaults; level ones, stops and reasons come from the table of the resources.
    public init() {}

    /// What paying is measured by.
    public enum PaymentStandard: String, Hashable, Sendable, Codable, CaseIterable {
        case plan, month, thresholds
    }

    /// What the plan says between its dates.
    public enum PlanBetween: String, Hashable, Sendable, Codable, CaseIterable {
        case step, linear
    }

    public enum BlueLamp: String, Hashable, Sendable, Codable, CaseIterable {
        case annual, share
    }

    /// The printed form of a self-evaluation.
    public enum FormLayout: String, Hashable, Sendable, Codable, CaseIterable {
        case national, hebei2020, hubei, sichuan
        /// 衔接推进乡村振兴补助资金.
        case linked
        case yunnan
    }

    /// From where on an over-achieved target must be explained.
    public struct OverAchievement: Hashable, Sendable {
        public enum Rule: String, Hashable, Sendable, Codable, CaseIterable {
            /// The actual reaches a multiple of the target.
            case multiple
            /// The actual is more than so many per cent above a `≥` target, or at all above an `=` one.
            case deviation
        }

        public var rule = Rule.multiple
        public var percent = 130
        /// The actual from which a target of 0 counts; 0 for never.
        public var zeroTarget = 0
        public var everySign = false

        public init() {}

        public init(rule: Rule, percent: Int, zeroTarget: Int, everySign: Bool) {
            (self.rule, self.percent, self.zeroTarget, self.everySign) = (rule, percent, zeroTarget, everySign)
        }
    }

    /// The points of the level ones of a project.
    public func levels(hasCost: Bool) -> [LevelOne: Marks] {
        hasCost && levels[.cost] == nil && !costLevels.isEmpty ? costLevels : levels
    }

    /// Tries the JSON of a table.
    ///
    /// - Throws: `DecodingError` with the place of what cannot be used.
    public static func check(_ json: Data) throws { _ = try AppraisalSettings(json: json) }
}

/// 一级指标 of a form.
public enum LevelOne: String, Hashable, Sendable, CaseIterable, Comparable {
    case cost = "成本"
    case output = "产出"
    case benefit = "效益"
    case satisfaction = "满意度"
    /// All rows together, where a place gives no points to level ones.
    case all = "指标"

    public static func < (a: LevelOne, b: LevelOne) -> Bool { a.rank < b.rank }

    private var rank: Int { LevelOne.allCases.firstIndex(of: self) ?? 0 }

    /// Reads a level-one cell; where it says nothing, the kind of the row decides.
    public init(category: String, kind: IndicatorKind?) {
        if category.contains("满意") {
            self = .satisfaction
        } else if category.contains("成本") {
            self = .cost
        } else if category.contains("产出") {
            self = .output
        } else if category.contains("效益") || category.contains("效果") {
            self = .benefit
        } else if kind == .satisfaction {
            self = .satisfaction
        } else {
            self = kind?.isBenefit == true ? .benefit : .output
        }
    }
}
