internal import Foundation
internal import Mailing

/// Hands queued mails to the server, and keeps the ledger of it.
struct MailSender {
    let database: Database
    let transport: any MailTransport
    let from: String
    let limits: MailLimits
    let log: RunLog

    /// After so many refusals one after another the server is left alone until the next run.
    private static let patience = 5
    /// After so many days a mail is given up.
    private static let days = 5.0

    func deliver(at now: Date) async throws(StateError) -> MailOutcome {
        var outcome = MailOutcome()
        var (refusals, waits) = (0, 0)
        for mail in try database.dueMails(at: now, limit: limits.perRun) {
            if refusals >= MailSender.patience { break }
            if outcome.sent > 0, limits.perMinute > 0 { try? await Task.sleep(for: .seconds(60.0 / Double(limits.perMinute))) }
            let receipt = transport.send(mail.message, from: from, to: mail.recipient)
            let details = ["to": mail.recipient, "subject": mail.subject, "answer": receipt.text]
            switch receipt {
            case .accepted(let answer):
                try database.sent(mail.key, answer: answer, at: Date())
                outcome.sent += 1
                refusals = 0
                log.write(.info, "mail-sent", details)
            case .temporary(let answer):
                // A clock that is wrong for a night gives up nothing.
                let isOld = now.timeIntervalSince(mail.queued) > MailSender.days * 86_400 && mail.attempts >= 3
                let next = isOld ? nil : now.addingTimeInterval(MailSender.pause(after: mail.attempts + 1))
                try database.refused(mail.key, answer: answer, next: next, at: Date())
                refusals += 1
                waits += next == nil ? 0 : 1
                let words = next.map { "，下次运行时再试（\(LocalTime($0).inWords)以后）" } ?? "（已试\(Int(MailSender.days))天，不再试）"
                outcome.troubles.append("邮件没有发出：\(mail.recipient)：\(answer)" + words)
                log.write(.warning, "mail-waits", details)
            case .permanent(let answer):
                try database.refused(mail.key, answer: answer, next: nil, at: Date())
                refusals = 0
                outcome.troubles.append("邮件被拒收，不再试：\(mail.recipient)：\(answer)")
                log.write(.error, "mail-failed", details)
            }
        }
        outcome.waiting = try database.waitingMails()
        let waiting = try database.waitingWords(at: now, besides: waits)
        outcome.troubles +=
            refusals >= MailSender.patience
            ? ["邮件服务器连续\(refusals)次没有接收，其余\(outcome.waiting)封留到下次运行。请检查 mail 的设定和网络。" + waiting.joined()] : waiting
        return outcome
    }

    /// In seconds.
    static let longestPause = 20.0 * 3_600

    /// Seconds until the next attempt: a quarter of an hour, doubled each time, at most so long that the next night's run tries.
    static func pause(after attempts: Int) -> Double {
        min(longestPause, 900 * pow(2, Double(max(0, min(attempts, 20) - 1))))
    }
}

/// The fate of a run's mails.
public struct MailOutcome: Hashable, Sendable {
    public var sent = 0
    /// Mails in the spool that are not handed over yet.
    public var waiting = 0
    public var troubles: [String] = []
}
