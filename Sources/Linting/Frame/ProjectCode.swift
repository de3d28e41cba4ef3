internal import Text

/// 项目编码: six digits of region, two of the year of first set-up, a serial, and in Hebei a check character.
struct ProjectCode {
    enum Fault: Hashable {
        case missing
        case length(Int)
        case region(String)
        case year(String)
        /// A character that codes with a check do not use, and its place, from 1.
        case character(Character, place: Int)
        case check(expected: Character, found: Character)
    }

    private let characters: [Character]

    init(_ code: String) {
        characters = Array(code)
    }

    /// The characters of codes with a check: no I, O, S, V, Z.
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    /// Hebei's codes (13, `P` in place 9) carry a check character; an older kind has length and region only.
    func fault(regions: RegionTable) -> Fault? {
        if characters.isEmpty { return .missing }
        if characters.count != 21 { return .length(characters.count) }
        let region = String(characters[..<6])
        if !regions.holds(region) { return .region(region) }
        let year = String(characters[6..<8])
        if !year.utf8.allSatisfy(\.isDigit) { return .year(year) }
        return region.hasPrefix("13") && characters[8] == "P" ? checkFault : nil
    }

    /// The check is A[(30 − Σ index·3^i mod 31) mod 31], so that every single wrong character and every swap of two
    /// neighbours is caught.
    private var checkFault: Fault? {
        var sum = 0
        var power = 1
        for (place, character) in characters.enumerated() {
            guard let index = ProjectCode.alphabet.firstIndex(of: character) else {
                return .character(character, place: place + 1)
            }
            if place == 20 { break }
            sum = (sum + index * power) % 31
            power = power * 3 % 31
        }
        let expected = ProjectCode.alphabet[(30 - sum + 31) % 31]
        return expected == characters[20] ? nil : .check(expected: expected, found: characters[20])
    }
}
