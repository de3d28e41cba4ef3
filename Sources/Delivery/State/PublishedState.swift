internal import Diagnostics
internal import Foundation
internal import Intake
internal import Reporting

/// The published results and their inputs: from this the next run sees what is new.
struct PublishedState: Codable, Sendable {
    /// The run whose results they are.
    var run: String
    var conditions: BuildEnvironment
    /// SHA-256 by path; empty for a file that could not be read.
    var inputs: [String: String]
    /// By result folder.
    var towns: [String: Town]
    /// The bound volumes: what each depends on, by file name.
    var volumes: [String: String]
    /// Those with towns show earlier results.
    var failures: [InputFailure]
    /// Towns that were there before and are no longer.
    var dropped: [Dropped]

    struct Dropped: Hashable, Codable, Sendable {
        /// `巨鹿镇 2024年`.
        var town: String
        var reason: String
    }

    struct Town: Hashable, Codable, Sendable {
        var folder: String
        var town: String
        var year: Int?
        /// In the order of the book's files.
        var inputs: [Manifest.Entry]
        /// The fingerprints of its older books.
        var predecessors: String
        /// What the results depend on, as a fingerprint.
        var fingerprint: String
        var files: [Manifest.Entry]
        var pages: Int?
        /// When the results were made.
        var made: Date
        /// Why the results are not of the newest input, and since when; `nil` where they are.
        var staleReason: String?
        var staleSince: Date?
        /// Why the book counts as failed although the results are made; `nil` where it does not.
        var heldReason: String?
        var figures: Figures

        /// Whoever changed the database by hand may have left numbers that nothing can count with.
        fileprivate mutating func bound() {
            figures.score = figures.score.map { min(max($0, 0), 1_000) }
            pages = pages.map { min(max($0, 0), 100_000) }
        }

        var state: TownState {
            TownState(isFailed: heldReason != nil, isStale: staleReason != nil, errors: figures.errors)
        }

        /// `巨鹿镇 2024年`.
        var shownName: String { year.map { "\(town) \($0)年" } ?? town }
    }

    /// Figures that are kept for ever, to see scores over time.
    struct Figures: Hashable, Codable, Sendable {
        var projects = 0
        var budgetFen: Int64 = 0
        /// Tenths of a point.
        var score: Int?
        var errors = 0
        var warnings = 0
    }

    /// What stays when the results are removed.
    var remembered: PublishedState {
        var state = self
        state.inputs = [:]
        for folder in towns.keys {
            state.towns[folder]?.inputs = []
            state.towns[folder]?.files = []
        }
        return state
    }
}

extension Database {
    /// What a run's results were made of; `nil` for a run that the state does not know.
    func state(of run: String) throws(StateError) -> PublishedState? {
        let found = try query("SELECT state FROM runs WHERE id = ? AND state IS NOT NULL", .text(run)) { $0.text(0) }
        guard let text = found.first else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let seconds = try decoder.singleValueContainer().decode(Double.self)
            return Date(plausible: seconds) ?? Date(timeIntervalSince1970: 0)
        }
        do {
            var state = try decoder.decode(PublishedState.self, from: Data(text.utf8))
            for folder in state.towns.keys { state.towns[folder]?.bound() }
            return state
        } catch { throw .damaged(path) }
    }

    /// Writes what a run is about to publish.
    func write(_ state: PublishedState) throws(StateError) {
        try run("UPDATE runs SET outcome = 'ready', state = ? WHERE id = ?", .text(try json(state)), .text(state.run))
    }

    /// Forgets what only the results of a removed run needed; what they scored stays.
    func forget(_ run: String) throws(StateError) {
        guard let state = try self.state(of: run) else { return }
        try self.run("UPDATE runs SET state = ? WHERE id = ?", .text(try json(state.remembered)), .text(run))
    }

    private func json(_ state: PublishedState) throws(StateError) -> String {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .secondsSince1970
        do { return String(decoding: try encoder.encode(state), as: UTF8.self) } catch {
            throw .trouble(path, reason: "\(error)", remedy: "请把这条信息报告给维护人员")
        }
    }
}

/// Everything besides the inputs that decides the bytes of results, each by its fingerprint.
struct BuildEnvironment: Hashable, Codable, Sendable {
    var tool: String
    var resources: String
    var settings: String
    var fonts: String

    /// What is different from `other`, in words.
    func differences(from other: BuildEnvironment) -> [String] {
        [
            (tool != other.tool, "程序更新了"), (resources != other.resources, "资源（样式、规则用词、版式等）变了"),
            (settings != other.settings, "设定变了"), (fonts != other.fonts, "字体变了"),
        ].filter(\.0).map(\.1)
    }

    /// Of all four.
    var fingerprint: String { [tool, resources, settings, fonts].joined(separator: "\n") }
}
