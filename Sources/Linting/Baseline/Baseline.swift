public import Diagnostics
public import Foundation

/// The findings of an earlier time, so that only new ones have to be looked at.
///
/// Entries are known by fingerprint: of town, project code, rule and normalised text. Re-wrapping or renumbering a document
/// makes nothing new.
public struct Baseline: Sendable, Codable {
    private static let currentSchema = "goalbook.baseline/1"

    private let schema: String
    /// In the order of towns and books.
    public private(set) var entries: [Entry]

    /// An earlier finding.
    public struct Entry: Hashable, Sendable, Codable {
        /// Unit code and town.
        public var town: String
        public var fingerprint: String
        /// The rule's code, or the id of what reading had to say.
        public var code: String
        /// The project's code, or its name where it has none; empty outside the projects.
        public var project: String
        public var message: String
    }

    /// Why a file is no baseline, as one Chinese sentence.
    public struct Unusable: ExplainedError {
        public let message: String
        public var exitCode: ExitCode { .usage }
    }

    public init(_ towns: [FoundInTown]) {
        schema = Self.currentSchema
        entries = towns.flatMap(\.entries)
    }

    /// - Throws: ``Unusable`` for bytes that are no baseline of ours.
    public init(json: Data) throws(Unusable) {
        // The decoder traps on bytes that are no text.
        guard let text = String(validating: json, as: UTF8.self),
            let read = try? JSONDecoder().decode(Baseline.self, from: Data(text.utf8))
        else { throw Unusable(message: "不是 goalbook check --write-baseline 写的基线，可能已损坏。请重新写一份") }
        guard read.schema == Self.currentSchema else {
            throw Unusable(message: "是另一种版本的基线（\(read.schema.prefix(40))）。请用这个版本重新写一份")
        }
        self = read
    }

    /// What is new, known and put right in a town.
    public func comparison(with town: FoundInTown) -> BaselineComparison {
        let mine = entries.filter { $0.town == town.key }
        let before = Set(mine.map(\.fingerprint))
        let found = town.findings + town.waived.map(\.finding)
        let now = Set(found.flatMap(\.fingerprints) + town.readingFingerprints)
        return BaselineComparison(
            known: before.intersection(town.findings.flatMap(\.fingerprints) + town.readingFingerprints),
            fixed: mine.filter { !now.contains($0.fingerprint) },
            readings: Dictionary(zip(town.diagnostics, town.readingFingerprints)) { first, _ in first })
    }
}

/// A town against a baseline.
public struct BaselineComparison: Sendable {
    /// The fingerprints that the baseline has, too.
    public var known: Set<String>
    /// What was found before and is no longer.
    public var fixed: [Baseline.Entry]
    fileprivate var readings: [Diagnostic: String]

    public func isKnown(_ finding: Finding) -> Bool {
        finding.fingerprints.contains(where: known.contains)
    }

    public func isKnown(_ diagnostic: Diagnostic) -> Bool {
        readings[diagnostic].map(known.contains) == true
    }
}
