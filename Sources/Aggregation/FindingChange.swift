internal import GoalModel

/// The fate of the findings from one book to the next.
public struct FindingChange: Hashable, Sendable {
    /// Were found in the older book and are no longer there.
    public private(set) var fixed: [Edition.Finding] = []
    /// Are gone because their project is.
    public private(set) var gone: [Edition.Finding] = []
    /// Were found in the older book and are now agreed to be kept.
    public private(set) var kept: [Edition.Finding] = []
    /// Were not found in the older book.
    public private(set) var new: [Edition.Finding] = []
    /// Are in both, as the newer book has them.
    public private(set) var remaining: [Edition.Finding] = []

    /// Of two versions of a year findings are the same by their fingerprints alone, as they are for a baseline; of two years,
    /// in which codes differ, also by rule, project and row, or by rule, project and words.
    ///
    /// - Parameter partners: for each newer project the place of the same one in the older book.
    init(from older: Edition, to newer: Edition, _ partners: [Int?], _ words: ComparedTexts) {
        if older.year == newer.year {
            compareVersions(older, newer)
        } else {
            compareYears(older, newer, partners, words)
        }
        let living = Set(partners.compactMap(\.self))
        gone = fixed.filter { $0.project.map { !living.contains($0) } ?? false }
        fixed.removeAll { $0.project.map { !living.contains($0) } ?? false }
    }

    private mutating func compareVersions(_ older: Edition, _ newer: Edition) {
        let before = Set(older.findings.map(\.fingerprint))
        let now = Set(newer.findings.flatMap(\.fingerprints))
        let agreed = Set(newer.kept.flatMap(\.fingerprints)).subtracting(now)
        new = newer.findings.filter { before.isDisjoint(with: $0.fingerprints) }
        remaining = newer.findings.filter { !before.isDisjoint(with: $0.fingerprints) }
        kept = older.findings.filter { agreed.contains($0.fingerprint) }
        fixed = older.findings.filter { !now.contains($0.fingerprint) && !agreed.contains($0.fingerprint) }
    }

    private mutating func compareYears(_ older: Edition, _ newer: Edition, _ partners: [Int?], _ words: ComparedTexts) {
        let candidates = newer.findings + newer.kept
        var twins: [Int?] = Array(repeating: nil, count: candidates.count)
        var free = Set(older.findings.indices)
        let keys: [((Edition.Finding) -> [String]?, (Edition.Finding) -> [String]?)] = [
            ({ [$0.fingerprint] }, { [$0.fingerprint] }),
            (
                { finding in finding.rowKey(in: older, project: finding.project, words.older) },
                { finding in finding.rowKey(in: newer, project: finding.project.flatMap { partners.at($0) ?? nil }, words.newer) }
            ),
            (
                { [$0.code ?? "", $0.project.map(String.init) ?? "", words.older($0.message)] },
                { finding in
                    let partner = finding.project.map { partners.at($0) ?? nil }
                    if case .some(nil) = partner { return nil }
                    return [finding.code ?? "", (partner ?? nil).map(String.init) ?? "", words.newer(finding.message)]
                }
            ),
        ]
        for (before, after) in keys where !free.isEmpty {
            var places: [[String]: [Int]] = [:]
            for place in older.findings.indices.reversed() where free.contains(place) {
                if let key = before(older.findings[place]) { places[key, default: []].append(place) }
            }
            for index in candidates.indices where twins[index] == nil {
                guard let key = after(candidates[index]), let place = places[key]?.popLast() else { continue }
                twins[index] = place
                free.remove(place)
            }
        }
        for (finding, twin) in zip(newer.findings, twins) {
            if twin == nil { new.append(finding) } else { remaining.append(finding) }
        }
        kept = twins.dropFirst(newer.findings.count).compactMap { $0.map { older.findings[$0] } }
        fixed = older.findings.indices.filter(free.contains).map { older.findings[$0] }
    }
}

extension Edition.Finding {
    /// Rule, project and the row's type and name; `nil` for what stands at no row.
    fileprivate func rowKey(in edition: Edition, project partner: Int?, _ words: (String) -> String) -> [String]? {
        guard let code, let partner, let project, let row, let cells = edition.projects.at(project)?.indicators.at(row)
        else { return nil }
        return [code, "\(partner)", words(cells[.type]), words(cells[.name])]
    }
}

extension Array {
    fileprivate func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
