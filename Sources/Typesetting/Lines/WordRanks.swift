public import BookLayout
internal import Text

extension [BreakRank] {
    /// Keeps Chinese words whole, and the last character of a paragraph with the one before.
    ///
    /// - Parameter boundaries: where a word begins or ends, as ``WordIterator`` finds it.
    mutating func joinWords(of scalars: [Unicode.Scalar], _ boundaries: [Bool]) {
        for index in scalars.indices.dropFirst() where self[index] == .free {
            let (before, behind) = (scalars[index - 1], scalars[index])
            guard before.isIdeograph, behind.isIdeograph else { continue }
            let isAlone = boundaries[index + 1]
            let wasAlone = boundaries[index - 1]
            if !boundaries[index] || (isAlone && WordSigns.tails.contains(behind))
                || (wasAlone && WordSigns.heads.contains(before))
            {
                self[index] = .inPhrase
            }
        }
        for index in scalars.indices where scalars[index] == "一" && scalars[index...].starts(with: WordSigns.term) {
            for inside in (index + 1)..<(index + WordSigns.term.count) { self[inside] = Swift.min(self[inside], .inPhrase) }
        }
        // A character alone on the last line looks forgotten.
        guard let last = scalars.lastIndex(where: { $0.isIdeograph || $0.properties.isAlphabetic }), last > 1 else { return }
        if self[last] == .free { self[last] = .inPhrase }
    }
}

/// Words of one character that ICU finds alone, and that belong to a neighbour.
private enum WordSigns {
    /// To the word before: 及时率, 工作中.
    static let tails = Set(
        "的地得了着过们性率度量数额费款化员者区镇乡村县市项类级型式力感等后前内外上下中时用物品金站所部局办科组队会网路桥比例值年月日".unicodeScalars)
    /// A way of paying for village works that the dictionary takes for four words.
    static let term = Array("一事一议".unicodeScalars)
    /// To the word behind: 不超支, 每村.
    static let heads = Set("第每各不未无非超可应需须我本全该新老最较更很约近".unicodeScalars)
}

extension Unicode.Scalar {
    var isIdeograph: Bool { (0x4E00...0x9FFF).contains(value) || properties.isIdeographic }
}

extension FontContext: PieceMeasuring {
    /// For each paragraph of a text the widths in pt of the pieces that stay on one line: words, numbers with their units.
    public func pieces(of text: String, in style: TextStyle) -> [[Double]] {
        let advances = advances(in: style)
        return text.displayable.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
            let scalars = Array(paragraph)
            guard scalars.count > 1 else { return [width(of: String(paragraph), in: style)] }
            let ranks = wordRanks(of: scalars)
            var pieces = [0.0]
            for (index, scalar) in scalars.enumerated() {
                let width = advances.advance(of: scalar, in: self)
                if index > 0, ranks[index] == .free { pieces.append(width) } else { pieces[pieces.count - 1] += width }
            }
            return pieces
        }
    }

    private func wordRanks(of scalars: [Unicode.Scalar]) -> [BreakRank] {
        if let known = knownRanks[scalars] { return known }
        var ranks = BreakRank.ranks(of: scalars)
        ranks.joinWords(of: scalars, words.boundaries(in: scalars))
        knownRanks[scalars] = ranks
        return ranks
    }
}
