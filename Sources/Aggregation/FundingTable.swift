public import GoalModel

/// All projects of a book with their money, in 万元; each column's shown rows add up to its shown total.
public struct FundingTable: Hashable, Sendable {
    public var rows: [Row]
    public var budget: ShownAmount
    public var fiscalFunds: ShownAmount
    public var otherFunds: ShownAmount

    public struct Row: Hashable, Sendable {
        public var project: Int
        public var name: String
        /// `nil` where the book gives no readable amount; it counts as nothing in the total.
        public var budget: ShownAmount?
        public var fiscalFunds: ShownAmount?
        public var otherFunds: ShownAmount?
    }

    public init(book: GoalBook) {
        let projects = book.projects
        let budgets = ShownAmount.column(projects.map { $0.budget ?? .zero })
        let fiscal = ShownAmount.column(projects.map { $0.fiscalFunds ?? .zero })
        let other = ShownAmount.column(projects.map { $0.otherFunds ?? .zero })
        rows = projects.indices.map { index in
            let project = projects[index]
            return Row(
                project: project.number, name: project.name, budget: project.budget == nil ? nil : budgets.rows[index],
                fiscalFunds: project.fiscalFunds == nil ? nil : fiscal.rows[index],
                otherFunds: project.otherFunds == nil ? nil : other.rows[index])
        }
        budget = budgets.total
        fiscalFunds = fiscal.total
        otherFunds = other.total
    }
}
