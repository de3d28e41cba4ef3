internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Mailing
internal import Pages
internal import Print
internal import Reporting

/// The mails of one run: drafts what there is to tell of the results that readers see now, and hands over what waits.
///
/// Whatever was left undone by an earlier run, for example because it was killed after publishing, is found here again:
/// readers are compared with the results, and not with what this run did.
struct MailRound {
    let workspace: Workspace
    let database: Database
    /// How results are read back.
    let run: BuildRun
    let log: RunLog
    let now: Date
    /// What the run found wrong, for administrators.
    let problems: [String]

    private var settings: MailSettings { workspace.settings.mail }

    /// - Returns: what became of the mails; of what went wrong, troubles in words.
    func outcome() async -> MailOutcome {
        do {
            var troubles: [String] = []
            if !settings.recipients.isEmpty {
                if try isDue() { troubles = try await draft() }
            } else if try database.waitingMails() == 0 {
                return MailOutcome()
            }
            try hurryAfterRepair()
            guard try !database.dueMails(at: now, limit: 1).isEmpty else {
                return MailOutcome(
                    waiting: try database.waitingMails(), troubles: troubles + (try database.waitingWords(at: now)))
            }
            var sent = try await deliver()
            sent.troubles = troubles + sent.troubles
            return sent
        } catch {
            return MailOutcome(troubles: ["邮件没有发出：" + error.trouble])
        }
    }

    /// With other settings than those that failed nothing has to wait.
    private func hurryAfterRepair() throws(StateError) {
        let way = "\(settings)".fingerprint
        guard try database.known()[""]?["way"] != way else { return }
        try database.hurry(at: now)
        try database.tell("", "way", way, at: now)
    }

    private func deliver() async throws(StateError) -> MailOutcome {
        let postman: MailSender
        do throws(MailError) {
            postman = MailSender(
                database: database, transport: try settings.transport(in: workspace.folder),
                from: try settings.sender().address, limits: settings.limits, log: log)
        } catch {
            log.write(.error, "mail-trouble", ["message": error.message])
            let words = ["邮件没有发出：" + error.message] + (try database.waitingWords(at: now))
            return MailOutcome(waiting: try database.waitingMails(), troubles: words)
        }
        do { return try await postman.deliver(at: now) } catch { return MailOutcome(troubles: [error.message]) }
    }

    /// Whether there may be something to tell; known without reading the results.
    private func isDue() throws(StateError) -> Bool {
        if try database.known()[""]?["round"] != news { return true }
        guard settings.heartbeatDays > 0 else { return false }
        let last = try database.lastMails(at: now)
        let pause = Double(settings.heartbeatDays) * 86_400 - 3 * 3_600
        return settings.recipients.contains { recipient in
            last[recipient.address.key].map { now.timeIntervalSince($0) >= pause } ?? false
        }
    }

    /// The fingerprint of everything that decides whether there is news.
    private var news: String {
        ([RunFolders.currentRun(workspace) ?? "", "\(workspace.settings.mail)"] + problems).joined(separator: "\n").fingerprint
    }

    private func draft() async throws -> [String] {
        let from: Mailbox
        do throws(MailError) { from = try settings.sender() } catch { return [error.message] }
        let basis = try RunFolders.currentRun(workspace).flatMap { try database.state(of: $0) }
        let results = await FinishedResults(
            workspace.current, tables: run.tables, asOf: run.asOf, judgedOn: run.judgement, jobs: run.jobs)
        let writer = MailWriter(
            results, settings: settings, fonts: run.tables.fonts.ready(), notices: basis?.townNotices ?? [:],
            others: basis?.otherNotices ?? [])
        let planner = MailPlanner(
            settings: settings, place: workspace.title, writer: writer, known: try database.known(),
            lastMail: try database.lastMails(at: now), now: now)
        var troubles: [String] = []
        for draft in planner.drafts(failures: problems) {
            do throws(MailError) {
                let message = draft.message(from: from, replyTo: settings.replyTo, date: now)
                let bytes = try message.bytes()
                do {
                    if try database.queue(draft, messageID: message.messageID, bytes: bytes, at: now) {
                        log.write(.info, "mail-queued", ["to": draft.to.address, "subject": draft.content.subject])
                    }
                } catch { return [error.message] }
            } catch {
                troubles.append("写给 \(draft.to.address) 的邮件写不成：\(error.message)")
            }
        }
        if troubles.isEmpty { try database.tell("", "round", news, at: now) }
        return troubles + results.troubles
    }
}

extension PublishedState {
    /// What is to be said of towns that have no results.
    var otherNotices: [Digest.Notice] {
        failures.filter(\.towns.isEmpty).map { .failed(town: $0.path, reason: $0.reason) }
            + dropped.map { .dropped(town: $0.town, reason: $0.reason) }
    }

    /// What is to be said of towns that have results, by folder.
    var townNotices: [String: Digest.Notice] {
        towns.values.reduce(into: [:]) { notices, town in
            if let reason = town.staleReason {
                notices[town.folder] = .kept(town: town.shownName, since: LocalTime(town.made).day, reason: reason)
            } else if let reason = town.heldReason {
                notices[town.folder] = .held(town: town.shownName, reason: reason)
            }
        }
    }
}
