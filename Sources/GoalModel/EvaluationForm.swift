public import Diagnostics
public import Foundation

/// A self-evaluation form (项目支出绩效自评表) that somebody else has filled in, each cell with its place.
///
/// Nothing in it is corrected or computed: it says what is printed. A column that the form does not have leaves its cells `nil`;
/// a cell that is there and empty has an empty text.
public struct EvaluationForm: Hashable, Sendable {
    /// Where the form begins.
    public var place: Location
    public var title: Cell?
    public var projectName: Cell?
    public var unit: Cell?
    public var department: Cell?
    /// `nil` where neither title nor text tell.
    public var fiscalYear: Int?
    /// That of the amounts; `nil` where it is not stated.
    public var moneyUnit: MoneyUnit?
    /// The total first, where the form has one, then the sources of funds.
    public var money: [MoneyRow]
    /// What the form's own words say of the points of execution, such as 10 of 预算执行情况（10分）.
    public var statedExecutionPoints: Decimal?
    public var goal: Cell?
    public var achievement: Cell?
    public var rows: [Row]
    public var total: Total?
    /// The score where it is stated once more, such as 98 beside 自评得分 in the head.
    public var statedScores: [Cell]
    public var grade: Cell?
    /// Reasons and measures told below the table, and not beside a row.
    public var remarks: [Cell]
    /// Texts of any length, for what no text of a form may hold.
    public var texts: [Cell]
    /// The line that names who filled the form in.
    public var signatures: [Cell]
    /// What was not understood; checks that need it are left out.
    public var doubts: [Passage]
    /// The columns that the table of indicators has.
    public var columns: Set<Column>
    /// The columns that the table of money has.
    public var moneyColumns: Set<MoneyColumn>

    public init(place: Location) {
        self.place = place
        (money, rows, statedScores, remarks, texts, signatures, doubts) = ([], [], [], [], [], [], [])
        (columns, moneyColumns) = ([], [])
    }

    /// A cell as printed.
    public struct Cell: Hashable, Sendable {
        public var text: String
        /// The number that it holds, with all the digits that a workbook stores; `nil` where it is no plain number.
        public var number: Decimal?
        /// The number that is shown, where the workbook stores another.
        public var shown: Decimal?
        public var place: Location

        public init(_ text: String, number: Decimal? = nil, shown: Decimal? = nil, at place: Location) {
            (self.text, self.number, self.shown, self.place) = (text, number, shown ?? number, place)
        }
    }

    public enum MoneyColumn: Hashable, Sendable {
        case initial, adjusted, paid, weight, rate, score, reason
    }

    public struct MoneyRow: Hashable, Sendable {
        public var label: Cell
        public var cells: [MoneyColumn: Cell]

        public init(label: Cell, cells: [MoneyColumn: Cell]) {
            (self.label, self.cells) = (label, cells)
        }
    }

    public enum Column: Hashable, Sendable {
        case category, type, name, sign, target, unit, actual, weight, score, reason, standard, note
    }

    public struct Row: Hashable, Sendable {
        /// Counted from 1 among the rows of the form that hold an indicator.
        public var number: Int
        public var place: Location
        public var cells: [Column: Cell]
        /// The value with sign and unit, put together where they stand in columns of their own.
        public var target: Target
        /// 其中…: told, and not scored.
        public var isPart: Bool
        /// 预算执行率 as a row among the indicators.
        public var isExecution: Bool
        /// Columns whose cell goes on from the row above, such as a weight for several rows.
        public var continued: Set<Column>

        public init(number: Int, place: Location, cells: [Column: Cell], target: Target) {
            (self.number, self.place, self.cells, self.target) = (number, place, cells, target)
            (isPart, isExecution, continued) = (false, false, [])
        }

        public subscript(column: Column) -> Cell? { cells[column] }

        public var name: String { cells[.name]?.text ?? "" }
    }

    /// The row 总分.
    public struct Total: Hashable, Sendable {
        public var label: Cell
        public var weight: Cell?
        /// `nil` where the row has no place for it.
        public var score: Cell?

        public init(label: Cell, weight: Cell? = nil, score: Cell? = nil) {
            (self.label, self.weight, self.score) = (label, weight, score)
        }
    }
}

extension EvaluationForm.Cell {
    /// Whether nothing is stated: the cell is empty, or has a sign for that.
    public var isBlank: Bool {
        switch text.filter({ !$0.isWhitespace }) {
        case "", "-", "—", "－", "/", "／", "——", "--", "\\", "–", "─", "―": true
        default: false
        }
    }
}

extension EvaluationForm {
    /// The number of the total: that of the row 总分, else where it is stated once more.
    public var totalNumber: Decimal? { total?.score?.number ?? statedScores.first?.number }

    /// The row of the sum of all funds; `nil` where the form has no money, or only parts of it.
    public var totalMoney: MoneyRow? {
        guard let first = money.first else { return nil }
        let isWhole = ["总额", "合计", "总计", "总金额", "小计", "预算数", "总资金"].contains { first.label.text.contains($0) }
        return isWhole || money.count == 1 || money[1].label.text.contains("其中") ? first : nil
    }

    /// The sources of funds below the sum.
    public var fundParts: ArraySlice<MoneyRow> { money.dropFirst() }

    /// As a message calls it.
    public var shownName: String {
        let name = projectName?.text ?? ""
        return name.isEmpty ? title?.text ?? "" : name
    }

    /// Whether no value and no points are filled in.
    public var isUnfilled: Bool {
        let blank = { (cell: Cell?) in cell?.isBlank ?? true }
        return rows.allSatisfy { blank($0[.actual]) && blank($0[.score]) }
            && money.allSatisfy { blank($0.cells[.paid]) && blank($0.cells[.score]) }
    }
}
