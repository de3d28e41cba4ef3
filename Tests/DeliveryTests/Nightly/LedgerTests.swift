import Foundation
import Mailing
import Pages
import TestSupport
import Testing

@testable import Delivery

/// The ledger: one mail for one piece of news to one reader.
@Suite struct LedgerTests {
    private let now = NightBench.firstNight

    private func draft(to: String = "a@example.cn", period: String = "2026年", scope: String = "东山乡", content: String = "1")
        throws -> MailDraft
    {
        MailDraft(
            to: try Mailbox(address: to), period: period, scope: scope,
            content: MailContent(subject: "1万元", text: content, html: content), knownAfter: [scope: content])
    }

    private func queue(_ draft: MailDraft, _ database: Database) throws -> Bool {
        try database.queue(draft, messageID: draft.key, bytes: [1, 2, 3], at: now)
    }

    @Test func eachPieceOfNewsIsOneMail() throws {
        let bench = try Workbench()
        let database = try Database.state(at: bench.path("goalbook.db"))
        let all = [
            try draft(), try draft(to: "b@example.cn"), try draft(period: "2027年"), try draft(scope: "西山乡"),
            try draft(content: "2"),
        ]
        #expect(Set(all.map(\.key)).count == all.count)
        for draft in all { #expect(try queue(draft, database)) }
        // Again, in another connection, as a run does that was killed before it could say that it was done.
        let other = try Database.state(at: bench.path("goalbook.db"))
        for draft in all { #expect(try !queue(draft, other)) }
        #expect(try !queue(try draft(to: "A@Example.CN"), other))
        #expect(try other.waitingMails() == 5)
        #expect(try other.known()["a@example.cn"] == ["东山乡": "1", "西山乡": "1"])
    }

    @Test func theNewsAndWhatItsReaderKnowsStandOrFallTogether() throws {
        let bench = try Workbench()
        let database = try Database.state(at: bench.path("goalbook.db"))
        try database.execute("CREATE TRIGGER full BEFORE INSERT ON told BEGIN SELECT RAISE(ABORT, 'full'); END")
        #expect(throws: StateError.self) { try queue(try draft(), database) }
        #expect(try database.waitingMails() == 0 && database.known().isEmpty)
    }

    @Test func theIdentityIsThatOfTheNewsAndNotOfTheHour() throws {
        let (draft, from) = (try draft(), try Mailbox(address: "from@example.gov.cn"))
        let messages = [now, now.addingTimeInterval(99_999)].map { draft.message(from: from, replyTo: nil, date: $0) }
        #expect(messages[0].messageID == messages[1].messageID && messages[0].messageID.hasSuffix("@example.gov.cn"))
        var known = draft
        known.known = ["东山乡": "0"]
        #expect(known.key != draft.key && known.fingerprint == draft.fingerprint)
    }

    @Test func pausesGrowUpToANight() {
        #expect((1...9).map(MailSender.pause) == [900, 1_800, 3_600, 7_200, 14_400, 28_800, 57_600, 72_000, 72_000])
        #expect(MailSender.pause(after: 1_000) == 72_000)
    }

    @Test func aServerThatRefusesAllIsLeftAlone() async throws {
        let bench = try NightBench(towns: 1)
        let database = try bench.database()
        for number in 0..<9 { _ = try queue(try draft(to: "p\(number)@example.cn"), database) }
        let sink = try MailSink(MailSink.Script(greeting: "421 too busy"))
        defer { sink.stop() }
        let postman = MailSender(
            database: database, transport: try SMTPTransport(host: "127.0.0.1", port: sink.port, security: .none),
            from: "from@example.cn", limits: try MailLimits.standard(), log: RunLog(try bench.workspace, run: "r"))
        let outcome = try await postman.deliver(at: now)
        #expect(outcome.sent == 0 && outcome.waiting == 9 && outcome.troubles.count == 6)
        #expect(outcome.troubles.last?.contains("连续5次没有接收，其余9封留到下次运行") == true, "\(outcome.troubles)")
    }

    @Test func aBriefIsNamedAfterItsTown() {
        #expect(MailAttachment(brief: [], town: "甲镇", year: "2024年").name == "2024年甲镇领导简报.pdf")
        #expect(MailAttachment(brief: [], town: "甲镇", year: "年度不明").name == "甲镇领导简报.pdf")
    }
}
