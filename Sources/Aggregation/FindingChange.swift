internal import GoalModel

/// The fate of the findings from one book to the next.
public struct FindingChange: Hashable, Sendable {
    /// Were found in the older book and are no longer there.
    public var fixed: [Edition.Finding] = []
    /// Are gone because their project is.
    public var gone: [Edition.Finding] = []
    /// Were not found in the older book.
    public var new: [Edition.Finding] = []
    /// Are in both, as the newer book has them.
    public var remaining: [Edition.Finding] = []

    /// Findings are the same by their fingerprint, else by rule, project and row, or by rule, project and words.
    ///
    /// - Parameter partners: for each newer project the place of the same one in the older book.
    init(from older: Edition, to newer: Edition, _ partners: [Int?], _ words: ComparedTexts) {
        var twins: [Int?] = Array(repeating: nil, count: newer.findings.count)
        var free = Set(older.findings.indices)
        let keys: [((Edition.Finding) -> [String]?, (Edition.Finding) -> [String]?)] = [
            ({ [$0.fingerprint] }, { [$0.fingerprint] }),
            (
                { finding in finding.rowKey(in: older, project: finding.project, words.older) },
                { finding in finding.rowKey(in: newer, project: finding.project.flatMap { partners.at($0) ?? nil }, words.newer) }
            ),
            (
                { [$0.code, $0.project.map(String.init) ?? "", words.older($0.message)] },
                { finding in
                    let partner = finding.project.map { partners.at($0) ?? nil }
                    if case .some(nil) = partner { return nil }
                    return [finding.code, (partner ?? nil).map(String.init) ?? "", words.newer(finding.message)]
                }
            ),
        ]
        for (before, after) in keys where !free.isEmpty {
            var places: [[String]: [Int]] = [:]
            for place in older.findings.indices.reversed() where free.contains(place) {
                if let key = before(older.findings[place]) { places[key, default: []].append(place) }
            }
            for index in newer.findings.indices where twins[index] == nil {
                guard let key = after(newer.findings[index]), let place = places[key]?.popLast() else { continue }
                twins[index] = place
                free.remove(place)
            }
        }
        for (finding, twin) in zip(newer.findings, twins) {
            if twin == nil { new.append(finding) } else { remaining.append(finding) }
        }
        let kept = Set(partners.compactMap(\.self))
        for place in older.findings.indices where free.contains(place) {
            let finding = older.findings[place]
            if let project = finding.project, !kept.contains(project) { gone.append(finding) } else { fixed.append(finding) }
        }
    }
}

extension Edition.Finding {
    /// Rule, project and the row's type and name; `nil` for what stands at no row.
    fileprivate func rowKey(in edition: Edition, project partner: Int?, _ words: (String) -> String) -> [String]? {
        guard let partner, let project, let row, let cells = edition.projects.at(project)?.indicators.at(row) else { return nil }
        return [code, "\(partner)", words(cells[.type]), words(cells[.name])]
    }
}

extension Array {
    fileprivate func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
