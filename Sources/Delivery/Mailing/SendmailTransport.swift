internal import Foundation

/// Hands messages to the machine's own mail system: `sendmail -t -i`.
public struct SendmailTransport: MailTransport {
    private let program: String
    /// Seconds that it may take.
    public var limit = 60

    /// `EX_TEMPFAIL` of sysexits.h: the mail system asks for another try.
    private static let temporaryFailure: Int32 = 75
    /// What `timeout` says when the time is up, with and without a kill.
    private static let timeIsUp: Set<Int32> = [124, 137]

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
        let folder = FileManager.default.temporaryDirectory.appending(path: "goalbook-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            return .temporary("写不了临时文件：\(error.fileTrouble.reason)。\(error.fileTrouble.remedy)")
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, words) = (folder.appending(path: "message"), folder.appending(path: "words"))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = ["--kill-after=5", "\(limit)", program, "-t", "-i"]
        do {
            // Files, not pipes: a program that ends early must not take this one with it.
            try Data(message.withLocalLineEnds).write(to: input)
            try Data().write(to: words)
            process.standardInput = try FileHandle(forReadingFrom: input)
            let output = try FileHandle(forWritingTo: words)
            process.standardOutput = output
            process.standardError = output
            try process.run()
        } catch {
            return .temporary("\(program) 没有运行：\(error.fileTrouble.reason)。\(error.fileTrouble.remedy)")
        }
        process.waitUntilExit()
        return receipt(process, said: (try? Data(contentsOf: words).prefix(4_000)) ?? Data())
    }

    private func receipt(_ process: Process, said: Data) -> MailReceipt {
        let words = String(decoding: said, as: UTF8.self).quotable
        let rest = words.isEmpty ? "" : "：\(words)"
        if process.terminationReason == .uncaughtSignal {
            return .temporary("\(program) 被中止（信号\(process.terminationStatus)）\(rest)")
        }
        switch process.terminationStatus {
        case 0: return .accepted("\(program) 已接收\(rest)")
        case Self.temporaryFailure: return .temporary("\(program) 暂时没有接收（退出码75）\(rest)")
        case let code where Self.timeIsUp.contains(code): return .temporary("\(program) 在\(limit)秒内没有结束\(rest)。请检查本机的邮件系统")
        case let code: return .permanent("\(program) 没有接收（退出码\(code)）\(rest)。请检查本机的邮件系统")
        }
    }
}

extension [UInt8] {
    /// Programs of the machine expect its own line ends.
    fileprivate var withLocalLineEnds: [UInt8] {
        enumerated().filter { index, byte in byte != 13 || index + 1 >= count || self[index + 1] != 10 }.map(\.element)
    }
}
