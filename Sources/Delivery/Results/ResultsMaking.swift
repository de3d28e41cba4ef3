internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Intake
internal import Outputs
internal import Platform
internal import Print
internal import Reporting
internal import Text

/// Fills a fresh folder with results: each town's own, the bound volumes, the overview and the manifest.
struct ResultsMaking: Sendable {
    let run: BuildRun
    let staging: URL
    /// `nil` when nothing is printed.
    let fonts: Coming<PreparedFonts?>
    /// Earlier volumes, by what they depend on.
    var standingVolumes: [String: URL] = [:]
    /// Everything that was ever answered, as far as it was read before the run.
    var answers: [FindingReply] = []
    /// Files of earlier results that are taken over without being shown in the overview.
    var others: [(file: Manifest.Entry, source: URL)] = []
    let progress: @Sendable (String, Int) -> Void

    struct BuildResult: Sendable {
        var towns: [TownPrinter.TownResult] = []
        var failures: [InputFailure]
        var volumes: [VolumeJob.BoundVolume] = []
        fileprivate(set) var folder: ResultsFolder
        /// What is to be said of what was agreed to be kept.
        var remarks = AgreementRemarks()
        /// What was ever answered, with what was read with this run.
        var answers: [FindingReply] = []
        /// Everything in one; `nil` where no town has results.
        var county: CountyReport?
    }

    /// Makes everything; a town that fails is left out and told among the failures.
    ///
    /// - Parameters:
    ///   - standing: towns that are taken over besides, behind the others.
    ///   - failures: what could not be read.
    func make(
        _ jobs: consuming [TownJob], besides standing: [TownJob] = [], failures: [InputFailure]
    ) async throws(PublicationError) -> BuildResult {
        jobs += standing
        let (total, settings) = (jobs.count, jobs.flatMap(\.town.settings))
        let shared = SharedWork<TownPrinter>()
        let presses = Workers(run.jobs) {
            TownPrinter(run: run, staging: staging, fonts: fonts, shared: shared, towns: total)
        }
        let expected = expectedVolume(jobs)
        var pieces = [expected.map(Piece.volume)].compactMap(\.self) + jobs.map(Piece.town)
        // Neither this nor the results keep the books: those of a county need not be kept until its last volume is printed.
        jobs = []
        var built = await presses.map(pieces, sharing: shared) { [progress] piece, printer in
            switch piece {
            case .volume(let job): return PieceResult.volume(printer.printEarly(job))
            case .town(let job):
                defer { progress(job.town.book.town, total) }
                return .town(job, CrashContainment.making(job.town) { printer.print(job) })
            }
        }
        pieces = []
        var made = BuildResult(failures: failures, folder: ResultsFolder(staging, tool: run.tool))
        var (leaves, early) = try take(built, into: &made)
        built = []
        guard !made.towns.isEmpty else { return made }
        var county = CountyReport(towns: made.towns.map(\.line), failures: made.failures)
        county.isMasked = run.masked && standing.isEmpty
        let volumes = VolumeJob.jobs(binding: leaves, of: county, preset: run.preset)
        leaves = []
        // A town that shows earlier results has another book.
        let isAsExpected = volumes.count == 1 && made.towns.allSatisfy { $0.failure == nil }
        let ready = expected.flatMap { isAsExpected && volumes[0].isSame(as: $0) ? early : nil }
        // What printing the towns has left in pieces, before the largest pieces of work begin.
        if !volumes.isEmpty { Memory.giveBack() }
        let bound = await presses.map(volumes, sharing: shared) { job, printer in
            if let standing = standingVolumes[job.fingerprint] { return printer.takeOver(job, from: standing) }
            return printer.print(job, early: ready)
        }
        try take(bound, of: volumes, into: &made, &county)
        made.failures += CountyFiles.lost
        county.failures += CountyFiles.lost
        note(settings, in: &made.folder.manifest)
        made.answers = answers(after: made.towns)
        try await finish(&made.folder, county, made.answers)
        made.county = county
        for (path, source) in made.towns.flatMap(\.changed) + others.map({ ($0.file.path, $0.source) }) {
            do { try ReusableResult.link(source, to: staging.appending(path: path)) } catch { throw .notWritable(path, error) }
        }
        return made
    }

    /// A town, or a volume that is begun before its towns.
    private enum Piece: Sendable {
        case town(TownJob)
        case volume(VolumeJob)
    }

    private enum PieceResult: Sendable {
        case town(TownJob, Result<TownPrinter.TownResult, TownPrinter.Failure>)
        case volume(UnprovenVolume?)
    }

    /// With one worker nothing is won by beginning a volume early, and something lost where it turns out differently.
    private func expectedVolume(_ jobs: [TownJob]) -> VolumeJob? {
        guard run.jobs > 1, run.kinds.contains(.book) else { return nil }
        return VolumeJob(expecting: jobs, preset: run.preset)
    }

    private func take(
        _ bound: [Result<VolumeJob.BoundVolume, TownPrinter.Failure>], of volumes: [VolumeJob], into made: inout BuildResult,
        _ county: inout CountyReport
    ) throws(PublicationError) {
        for (job, result) in zip(volumes, bound) {
            switch result {
            case .success(let volume):
                made.volumes.append(volume)
                made.folder.manifest.outputs.append(volume.file)
            case .failure(.town(let failure)):
                made.failures.append(failure)
                county.failures.append(InputFailure(path: job.volume.fileName, reason: failure.reason))
            case .failure(.disk(let error)): throw error
            }
        }
    }

    /// - Returns: the parts of volumes, and a volume that was printed early.
    private func take(
        _ built: [PieceResult], into made: inout BuildResult
    ) throws(PublicationError) -> (leaves: [VolumeJob.VolumeMember], early: UnprovenVolume?) {
        var leaves: [VolumeJob.VolumeMember] = []
        var early: UnprovenVolume?
        for result in built {
            switch result {
            case .town(let job, .success(let printed)): leaves += take(printed, job, into: &made)
            case .town(_, .failure(.town(let failure))): made.failures.append(failure)
            case .town(_, .failure(.disk(let error))): throw error
            case .volume(let volume): early = volume
            }
        }
        return (leaves, early)
    }

    /// - Returns: the town's part of a volume, where its book was printed.
    private func take(_ printed: TownPrinter.TownResult, _ job: TownJob, into made: inout BuildResult) -> [VolumeJob.VolumeMember]
    {
        var kept = printed
        kept.book.book = printed.book.book.withoutContents
        made.towns.append(kept)
        made.failures += ([printed.failure].compactMap(\.self) + printed.troubles).map { failure in
            var failure = failure
            failure.towns = [printed.book.book.shownName]
            return failure
        }
        made.folder.manifest.outputs += printed.files
        made.folder.manifest.inputs += printed.book.book.sources.map { Manifest.Entry(path: $0.path, sha256: $0.sha256) }
        made.remarks.add(printed.remarks)
        guard let pages = printed.pages else { return [] }
        return [
            VolumeJob.VolumeMember(
                town: printed.book, folder: printed.folder, pages: pages, print: printed.print,
                fingerprint: fingerprint(printed, job))
        ]
    }

    private func note(_ settings: [InputFile], in manifest: inout Manifest) {
        for file in settings {
            guard let bytes = try? FileReader.bytes(of: file) else { continue }
            let entry = Manifest.Entry(path: file.path, sha256: sha256(bytes))
            if !manifest.inputs.contains(entry) { manifest.inputs.append(entry) }
        }
    }

    /// Those of the towns that were made, as their findings are known now, and all others as they were.
    private func answers(after towns: [TownPrinter.TownResult]) -> [FindingReply] {
        let made = Set(towns.filter { $0.answers != nil }.map(\.folder))
        let own = towns.flatMap { town in
            (town.answers ?? []).map { reply in
                var reply = reply
                reply.town = town.folder
                return reply
            }
        }
        return own + answers.filter { $0.town.map(made.contains) != true }
    }

    /// What fell back on earlier results depends on something else.
    private func fingerprint(_ printed: TownPrinter.TownResult, _ job: TownJob) -> String {
        printed.failure == nil || job.fingerprint.isEmpty ? job.fingerprint : "-" + job.fingerprint
    }

    private func finish(
        _ folder: inout ResultsFolder, _ county: CountyReport, _ answers: [FindingReply]
    ) async throws(PublicationError) {
        if !answers.isEmpty { try folder.write(AnswerFile.fileName) { try AnswerFile(answers).json() } }
        folder.manifest.answers = answers.count
        folder.manifest.outputs += others.map(\.file)
        try await CountyFiles(county: county, tables: run.tables, created: run.created, entryFile: run.entryFile)
            .write(to: &folder, jobs: run.jobs)
        folder.manifest.fonts = (fonts.value?.uses ?? []).map {
            Manifest.Font(role: $0.role, family: $0.family ?? "", sha256: $0.sha256 ?? "")
        }
        try folder.finish()
    }
}
