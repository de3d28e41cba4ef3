internal import Text

/// A project and its goal table (项目绩效目标表).
public struct Project: Hashable, Sendable {
    /// Counted from 1 in the order of the book.
    public var number: Int
    public var name: String
    /// 项目编码 as printed, without spaces; may be empty.
    public var code: String
    public var unit: BudgetUnit
    public var moneyUnit: MoneyUnit
    /// The unit that the table states, where it is none of money that is known; its amounts are then missing.
    public var foreignUnit: String?
    /// 预算数; `nil` where the cell is blank or unreadable.
    public var budget: Money?
    /// 其中：财政资金; `nil` where the cell is blank or unreadable.
    public var fiscalFunds: Money?
    /// 其他资金; a blank cell is zero, `nil` only where it is unreadable.
    public var otherFunds: Money?
    /// 资金用途.
    public var purpose: String
    public var plan: SpendingPlan
    /// 绩效目标, one entry a numbered line.
    public var goals: [String]
    public var indicators: [Indicator]
    /// Money and plan cells as printed.
    public var raw: RawCells
    public var places: FieldPlaces<Field>
    /// What was not read for a cause that reading has told once: no rule says besides that it is missing.
    public var gaps: Set<Gap> = []

    /// A part of a project's table.
    public enum Gap: Hashable, Sendable {
        case field(Field)
        /// A column of the indicators.
        case cell(Indicator.Field)
        /// Rows of indicators.
        case indicators

        /// The whole plan, at whatever date.
        public static let plan = Gap.field(.plan(0))
    }

    public struct RawCells: Hashable, Sendable {
        public var budget: String
        public var fiscalFunds: String
        public var otherFunds: String
        /// One entry a plan date.
        public var plan: [String]

        public init(budget: String = "", fiscalFunds: String = "", otherFunds: String = "", plan: [String] = []) {
            self.budget = budget
            self.fiscalFunds = fiscalFunds
            self.otherFunds = otherFunds
            self.plan = plan
        }
    }

    public enum Field: Hashable, Sendable {
        case title, unit, moneyUnit, code, name, budget, fiscalFunds, otherFunds, purpose, goals
        /// The percentage at the plan date with this index, from 0.
        case plan(Int)

        /// The label in the official form.
        public var title: String {
            switch self {
            case .title: "表题"
            case .unit: "预算单位"
            case .moneyUnit: "金额单位"
            case .code: "项目编码"
            case .name: "项目名称"
            case .budget: "预算数"
            case .fiscalFunds: "财政资金"
            case .otherFunds: "其他资金"
            case .purpose: "资金用途"
            case .goals: "绩效目标"
            case .plan: "资金支出计划"
            }
        }
    }

    public init(
        number: Int, name: String, code: String, unit: BudgetUnit, moneyUnit: MoneyUnit = .wan, budget: Money? = nil,
        fiscalFunds: Money? = nil, otherFunds: Money? = .zero, purpose: String = "", plan: SpendingPlan = SpendingPlan(),
        goals: [String] = [], indicators: [Indicator] = [], raw: RawCells = RawCells(), places: FieldPlaces<Field> = [:]
    ) {
        self.number = number
        self.name = name
        self.code = code
        self.unit = unit
        self.moneyUnit = moneyUnit
        self.budget = budget
        self.fiscalFunds = fiscalFunds
        self.otherFunds = otherFunds
        self.purpose = purpose
        self.plan = plan
        self.goals = goals
        self.indicators = indicators
        self.raw = raw
        self.places = places
    }

    /// The unit of money as the table prints it.
    public var unitTitle: String { foreignUnit ?? moneyUnit.rawValue }

    /// The year of first set-up that the code carries (places 7–8); `nil` where the code has none.
    public var firstYear: Int? {
        let digits = code.utf8.dropFirst(6).prefix(2)
        guard code.utf8.count >= 8, code.utf8.prefix(8).allSatisfy(\.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1) - 48 } + 2000
    }
}
