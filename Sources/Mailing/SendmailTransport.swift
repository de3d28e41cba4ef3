internal import Foundation
internal import Platform

/// Hands messages to the machine's own mail system: `sendmail -t -i`.
public struct SendmailTransport: MailTransport {
    private let program: String
    /// Seconds that it may take.
    public var limit = 60

    /// `EX_TEMPFAIL` of sysexits.h: the mail system asks for another try.
    private static let temporaryFailure: Int32 = 75

    /// - Parameter program: its path; without one, what is found in /usr/sbin or /usr/lib.
    /// - Throws: ``MailError/server(_:)`` when there is none.
    public init(program: String? = nil) throws(MailError) {
        let places = program.map { [$0] } ?? ["/usr/sbin/sendmail", "/usr/lib/sendmail"]
        guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw .server(
                "找不到可以运行的 \(places.joined(separator: " 或 ").quotable)。请安装邮件系统（例如 apt-get install msmtp-mta），或在设置中改用邮件服务器。")
        }
        self.program = found
    }

    /// The recipient stands in the message; so does the sender.
    public func send(_ message: [UInt8], from: String, to: String) -> MailReceipt {
        let command = TimedCommand(program, ["-t", "-i"], seconds: limit)
        do {
            let (end, printed) = try command.run(input: Data(message.withLocalLineEnds), withErrors: true)
            let words = String(decoding: printed.prefix(4_000), as: UTF8.self).quotable
            return receipt(end, saying: words.isEmpty ? "" : "：\(words)")
        } catch {
            return .temporary("\(program) 没有运行：\(error.fileTrouble.reason)。\(error.fileTrouble.remedy)")
        }
    }

    private func receipt(_ end: TimedCommand.End, saying words: String) -> MailReceipt {
        switch end {
        case .signal(let signal): .temporary("\(program) 被中止（信号\(signal)）\(words)")
        case .exit(0): .accepted("\(program) 已接收\(words)")
        case .exit(Self.temporaryFailure): .temporary("\(program) 暂时没有接收（退出码75）\(words)")
        // What a unit of systemd forbids makes Postfix wait and not fail.
        case .late:
            .temporary(
                "\(program) 在\(limit)秒内没有结束\(words)。请检查本机的邮件系统；"
                    + "由systemd运行、后来才改用 sendmail 的，请重新运行 goalbook schedule systemd --install")
        case .exit(let code): .permanent("\(program) 没有接收（退出码\(code)）\(words)。请检查本机的邮件系统")
        }
    }
}

extension [UInt8] {
    /// Programs of the machine expect its own line ends.
    fileprivate var withLocalLineEnds: [UInt8] {
        enumerated().filter { index, byte in byte != 13 || index + 1 >= count || self[index + 1] != 10 }.map(\.element)
    }
}
