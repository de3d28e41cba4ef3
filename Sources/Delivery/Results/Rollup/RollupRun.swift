public import Diagnostics
public import Foundation
internal import Intake
internal import Pages
internal import Platform
internal import Reporting

/// Builds the county's overview of facts files that were made elsewhere.
public struct RollupRun: Sendable {
    private let tables: RunResources
    private let jobs: Int
    private let created: Date?
    private let tool: String

    /// - Parameters:
    ///   - created: the date inside the workbook; without one, 1 January of the newest year.
    ///   - tool: name and version of the program, for the manifest.
    public init(tables: RunResources, jobs: Int, created: Date? = nil, tool: String) {
        (self.tables, self.jobs, self.created, self.tool) = (tables, jobs, created, tool)
    }

    public struct Outcome: Sendable {
        public var towns: Int
        public var failures: [InputFailure]
        public var notices: [String]
        /// Of all files that were read.
        public var bytes: Int
    }

    /// Reads every file once and swaps the county's pages into `output`.
    ///
    /// When nothing could be read nothing is published, and earlier results stay.
    ///
    /// - Throws: ``PublicationError`` when the results cannot be written or put in their place.
    public func run(_ search: FactsSearch, to output: URL) async throws(PublicationError) -> Outcome {
        if let file = search.files.first(where: { Publication.replaces($0.url, publishingTo: output) }) {
            throw .holdsInput(output.path(percentEncoded: false), file.path)
        }
        let tables = tables
        let results = await Workers(jobs).map(search.files) { file, _ in FactsRead.reading(file, tables: tables) }
        let reads = results.compactMap { try? $0.get() }
        let unread = results.compactMap { if case .failure(let failure) = $0 { failure } else { nil } }
        var joining = FactsJoining(reads)
        joining.take(search.rollups)
        let failures = search.failures + unread + joining.failures + CountyFiles.lost
        var outcome = Outcome(
            towns: joining.towns.count, failures: failures, notices: joining.notices, bytes: reads.reduce(0) { $0 + $1.bytes })
        guard !joining.towns.isEmpty else { return outcome }
        var county = CountyReport(towns: joining.towns.map(\.town.town), failures: failures)
        county.isMasked = joining.towns.allSatisfy(\.town.isMasked)
        let publication = try Publication(to: output)
        let files = CountyFiles(
            county: county, tables: tables, created: created, addresses: addresses(of: joining.towns, from: output))
        var folder = ResultsFolder(publication.staging, tool: tool)
        folder.manifest.inputs = reads.map { Manifest.Entry(path: $0.file.path, sha256: $0.sha256) }
        try await files.write(to: &folder, jobs: jobs)
        try folder.finish()
        outcome.notices += publication.notices
        outcome.notices += try publication.publish()
        return outcome
    }

    /// Where the towns' pages lie that stand beside their facts, seen from the county's page.
    private func addresses(of towns: [FactsJoining.Town], from output: URL) -> [String: TownAddress] {
        let steps = output.standardizedFileURL.resolvingSymlinksInPath().pathComponents
        var addresses: [String: TownAddress] = [:]
        for town in towns {
            let folder = town.file.url.standardizedFileURL.resolvingSymlinksInPath().deletingLastPathComponent()
            let page = folder.appending(path: ResultFile.page.rawValue)
            // The folder of a town's results bears the town's name; another page is not its own.
            guard folder.lastPathComponent == town.town.folder,
                FileManager.default.fileExists(atPath: page.path(percentEncoded: false))
            else { continue }
            addresses[town.town.folder] = TownAddress(from: steps, to: folder.pathComponents)
        }
        return addresses
    }
}
