internal import Foundation
internal import Mailing
internal import Pages

/// Decides who is to be written to: whoever has news, and whoever has heard nothing for long.
struct MailPlanner {
    let settings: MailSettings
    /// What people call the workspace.
    let place: String
    let writer: MailWriter
    /// What each reader was told last: content by scope.
    let known: [String: [String: String]]
    /// When each reader was last written to.
    let lastMail: [String: Date]
    let now: Date

    /// - Parameter failures: what is wrong, in lines; for administrators.
    func drafts(failures: [String]) -> [MailDraft] {
        settings.recipients.compactMap { recipient in
            let known = known[recipient.address.key] ?? [:]
            switch recipient.role {
            case .leader: return leader(recipient, known)
            case .county: return county(recipient, known)
            case .admin: return admin(recipient, known, failures)
            }
        }
    }

    private func towns(of recipient: Recipient) -> [FinishedResults.Town] {
        recipient.towns.isEmpty
            ? writer.results.towns : writer.results.towns.filter { !Set($0.names).isDisjoint(with: recipient.towns) }
    }

    private func leader(_ recipient: Recipient, _ known: [String: String]) -> MailDraft? {
        let mine = towns(of: recipient)
        let news = mine.filter { known[$0.folder] != $0.fingerprint }
        if !news.isEmpty { return writer.draft(to: recipient.address, about: news, period: nil, known: known) }
        guard !mine.isEmpty, let period = heartbeat(recipient) else { return nil }
        return writer.draft(to: recipient.address, about: mine, period: period, known: known)
    }

    private func county(_ recipient: Recipient, _ known: [String: String]) -> MailDraft? {
        let mine = towns(of: recipient)
        guard !mine.isEmpty else { return nil }
        let scope = "*" + recipient.towns.sorted().joined(separator: " ")
        if known[scope] != writer.digestFingerprint(mine) {
            return writer.digestDraft(to: recipient.address, about: mine, period: nil, scope: scope, known: known)
        }
        guard let period = heartbeat(recipient) else { return nil }
        return writer.digestDraft(to: recipient.address, about: mine, period: period, scope: scope, known: known)
    }

    private func admin(_ recipient: Recipient, _ known: [String: String], _ failures: [String]) -> MailDraft? {
        let scope = "!"
        let fingerprint = failures.joined(separator: "\n").fingerprint
        let isKnown = known[scope].map { $0 == fingerprint } ?? failures.isEmpty
        guard !isKnown || (!failures.isEmpty && heartbeat(recipient) != nil) else { return nil }
        return MailDraft(
            to: recipient.address, period: LocalTime(now).dayInWords, scope: scope,
            content: FailureMail(failures: failures, place: place, year: writer.year).content, knownAfter: [scope: fingerprint],
            known: known)
    }

    /// The day of a mail that is due although nothing changed; `nil` when none is.
    private func heartbeat(_ recipient: Recipient) -> String? {
        guard settings.heartbeatDays > 0, let last = lastMail[recipient.address.key] else { return nil }
        // Runs do not begin at the same second each night.
        let due = last.addingTimeInterval(Double(settings.heartbeatDays) * 86_400 - 3 * 3_600)
        return now >= due ? LocalTime(now).dayInWords : nil
    }
}
