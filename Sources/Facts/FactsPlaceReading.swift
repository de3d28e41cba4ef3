internal import Diagnostics
internal import GoalModel
internal import Text

/// Reads the places of ``FactsPlaces`` back; a place that makes no sense is unknown.
struct FactsPlaceReading {
    let places: FactsPlaces
    /// The paths of the files as messages show them.
    private let files: [String]
    /// How many places could not be read.
    private(set) var damaged = 0

    init(_ places: FactsPlaces) {
        self.places = places
        files = places.files.map(\.cleaned.withNumbersStarred)
    }

    /// The place at an index of a list; `nil` where the list has none.
    mutating func place(_ list: [String], _ index: Int) -> Location? {
        guard list.indices.contains(index) else { return missing() }
        return place(list[index][...])
    }

    /// The places in one string of a list, `count` of them.
    mutating func row(_ list: [String], _ index: Int, count: Int) -> [Location?] {
        guard list.indices.contains(index) else {
            damaged += 1
            return Array(repeating: nil, count: count)
        }
        return row(list[index], count: count)
    }

    mutating func row(_ text: String, count: Int) -> [Location?] {
        let words = text.split(separator: ",", omittingEmptySubsequences: false)
        if words.count != count { damaged += 1 }
        return (0..<count).map { $0 < words.count ? place(words[$0]) : nil }
    }

    private mutating func place(_ text: Substring) -> Location? {
        if text == "-" { return nil }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let numbers = words.map { $0.utf8.count < 10 ? Int($0) : nil }
        guard words.count == 7 || words.count == 8, zip(words, numbers).allSatisfy({ $0 == "-" || ($1 ?? -1) >= 0 }),
            let file = numbers[0],
            places.files.indices.contains(file), numbers[1].map(places.sheets.indices.contains) != false,
            numbers[2].map(places.headings.indices.contains) != false
        else { return missing() }
        return Location(
            file: files[file], page: words.count == 8 ? numbers[7] : nil, line: numbers[3], table: numbers[4], row: numbers[5],
            cell: numbers[6],
            sheet: numbers[1].map { places.sheets[$0].cleaned }, heading: numbers[2].map { places.headings[$0].cleaned })
    }

    private mutating func missing() -> Location? {
        noteDamage()
        return nil
    }

    /// Counts places that something is wrong with as a whole.
    mutating func noteDamage() {
        damaged += 1
    }
}

extension String {
    /// The text without control characters, of which no reader of documents leaves any.
    var cleaned: String {
        guard utf8.contains(where: { ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 == 0x7F }) else { return self }
        let kept = unicodeScalars.filter { ($0.value >= 0x20 && $0.value != 0x7F) || $0 == "\n" || $0 == "\t" }
        return String(String.UnicodeScalarView(kept))
    }
}
