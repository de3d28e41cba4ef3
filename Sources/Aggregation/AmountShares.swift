public import GoalModel

extension [ShownAmount] {
    /// The share of each amount in their sum; they add up to the whole unless there is nothing to share.
    public var shares: [Share] { Shares.adding(map(\.exact)) }
}
