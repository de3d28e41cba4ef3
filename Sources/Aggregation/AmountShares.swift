extension [ShownAmount] {
    /// The share of each amount in their sum, in tenths of a per cent; they add up to 1000 unless there is nothing to share.
    public var shares: [Int] { Shares.adding(map(\.exact)) }
}
