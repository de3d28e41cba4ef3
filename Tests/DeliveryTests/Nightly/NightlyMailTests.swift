import Diagnostics
import Foundation
import Intake
import TestSupport
import Testing

@testable import Delivery

/// Who is written to, when, and that nobody is told the same twice.
@Suite struct NightlyMailTests {
    private static let leader = "{ name: \"张书记\", address: \"zhang@example.cn\", towns: [\"706001\"] }"
    private static let county = "{ address: \"Li@Example.cn\", role: \"county\" }"
    private static let admin = "{ address: \"it@example.cn\", role: \"admin\" }"

    /// Subject by recipient, in the order in which mails arrived since the last look.
    private struct Post {
        let sink: MailSink
        private var seen = 0

        init(_ sink: MailSink) { self.sink = sink }

        mutating func fresh() -> [String] {
            let all = sink.messages
            defer { seen = all.count }
            return all[seen...].map { bytes in
                let header = Header(bytes)
                let to = header["To"].first?.split(separator: "<").last?.filter { $0 != ">" } ?? ""
                return "\(to.split(separator: "@").first ?? ""): \(EncodedWords(header["Subject"].first ?? "").text)"
            }
        }
    }

    @Test func withoutRecipientsNothingIsSent() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let bench = try NightBench(towns: 1, settings: NightBench.mail(sink, ""))
        for day in 0..<Cases.number(20, quick: 5) {
            try bench.town(0, amount: "\(day).50")
            #expect(try await bench.night(Double(day)).end == .done)
        }
        #expect(sink.commands.isEmpty)
    }

    @Test func newsGoOutOnceAndAWordEachWeek() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let bench = try NightBench(settings: NightBench.mail(sink, "\(Self.leader), \(Self.county), \(Self.admin)"))
        var post = Post(sink)
        #expect(try await bench.night().mailsSent == 2)
        #expect(post.fresh() == ["zhang: 东山乡2026年绩效目标：没有错误，100.0分", "Li: 青岚县3个乡镇2026年绩效目标：没有错误"])
        for day in 1...6 { #expect(try await bench.night(Double(day)).mailsSent == 0) }
        #expect(try await bench.night(7).mailsSent == 2)
        #expect(post.fresh().count == 2)
        // A town of the county that is none of the leader's.
        try bench.town(2, amount: "4.60")
        #expect(try await bench.night(8).mailsSent == 1)
        #expect(post.fresh() == ["Li: 青岚县3个乡镇2026年绩效目标：没有错误"])
        try bench.town(0, amount: "5.60")
        #expect(try await bench.night(9).mailsSent == 2)
        #expect(post.fresh() == ["zhang: 东山乡2026年绩效目标：没有错误，99.1分", "Li: 青岚县3个乡镇2026年绩效目标：没有错误"])
        #expect(try await bench.night(15).mailsSent == 0)
        #expect(try await bench.night(16).mailsSent == 2)
        let identities = sink.messages.flatMap { Header($0)["Message-ID"] }
        #expect(Set(identities).count == identities.count && identities.count == 9)
        #expect(sink.messages.allSatisfy { Header($0)["Auto-Submitted"] == ["auto-generated"] })
    }

    @Test func administratorsHearOfTroubleOnceAndOfItsEnd() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let bench = try NightBench(settings: "name: \"青岚县\", " + NightBench.mail(sink, Self.admin))
        var post = Post(sink)
        #expect(try await bench.night().mailsSent == 0)
        try bench.write("\u{0}", to: "东山乡.txt")
        let bad = try await bench.night(1)
        #expect(bad.end == .someFailed && bad.mailsSent == 1)
        #expect(post.fresh() == ["it: 青岚县2026年绩效目标：1项问题要处理"])
        #expect(try await bench.night(2).mailsSent == 0)
        // Also of a night on which nothing at all could be done.
        for number in 0..<3 { try bench.remove("\(NightBench.name(number)).txt") }
        #expect(try await bench.night(3).end == .nothingReadable)
        #expect(post.fresh() == ["it: 青岚县2026年绩效目标：1项问题要处理"])
        for day in 4...9 { #expect(try await bench.night(Double(day)).mailsSent == 0) }
        #expect(try await bench.night(10).mailsSent == 1)
        for number in 0..<3 { try bench.town(number) }
        #expect(try await bench.night(11).end == .done)
        #expect(post.fresh() == ["it: 青岚县2026年绩效目标：1项问题要处理", "it: 青岚县2026年绩效目标：已恢复正常"])
        #expect(try await bench.night(30).mailsSent == 0)
    }

    @Test func leadersAreToldThatFiguresAreOld() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let bench = try NightBench(settings: NightBench.mail(sink, Self.county))
        _ = try await bench.night()
        try bench.write("\u{0}", to: "东山乡.txt")
        try bench.remove("西山乡.txt")
        #expect(try await bench.night(1).mailsSent == 1)
        let text = try ReadMail.text(sink.messages[1]).filter { !$0.isWhitespace }
        #expect(text.contains("东山乡2026年：没有更新，显示的是2026年3月2日的结果。"), "\(text)")
        #expect(text.contains("西山乡2026年：不再列入。原因：西山乡.txt已不在。"), "\(text)")
    }

    @Test func aServerThatAsksForPatienceIsTriedOnLaterNights() async throws {
        let sink = try MailSink(MailSink.Script(replies: ["RCPT": "451 4.7.1 try later"]))
        defer { sink.stop() }
        let bench = try NightBench(towns: 1, settings: NightBench.mail(sink, Self.leader))
        let first = try await bench.night()
        #expect(first.end == .mail && first.end.rawValue == 12 && first.isPublished)
        #expect(first.report().count == 1 && first.report()[0].contains("451 4.7.1") && first.report()[0].contains("下次运行时再试"))
        // A run a minute later leaves the server alone, and says that a mail waits, why and until when.
        let second = try await bench.night(1 / 1_440)
        #expect(second.end == .mail && second.lines.count == 1, "\(second.lines)")
        for words in ["还有1封邮件没有发出，2026年3月2日 02:45以后的运行再试", "451 4.7.1", "goalbook mail"] {
            #expect(second.lines.first?.contains(words) == true, "\(second.lines)")
        }
        #expect(sink.commands.count { $0.hasPrefix("RCPT") } == 1)
        #expect(try await bench.night(1).end == .mail)
        sink.script = MailSink.Script()
        #expect(try await bench.night(2).end == .done)
        #expect(sink.messages.count == 1)
        #expect(try await bench.night(3).mailsSent == 0)
    }

    @Test func aMailIsGivenUpAfterFiveDays() async throws {
        let sink = try MailSink(MailSink.Script(replies: ["MAIL": "421 4.3.2 not now"]))
        defer { sink.stop() }
        let bench = try NightBench(towns: 1, settings: NightBench.mail(sink, Self.leader, more: "heartbeatDays: 0"))
        var tries = 0
        for day in 0...8 where try await bench.night(Double(day)).end == .mail { tries += 1 }
        #expect(tries == 7)
        #expect(try WorkspaceStatus(bench.workspace).mails.failed == 1)
        #expect(try WorkspaceStatus(bench.workspace).mails.troubles.first?.contains("421 4.3.2") == true)
    }

    @Test func aRefusalIsToldAndNotRepeated() async throws {
        let sink = try MailSink(MailSink.Script(replies: ["RCPT": "550 5.1.1 no such user"]))
        defer { sink.stop() }
        let bench = try NightBench(towns: 1, settings: NightBench.mail(sink, Self.leader))
        let night = try await bench.night()
        #expect(night.end == .mail && night.report()[0].contains("zhang@example.cn") && night.report()[0].contains("550 5.1.1"))
        #expect(try await bench.night(1).end == .done)
        #expect(sink.commands.count { $0.hasPrefix("RCPT") } == 1)
    }

    /// What waits is tried at once when the settings have been repaired, or when somebody asks for it.
    @Test func repairedSettingsAreTriedAtOnce() async throws {
        let sink = try MailSink(MailSink.Script(replies: ["RCPT": "451 4.7.1 try later"]))
        defer { sink.stop() }
        let bench = try NightBench(towns: 1, settings: NightBench.mail(sink, Self.leader))
        #expect(try await bench.night().end == .mail)
        sink.script = MailSink.Script()
        try bench.settings(NightBench.mail(sink, Self.leader, more: "limits: { perMinute: 0, perRun: 9 }"))
        #expect(try await bench.night(1 / 1_440).end == .done)
        #expect(sink.messages.count == 1)
        try bench.town(0, amount: "4.60")
        sink.script = MailSink.Script(replies: ["RCPT": "451 4.7.1 try later"])
        #expect(try await bench.night(1).end == .mail)
        sink.script = MailSink.Script()
        let tables = try RunResources(ResourceFolder())
        let outcome = try await MailingRun(bench.current, workspace: try bench.workspace, tables: tables, to: []).send()
        #expect(outcome.sent == 1 && outcome.waiting == 0 && outcome.troubles.isEmpty, "\(outcome)")
        #expect(sink.messages.count == 2)
    }

    /// A clock that is wrong for a night keeps no mail back for years, and gives none up.
    @Test func aNightInThePostsFutureCostsNoMail() async throws {
        let sink = try MailSink(MailSink.Script(replies: ["RCPT": "451 4.7.1 try later"]))
        defer { sink.stop() }
        let bench = try NightBench(towns: 1, settings: NightBench.mail(sink, Self.leader))
        _ = try await bench.night()
        #expect(try await bench.night(4_400).end == .mail)
        #expect(try WorkspaceStatus(bench.workspace).mails.failed == 0)
        sink.script = MailSink.Script()
        // The news, and the word of each week that was due in the future.
        #expect(try await bench.night(1).mailsSent == 2)
        for day in 2...6 { #expect(try await bench.night(Double(day)).mailsSent == 0) }
        #expect(try await bench.night(7).mailsSent == 1)
    }

    /// The one window that the ledger leaves open: the server has the mail, and its yes was not heard.
    @Test func aYesThatWasNotHeardRepeatsTheVerySameMail() async throws {
        let sink = try MailSink(MailSink.Script(verdict: nil))
        defer { sink.stop() }
        let bench = try NightBench(towns: 1, settings: NightBench.mail(sink, Self.leader))
        let first = Task { [run = try bench.run()] in await run.run(waiting: 0) }
        while sink.messages.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        sink.script = MailSink.Script()
        sink.cut()
        #expect(await first.value.end == .mail)
        #expect(try await bench.night(1).end == .done)
        #expect(sink.messages.count == 2 && sink.messages[0] == sink.messages[1])
        #expect(try await bench.night(2).mailsSent == 0)
    }

    @Test func oneRunSendsNoMoreThanItMay() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let many = (0..<5).map { "{ address: \"p\($0)@example.cn\", towns: [\"东山乡\"] }" }.joined(separator: ", ")
        let more = "limits: { perRun: 2, perMinute: 0 }"
        let bench = try NightBench(towns: 1, settings: NightBench.mail(sink, many, more: more))
        for (day, count) in [2, 4, 5, 5].enumerated() {
            #expect(try await bench.night(Double(day)).end == .done)
            #expect(sink.messages.count == count)
        }
        #expect(Set(sink.commands.filter { $0.hasPrefix("RCPT") }).count == 5)
    }

    @Test func aBriefThatIsTooLargeStaysBehindAndTheMailSaysSo() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let small = NightBench.mail(sink, Self.leader, more: "limits: { perMinute: 0, kilobytes: 100 }")
        let bench = try NightBench(towns: 1, settings: "results: { kinds: [\"brief\"] }, " + small)
        #expect(try await bench.night().mailsSent == 1)
        let without = sink.messages[0]
        #expect(!String(decoding: without, as: UTF8.self).contains("application/pdf") && without.count < 100_000)
        for part in [try ReadMail.text(without), try ReadMail.html(without)] { #expect(part.contains("1份领导简报太大，没有附上")) }
        try bench.settings(NightBench.mail(sink, Self.leader), kinds: "brief")
        try bench.town(0, amount: "4.60")
        #expect(try await bench.night(1).mailsSent == 1)
        let with = String(decoding: sink.messages[1], as: UTF8.self)
        #expect(with.contains("application/pdf") && with.contains("filename*=utf-8''2026%E5%B9%B4%E4%B8%9C%E5%B1%B1%E4%B9%A1"))
        #expect(with.contains("name=\"2026=?utf-8?B?"))
    }

    @Test func theCountyIsToldWhereTheFilesWithCommentsAre() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let bench = try NightBench(towns: 2, settings: NightBench.mail(sink, Self.county))
        #expect(try await bench.night().mailsSent == 1)
        #expect(try !ReadMail.text(sink.messages[0]).contains("批注"))
        try bench.bench.write("甲", to: "w/out/current/\(NightBench.folder(0))/审核批注/甲.docx")
        #expect(try await bench.night(7).mailsSent == 1)
        for part in [try ReadMail.text(sink.messages[1]), try ReadMail.html(sink.messages[1])] {
            // The text is broken into lines.
            #expect(part.filter { !$0.isWhitespace }.contains("1个乡镇的原文件加批注，在各自结果文件夹的“审核批注”中"))
        }
    }

    /// A mail says what the results say, by whatever they are judged.
    @Test func mailsAreJudgedAsTheResultsAre() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let bench = try NightBench(towns: 1, settings: NightBench.mail(sink, Self.leader))
        let faulty = try String(contentsOfFile: bench.inputs + "/东山乡.txt", encoding: .utf8).replacing("≥310户", with: "户")
        try bench.write(faulty, to: "东山乡.txt")
        func figures(_ text: String) -> [Substring] { text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("【") } }
        var told: [[Substring]] = []
        for (night, settings) in ["{}", "{ rules: { I03: \"off\" } }"].enumerated() {
            try bench.write(settings, to: "审核设定.json5")
            #expect(try await bench.night(Double(night)).end == .done)
            let results = try String(contentsOfFile: bench.current + "/\(NightBench.folder(0))/mail.txt", encoding: .utf8)
            told.append(figures(try ReadMail.text(try #require(sink.messages.last))))
            #expect(told.last == figures(results) && figures(results).count == 3)
        }
        #expect(told[0] != told[1])
    }

    @Test func whoComesLaterIsToldWhatThereIs() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let bench = try NightBench(towns: 2, settings: NightBench.mail(sink, Self.leader))
        _ = try await bench.night()
        try bench.settings(NightBench.mail(sink, "\(Self.leader), { address: \"new@example.cn\", towns: [\"706002\", \"没有乡\"] }"))
        let night = try await bench.night(1)
        #expect(night.mailsSent == 1 && !night.isPublished)
        try bench.settings(NightBench.mail(sink, "{ address: \"lost@example.cn\", towns: [\"没有乡\"] }"))
        #expect(try await bench.night(2).mailsSent == 0)
        // Whoever asks for a town that there is not is told of each night, the administrators as well.
        let lost = "{ address: \"x@example.cn\", towns: [\"999999\", \"706001\"] }"
        try bench.settings(NightBench.mail(sink, "\(Self.leader), \(lost)"))
        let night3 = try await bench.night(3)
        #expect(night3.end == .mail && night3.lines == ["收件人 x@example.cn 的 towns（999999）没有对应的乡镇。请检查 goalbook.json5"])
        try bench.settings(NightBench.mail(sink, "{ address: \"lost@example.cn\", towns: [\"没有乡\"] }"))
        let unmatchedRecipients = try WorkspaceStatus(bench.workspace).mails.unmatchedRecipients
        #expect(unmatchedRecipients == ["收件人 lost@example.cn 的 towns（没有乡）没有对应的乡镇。请检查 goalbook.json5"])
    }
}
