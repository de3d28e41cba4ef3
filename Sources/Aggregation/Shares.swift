public import GoalModel

enum Shares {
    /// The shares of `parts` in their own sum, by largest remainder, so that they add up to `whole`.
    ///
    /// Equal remainders: the earlier part first. Where a part is negative or nothing is there to share, each share is
    /// rounded on its own, and all are 0 for an empty sum.
    static func adding(_ parts: [Money], to whole: Share = .whole) -> [Share] {
        let sum = parts.reduce(Int128(0)) { $0 + Int128($1.fen) }
        guard sum > 0, parts.allSatisfy({ $0.fen >= 0 }) else { return parts.map { share(of: $0.fen, in: sum, whole) } }
        var shares: [Int] = []
        var remainders: [Int128] = []
        for part in parts {
            let (quotient, remainder) = (Int128(part.fen) * Int128(whole.tenths)).quotientAndRemainder(dividingBy: sum)
            shares.append(Int(clamping: quotient))
            remainders.append(remainder)
        }
        let order = parts.indices.sorted { a, b in
            remainders[a] == remainders[b] ? a < b : remainders[a] > remainders[b]
        }
        for index in order.prefix(max(0, whole.tenths - shares.reduce(0, +))) { shares[index] += 1 }
        return shares.map(Share.init)
    }

    /// One share, rounded half-up.
    static func share(of part: Money, in total: Money) -> Share {
        share(of: part.fen, in: Int128(total.fen), .whole)
    }

    /// By how much an amount grew, of what it was before, which is more than nothing; rounded half-up.
    static func growth(from older: Money, to newer: Money) -> Share {
        let (before, after) = (Int128(older.fen), Int128(newer.fen))
        return Share(tenths: Int(clamping: Rounding.halfUp((after - before) * 1000, over: before)))
    }

    private static func share(of fen: Int64, in sum: Int128, _ whole: Share) -> Share {
        guard sum > 0 else { return .zero }
        return Share(tenths: Int(clamping: Rounding.halfUp(Int128(fen) * Int128(whole.tenths), over: sum)))
    }
}

/// Division that never traps and rounds the way accountants do.
enum Rounding {
    /// `dividend / divisor`, rounded to the nearest whole number, halves away from zero; `divisor` is positive.
    static func halfUp(_ dividend: Int128, over divisor: Int128) -> Int128 {
        dividend >= 0 ? (dividend + divisor / 2) / divisor : -((-dividend + divisor / 2) / divisor)
    }

    /// `dividend / divisor`, rounded down; `divisor` is positive.
    static func down(_ dividend: Int128, over divisor: Int128) -> Int128 {
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension Money {
    /// The amount, kept within what `Money` can hold.
    init(clamping fen: Int128) {
        self.init(fen: Int64(clamping: fen))
    }
}

extension [ShownAmount] {
    /// The share of each amount in their sum; they add up to the whole unless there is nothing to share.
    public var shares: [Share] { Shares.adding(map(\.exact)) }
}
