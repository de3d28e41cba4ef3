public import Diagnostics
public import Foundation
public import Intake
internal import Platform
internal import Print
internal import Reporting
internal import Text

/// One unattended run over a workspace: find what changed, build that, publish, tidy up, send mails.
public struct NightlyRun: Sendable {
    public let workspace: Workspace
    let resources: ResourceFolder
    private(set) var run: BuildRun
    /// When the run begins; everything that depends on the clock counts from this moment.
    let now: Date

    /// - Throws: ``ResourceError`` for unusable resources, ``SettingsError`` for a page preset that there is not.
    public init(_ workspace: Workspace, resources: ResourceFolder, tool: String, now: Date = Date()) throws {
        (self.workspace, self.resources, self.now) = (workspace, resources, now)
        let (tables, settings) = (try RunResources(resources), workspace.settings)
        guard let preset = tables.presets[settings.results.preset] else {
            throw SettingsError.value(
                "results.preset", written: settings.results.preset ?? "",
                expected: tables.presets.names.joined(separator: "、") + "中的一个")
        }
        let jobs = settings.nightly.jobs
        var run = BuildRun(
            tables: tables, jobs: jobs > 0 ? jobs : ProcessInfo.processInfo.activeProcessorCount, kinds: settings.results.kinds,
            asOf: settings.results.day(at: now), masked: settings.results.masked, preset: preset,
            verifiesPrint: settings.results.verifiesPrint, created: settings.results.created, tool: tool)
        run.day = LocalTime(now).day
        self.run = run
    }

    /// What a run would do, without doing it.
    public func preview() async throws(StateError) -> Preview {
        var before: NightlyPlan.Before?
        var known = AnswerHistory()
        var reason = "第一次运行"
        if FileManager.default.fileExists(atPath: workspace.database) {
            let database = try Database.stateForReading(at: workspace.database)
            (before, known) = (try self.before(database), try database.history())
            reason = try reasonForAll(database)
        }
        let findings = await look(known)
        guard let plan = await plan(findings, before, otherwise: reason) else {
            return Preview(isNothingNew: true, reasons: [], failures: [])
        }
        return Preview(
            isNothingNew: plan.isNothingNew, reasons: plan.reasons.map { "\($0.town)：\($0.reason)" }, failures: plan.failures)
    }

    /// The plan of a run, for people.
    public struct Preview: Sendable {
        public var isNothingNew: Bool
        /// One line a town.
        public var reasons: [String]
        public var failures: [InputFailure]
    }

    /// Runs.
    ///
    /// - Parameter seconds: how long to wait for another run to end.
    public func run(waiting seconds: Double) async -> NightlyOutcome {
        do {
            try FileManager.default.createDirectory(at: workspace.stateFolder, withIntermediateDirectories: true)
        } catch {
            let trouble = error.fileTrouble
            return .refused(
                "\(workspace.stateFolder.path(percentEncoded: false).quoted)用不了：\(trouble.reason)。\(trouble.remedy)。原有结果没有改动")
        }
        let lock: RunLock
        do throws(RunLock.Failure) { lock = try RunLock(workspace.lockFile, waiting: seconds, now: now) } catch {
            return NightlyOutcome(end: error.exitCode, lines: [error.message])
        }
        let interruption = Interruption(workspace)
        var night = self
        if interruption.isRecent { night.run.jobs = 1 }
        let outcome = await night.runAlone(interruption)
        CrashContainment.endNotes()
        // Hooks may take long, and may themselves start a run.
        lock.release()
        await aftermath(outcome)
        return outcome
    }

    /// The run itself, under the lock.
    private func runAlone(_ interruption: Interruption) async -> NightlyOutcome {
        let (database, id): (Database, String)
        var outcome = NightlyOutcome()
        do {
            database = try Database.state(at: workspace.database)
            try database.settle(current: RunFolders.currentRun(workspace))
            id = try database.freshRun(at: now, besides: RunFolders.names(workspace))
            outcome.lines += Clock.jump(from: try database.runs(limit: 1).first?.started, to: now)
            try database.begin(id, at: now)
        } catch {
            return .refused(error.publicationMessage)
        }
        let log = RunLog(workspace, run: id)
        log.write(.info, "begin")
        outcome.run = id
        outcome.lines += interruption.lines
        do {
            let folders = try RunFolders(workspace)
            folders.clear(of: try database.unpublishedRuns())
            try await build(&outcome, database, folders, try before(database))
            tidy(database, folders, log, outcome.readSheets)
        } catch {
            outcome.end = .publishing
            outcome.lines.append(error.publicationMessage)
        }
        outcome.take(unknownTowns: unknownTowns(database))
        let problems = outcome.problems
        for problem in problems { log.write(.error, "problem", ["message": problem]) }
        // Also of a night on which nothing could be done: what waits is handed over, and administrators hear of it.
        let round = MailRound(workspace: workspace, database: database, run: run, log: log, now: now, problems: problems)
        outcome.take(await round.outcome())
        finish(&outcome, problems, database, log)
        return outcome
    }

    /// What recipients ask for and no results tell of.
    private func unknownTowns(_ database: Database) -> [String] {
        guard let current = RunFolders.currentRun(workspace), let shown = try? database.state(of: current) else { return [] }
        return workspace.settings.mail.unknownTowns(among: shown.towns.values.map(\.names))
    }

    private func finish(_ outcome: inout NightlyOutcome, _ problems: [String], _ database: Database, _ log: RunLog) {
        let isFailed = [.nothingReadable, .publishing].contains(outcome.end)
        do {
            try database.finish(
                outcome.run, outcome.isPublished ? .published : isFailed ? .failed : .unchanged,
                exitCode: Int(outcome.end.rawValue), basis: RunFolders.currentRun(workspace), problems: problems, at: Date())
        } catch {
            // What readers see is as it should be; only the record of it lacks its end.
            outcome.lines.append(error.message)
            if outcome.end == .done { outcome.end = .publishing }
        }
        log.write(outcome.end == .done ? .info : .error, "end", ["exit": "\(outcome.end.rawValue)", "towns": "\(outcome.towns)"])
    }

    private func build(
        _ outcome: inout NightlyOutcome, _ database: Database, _ folders: RunFolders, _ before: NightlyPlan.Before?
    ) async throws {
        let log = RunLog(workspace, run: outcome.run)
        let known = try database.history()
        let findings = await look(known)
        outcome.readSheets = findings.settings.results.read.union(known.laidAside)
        try database.note(findings.settings.results.kept, of: outcome.run, at: now)
        guard let plan = await plan(findings, before, otherwise: try reasonForAll(database)) else {
            outcome.towns = before?.basis.towns.count ?? 0
            return
        }
        findings.actuals.keep(plan.actuals)
        outcome.reasons = plan.reasons.map { "\($0.town)：\($0.reason)" }
        outcome.failures = plan.failures
        for (town, reason) in plan.reasons { log.write(.info, "town", ["town": town, "reason": reason]) }
        if plan.jobs.isEmpty {
            // Nothing is dropped either: more likely than no towns at all is a disk that is not there.
            outcome.end = .nothingReadable
            return
        }
        outcome.dropped = plan.dropped.map { "\($0.town)不再列出：\($0.reason)" }
        if plan.isNothingNew {
            outcome.towns = plan.jobs.count
            return
        }
        let staging = try folders.staging(outcome.run)
        do {
            // What was scored before is an addition, and no reason to fail.
            let jobs = plan.jobs(knowing: (try? database.scoreHistory()) ?? [:])
            let made = try await making(plan, findings, staging).make(jobs, failures: plan.failures)
            outcome.failures = made.failures
            outcome.towns = made.towns.count
            let basis = PublishedState(outcome.run, plan, made, findings, now: now)
            if made.towns.isEmpty || basis.saysTheSame(as: before) {
                folders.discard(staging)
                if made.towns.isEmpty { outcome.end = .nothingReadable }
                return
            }
            try keep(in: staging, findings, database, &outcome)
            try StagedFile.settle(staging, named: staging.path(percentEncoded: false))
            try database.write(basis)
            try folders.publish(staging, as: outcome.run)
            // What is noted has been published; where this does not come about, the next run does it.
            try? database.note(made.answers, of: outcome.run, at: now)
        } catch {
            folders.discard(staging)
            throw error
        }
        outcome.isPublished = true
        outcome.rebuilt = plan.jobs.count { $0.standing == nil }
        log.write(.info, "published", ["towns": "\(outcome.towns)", "rebuilt": "\(outcome.rebuilt)"])
    }

    private func making(_ plan: NightlyPlan, _ findings: InputSnapshot, _ staging: URL) -> ResultsMaking {
        var volumes: [String: URL] = [:]
        if let before = plan.before {
            for (name, fingerprint) in before.basis.volumes { volumes[fingerprint] = before.folder.appending(path: name) }
        }
        let fonts = Coming { findings.fonts }
        var making = ResultsMaking(run: run, staging: staging, fonts: fonts, standingVolumes: volumes) { _, _ in }
        making.answers = findings.settings.results.answers.all
        return making
    }

    /// Has the new results keep what people changed in those that readers see now, or put into them.
    private func keep(
        in staging: URL, _ findings: InputSnapshot, _ database: Database,
        _ outcome: inout NightlyOutcome
    ) throws {
        let current = RunFolders.currentRun(workspace)
        guard let old = current.flatMap({ StandingResults(workspace.runsFolder.appending(path: $0)) }) else { return }
        let rescue = Rescue(from: old, to: staging, read: findings.settings.results.read, moves: false)
        try database.note(laidAside: rescue.laidAside.union(findings.settings.results.unread))
        outcome.notices = rescue.notices
        if !rescue.failed.isEmpty { outcome.notices.append(rescue.sentence(old.folder.path(percentEncoded: false))) }
    }

    private func tidy(_ database: Database, _ folders: RunFolders, _ log: RunLog, _ read: Set<String>) {
        let settings = workspace.settings.nightly
        let retention = Retention(days: settings.keepDays, months: settings.keepMonths)
        guard let order = try? database.runOrder() else { return }
        let rescued = folders.prune(retention, order: order, read: read)
        for notice in rescued.notices { log.write(.info, "kept", ["message": notice]) }
        for run in rescued.runs {
            try? database.forget(run)
            log.write(.info, "removed", ["results": run])
        }
        log.prune(keeping: max(12, settings.keepMonths))
    }
}
