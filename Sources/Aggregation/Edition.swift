public import Diagnostics
public import GoalModel

/// A town's book as another one is compared with it: from its report, or from an older result.
public struct Edition: Hashable, Sendable {
    public var key: TownKey
    /// `nil` when neither codes nor text told.
    public var year: Int?
    /// In the order of the book.
    public var projects: [Project]
    public var total: Money
    /// `nil` for a book without projects.
    public var score: Points?
    /// Findings of severity error; places that could not be read are not among them.
    public var errors: Int
    /// What the rules found, and what reading had to say.
    public var findings: [Finding]
    /// What is agreed to be kept: found as before, and nothing to put right.
    public var kept: [Finding]
    /// What people call it among the versions of a year, for example `一审稿`; `nil` where nobody told.
    public var name: String?

    public init(
        key: TownKey, year: Int?, projects: [Project], total: Money, score: Points?, errors: Int, findings: [Finding] = [],
        kept: [Finding] = []
    ) {
        (self.findings, self.kept, self.key, self.year, self.projects) = (findings, kept, key, year, projects)
        (self.total, self.score, self.errors) = (total, score, errors)
    }

    public struct Project: Hashable, Sendable {
        public var code: String
        public var name: String
        /// `nil` when missing or unreadable; it counts as nothing.
        public var budget: Money?
        public var fiscalFunds: Money?
        public var otherFunds: Money?
        public var plan: SpendingPlan
        public var indicators: [Row]

        public init(
            code: String, name: String, budget: Money?, fiscalFunds: Money? = nil, otherFunds: Money? = nil,
            plan: SpendingPlan = SpendingPlan(), indicators: [Row] = []
        ) {
            (self.code, self.name, self.budget, self.fiscalFunds) = (code, name, budget, fiscalFunds)
            (self.otherFunds, self.plan, self.indicators) = (otherFunds, plan, indicators)
        }
    }

    /// A row of indicators as it is written.
    public struct Row: Hashable, Sendable {
        private var cells: [String]
        /// 实际完成值 at the end, as it was filled in; `nil` where nobody knows it.
        public var reached: String?

        /// - Parameter cell: gives the text of each cell.
        public init(reached: String? = nil, _ cell: (Indicator.Field) -> String) {
            cells = Indicator.Field.allCases.map(cell)
            self.reached = reached
        }

        public subscript(field: Indicator.Field) -> String {
            Indicator.Field.allCases.firstIndex(of: field).map { cells[$0] } ?? ""
        }

        public func mapping(_ change: (String) -> String) -> Row { Row(reached: reached.map(change)) { change(self[$0]) } }
    }

    /// A finding of the book.
    public struct Finding: Hashable, Sendable {
        public var fingerprint: String
        /// By which it is known besides.
        public var formerly: [String]
        /// The rule's code; `nil` for what reading had to say.
        public var code: String?
        public var severity: Severity
        public var message: String
        /// The project's place among ``Edition/projects``, from 0; `nil` for the book as a whole.
        public var project: Int?
        /// The row of its indicators, from 0.
        public var row: Int?

        public init(
            fingerprint: String, formerly: [String] = [], code: String?, severity: Severity, message: String, project: Int? = nil,
            row: Int? = nil
        ) {
            (self.fingerprint, self.formerly, self.code, self.severity) = (fingerprint, formerly, code, severity)
            (self.message, self.project, self.row) = (message, project, row)
        }

        var fingerprints: [String] { [fingerprint] + formerly }
    }

    /// The same with all its texts changed, for example masked; codes stay.
    public func mappingTexts(_ change: (String) -> String) -> Edition {
        var edition = self
        for index in projects.indices {
            edition.projects[index].name = change(projects[index].name)
            edition.projects[index].indicators = projects[index].indicators.map { $0.mapping(change) }
        }
        for index in findings.indices { edition.findings[index].message = change(findings[index].message) }
        return edition
    }
}

extension Edition {
    /// The newest of these that is of the same town and not newer than this one; of equal years the first.
    public func basis(among others: [Edition]) -> Edition? {
        let fitting = others.filter { $0.key.isOfSameTown(as: key) && ($0.year ?? 0) <= (year ?? 0) }
        let newest = fitting.map { $0.year ?? 0 }.max()
        return fitting.first { ($0.year ?? 0) == newest }
    }
}
