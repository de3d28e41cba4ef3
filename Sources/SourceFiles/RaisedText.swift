extension String {
    /// The text as it stands above the line: 10 with a raised 4 is 10⁴ and not 104. What has no raised form stays.
    var raised: String {
        String(map { String.raisedSigns[$0] ?? $0 })
    }

    /// The text as it stands below the line, for what follows a digit and would be taken for more of them.
    var lowered: String {
        String(map { String.loweredSigns[$0] ?? $0 })
    }

    private static let raisedSigns = Dictionary(uniqueKeysWithValues: zip("0123456789+-=()n−（）", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ⁻⁽⁾"))
    private static let loweredSigns = Dictionary(uniqueKeysWithValues: zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"))
}
