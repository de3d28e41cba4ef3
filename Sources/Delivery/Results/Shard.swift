/// A part of the towns, so that several machines share the work: the K-th of N.
public struct Shard: Hashable, Sendable {
    /// From 1.
    public let number: Int
    public let count: Int

    /// - Parameter words: as `3/8`; `nil` for what is no such part.
    public init?(_ words: String) {
        let parts = words.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1], count >= 1, count <= 10_000, number >= 1,
            number <= count
        else { return nil }
        self.number = number
        self.count = count
    }

    /// Whether a town or a file belongs to this part; the same for every machine and every run.
    func holds(_ name: String) -> Bool {
        // FNV-1a: Swift's own hash differs from run to run.
        let hash = name.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return Int(hash % UInt64(count)) == number - 1
    }
}
