public import GoalModel

/// What is remembered of a town's book to compare another one with: from its report, or from an older result.
public struct Edition: Hashable, Sendable {
    public var key: TownKey
    /// `nil` when neither codes nor text told.
    public var year: Int?
    /// In the order of the book.
    public var projects: [Project]
    public var total: Money
    /// Tenths of a point; `nil` for a book without projects.
    public var score: Int?
    /// Findings of severity error; places that could not be read are not among them.
    public var errors: Int

    public init(key: TownKey, year: Int?, projects: [Project], total: Money, score: Int?, errors: Int) {
        self.key = key
        self.year = year
        self.projects = projects
        self.total = total
        self.score = score
        self.errors = errors
    }

    public struct Project: Hashable, Sendable {
        public var code: String
        public var name: String
        /// `nil` when missing or unreadable; it counts as nothing.
        public var budget: Money?

        public init(code: String, name: String, budget: Money?) {
            self.code = code
            self.name = name
            self.budget = budget
        }
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
