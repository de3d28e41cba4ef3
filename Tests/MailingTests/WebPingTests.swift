import Foundation
import TestSupport
import Testing

@testable import Mailing

@Suite
struct WebPingTests {
    @Test(
        "Only http and https", arguments: ["", "ftp://a.cn/", "file:///etc/passwd", "a.cn", "https://例子.cn/", "http://a.cn/ x"])
    func addresses(address: String) {
        let error = #expect(throws: MailError.self) { try WebPing(address) }
        #expect(error.map { "\($0)".contains("不能用") } == true)
    }

    @Test("Silence when all is well, the reason when not")
    func answers() throws {
        func ping(_ answer: String?) throws -> String? {
            // The sink's greeting is all that a web server has to say.
            let sink = try MailSink(
                MailSink.Script(greeting: answer.map { "HTTP/1.1 \($0)\r\nContent-Length: 0\r\nConnection: close\r\n" }))
            defer { sink.stop() }
            return try WebPing("http://127.0.0.1:\(sink.port)/ping").send()
        }
        #expect(try ping("200 OK") == nil)
        #expect(try ping("404 Not Found")?.contains("404") == true)
        #expect(try ping("302 Found\r\nLocation: file:///etc/passwd") != nil)
        #expect(try ping(nil) != nil)
    }

    @Test("A server that says nothing is left")
    func hanging() throws {
        let sink = try MailSink(MailSink.Script(greeting: "", hangsAt: "GET"))
        defer { sink.stop() }
        var ping = try WebPing("http://127.0.0.1:\(sink.port)/")
        ping.limit = 1
        #expect(ping.send() != nil)
    }
}
