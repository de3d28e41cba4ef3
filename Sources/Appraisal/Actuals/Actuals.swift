public import Diagnostics
public import GoalModel

/// The actual figures (执行数) of one town, as people filled them in; the goal book is never changed by them.
public struct Actuals: Hashable, Sendable {
    /// The files that they stand in, as messages name them.
    public var files: [String] = []
    public var projects: [ProjectActual] = []
    public var indicators: [IndicatorActual] = []
    /// 部门整体.
    public var overall: [OverallActual] = []
    /// What could not be read.
    public var checks: [AppraisalCheck] = []
    /// What of each file is of this town, as a fingerprint, by the file's path.
    public var contents: [String: String] = [:]
    /// Why these are earlier figures, in one sentence; `nil` where they are those of the newest files.
    public var staleness: String?

    public init() {}

    /// Days for which there are figures, in order.
    public var days: [CalendarDay] { Set(projects.map(\.asOf) + indicators.map(\.asOf)).sorted() }
}

/// Why something went otherwise (偏差原因): the category and the words.
public struct DeviationReason: Hashable, Sendable {
    public var category = ""
    public var text = ""
    /// 改进措施.
    public var measure = ""
    /// From a form that has no place for a category.
    var isUncategorised = false

    public init(category: String = "", text: String = "", measure: String = "") {
        (self.category, self.text, self.measure) = (category, text, measure)
    }

    public static let shortest = 6
    private static let empty: Set<String> = ["无", "—", "-", "正常", "暂无", "没有", "/"]

    /// Whether the words explain anything: six characters at least, and not 无, — or 正常.
    public static func isTold(_ text: String) -> Bool {
        let word = text.filter { !$0.isWhitespace && !"。，.,;；".contains($0) }
        return !empty.contains(word) && word.count >= shortest
    }

    public var isTold: Bool { DeviationReason.isTold(text) }

    /// One of category and words stands alone.
    public var isHalf: Bool { !isUncategorised && category.isEmpty != text.isEmpty }
}

/// Whether a goal will be reached (完成可能性).
public enum Likelihood: String, Hashable, Sendable, CaseIterable, Codable {
    case certain = "确定能"
    case possible = "有可能"
    case impossible = "不可能"

    /// As a share of what was aimed at has it.
    init(reaching share: Ratio) {
        self = !share.isBelow(percent: 100) ? .certain : !share.isBelow(percent: 60) ? .possible : .impossible
    }

    /// Reads any of the words in use; `nil` for others.
    public init?(written text: String) {
        switch text.filter({ !$0.isWhitespace }) {
        case "确定能", "能", "一定能", "确定能完成": self = .certain
        case "有可能", "可能", "有可能完成": self = .possible
        case "不可能", "完全不可能", "不能", "不可能完成": self = .impossible
        default: return nil
        }
    }
}

/// What a project has paid by a day.
public struct ProjectActual: Hashable, Sendable {
    /// The project's number in the book.
    public var project: Int
    public var asOf: CalendarDay
    /// 年初预算数; `nil` for the book's.
    public var initial: Money?
    /// 全年预算数; `nil` where nothing was adjusted.
    public var adjusted: Money?
    public var adjustmentReason = ""
    /// 累计支出 since 1 January; `nil` where the cell is blank.
    public var paid: Money?
    /// 当年财政拨款, 上年结转资金 and 其他资金 among them.
    public var parts: [Money?] = []
    public var forecast: Money?
    public var reason = DeviationReason()
    /// 总体目标实际完成情况.
    public var goalDone = ""
    /// Cells, by field.
    public var places: [Field: Location] = [:]

    public enum Field: String, Hashable, Sendable, CaseIterable {
        case row, asOf, initial, adjusted, adjustmentReason, paid, fiscal, carried, other, forecast, category, reason, goalDone
    }

    public init(project: Int, asOf: CalendarDay) { (self.project, self.asOf) = (project, asOf) }

    public func place(_ field: Field) -> Location? { places[field] ?? places[.row] }

    /// Names of the parts of the money.
    public static let partTitles = ["当年财政拨款", "上年结转资金", "其他资金"]
}

/// What an indicator has come to by a day.
public struct IndicatorActual: Hashable, Sendable {
    /// The project's number in the book.
    public var project: Int
    /// From 1.
    public var row: Int
    public var asOf: CalendarDay
    /// 实际完成值 as written.
    public var actual = ""
    /// 全年预计完成 as written.
    public var forecast = ""
    public var weight: Marks?
    public var completion: Completion?
    /// 不适用: the row drops out.
    public var isNotApplicable = false
    /// 自评得分 of graded goals.
    public var entered: Marks?
    public var reason = DeviationReason()
    public var likelihood: Likelihood?
    public var places: [Field: Location] = [:]

    public enum Field: String, Hashable, Sendable, CaseIterable {
        case row, asOf, actual, forecast, weight, completion, entered, category, reason, measure, likelihood
    }

    public init(project: Int, row: Int, asOf: CalendarDay) { (self.project, self.row, self.asOf) = (project, row, asOf) }

    public func place(_ field: Field) -> Location? { places[field] ?? places[.row] }

    /// Nothing was filled in.
    public var isBlank: Bool { actual.isEmpty && completion == nil && !isNotApplicable && entered == nil }
}

/// A row of 部门整体.
public struct OverallActual: Hashable, Sendable {
    public var title: String
    public var target = ""
    public var actual = ""
    public var weight: Marks?
    public var points: Marks?
    public var reason = ""
    public var location: Location?

    public init(title: String) { self.title = title }
}

extension Actuals {
    /// The newest figures of a project up to a day.
    public func project(_ number: Int, upTo day: CalendarDay) -> ProjectActual? {
        projects.filter { $0.project == number && $0.asOf <= day }.max { $0.asOf < $1.asOf }
    }

    /// The figures in the order of projects and days, for looking up without searching all.
    func index() -> ActualsIndex { ActualsIndex(self) }
}

/// Figures by what they are of; the newest first.
struct ActualsIndex {
    private var projects: [Int: [ProjectActual]] = [:]
    private var indicators: [[Int]: [IndicatorActual]] = [:]

    init(_ actuals: Actuals) {
        projects = Dictionary(grouping: actuals.projects, by: \.project).mapValues { $0.sorted { $0.asOf > $1.asOf } }
        indicators = Dictionary(grouping: actuals.indicators) { [$0.project, $0.row] }
            .mapValues { $0.sorted { $0.asOf > $1.asOf } }
    }

    func project(_ number: Int, upTo day: CalendarDay) -> ProjectActual? { projects[number]?.first { $0.asOf <= day } }

    func project(_ number: Int, before day: CalendarDay) -> ProjectActual? { projects[number]?.first { $0.asOf < day } }

    func indicator(_ project: Int, _ row: Int, upTo day: CalendarDay) -> IndicatorActual? {
        indicators[[project, row]]?.first { $0.asOf <= day }
    }

    func indicator(_ project: Int, _ row: Int, before day: CalendarDay) -> IndicatorActual? {
        indicators[[project, row]]?.first { $0.asOf < day }
    }
}
