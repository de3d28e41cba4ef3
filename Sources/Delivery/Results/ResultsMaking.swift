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
    let fonts: PreparedFonts?
    /// Earlier volumes, by what they depend on.
    var standingVolumes: [String: URL] = [:]
    let progress: @Sendable (String, Int) -> Void

    struct BuildResult: Sendable {
        var towns: [TownPrinter.TownResult] = []
        var failures: [InputFailure]
        var volumes: [VolumeJob.BoundVolume] = []
        fileprivate(set) var folder: ResultsFolder
        /// What is to be said of what was agreed to be kept.
        var remarks = AgreementRemarks()
    }

    /// Makes everything; a town that fails is left out and told among the failures.
    ///
    /// - Parameter failures: what could not be read.
    func make(_ jobs: [TownJob], failures: [InputFailure]) async throws(PublicationError) -> BuildResult {
        let isOnlyWorker = run.jobs == 1 || jobs.count == 1
        let presses = Workers(run.jobs) { TownPrinter(run: run, staging: staging, fonts: fonts, isOnlyWorker: isOnlyWorker) }
        let total = jobs.count
        let built = await presses.map(jobs) { job, printer in
            defer { progress(job.town.book.town, total) }
            return CrashContainment.making(job.town) { printer.print(job) }
        }
        var made = BuildResult(failures: failures, folder: ResultsFolder(staging, tool: run.tool))
        var leaves: [VolumeJob.VolumeMember] = []
        for (job, result) in zip(jobs, built) {
            switch result {
            case .success(let printed):
                made.towns.append(printed)
                if var failure = printed.failure {
                    failure.towns = [printed.book.book.shownName]
                    made.failures.append(failure)
                }
                if let leak = printed.leak { made.failures.append(leak) }
                if let pages = printed.pages {
                    leaves.append(
                        VolumeJob.VolumeMember(
                            town: printed.book, folder: printed.folder, pages: pages, fingerprint: fingerprint(printed, job)))
                }
                made.folder.manifest.outputs += printed.files
                made.folder.manifest.inputs += printed.book.book.sources.map { Manifest.Entry(path: $0.path, sha256: $0.sha256) }
                made.remarks.add(printed.remarks)
            case .failure(.town(let failure)): made.failures.append(failure)
            case .failure(.disk(let error)): throw error
            }
        }
        guard !made.towns.isEmpty else { return made }
        var county = CountyReport(towns: made.towns.map(\.town), failures: made.failures)
        county.isMasked = run.masked
        let volumes = VolumeJob.jobs(binding: leaves, of: county, preset: run.preset)
        let bound = await presses.map(volumes) { job, printer in
            if let standing = standingVolumes[job.fingerprint] { return printer.takeOver(job, from: standing) }
            return printer.print(job)
        }
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
        made.failures += CountyFiles.lost
        county.failures += CountyFiles.lost
        for settings in jobs.flatMap(\.town.settings) {
            guard let bytes = try? FileReader.bytes(of: settings) else { continue }
            let entry = Manifest.Entry(path: settings.path, sha256: sha256(bytes))
            if !made.folder.manifest.inputs.contains(entry) { made.folder.manifest.inputs.append(entry) }
        }
        try finish(&made.folder, county)
        return made
    }

    /// What fell back on earlier results depends on something else.
    private func fingerprint(_ printed: TownPrinter.TownResult, _ job: TownJob) -> String {
        printed.failure == nil || job.fingerprint.isEmpty ? job.fingerprint : "-" + job.fingerprint
    }

    private func finish(_ folder: inout ResultsFolder, _ county: CountyReport) throws(PublicationError) {
        let entryFile = OutputKind.allCases.first(where: run.kinds.contains)?.entryFile ?? ResultFile.page.rawValue
        try CountyFiles(county: county, tables: run.tables, created: run.created, entryFile: entryFile).write(to: &folder)
        folder.manifest.fonts = (fonts?.uses ?? []).map {
            Manifest.Font(role: $0.role, family: $0.family ?? "", sha256: $0.sha256 ?? "")
        }
        try folder.finish()
    }
}
