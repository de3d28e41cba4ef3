internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Intake
internal import Outputs
internal import Platform
internal import Print
internal import Reporting
internal import Text

extension NightlyRun {
    /// The state of the inputs before a single document is read.
    struct InputSnapshot: Sendable {
        var search: InputSearch
        var settings: ReviewFiles
        var actuals: ActualsFolder
        var digest: InputHashes
        var conditions: BuildEnvironment
        var fonts: PreparedFonts?
    }

    /// - Parameter known: the answers that the state remembers, and the sheets that people are to put right.
    func look(_ known: AnswerHistory) async -> InputSnapshot {
        async let fonts = run.fonts()
        let search = InputSearch(workspace.inputs, excluding: workspace.outFolder)
        var settings = ReviewFiles(search, profile: workspace.reviewSettings, engine: run.tables.engine)
        settings.results.answers = Answers(known.answers)
        // Also where the state has forgotten what readers see.
        let current = RunFolders.currentRun(workspace)
        if let current { settings.results.read(workspace.runsFolder.appending(path: current), shown: "out/current") }
        for run in RunFolders.names(workspace).sorted() where current != run && !run.hasPrefix(".") {
            settings.results.readOlder(
                workspace.runsFolder.appending(path: run), shown: "out/runs/\(run)", besides: known.laidAside)
        }
        let actuals = ActualsFolder(workspace, besides: search.actuals)
        var digest = await InputHashes(search.files + settings.files + search.labels + actuals.files, jobs: run.jobs)
        digest.take(settings.results.answers.all)
        let ready = await fonts
        var conditions = BuildEnvironment(run, resources: resources, fonts: ready)
        // Every document may read otherwise by other words.
        if !search.labels.isEmpty {
            conditions.settings += " " + search.labels.compactMap { digest.hashes[$0.path] }.joined(separator: " ")
        }
        return InputSnapshot(
            search: search, settings: settings, actuals: actuals, digest: digest, conditions: conditions, fonts: ready)
    }

    /// The results that readers see, as far as the state knows them.
    func before(_ database: Database) throws(StateError) -> NightlyPlan.Before? {
        guard let current = RunFolders.currentRun(workspace), let basis = try database.state(of: current) else { return nil }
        return NightlyPlan.Before(basis: basis, folder: workspace.runsFolder.appending(path: current))
    }

    /// Why everything is made anew where ``before(_:)`` gives nothing to build on.
    func reasonForAll(_ database: Database) throws(StateError) -> String {
        guard try database.hasPublished() else { return "第一次运行" }
        return RunFolders.currentRun(workspace) == nil ? "以前的结果（out/current）不在了" : "运行记录里没有 out/current 的结果"
    }

    /// Reads the documents and decides what to do; `nil` when nothing at all has changed, which is known without reading them.
    func plan(_ look: InputSnapshot, _ before: NightlyPlan.Before?, otherwise reason: String) async -> NightlyPlan? {
        if let before, before.basis.isStill(look), before.isComplete { return nil }
        var collection = await TownCollection.reading(
            look.search, lexicon: run.tables.lexicon, settings: look.settings, jobs: run.jobs)
        // As behind the reading of every run.
        Memory.giveBack()
        let reading = look.actuals.reading(of: collection.towns.map(\.book))
        collection.take(reading.actuals)
        return NightlyPlan(collection, look, reading, before: before, otherwise: reason)
    }
}

extension NightlyPlan.Before {
    /// Whether no result was removed by hand.
    var isComplete: Bool {
        let names = ["index.html", "rollup.json", Manifest.fileName] + basis.volumes.keys
        return (names + basis.towns.values.flatMap { $0.files.map(\.path) }).allSatisfy {
            FileManager.default.fileExists(atPath: folder.appending(path: $0).path(percentEncoded: false))
        }
    }
}

extension PublishedState {
    /// Whether the results were made of just these inputs in this way, and all of them could be read.
    fileprivate func isStill(_ look: NightlyRun.InputSnapshot) -> Bool {
        failures.isEmpty && look.search.failures.isEmpty && towns.values.allSatisfy { $0.staleReason == nil }
            && conditions == look.conditions && inputs == look.digest.hashes
    }

    /// What a run is about to publish.
    init(_ run: String, _ plan: NightlyPlan, _ made: ResultsMaking.BuildResult, _ look: NightlyRun.InputSnapshot, now: Date) {
        let old = plan.before?.basis.towns ?? [:]
        var digest = look.digest
        // As the next run finds them.
        digest.take(made.answers)
        let jobs = Dictionary(zip(plan.jobs, plan.states).map { (TownFolder($0.town.book).name, ($0, $1)) }) { first, _ in first }
        var towns: [String: Town] = [:]
        for printed in made.towns {
            guard let (job, dependence) = jobs[printed.folder] else { continue }
            let settled = job.standing?.staleness == nil ? dependence.answered(made.answers, printed.folder) : dependence
            towns[printed.folder] = Town(printed, job, settled, old: old[printed.folder], now: now)
        }
        self.init(
            run: run, conditions: look.conditions, inputs: digest.hashes, towns: towns,
            volumes: Dictionary(made.volumes.map { ($0.file.path, $0.fingerprint) }) { first, _ in first },
            failures: made.failures, dropped: plan.dropped)
    }

    /// Whether publishing this in place of what readers see would change nothing.
    func saysTheSame(as before: NightlyPlan.Before?) -> Bool {
        guard let before, before.isComplete, dropped.isEmpty else { return false }
        let other = before.basis
        return towns.mapValues(\.files) == other.towns.mapValues(\.files)
            && failures.map(\.titled) == other.failures.map(\.titled)
            && volumes == other.volumes && conditions == other.conditions
            && inputs[AnswerFile.fileName] == other.inputs[AnswerFile.fileName]
            && towns.mapValues(\.fingerprint) == other.towns.mapValues(\.fingerprint)
    }
}

extension PublishedState.Town {
    fileprivate init(
        _ printed: TownPrinter.TownResult, _ job: TownJob, _ dependence: NightlyPlan.TownDependencies, old: Self?, now: Date
    ) {
        let staleReason = printed.failure?.reason ?? job.standing?.staleness?.reason
        // What fell back on earlier results still depends on what those were made of.
        let kept = printed.failure == nil ? nil : old
        let isNew = job.standing == nil && printed.failure == nil
        self.init(
            folder: printed.folder, town: printed.book.book.town.withNumbersStarred, year: printed.book.book.fiscalYear,
            inputs: kept?.inputs ?? dependence.inputs, predecessors: kept?.predecessors ?? dependence.predecessors,
            fingerprint: kept?.fingerprint ?? dependence.fingerprint, files: printed.files, pages: printed.pages,
            made: isNew ? now : old?.made ?? now, staleReason: staleReason,
            staleSince: staleReason == nil ? nil : old?.staleSince ?? now,
            heldReason: staleReason == nil ? printed.troubles.first?.summary : nil,
            figures: PublishedState.Figures(printed.town.row))
    }
}

extension PublishedState.Figures {
    fileprivate init(_ row: CountyReport.Row) {
        self.init(
            projects: row.projects, budgetFen: row.budgetFen, score: row.score?.tenths, errors: row.errors, warnings: row.warnings
        )
    }
}

extension BuildEnvironment {
    /// - Parameters:
    ///   - run: how results are made.
    ///   - fonts: `nil` where nothing is printed.
    fileprivate init(_ run: BuildRun, resources: ResourceFolder, fonts: PreparedFonts?) {
        tool = run.tool + " " + BuildEnvironment.build
        self.resources = resources.fingerprint
        let kinds = run.kinds.map(\.rawValue).sorted().joined(separator: ",")
        let words = [
            kinds, "\(run.asOf.map { "\($0)" } ?? "-")", "\(run.masked)", run.preset.name, "\(run.verifiesPrint)",
            "\(run.created?.timeIntervalSince1970 ?? -1)",
        ]
        settings = sha256(Data(words.joined(separator: "\n").utf8))
        let uses = (fonts?.uses ?? []).map { "\($0.role) \($0.family ?? "") \($0.sha256 ?? "")" }
        self.fonts = sha256(Data(uses.joined(separator: "\n").utf8))
    }

    /// What tells one build of the program from another: its content, so that a program that was copied or touched is no news.
    private static let build: String =
        (try? Data(contentsOf: URL(filePath: "/proc/self/exe"), options: .alwaysMapped)).map { sha256($0) } ?? ""
}
