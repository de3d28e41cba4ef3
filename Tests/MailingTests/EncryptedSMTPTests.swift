import Foundation
import TestSupport
import Testing

@testable import Mailing

/// With a server that encrypts, made of Python and a certificate of its own; where the machine has neither Python nor openssl
/// the test says so and looks at nothing.
@Suite(.serialized)
struct EncryptedSMTPTests {
    private static let tools = ["/usr/bin/openssl", "/usr/bin/python3"].map {
        $0.split(separator: "/").last.map(String.init) ?? ""
    }

    private static var isPossible: Bool {
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let missing = tools.filter { tool in
            !path.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
        }
        if !missing.isEmpty { print("没有 \(missing.joined(separator: "、"))，不试加密的邮件服务器") }
        return missing.isEmpty
    }

    private func run(_ words: [String], output: Pipe? = nil) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.standardOutput = output ?? FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    @Test("Password and message travel encrypted; a wrong password and a strange certificate are told", .enabled(if: isPossible))
    func encrypted() throws {
        let bench = try Workbench()
        try bench.write(Self.server, to: "server.py")
        let request = [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
            "subjectAltName=DNS:localhost", "-keyout", bench.path("key.pem"), "-out", bench.path("cert.pem"),
        ]
        let made = try run(request)
        made.waitUntilExit()
        try #require(made.terminationStatus == 0)
        for security in [SMTPTransport.Security.starttls, .tls] {
            let output = Pipe()
            let server = try run(
                ["python3", bench.path("server.py"), bench.path("cert.pem"), bench.path("key.pem"), security.rawValue],
                output: output)
            // It may have been started with the milder signals blocked.
            defer { kill(server.processIdentifier, SIGKILL) }
            let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            let port = try #require(Int(line.filter(\.isNumber)))
            func send(_ password: String, authorities: String?) throws -> MailReceipt {
                try SMTPTransport(
                    host: "localhost", port: port, security: security, user: "user", password: password, authorities: authorities
                ).send(SampleMail.message().bytes(), from: "a@b.cn", to: "c@d.cn")
            }
            #expect(try send("right", authorities: bench.path("cert.pem")).text.hasSuffix("250 encrypted"))
            let wrong = try send("wrong", authorities: bench.path("cert.pem"))
            guard case .temporary(let words) = wrong else {
                Issue.record("\(wrong)")
                continue
            }
            #expect(words.contains("用户名和密码") && words.contains("535 no") && !words.contains("wrong"))
            let strange = try send("right", authorities: nil)
            guard case .temporary(let text) = strange else {
                Issue.record("\(strange)")
                continue
            }
            #expect(text.contains("证书不可信"))
        }
    }

    private static let server = """
        import base64, socket, ssl, sys
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        listener = socket.create_server(("127.0.0.1", 0))
        print(listener.getsockname()[1], flush=True)
        while True:
            line, _ = listener.accept()
            try:
                secure = sys.argv[3] == "tls"
                if secure: line = context.wrap_socket(line, server_side=True)
                stream = line.makefile("rwb", 0)
                def say(text): stream.write(text.encode() + b"\\r\\n")
                say("220 ready")
                while True:
                    got = stream.readline().decode().strip()
                    if not got: break
                    word = got.split()[0].upper()
                    if word == "EHLO": say("250-here\\r\\n" + ("250 AUTH PLAIN" if secure else "250 STARTTLS"))
                    elif word == "STARTTLS":
                        say("220 go"); line = context.wrap_socket(line, server_side=True); stream = line.makefile("rwb", 0); secure = True
                    elif word == "AUTH":
                        while len(got.split()) < 3: say("334 "); got += " " + stream.readline().decode().strip()
                        say("235 yes" if secure and base64.b64decode(got.split()[2]).endswith(b"\\0right") else "535 no")
                    elif word == "DATA":
                        say("354 go")
                        while stream.readline() != b".\\r\\n": pass
                        say("250 encrypted")
                    elif word == "QUIT": say("221 bye"); break
                    else: say("250 ok")
            except (OSError, ssl.SSLError):
                pass
            line.close()
        """
}
