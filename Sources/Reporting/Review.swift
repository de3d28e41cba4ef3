public import Diagnostics
internal import GoalModel
public import Linting

/// The findings of a town as the official review orders them (财预〔2015〕88号): by the four words, then by rule.
///
/// What is the same for many findings is said once: reason and remedy for a rule, the message for all its places.
public struct Review: Sendable {
    /// One for each criterion, in the official order, also where nothing was found.
    public var parts: [Part]
    /// The whole in words: what was sent in, what was found, what is to be done.
    public var opening: String

    /// The findings of one criterion.
    public struct Part: Sendable {
        public var criterion: Criterion
        /// They add up to the report's own.
        public var counts: FindingCounts
        /// What reading the documents had to say; stands under 完整性.
        public var notes: [Note]
        /// The gravest first, then by code.
        public var rules: [Rule]
        /// 测算核对, what agrees and what does not; stands under 适当性.
        public var estimates: [Estimate] = []

        public var isClear: Bool { notes.isEmpty && rules.isEmpty }
    }

    public struct Rule: Sendable {
        public var code: String
        public var title: String
        /// Why it matters; empty where the rule is not known.
        public var why: String
        /// The document that asks for it.
        public var source: String
        /// How most of its findings are put right.
        public var remedy: String
        public var counts: FindingCounts
        /// The gravest first, then in the order of the book.
        public var items: [Item]
    }

    /// One trouble with all its places.
    public struct Item: Sendable {
        public var severity: Severity
        public var message: String
        /// Where it differs from that of the rule.
        public var remedy: String?
        /// The cell as written, and the text that may take its place.
        public var correction: Correction?
        public var findings: [Finding]
    }

    /// A text that is offered in place of the town's own.
    public struct Correction: Hashable, Sendable {
        /// `nil` where the place is no single cell.
        public var original: String?
        public var suggestion: String
    }

    /// Something that reading had to say, with all its places.
    public struct Note: Sendable {
        public var diagnostic: Diagnostic
        public var locations: [Location]
    }
}

extension Report {
    /// The findings as 审核意见书 shows them.
    public var review: Review {
        let byCriterion = Dictionary(grouping: findings, by: \.criterion)
        let parts = Criterion.allCases.map { criterion in
            let found = byCriterion[criterion] ?? []
            let isFirst = criterion == .completeness
            return Review.Part(
                criterion: criterion, counts: FindingCounts(found, unread: isFirst ? counts.unread : 0),
                notes: isFirst ? gatheredNotes : [], rules: rules(of: found),
                estimates: criterion == .appropriateness ? estimates : [])
        }
        return Review(parts: parts, opening: opening)
    }

    private var gatheredNotes: [Review.Note] {
        notes.greatestFirst(by: \.severity)
            .grouped { Diagnostic($0.severity, id: $0.id, at: nil, $0.summary, explanation: $0.explanation, remedy: $0.remedy) }
            .map { Review.Note(diagnostic: $0.key, locations: $0.elements.compactMap(\.location)) }
    }

    private func rules(of findings: [Finding]) -> [Review.Rule] {
        let rules = findings.grouped(by: \.code).map { code, found in rule(code, found) }
        return rules.sorted { a, b in
            let (first, second) = (a.items.first?.severity ?? .hint, b.items.first?.severity ?? .hint)
            return first == second ? a.code < b.code : first > second
        }
    }

    private func rule(_ code: String, _ findings: [Finding]) -> Review.Rule {
        let description = RuleCatalogue.description(of: code)
        let remedies = findings.grouped(by: \.remedy)
        let most = remedies.map(\.elements.count).max()
        let common = remedies.first { $0.elements.count == most }?.key ?? ""
        let items = findings.greatestFirst(by: \.severity).grouped { finding in
            ItemKey(
                severity: finding.severity, message: finding.message, remedy: finding.remedy,
                correction: finding.suggestion.map { Review.Correction(original: original(of: finding), suggestion: $0) })
        }
        return Review.Rule(
            code: code, title: findings.first?.title ?? "", why: description?.why ?? "", source: description?.source ?? "",
            remedy: common, counts: FindingCounts(findings),
            items: items.map { key, found in
                Review.Item(
                    severity: key.severity, message: key.message, remedy: key.remedy == common ? nil : key.remedy,
                    correction: key.correction, findings: found)
            })
    }

    private struct ItemKey: Hashable {
        let severity: Severity
        let message: String
        let remedy: String
        let correction: Review.Correction?
    }

    /// The cell that a finding of a row stands at, as written.
    public func original(of finding: Finding) -> String? {
        guard let number = finding.indicator, let location = finding.location,
            let rows = book.project(numbered: finding.project)?.indicators, rows.indices.contains(number - 1)
        else { return nil }
        let row = rows[number - 1]
        let fields = Indicator.Field.allCases.filter { row.places[$0] == location }
        return fields.count == 1 ? fields.first.map { row[$0] } : nil
    }
}

extension Sequence {
    /// The greatest first; equal ones keep their order.
    func greatestFirst(by key: (Element) -> some Comparable) -> [Element] {
        enumerated().sorted { (key($1.element), $0.offset) < (key($0.element), $1.offset) }.map(\.element)
    }

    /// Elements with the same key together, in the order in which the keys first come.
    public func grouped<Key: Hashable>(by key: (Element) -> Key) -> [(key: Key, elements: [Element])] {
        var order: [Key] = []
        var groups: [Key: [Element]] = [:]
        for element in self {
            let key = key(element)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(element)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }
}
