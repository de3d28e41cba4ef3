internal import Foundation
internal import Intake

/// What the published results were made of, and what they are: from this the next run tells what is new.
struct Basis: Sendable {
    /// The run whose results they are.
    var run: String
    var conditions: Conditions
    /// SHA-256 by path; empty for a file that could not be read.
    var inputs: [String: String]
    /// By result folder.
    var towns: [String: TownState]
    /// The bound volumes: what each depends on, by file name.
    var volumes: [String: String]
    var failures: [FailureState]
    /// Towns that were there before and are no longer.
    var dropped: [Dropped]

    struct Dropped: Hashable, Sendable {
        /// `巨鹿镇 2024年`.
        var town: String
        var reason: String
    }

    /// The results of one town.
    struct TownState: Hashable, Sendable {
        var folder: String
        var town: String
        var year: Int?
        /// In the order of the book's files.
        var inputs: [InputState]
        /// The fingerprints of its older books.
        var predecessors: String
        /// What the results depend on, in one word.
        var fingerprint: String
        var files: [Manifest.Entry]
        var pages: Int?
        /// When the results were made.
        var made: Date
        /// Why the results are not of the newest input, and since when; `nil` where they are.
        var staleReason: String?
        var staleSince: Date?
        var figures: Figures

        /// `巨鹿镇 2024年`.
        var shownName: String { year.map { "\(town) \($0)年" } ?? town }
    }

    struct InputState: Hashable, Sendable {
        var path: String
        var sha256: String
    }

    /// What is remembered for ever, to see scores over time.
    struct Figures: Hashable, Sendable {
        var projects = 0
        var budgetFen: Int64 = 0
        /// Tenths of a point.
        var score: Int?
        var errors = 0
        var warnings = 0
    }

    struct FailureState: Hashable, Sendable {
        /// As messages name it.
        var path: String
        /// Whether it is that of a town whose results of before are shown.
        var isCovered: Bool
        var reason: String
    }
}
