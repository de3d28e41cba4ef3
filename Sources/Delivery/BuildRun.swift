public import Diagnostics
public import Foundation
public import GoalModel
public import Outputs
internal import Reporting
internal import SourceFiles

/// One run of `goalbook build`: files in, a folder of results out.
public struct BuildRun: Sendable {
    public var tables: Tables
    public var output: URL
    public var jobs: Int
    public var kinds: Set<OutputKind>
    /// From which "what is due next" is told.
    public var asOf: CalendarDay?
    /// Hides personal data in all results.
    public var masked: Bool
    /// Older results that each town is compared with.
    public var previous: PreviousResults
    /// The page that everything is printed on.
    public var preset: PagePreset
    /// Whether each finished book is read back and compared with its source.
    public var isProven: Bool
    /// The date inside the files; without one, 1 January of each book's year.
    public var created: Date?
    /// Name and version of the program, for the manifest.
    public var tool: String

    public init(
        tables: Tables, output: URL, jobs: Int, kinds: Set<OutputKind> = OutputKind.standard, asOf: CalendarDay? = nil,
        previous: PreviousResults = PreviousResults(), masked: Bool = false, preset: PagePreset = .official,
        isProven: Bool = true, created: Date? = nil, tool: String
    ) {
        self.tables = tables
        self.output = output
        self.jobs = jobs
        self.kinds = kinds
        self.asOf = asOf
        self.masked = masked
        self.previous = previous
        self.preset = preset
        self.isProven = isProven
        self.created = created
        self.tool = tool
    }

    /// What a run gave.
    public struct Outcome: Sendable {
        public var towns: Int
        public var failures: [TownFailure]
        public var notices: [String]
        /// What reading and printing had to say, town by town.
        public var diagnostics: [Diagnostic]
    }

    /// Builds every town, then the overview, and swaps all of it in at once.
    ///
    /// When no town could be read or printed nothing is published, and results of before stay.
    ///
    /// - Parameter progress: is told each finished town's name and the number of all towns, from any worker.
    /// - Throws: ``PublicationError`` when the results cannot be written or put in their place.
    public func run(
        _ search: InputSearch, progress: @escaping @Sendable (String, Int) -> Void
    ) async throws(PublicationError) -> Outcome {
        // Before the workers begin, so that the fonts are prepared once; meanwhile the books are read.
        async let ready = kinds.contains(where: \.isPrinted) ? tables.fonts.ready() : nil
        let collection = await TownCollection.reading(search, tables: tables, jobs: jobs)
        var failures = collection.failures
        let notices = previous.notices + collection.notices
        guard !collection.towns.isEmpty else {
            return Outcome(towns: 0, failures: failures, notices: notices, diagnostics: [])
        }
        if let file = search.files.first(where: { Publication.replaces($0.url, publishingTo: output) }) {
            throw .holdsInput(output.path(percentEncoded: false), file.path)
        }
        let publication = try Publication(to: output)
        let staging = publication.staging
        let fonts = await ready
        let isAlone = jobs == 1 || collection.towns.count == 1
        let presses = Workers(jobs) { TownPrinter(run: self, staging: staging, fonts: fonts, isAlone: isAlone) }
        let total = collection.towns.count
        let built = await presses.map(collection.towns) { town, printer in
            defer { progress(town.book.town, total) }
            return printer.print(town, after: collection.predecessors(of: town))
        }
        var manifest = Manifest(tool: tool)
        var towns: [CountyReport.Town] = []
        var leaves: [VolumeJob.Leaf] = []
        var diagnostics: [Diagnostic] = []
        for (town, result) in zip(collection.towns, built) {
            switch result {
            case .success(let printed):
                towns.append(printed.town)
                if let pages = printed.pages { leaves.append(VolumeJob.Leaf(town: town, folder: printed.folder, pages: pages)) }
                diagnostics += printed.diagnostics
                manifest.outputs += printed.files
                manifest.inputs += town.book.sources.map { Manifest.Entry(path: $0.path, sha256: $0.sha256) }
            case .failure(.town(let failure)): failures.append(failure)
            case .failure(.disk(let error)): throw error
            }
        }
        guard !towns.isEmpty else {
            return Outcome(towns: 0, failures: failures, notices: notices, diagnostics: [])
        }
        var county = CountyReport(towns: towns, failures: failures.map { .init(path: $0.path, reason: $0.reason) })
        let volumes = VolumeJob.jobs(binding: leaves, of: county, preset: preset)
        for (job, result) in zip(volumes, await presses.map(volumes) { $1.print($0) }) {
            switch result {
            case .success(let entry): manifest.outputs.append(entry)
            case .failure(.town(let failure)):
                failures.append(failure)
                county.failures.append(CountyReport.Failure(path: job.volume.fileName, reason: failure.reason))
            case .failure(.disk(let error)): throw error
            }
        }
        manifest.outputs += try writeOverview(county, to: staging)
        manifest.fonts = (fonts?.uses ?? []).map(Manifest.Font.init)
        let finished = manifest
        try Publication.write(
            try Publication.encoding(Manifest.fileName) { try finished.json() }, to: Manifest.fileName, in: staging)
        try publication.publish()
        return Outcome(towns: towns.count, failures: failures, notices: notices, diagnostics: diagnostics)
    }

    private func writeOverview(_ county: CountyReport, to staging: URL) throws(PublicationError) -> [Manifest.Entry] {
        let landing = OutputKind.allCases.first(where: kinds.contains)?.landing ?? ResultFile.page.rawValue
        let page = Data(CountyPage(county: county, css: tables.css, landing: landing).html.utf8)
        let rollup = try Publication.encoding("rollup.json") { try RollupFile(county).json() }
        var entries: [Manifest.Entry] = []
        for (name, bytes) in [("index.html", page), ("rollup.json", rollup)] {
            try Publication.write(bytes, to: name, in: staging)
            entries.append(Manifest.Entry(path: name, sha256: sha256(bytes)))
        }
        return entries
    }
}
