internal import Text

/// Justifies a line by small spaces between Chinese characters.
///
/// Pango's own way gives all the stretch to the first blank of a line.
struct LineStretch {
    /// Characters behind which space is added.
    let gaps: [Int]
    /// What the line gains, in Pango's units.
    let amount: Int
    /// In Pango's units; the first `wider` gaps get one more.
    let each: Int
    private let wider: Int

    /// Of the type size; beyond it readers take a gap for a word's end, and the line stays ragged.
    static let limit = 0.25

    /// - Parameters:
    ///   - amount: what the line lacks, in Pango's units.
    ///   - size: of the font in Pango's units.
    init?(_ characters: Range<Int>, of paragraph: borrowing ShapedParagraph, ranks: [BreakRank], by amount: Int, size: Double) {
        guard amount > 0 else { return nil }
        var gaps: [Int] = []
        for index in characters.dropLast() where LineStretch.isGap(behind: index, paragraph.scalars, ranks) {
            if paragraph.canWiden(index) { gaps.append(index) }
        }
        guard !gaps.isEmpty, Double(amount) <= Double(gaps.count) * size * LineStretch.limit - 1 else { return nil }
        self.gaps = gaps
        self.amount = amount
        each = amount / gaps.count
        wider = amount % gaps.count
    }

    func share(_ body: (_ character: Int, _ width: Int) -> Void) {
        for (place, character) in gaps.enumerated() { body(character, place < wider ? each + 1 : each) }
    }

    private static func isGap(behind index: Int, _ scalars: [Unicode.Scalar], _ ranks: [BreakRank]) -> Bool {
        let (left, right) = (scalars[index], scalars[index + 1])
        if ranks[index + 1] <= .inWord, !LineSigns.isChinese(left) || left.isDecimal { return left == " " }
        if ranks[index + 1] == .never || LineSigns.isBlank(right) { return false }
        if LineSigns.isHalf(left), left == right { return false }
        return LineSigns.isBlank(left) || LineSigns.isChinese(left) || LineSigns.isChinese(right)
    }
}
