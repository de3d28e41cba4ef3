public import GoalModel

/// A town's planned spending over the year.
public struct Schedule: Hashable, Sendable {
    /// Every plan date of any project, in order.
    public var points: [Point]
    /// Projects whose plan is exactly an even split over four dates (25/50/75/100).
    public var mechanical: [Int]
    /// Projects that plan nothing before their last date.
    public var allAtEnd: [Int]
    /// Projects whose plan never reaches 100 %.
    public var unfinished: [Int]
    /// What is due next on or after the given day; `nil` when no day was given or nothing is left.
    public var next: Due?

    public struct Point: Hashable, Sendable {
        public var by: MonthDay
        /// Cumulative money planned by this date.
        public var planned: ShownAmount
        /// Money planned between the date before and this one; the shown rows add up to ``planned``.
        public var added: ShownAmount
        /// Of the total budget.
        public var share: Share
        /// What an even pace over the year would have reached.
        public var evenShare: Share

        public init(by: MonthDay, planned: ShownAmount, added: ShownAmount, share: Share, evenShare: Share) {
            (self.by, self.planned, self.added, self.share, self.evenShare) = (by, planned, added, share, evenShare)
        }
    }

    public struct Due: Hashable, Sendable {
        public var by: MonthDay
        /// Money planned between the date before and this one.
        public var amount: ShownAmount
        /// Projects with a payment planned in that time.
        public var projects: [Int]

        public init(by: MonthDay, amount: ShownAmount, projects: [Int]) {
            (self.by, self.amount, self.projects) = (by, amount, projects)
        }
    }
}
