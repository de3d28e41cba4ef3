public import Diagnostics
public import Foundation
public import GoalModel
public import Intake
public import Outputs
internal import Platform
public import Print
public import Reporting
internal import Text

/// How results are made of files; the same files and the same run give the same bytes.
public struct BuildRun: Sendable {
    public var tables: RunResources
    public var jobs: Int
    public var kinds: Set<OutputKind>
    /// The day from which the next due date counts.
    public var asOf: CalendarDay?
    /// Hides personal data in all results.
    public var masked: Bool
    /// Older results that each town is compared with.
    public var previous: PreviousResults
    /// The page that everything is printed on.
    public var preset: PagePreset
    /// Whether each finished book is read back and compared with its source.
    public var verifiesPrint: Bool
    /// The date inside the files; without one, 1 January of each book's year.
    public var created: Date?
    /// Name and version of the program, for the manifest.
    public var tool: String
    /// The day of the run, where the overview tells when each town's results were made.
    public var day: CalendarDay?
    /// The part of the towns that is made, where several machines share the work.
    public var shard: Shard?

    public init(
        tables: RunResources, jobs: Int, kinds: Set<OutputKind> = OutputKind.standard, asOf: CalendarDay? = nil,
        previous: PreviousResults = PreviousResults(), masked: Bool = false, preset: PagePreset = .official,
        verifiesPrint: Bool = true, created: Date? = nil, tool: String, shard: Shard? = nil
    ) {
        self.tables = tables
        self.jobs = jobs
        self.kinds = kinds
        self.asOf = asOf
        self.masked = masked
        self.previous = previous
        self.preset = preset
        self.verifiesPrint = verifiesPrint
        self.created = created
        self.tool = tool
        self.shard = shard
    }

    /// The day on which what is agreed to be kept must still hold; `nil` for 1 January of each book's year.
    var judgement: CalendarDay? { asOf ?? created.flatMap(CalendarDay.init(utc:)) }

    /// The file in a town's folder that is opened first.
    public var entryFile: String {
        OutputKind.allCases.first(where: kinds.contains)?.entryFile ?? ResultFile.page.rawValue
    }

    public struct Outcome: Sendable {
        /// How many towns have results of this run.
        public var towns: Int
        /// All towns of the results, also those that stood there before; `nil` where nothing was published.
        public var county: CountyReport?
        /// The result folders of the towns that were made in this run and are as they should be.
        public var made: Set<String> = []
        public var failures: [InputFailure]
        /// What went wrong in making the files of towns that have results.
        public var faults: [Diagnostic] = []
        public var notices: [String]
        /// There are towns, and none of them belongs to the part of a machine.
        public var isEmptyPart = false
    }

    /// Builds every town, then the overview, and swaps all of it into `output` at once.
    ///
    /// When no town could be read or printed nothing is published, and earlier results stay.
    ///
    /// - Parameters:
    ///   - settings: the settings files of county and towns; without it, those that the search has found.
    ///   - progress: is told each finished town's name and the number of all towns, from any worker.
    /// - Throws: ``PublicationError`` when the results cannot be written or put in their place.
    public func run(
        _ search: InputSearch, settings: ReviewFiles? = nil, to output: URL, progress: @escaping @Sendable (String, Int) -> Void
    ) async throws(PublicationError) -> Outcome {
        guard !search.files.isEmpty else {
            return Outcome(towns: 0, failures: search.failures, notices: previous.notices)
        }
        if let file = search.files.first(where: { Publication.replaces($0.url, publishingTo: output) }) {
            throw .holdsInput(output.path(percentEncoded: false), file.path)
        }
        let publication = try Publication(to: output, ofTowns: true)
        // They get ready while the towns' files are read and reviewed.
        let fonts = Coming(fonts)
        async let _ = getReady(fonts)
        var settings = settings ?? ReviewFiles(search, engine: tables.engine)
        settings.results.read(output, shown: output.relativePath)
        var work = await work(search, settings, beside: output)
        let notices = publication.notices + previous.notices + work.notices
        guard !work.isEmptyPart else { return Outcome(towns: 0, failures: [], notices: notices, isEmptyPart: true) }
        var making = ResultsMaking(run: self, staging: publication.staging, fonts: fonts, progress: progress)
        making.answers = settings.results.answers.all
        making.others = work.carried.others
        let made = try await making.make(work.takeJobs(), besides: work.carried.jobs, failures: work.failures)
        let (folders, carried) = (work.folders, work.carried)
        let mine = made.towns.filter { folders.contains($0.folder) }
        guard mine.contains(where: { $0.failure == nil }) else {
            return Outcome(towns: 0, failures: made.failures, notices: notices)
        }
        let kept = try publication.publish(read: settings.results.read)
        return Outcome(
            towns: mine.count, county: made.county, made: Set(mine.filter { !$0.line.row.state.isTrouble }.map(\.folder)),
            failures: made.failures, faults: mine.flatMap(\.faults),
            notices: notices + carried.notices + kept
                + made.remarks.sentences(isWhole: shard == nil && made.failures.isEmpty))
    }

    /// What a run has to do.
    private struct Work {
        private var jobs: [TownJob]
        /// Of the towns' results.
        let folders: Set<String>
        let carried: StandingTowns
        let failures: [InputFailure]
        var notices: [String]
        /// There are towns, and none of them belongs to the part of a machine.
        var isEmptyPart = false

        init(_ collection: TownCollection, _ towns: [ReadBook], beside output: URL, failures: [InputFailure]) {
            (self.failures, notices) = (failures, collection.notices)
            folders = Set(towns.map { TownFolder($0.book).name })
            let carried = StandingTowns(output, besides: folders)
            self.carried = carried
            jobs = towns.map {
                TownJob(town: $0, predecessors: collection.predecessors(of: $0), lastGood: carried.lastGood(of: $0))
            }
        }

        /// The jobs, which it does not keep: the books are let go one after the other.
        mutating func takeJobs() -> [TownJob] {
            defer { jobs = [] }
            return jobs
        }
    }

    private func work(_ search: InputSearch, _ settings: ReviewFiles, beside output: URL) async -> Work {
        let collection = await TownCollection.reading(search, lexicon: tables.lexicon, settings: settings, jobs: jobs)
        // Documents leave much behind in between what is kept of them.
        if collection.towns.count > 1 { Memory.giveBack() }
        let own = collection.towns.filter { shard?.holds(TownFolder($0.book).name) != false }
        let failures = collection.failures.filter { shard?.holds($0.path) != false }
        var work = Work(collection, own, beside: output, failures: failures)
        if let shard, own.isEmpty, failures.isEmpty, !collection.towns.isEmpty {
            work.notices.append("第\(shard.number)份（共\(shard.count)份）没有分到乡镇，没有要生成的")
            work.isEmptyPart = true
        }
        return work
    }

    /// Makes ready what is needed when the reviewed towns are printed.
    private func getReady(_ fonts: Coming<PreparedFonts?>) {
        fonts.begin()
        ResultLibraries(kinds, jobs: jobs, verifiesPrint: verifiesPrint)?.loadOthers()
    }

    func fonts() -> PreparedFonts? {
        guard kinds.contains(where: \.isPrinted) else { return nil }
        let fonts = tables.fonts.ready()
        if jobs > 1, kinds.count(where: \.isPrinted) > 1 { fonts.keepOpen() }
        return fonts
    }
}

/// A part of the towns, so that several machines share the work: the K-th of N.
public struct Shard: Hashable, Sendable {
    /// From 1.
    public let number: Int
    public let count: Int

    /// - Parameter words: as `3/8`; `nil` for what is no such part.
    public init?(_ words: String) {
        let parts = words.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1], count >= 1, count <= 10_000, number >= 1,
            number <= count
        else { return nil }
        self.number = number
        self.count = count
    }

    /// Whether a town or a file belongs to this part; the same for every machine and every run.
    func holds(_ name: String) -> Bool {
        // FNV-1a: Swift's own hash differs from run to run.
        let hash = name.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return Int(hash % UInt64(count)) == number - 1
    }
}
