import Diagnostics
import Foundation
import Mailing
import TestSupport
import Testing

@testable import Delivery

/// Somebody sets mails up, or has mended what kept them back.
@Suite struct MailRepairTests {
    private static let leader = "{ address: \"zhang@example.cn\", towns: [\"706001\"] }"

    @Test func aTrialSaysWhatTheServerSaid() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let url = "url: \"https://czj.example.cn/x\""
        let bench = try NightBench(towns: 1, settings: "name: \"青岚县\", " + NightBench.mail(sink, "", more: url))
        let trial = try MailRepair(bench.workspace).trial(to: "it@example.cn")
        #expect(trial.receipt.isAccepted && trial.way == "邮件服务器 127.0.0.1:\(sink.port)（none）")
        let mail = try #require(sink.messages.first)
        #expect(sink.messages.count == 1 && EncodedWords(Header(mail)["Subject"].first ?? "").text == "青岚县绩效目标：测试邮件")
        #expect(try ReadMail.text(mail).contains("\nhttps://czj.example.cn/x/index.html"))
        sink.script = MailSink.Script(replies: ["RCPT": "550 5.1.1 no such user"])
        #expect(try MailRepair(bench.workspace).trial(to: "it@example.cn").receipt.text.contains("550 5.1.1"))
        #expect(throws: (any Error).self) { try MailRepair(bench.workspace).trial(to: "keine") }
        // The ledger has nothing of it.
        #expect(!FileManager.default.fileExists(atPath: try bench.workspace.database))
    }

    /// What was refused is sent once more, the newest news only; what was sent is not.
    @Test func whatFailedIsSentOnceMore() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let other = "{ address: \"li@example.cn\", towns: [\"706002\"] }"
        let bench = try NightBench(towns: 2, settings: NightBench.mail(sink, Self.leader + ", " + other))
        #expect(try await bench.night().mailsSent == 2)
        sink.script = MailSink.Script(replies: ["RCPT": "550 5.1.1 no such user"])
        for (day, amount) in ["4.60", "5.60"].enumerated() {
            try bench.town(0, amount: amount)
            #expect(try await bench.night(Double(day + 1)).end == .mail)
        }
        #expect(try WorkspaceStatus(bench.workspace).mails.failed == 2)
        let again = try await MailRepair(bench.workspace).retry()
        #expect(again.sent.isEmpty && again.superseded == 1 && again.outcome.troubles.count == 1)
        sink.script = MailSink.Script()
        let good = try await MailRepair(bench.workspace).retry()
        #expect(good.sent.count == 1 && good.sent[0].hasPrefix("zhang@example.cn：东山乡2026年绩效目标：") && good.superseded == 1)
        #expect(good.outcome.troubles.isEmpty && sink.messages.count == 3)
        let text = try ReadMail.text(try #require(sink.messages.last))
        #expect(text.contains("18.10"), "\(text)")
        #expect(try await MailRepair(bench.workspace).retry().sent.isEmpty && sink.messages.count == 3)
        #expect(try await bench.night(3).mailsSent == 0)
    }
}
