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

    /// The code with digits for the letters that look like them (O for 0, I and L for 1), and which places are changed, from 1;
    /// `nil` where it has then a fault, too, or nothing proves it.
    func withoutLetters(regions: RegionTable) -> (code: String, places: [Int])? {
        guard characters.count == 21 else { return nil }
        // L is a letter of codes as well: it is what it looks like only where that fits.
        let attempts: [[Character: Character]] = [["O": "0", "I": "1"], ["O": "0", "I": "1", "L": "1"]]
        for digits in attempts {
            let changed = characters.map { digits[$0] ?? $0 }
            let places = changed.indices.filter { changed[$0] != characters[$0] }
            let isProven = changed.starts(with: "13") && changed[8] == "P" || places.allSatisfy { $0 < 8 }
            if !places.isEmpty, isProven, ProjectCode(String(changed)).fault(regions: regions) == nil {
                return (String(changed), places.map { $0 + 1 })
            }
        }
        return nil
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
