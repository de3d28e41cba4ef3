internal import Foundation
internal import Glibc
internal import Synchronization

/// A mail server on a port of this machine, which answers one connection after another as a script says.
public final class MailSink: Sendable {
    /// What it answers at a step.
    public struct Script: Sendable {
        public var greeting: String?
        /// Replies by the command's first word, in place of 250.
        public var replies: [String: String]
        /// After the message's end.
        public var verdict: String?
        /// The command at which the line is cut without a word.
        public var cutsAt: String?
        /// The command at which it says nothing more, and waits.
        public var hangsAt: String?

        public init(
            greeting: String? = "220 sink ready", replies: [String: String] = [:], verdict: String? = "250 2.0.0 queued as 42",
            cutsAt: String? = nil, hangsAt: String? = nil
        ) {
            (self.greeting, self.replies, self.verdict) = (greeting, replies, verdict)
            (self.cutsAt, self.hangsAt) = (cutsAt, hangsAt)
        }
    }

    public let port: Int
    private let listener: Int32
    private let current: Mutex<Script>
    private let line = Mutex<Int32?>(nil)
    private let heard = Mutex<(commands: [String], messages: [[UInt8]])>(([], []))

    public init(_ script: Script = Script()) throws {
        current = Mutex(script)
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        guard listener >= 0, bound else { throw CocoaError(.featureUnsupported) }
        self.listener = listener
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in serve() }
    }

    /// What it answers from the next connection on.
    public var script: Script {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }

    /// Every line that a client sent outside of messages.
    public var commands: [String] { heard.withLock { $0.commands } }
    /// Every message, without the doubled dots and the last dot.
    public var messages: [[UInt8]] { heard.withLock { $0.messages } }

    /// Ends the connection that is open, without a word.
    public func cut() {
        line.withLock { client in
            if let client { shutdown(client, Int32(SHUT_RDWR)) }
        }
    }

    public func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// Closes the listener itself: closed elsewhere, its number could be another's by the next time round.
    private func serve() {
        defer { close(listener) }
        while true {
            let client = accept(listener, nil, nil)
            if client < 0 { return }
            line.withLock { $0 = client }
            talk(to: client)
            line.withLock { line in
                close(client)
                line = nil
            }
        }
    }

    private func say(_ text: String, to client: Int32) {
        let bytes = Array((text + "\r\n").utf8)
        _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private func talk(to client: Int32) {
        var lines = LineReader(client)
        let script = script
        guard let greeting = script.greeting else { return }
        say(greeting, to: client)
        while let line = lines.next() {
            let text = String(decoding: line, as: UTF8.self)
            heard.withLock { $0.commands.append(text) }
            let word = String(text.split(separator: " ").first ?? "").uppercased()
            if word == script.cutsAt { return }
            if word == script.hangsAt {
                _ = lines.next()
                return
            }
            switch word {
            case "EHLO": say(script.replies[word] ?? "250-sink\r\n250-AUTH PLAIN\r\n250 SIZE 99999999", to: client)
            case "DATA" where script.replies[word] == nil:
                say("354 go on", to: client)
                var message: [UInt8] = []
                while let line = lines.next(), line != [46] {
                    message += (line.first == 46 ? Array(line.dropFirst()) : line) + [13, 10]
                    if script.cutsAt == "BODY" { return }
                }
                if script.hangsAt == "BODY" {
                    _ = lines.next()
                    return
                }
                heard.withLock { $0.messages.append(message) }
                if let verdict = script.verdict { say(verdict, to: client) }
            case "QUIT":
                say("221 bye", to: client)
                return
            default: say(script.replies[word] ?? "250 ok", to: client)
            }
        }
    }
}

/// Lines of a socket without their CRLF.
private struct LineReader {
    private let socket: Int32
    private var buffer: [UInt8] = []
    private var place = 0

    init(_ socket: Int32) {
        self.socket = socket
    }

    mutating func next() -> [UInt8]? {
        var line: [UInt8] = []
        while true {
            if place == buffer.count {
                buffer = Array(repeating: 0, count: 65_536)
                let count = recv(socket, &buffer, buffer.count, 0)
                if count <= 0 { return nil }
                buffer.removeLast(buffer.count - count)
                place = 0
            }
            let byte = buffer[place]
            place += 1
            if byte == 10 {
                if line.last == 13 { line.removeLast() }
                return line
            }
            line.append(byte)
        }
    }
}
