internal import GoalModel
internal import Text

/// What tells the findings of a book apart: never the value that is to be put right, so that a finding whose remedy failed is
/// known again, with its answer.
///
/// A project is known by its code; by its name where the code is itself wrong. A row is known by type and name, by more of it
/// where the project has another of these.
struct FindingIdentity {
    private let town: String
    private let regions: RegionTable
    private var names: [String: Int] = [:]
    private var codes: [String: Int] = [:]
    private var rows: [Int: [[String]]] = [:]
    private var seen: [String: Int] = [:]

    private static let fields: [Indicator.Field] = [.type, .name, .description, .target]

    init(of book: GoalBook, regions: RegionTable) {
        (town, self.regions) = (Fingerprint.normalised(book.town), regions)
        for project in book.projects {
            names[project.name, default: 0] += 1
            codes[project.code, default: 0] += 1
        }
    }

    /// The finding with its fingerprint and those by which it was known before.
    mutating func finding(_ draft: PendingFinding, town: String) -> Finding {
        let words = draft.key.map { [$0] } ?? draft.anchor + rowWords(draft)
        let (first, second) = projectKeys(draft)
        var fingerprints = [fingerprint([first].compactMap(\.self) + [draft.rule.id] + words)]
        if let second { fingerprints.append(fingerprint([second, draft.rule.id] + words)) }
        let former = draft.formerFingerprint(town: town, repeated: 0)
        let count = times("former " + former)
        fingerprints.append(count == 0 ? former : draft.formerFingerprint(town: town, repeated: count))
        var finding = draft.finding(fingerprint: fingerprints[0])
        finding.formerly = fingerprints.dropFirst().filter { $0 != fingerprints[0] }
        return finding
    }

    private mutating func fingerprint(_ words: [String]) -> String {
        var fingerprint = Fingerprint()
        for word in [town] + words { fingerprint.add(word) }
        let count = times(fingerprint.text)
        if count > 0 { fingerprint.add("\(count)") }
        return fingerprint.text
    }

    /// How often something was there before.
    private mutating func times(_ words: String) -> Int {
        defer { seen[words, default: 0] += 1 }
        return seen[words, default: 0]
    }

    /// What the project is known by, and what it was known by while its code was wrong.
    private func projectKeys(_ draft: PendingFinding) -> (first: String?, second: String?) {
        guard let project = draft.ownProject else { return (nil, nil) }
        let name = draft.place != .field(.name) && !project.name.isEmpty ? project.name : nil
        let isOnlyName = names[project.name] == 1
        if draft.place == .field(.code) { return (name ?? project.purpose, nil) }
        let isSound = codes[project.code] == 1 && ProjectCode(project.code).fault(regions: regions) == nil
        if isSound { return (project.code, isOnlyName ? name : nil) }
        if isOnlyName, let name { return (name, nil) }
        return (project.code.isEmpty ? name ?? project.purpose : project.code, nil)
    }

    private mutating func rowWords(_ draft: PendingFinding) -> [String] {
        guard let row = draft.row, let project = draft.project else { return [] }
        let all = rows[project.number] ?? project.indicators.map { row in Self.fields.map { Fingerprint.normalised(row[$0]) } }
        rows[project.number] = all
        var words: [String] = []
        for count in [2, 4] {
            let chosen = Self.fields.indices.prefix(count).filter { draft.place != .cell(Self.fields[$0]) }
            words = chosen.map { all[row][$0] }
            let alike = all.indices.filter { index in chosen.allSatisfy { all[index][$0] == all[row][$0] } }
            if alike.count == 1 { return words }
            if count == 4, let rank = alike.firstIndex(of: row), rank > 0 { words.append("\(rank)") }
        }
        return words
    }
}
