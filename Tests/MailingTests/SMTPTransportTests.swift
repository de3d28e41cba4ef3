import Foundation
import TestSupport
import Testing

@testable import Mailing

@Suite
struct SMTPTransportTests {
    private func send(_ script: MailSink.Script, limit: Int = 20, message: [UInt8] = [65, 13, 10]) throws -> (
        MailReceipt, MailSink
    ) {
        let sink = try MailSink(script)
        defer { sink.stop() }
        var transport = try SMTPTransport(host: "127.0.0.1", port: sink.port, security: .none)
        transport.limit = limit
        return (transport.send(message, from: "from@example.cn", to: "to@example.cn"), sink)
    }

    @Test("A message arrives as it was, dots and all")
    func accepted() throws {
        let message = try SampleMail.message().bytes() + Array(".\r\n..\r\n.x\r\n".utf8)
        let (receipt, sink) = try send(MailSink.Script(), message: message)
        #expect(receipt == .accepted("邮件服务器 127.0.0.1:\(sink.port) 答复：250 2.0.0 queued as 42"))
        #expect(sink.messages == [message])
        #expect(sink.commands.contains { $0.hasPrefix("MAIL FROM:<from@example.cn>") })
        #expect(sink.commands.filter { $0.hasPrefix("RCPT") } == ["RCPT TO:<to@example.cn>"])
        #expect(!sink.commands.contains { $0.hasPrefix("AUTH") })
    }

    @Test("4xx is for later", arguments: ["MAIL", "RCPT", "DATA"])
    func temporary(step: String) throws {
        let (receipt, sink) = try send(MailSink.Script(replies: [step: "451 4.7.1 灰名单 try later\u{1B}[2J"]))
        #expect(receipt == .temporary("邮件服务器 127.0.0.1:\(sink.port) 答复：451 4.7.1 灰名单 try later[2J"))
        #expect(sink.messages.isEmpty)
    }

    @Test("5xx is for good", arguments: ["MAIL", "RCPT", "DATA"])
    func permanent(step: String) throws {
        let (receipt, sink) = try send(MailSink.Script(replies: [step: "550-5.1.1 first\r\n550 5.1.1 no such user"]))
        #expect(receipt == .permanent("邮件服务器 127.0.0.1:\(sink.port) 答复：550 5.1.1 no such user"))
    }

    @Test("The verdict on the whole message counts")
    func verdicts() throws {
        #expect(try send(MailSink.Script(verdict: "452 4.3.1 full")).0.text.contains("452 4.3.1 full"))
        guard case .temporary = try send(MailSink.Script(verdict: "452 4.3.1 full")).0 else {
            Issue.record("452 is for later")
            return
        }
        let refused = try send(MailSink.Script(verdict: "554 5.7.1 spam")).0
        guard case .permanent(let text) = refused else {
            Issue.record("554 is for good: \(refused)")
            return
        }
        #expect(text.contains("554 5.7.1 spam"))
    }

    @Test("A greeting that refuses")
    func greetings() throws {
        let busy = try send(MailSink.Script(greeting: "421 too many")).0
        guard case .temporary = busy else {
            Issue.record("421 is for later: \(busy)")
            return
        }
        #expect(busy.text.contains("421 too many"))
    }

    @Test("A line that is cut is for later", arguments: ["EHLO", "MAIL", "RCPT", "DATA", "BODY"])
    func cut(step: String) throws {
        let message = Array(repeating: UInt8(66), count: 200_000).enumerated().map {
            $0 % 70 == 68 ? 13 : $0 % 70 == 69 ? 10 : $1
        }
        let (receipt, sink) = try send(MailSink.Script(cutsAt: step), message: message + [13, 10])
        guard case .temporary(let text) = receipt else {
            Issue.record("\(step): \(receipt)")
            return
        }
        #expect(text.contains("127.0.0.1:\(sink.port)"))
        #expect(sink.messages.isEmpty)
    }

    @Test("A server that hangs is left", arguments: ["EHLO", "RCPT", "BODY"])
    func hanging(step: String) throws {
        let (receipt, _) = try send(MailSink.Script(hangsAt: step), limit: 1)
        guard case .temporary(let text) = receipt else {
            Issue.record("\(step): \(receipt)")
            return
        }
        #expect(text.contains("超过时间没有答复"))
    }

    @Test("An accepted message stays accepted when the good-bye hangs")
    func hangingGoodbye() throws {
        #expect(try send(MailSink.Script(hangsAt: "QUIT"), limit: 1).0.isAccepted)
    }

    @Test("Nobody at the port, no such host")
    func refused() throws {
        let sink = try MailSink()
        sink.stop()
        let nobody = try SMTPTransport(host: "127.0.0.1", port: sink.port, security: .none).send(
            [65], from: "a@b.cn", to: "c@d.cn")
        guard case .temporary(let text) = nobody else {
            Issue.record("\(nobody)")
            return
        }
        #expect(text.contains("连接不上"))
    }

    @Test("Without STARTTLS nothing is said, no password and no message")
    func startTLSIsRequired() throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let transport = try SMTPTransport(
            host: "127.0.0.1", port: sink.port, security: .starttls, user: "user", password: "geheim")
        let receipt = transport.send([65], from: "a@b.cn", to: "c@d.cn")
        guard case .temporary(let text) = receipt else {
            Issue.record("\(receipt)")
            return
        }
        #expect(text.contains("STARTTLS") && !text.contains("geheim"))
        #expect(!sink.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
        #expect(sink.messages.isEmpty)
    }

    @Test("What cannot be is refused before anything is sent")
    func settings() {
        func message(_ make: () throws -> SMTPTransport) -> String {
            do {
                _ = try make()
                return ""
            } catch {
                return "\(error)"
            }
        }
        #expect(message { try SMTPTransport(host: "a.cn", security: .none, user: "u", password: "p") }.contains("没有加密"))
        #expect(message { try SMTPTransport(host: "a.cn", password: "p") }.contains("用户名"))
        #expect(message { try SMTPTransport(host: "a.cn", user: "u", password: "p\n") }.contains("换行"))
        #expect(message { try SMTPTransport(host: "a.cn/x") }.contains("主机名"))
        #expect(message { try SMTPTransport(host: "") }.contains("主机名"))
        #expect(message { try SMTPTransport(host: "a.cn", port: 70_000) }.contains("端口"))
        #expect(message { try SMTPTransport(host: "::1", user: "u", password: "p") } == "")
    }

    @Test("Many threads at once")
    func threads() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let transport = try SMTPTransport(host: "127.0.0.1", port: sink.port, security: .none)
        let accepted = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<8 {
                group.addTask {
                    guard let bytes = try? SampleMail.message(subject: "\(number)万元").bytes() else { return false }
                    return transport.send(bytes, from: "a@b.cn", to: "c@d.cn").isAccepted
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(accepted == 8)
        #expect(Set(sink.messages).count == 8)
    }
}
