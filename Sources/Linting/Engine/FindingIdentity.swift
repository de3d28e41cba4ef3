internal import GoalModel
internal import Text

/// What tells the findings of a book apart: never the value that is to be put right, so that a finding whose remedy failed is
/// known again, with its answer.
///
/// A project is known by its code; by its name where the code is itself wrong. A row is known by type and name, by more of it
/// where the project has another of these.
struct FindingIdentity {
    private let town: String
    private var names: [String: Int] = [:]
    /// The codes without a fault that stand for one project only.
    private let soundCodes: Set<String>
    private var rows: [Int: [[String]]] = [:]
    private var standings: [RowView: [Standing]] = [:]
    private var seen: [UInt64: Int] = [:]
    private var formerlySeen: [UInt64: Int] = [:]

    private static let fields: [Indicator.Field] = [.type, .name, .description, .target]

    init(of book: GoalBook, regions: RegionTable) {
        town = Fingerprint.normalised(book.town)
        var codes: [String: Int] = [:]
        for project in book.projects {
            names[project.name, default: 0] += 1
            codes[project.code, default: 0] += 1
        }
        soundCodes = Set(codes.filter { $1 == 1 && ProjectCode($0).fault(regions: regions) == nil }.keys)
    }

    /// The finding with its fingerprint and those by which it was known before.
    mutating func finding(_ draft: PendingFinding) -> Finding {
        let cells = cells(draft)
        let words = draft.key.map { [$0] } ?? draft.anchor + rowWords(draft, cells)
        let (first, second) = projectKeys(draft)
        var fingerprints = [fingerprint([first].compactMap(\.self) + [draft.rule.id] + words)]
        if let second { fingerprints.append(fingerprint([second, draft.rule.id] + words)) }
        let mine = draft.row.flatMap { cells?[$0] }
        let former = draft.formerFingerprint(town: town, row: mine, repeated: 0)
        let count = Self.times(former, &formerlySeen)
        let counted = count == 0 ? former : draft.formerFingerprint(town: town, row: mine, repeated: count)
        fingerprints.append(counted.text)
        var finding = draft.finding(fingerprint: fingerprints[0])
        finding.formerly = fingerprints.dropFirst().filter { $0 != fingerprints[0] }
        return finding
    }

    private mutating func fingerprint(_ words: [String]) -> String {
        var fingerprint = Fingerprint()
        for word in [town] + words { fingerprint.add(word) }
        let count = Self.times(fingerprint, &seen)
        if count > 0 { fingerprint.add("\(count)") }
        return fingerprint.text
    }

    /// How often something was there before.
    private static func times(_ fingerprint: Fingerprint, _ seen: inout [UInt64: Int]) -> Int {
        let times = seen[fingerprint.value] ?? 0
        seen[fingerprint.value] = times + 1
        return times
    }

    /// What the project is known by, and what it was known by while its code was wrong.
    private func projectKeys(_ draft: PendingFinding) -> (first: String?, second: String?) {
        guard let project = draft.ownProject else { return (nil, nil) }
        let name = draft.place != .field(.name) && !project.name.isEmpty ? project.name : nil
        let isOnlyName = names[project.name] == 1
        if draft.place == .field(.code) { return (name ?? project.purpose, nil) }
        if soundCodes.contains(project.code) { return (project.code, isOnlyName ? name : nil) }
        if isOnlyName, let name { return (name, nil) }
        return (project.code.isEmpty ? name ?? project.purpose : project.code, nil)
    }

    /// The words of all rows of its project; `nil` where it is of no row.
    private mutating func cells(_ draft: PendingFinding) -> [[String]]? {
        guard draft.row != nil, let project = draft.project else { return nil }
        let all = rows[project.number] ?? project.indicators.map { row in Self.fields.map { Fingerprint.normalised(row[$0]) } }
        rows[project.number] = all
        return all
    }

    private mutating func rowWords(_ draft: PendingFinding, _ all: [[String]]?) -> [String] {
        guard let all, let row = draft.row, let project = draft.project else { return [] }
        var words: [String] = []
        for count in [2, 4] {
            let cells = Self.fields.indices.prefix(count).filter { draft.place != .cell(Self.fields[$0]) }
            words = cells.map { all[row][$0] }
            let view = RowView(project: project.number, cells: cells)
            let standing = standings[view] ?? Standing.all(of: all, by: cells)
            standings[view] = standing
            if standing[row].isOnly { return words }
            if count == 4, standing[row].rank > 0 { words.append("\(standing[row].rank)") }
        }
        return words
    }

    /// The rows of a project as they are told apart by some of their cells.
    private struct RowView: Hashable {
        let project: Int
        let cells: [Int]
    }

    /// Where a row stands among those of its project that have the same words.
    private struct Standing {
        let rank: Int
        let isOnly: Bool

        static func all(of rows: [[String]], by cells: [Int]) -> [Standing] {
            let keys = rows.map { row in
                var fingerprint = Fingerprint()
                for cell in cells { fingerprint.add(row[cell]) }
                return fingerprint.value
            }
            var counts: [UInt64: Int] = [:]
            let ranks = keys.map { key in
                defer { counts[key, default: 0] += 1 }
                return counts[key, default: 0]
            }
            return zip(keys, ranks).map { Standing(rank: $1, isOnly: counts[$0] == 1) }
        }
    }
}
