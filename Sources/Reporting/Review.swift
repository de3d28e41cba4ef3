public import Aggregation
public import Diagnostics
internal import GoalModel
public import Linting

/// A town's findings as 审核意见书 says them: what must be put right by project, what is to be looked at by rule, and for each
/// criterion what a program cannot judge.
///
/// What is the same for many findings is said once: reason and remedy for a rule, the message for all its places.
public struct Review: Sendable {
    /// The whole in words: by which documents, what was sent in, what was found, what is to be done.
    public var opening: String
    /// The score as a figure of the program's own; `nil` where there is none or it is not to be told.
    public var score: String?
    /// One for each criterion, in the official order, also where nothing was found.
    public var checks: [Check]
    /// What reading the documents had to say.
    public var notes: [Note]
    /// The rules of the errors, for their reasons.
    public var errorRules: [Rule]
    /// Personal data first, as the book cannot be published with it; then the book as a whole, then the projects in its order.
    public var errors: [Group]
    public var warnings: [Rule]
    public var hints: [Rule]
    /// One for each project of the book.
    public var results: [ProjectResult]

    /// What was found by one criterion.
    public struct Check: Sendable {
        public var criterion: Criterion
        /// They add up to the report's own.
        public var counts: FindingCounts
    }

    /// The errors of one project.
    public struct Group: Sendable {
        /// `nil` for the book as a whole and for personal data.
        public var project: Int?
        public var isPersonal = false
        public var items: [Item]
    }

    public struct ProjectResult: Sendable {
        public var project: Int
        /// In 万元; all of them add up to the report's total.
        public var budget: ShownAmount?
        public var counts: FindingCounts
    }

    public struct Rule: Sendable {
        public var code: String
        public var title: String
        /// Why it matters; empty where the rule is not known.
        public var why: String
        /// The documents that ask for it, as far as the book can be held against them.
        public var source: String
        /// How most of its findings are put right.
        public var remedy: String
        /// What to do, as an imperative.
        public var action: String
        public var findings: [Finding]
        /// In the order of the book.
        public var items: [Item]
    }

    /// One trouble with all its places.
    public struct Item: Sendable {
        public var code: String
        public var message: String
        public var remedy: String
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
        let checks = Criterion.allCases.map { criterion in
            Review.Check(
                criterion: criterion,
                counts: FindingCounts(byCriterion[criterion] ?? [], unread: criterion == .completeness ? counts.unread : 0))
        }
        return Review(
            opening: opening, score: scoreLine, checks: checks, notes: gatheredNotes, errorRules: rules(of: .error),
            errors: errorGroups, warnings: rules(of: .warning), hints: rules(of: .hint), results: results)
    }

    /// The rules that found something of this severity, by code.
    func rules(of severity: Severity) -> [Review.Rule] {
        findings.filter { $0.severity == severity }.grouped(by: \.code).map(rule).sorted { $0.code < $1.code }
    }

    private var errorGroups: [Review.Group] {
        let errors = findings.filter { $0.severity == .error }
        let personal = errors.filter(\.isPersonal)
        let order = Dictionary(book.projects.enumerated().map { ($1.number, $0 + 1) }) { first, _ in first }
        let others = errors.filter { !$0.isPersonal }.grouped(by: \.project)
            .sorted { ($0.key.flatMap { order[$0] } ?? 0) < ($1.key.flatMap { order[$0] } ?? 0) }
        let first = personal.isEmpty ? [] : [Review.Group(isPersonal: true, items: items(of: personal))]
        return first + others.map { Review.Group(project: $0.key, items: items(of: $0.elements)) }
    }

    private var results: [Review.ProjectResult] {
        var found: [Int: [Finding]] = [:]
        for finding in findings {
            for project in Set(finding.projects) {
                found[project, default: []].append(finding)
            }
        }
        return FundingTable(book: book, funding: funding).groups.flatMap(\.rows).map { row in
            Review.ProjectResult(
                project: row.project, budget: row.budget, counts: FindingCounts(found[row.project] ?? [], unread: 0))
        }.sorted { $0.project < $1.project }
    }

    private var gatheredNotes: [Review.Note] {
        notes.greatestFirst(by: \.severity)
            .grouped { Diagnostic($0.severity, id: $0.id, at: nil, $0.summary, explanation: $0.explanation, remedy: $0.remedy) }
            .map { Review.Note(diagnostic: $0.key, locations: $0.elements.compactMap(\.location)) }
    }

    private func rule(_ code: String, _ findings: [Finding]) -> Review.Rule {
        let description = RuleCatalogue.description(of: code)
        let remedies = findings.grouped(by: \.remedy)
        let most = remedies.map(\.elements.count).max()
        return Review.Rule(
            code: code, title: findings.first?.title ?? "", why: description?.why ?? "",
            source: description?.sources.text(for: book) ?? "",
            remedy: remedies.first { $0.elements.count == most }?.key ?? "", action: description?.action ?? "",
            findings: findings, items: items(of: findings))
    }

    private func items(of findings: [Finding]) -> [Review.Item] {
        findings.grouped { finding in
            ItemKey(
                code: finding.code, message: finding.message, remedy: finding.remedy,
                correction: finding.suggestion.map { Review.Correction(original: original(of: finding), suggestion: $0) })
        }.map { key, found in
            Review.Item(
                code: key.code, message: key.message, remedy: key.remedy, correction: key.correction, findings: found)
        }
    }

    private struct ItemKey: Hashable {
        let code: String
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
    public func greatestFirst(by key: (Element) -> some Comparable) -> [Element] {
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
