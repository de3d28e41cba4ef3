internal import GoalModel

/// A bar inside a table's cell, left of the value that it pictures.
struct CellBar {
    /// Of the room for the longest, in thousandths.
    private let length: Int
    /// Where a value to compare with ends, in thousandths; `nil` without one.
    private let mark: Int?

    /// An amount beside the greatest of its column; less than nothing counts as nothing.
    init(_ amount: Int64, of greatest: Int64) {
        length = greatest > 0 && amount > 0 ? max(5, min(1000, Int(Double(amount) / Double(greatest) * 1000))) : 0
        mark = nil
    }

    /// A share of a whole beside another one.
    init(_ share: Share, of whole: Share = .whole, mark: Share? = nil) {
        func part(_ share: Share) -> Int { max(0, min(1000, share.tenths * 1000 / max(1, whole.tenths))) }
        length = part(share)
        self.mark = mark.map(part)
    }

    /// Says nothing to who cannot see it: the value stands beside it.
    var html: HTML {
        """
        <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">\
        <rect class="fill-accent" width="\(length)" height="10"/>\
        \(mark.map { "<rect class=\"fill-second\" x=\"\(max(0, $0 - 12))\" width=\"24\" height=\"10\"/>" as HTML })</svg>
        """
    }
}
