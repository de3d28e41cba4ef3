import Foundation
import TestSupport
import Testing

@testable import Mailing

@Suite
struct SendmailTransportTests {
    private func send(_ script: String, limit: Int = 20, bench: borrowing Workbench) throws -> MailReceipt {
        try bench.write("#!/bin/sh\n\(script)\n", to: "sendmail")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: bench.path("sendmail"))
        var transport = try SendmailTransport(program: bench.path("sendmail"))
        transport.limit = limit
        return transport.send(Array("To: c@d.cn\r\n\r\nText\r\n.\r\nEnd\r\n".utf8), from: "a@b.cn", to: "c@d.cn")
    }

    @Test("The message arrives whole with the machine's line ends, the recipient inside")
    func accepted() throws {
        let bench = try Workbench()
        let receipt = try send("echo \"$@\" > '\(bench.path("words"))'; cat > '\(bench.path("got"))'", bench: bench)
        #expect(receipt == .accepted("\(bench.path("sendmail")) 已接收"))
        #expect(try String(contentsOfFile: bench.path("words"), encoding: .utf8) == "-t -i\n")
        #expect(try String(contentsOfFile: bench.path("got"), encoding: .utf8) == "To: c@d.cn\n\nText\n.\nEnd\n")
    }

    @Test("75 is for later, others are for good, with what was said")
    func codes() throws {
        let bench = try Workbench()
        let busy = try send("echo 'queue\u{1B}[2J full' >&2; exit 75", bench: bench)
        #expect(busy == .temporary("\(bench.path("sendmail")) 暂时没有接收（退出码75）：queue[2J full"))
        guard case .permanent(let words) = try send("cat > /dev/null; echo 'no such user'; exit 67", bench: bench) else {
            Issue.record("67 is for good")
            return
        }
        #expect(words.contains("退出码67") && words.contains("no such user"))
    }

    @Test("One that does not end is stopped, one that reads nothing does no harm")
    func limits() throws {
        let bench = try Workbench()
        guard case .temporary(let words) = try send("sleep 30", limit: 1, bench: bench) else {
            Issue.record("no end is for later")
            return
        }
        #expect(words.contains("1秒"))
        #expect(try send("exec 0<&-; exit 0", bench: bench).isAccepted)
    }

    @Test("None at hand is told")
    func missing() {
        let error = #expect(throws: MailError.self) { try SendmailTransport(program: "/no/such/sendmail") }
        #expect(error.map { "\($0)".contains("/no/such/sendmail") } == true)
    }
}
