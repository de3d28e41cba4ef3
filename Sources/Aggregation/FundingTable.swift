public import GoalModel

/// All projects of a book with their money, in 万元, by kind; each column's shown rows add up to its shown total.
public struct FundingTable: Hashable, Sendable {
    /// In the order of ``Funding/byKind``.
    public var groups: [Group]
    public var budget: ShownAmount
    public var fiscalFunds: ShownAmount
    public var otherFunds: ShownAmount

    /// The projects of one kind.
    public struct Group: Hashable, Sendable {
        public var kind: String
        /// In the order of the book.
        public var rows: [Row]
        public var budget: ShownAmount
        public var fiscalFunds: ShownAmount
        public var otherFunds: ShownAmount

        init(kind: String, rows: [Row]) {
            self.kind = kind
            self.rows = rows
            budget = rows.compactMap(\.budget).reduce(.zero, +)
            fiscalFunds = rows.compactMap(\.fiscalFunds).reduce(.zero, +)
            otherFunds = rows.compactMap(\.otherFunds).reduce(.zero, +)
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
                otherFunds: project.otherFunds == nil ? nil : other.rows[index])
        }
        let kinds = zip(rows, funding.projects).map { ($1.kind, $0) }
        groups = funding.byKind.map { part in
            Group(kind: part.label, rows: kinds.filter { $0.0 == part.label }.map(\.1))
        }
        budget = budgets.total
        fiscalFunds = fiscal.total
        otherFunds = other.total
    }
}
