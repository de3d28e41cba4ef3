/// A set of characters that is asked for each text of a book: a bit for each of the first 65,536, whether it is among them.
public struct ScalarSet: Sendable {
    private var bits: [UInt64] = Array(repeating: 0, count: 1_024)

    /// - Parameter scalars: those beyond the first plane are left out.
    public init(_ scalars: some Sequence<Unicode.Scalar>) {
        for scalar in scalars where scalar.value < 0x1_0000 { bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63) }
    }

    public func contains(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x1_0000 && bits[Int(scalar.value >> 6)] & (1 << UInt64(scalar.value & 63)) != 0
    }
}
