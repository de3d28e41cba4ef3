public import GoalModel

/// Where a town's money comes from and what it is for.
public struct Funding: Hashable, Sendable {
    public var total: ShownAmount
    /// Every project in the order of the book; the rows add up to the total.
    public var projects: [ProjectPart]
    /// 财政资金 and 其他资金, and a third row where the two do not make up the budget (rule F01); the rows add up to the total.
    public var bySource: [Part]
    /// By kind of project, the greatest first and the rest (其他) last.
    public var byKind: [Part]
    /// By size of the project's budget, ascending, without the empty bands.
    public var bands: [Part]
    /// New in the book's year, and carried over from older years by the year in the project code.
    public var byAge: [Part]
    /// The ten greatest projects, the greatest first.
    public var topTen: [ProjectPart]
    /// The sum of the ten greatest projects, and its share in the total.
    public var topTenAmount: ShownAmount
    public var topTenShare: Share
    /// Projects without a readable budget; they count as nothing in all sums.
    public var withoutBudget: [Int]

    public struct Part: Hashable, Sendable {
        public var label: String
        public var amount: ShownAmount
        public var projects: Int
        /// Of the total; the parts of a list add up to the whole unless there is nothing to share.
        public var share: Share

        public init(label: String, amount: ShownAmount, projects: Int, share: Share) {
            (self.label, self.amount, self.projects, self.share) = (label, amount, projects, share)
        }
    }

    public struct ProjectPart: Hashable, Sendable {
        public var project: Int
        public var name: String
        /// The title of the project's kind.
        public var kind: String
        public var amount: ShownAmount
        /// Of the total.
        public var share: Share

        public init(project: Int, name: String, kind: String, amount: ShownAmount, share: Share) {
            (self.project, self.name, self.kind, self.amount, self.share) = (project, name, kind, amount, share)
        }
    }
}
