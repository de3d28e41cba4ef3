/// Where a town's money comes from and what it is for.
public struct Funding: Hashable, Sendable {
    public var total: ShownAmount
    /// 财政资金 and 其他资金; the rows add up to the total unless a project's parts do not (rule F01).
    public var bySource: [Part]
    /// By kind of project, the greatest first.
    public var byKind: [Part]
    /// By size of the project's budget, ascending.
    public var bands: [Part]
    /// New in the book's year, and carried over from older years by the year in the project code.
    public var byAge: [Part]
    /// The ten greatest projects.
    public var topTen: [ProjectPart]
    /// Share of the ten greatest projects in the total, in tenths of a per cent.
    public var topTenShare: Int
    /// Projects without a readable budget; they count as nothing in all sums.
    public var withoutBudget: [Int]

    public init(
        total: ShownAmount, bySource: [Part], byKind: [Part], bands: [Part], byAge: [Part], topTen: [ProjectPart],
        topTenShare: Int, withoutBudget: [Int]
    ) {
        self.total = total
        self.bySource = bySource
        self.byKind = byKind
        self.bands = bands
        self.byAge = byAge
        self.topTen = topTen
        self.topTenShare = topTenShare
        self.withoutBudget = withoutBudget
    }

    public struct Part: Hashable, Sendable {
        public var label: String
        public var amount: ShownAmount
        public var projects: Int
        /// Tenths of a per cent of the total; the parts of a list add up to 1000 where they add up to the total.
        public var share: Int

        public init(label: String, amount: ShownAmount, projects: Int, share: Int) {
            self.label = label
            self.amount = amount
            self.projects = projects
            self.share = share
        }
    }

    public struct ProjectPart: Hashable, Sendable {
        public var project: Int
        public var name: String
        public var amount: ShownAmount
        /// Tenths of a per cent of the total.
        public var share: Int

        public init(project: Int, name: String, amount: ShownAmount, share: Int) {
            self.project = project
            self.name = name
            self.amount = amount
            self.share = share
        }
    }
}
