public import GoalModel

/// All projects of a book with their money, in 万元, by kind; each column's shown rows add up to its shown total.
public struct FundingTable: Hashable, Sendable {
    /// In the order of ``Funding/byKind``.
    public var groups: [Group]
    public var budget: ShownAmount
    /// `nil` where no project tells of it: what nobody wrote is not nothing.
    public var fiscalFunds: ShownAmount?
    public var otherFunds: ShownAmount?

    /// The projects of one kind.
    public struct Group: Hashable, Sendable {
        public var kind: String
        /// In the order of the book.
        public var rows: [Row]
        public var budget: ShownAmount
        public var fiscalFunds: ShownAmount?
        public var otherFunds: ShownAmount?

        init(kind: String, rows: [Row]) {
            self.kind = kind
            self.rows = rows
            budget = rows.compactMap(\.budget).reduce(.zero, +)
            fiscalFunds = FundingTable.sum(rows.map(\.fiscalFunds))
            otherFunds = FundingTable.sum(rows.map(\.otherFunds))
        }
    }

    public struct Row: Hashable, Sendable {
        public var project: Int
        public var name: String
        /// `nil` where the book gives no readable amount; it counts as nothing in the sums.
        public var budget: ShownAmount?
        public var fiscalFunds: ShownAmount?
        public var otherFunds: ShownAmount?
    }

    /// - Parameter funding: of the same book; it tells the kinds.
    public init(book: GoalBook, funding: Funding) {
        let projects = book.projects
        let budgets = ShownAmount.column(projects.map { $0.budget ?? .zero })
        let fiscal = ShownAmount.column(projects.map { $0.fiscalFunds ?? .zero })
        let other = ShownAmount.column(projects.map { $0.otherFunds ?? .zero })
        let rows = projects.indices.map { index in
            let project = projects[index]
            return Row(
                project: project.number, name: project.name, budget: project.budget == nil ? nil : budgets.rows[index],
                fiscalFunds: project.fiscalFunds == nil ? nil : fiscal.rows[index],
                otherFunds: project.tellsOtherFunds ? other.rows[index] : nil)
        }
        let kinds = zip(rows, funding.projects).map { ($1.kind, $0) }
        groups = funding.byKind.map { part in
            Group(kind: part.label, rows: kinds.filter { $0.0 == part.label }.map(\.1))
        }
        budget = budgets.total
        fiscalFunds = rows.contains { $0.fiscalFunds != nil } ? fiscal.total : nil
        otherFunds = rows.contains { $0.otherFunds != nil } ? other.total : nil
    }

    private static func sum(_ amounts: [ShownAmount?]) -> ShownAmount? {
        let known = amounts.compactMap(\.self)
        return known.isEmpty ? nil : known.reduce(.zero, +)
    }
}

extension Project {
    /// Whether the form says how much other money there is: a blank beside a written 财政资金 is none, without either nobody knows.
    public var tellsOtherFunds: Bool {
        otherFunds != nil && (fiscalFunds != nil || !raw.otherFunds.isEmpty || otherFunds != .zero)
    }
}
