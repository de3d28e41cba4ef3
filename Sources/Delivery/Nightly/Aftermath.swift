internal import Foundation
internal import Text

extension NightlyRun {
    /// Runs the hook for the outcome and calls the monitor, unless another run was at work; both are told in the log and change
    /// nothing.
    func aftermath(_ outcome: NightlyOutcome) async {
        guard outcome.end != .held else { return }
        let settings = workspace.settings.nightly
        let log = RunLog(workspace, run: outcome.run)
        let isGood = outcome.end == .done
        let command = isGood ? settings.hooks.success : settings.hooks.failure
        if let program = command.first {
            let environment = [
                "GOALBOOK_WORKSPACE": workspace.folder.path(percentEncoded: false), "GOALBOOK_RUN": outcome.run,
                "GOALBOOK_EXIT": "\(outcome.end.exitCode)", "GOALBOOK_TOWNS": "\(outcome.towns)",
                "GOALBOOK_PUBLISHED": outcome.isPublished ? "1" : "0",
            ]
            let trouble = TimedCommand(program, Array(command.dropFirst()), in: workspace.folder, seconds: settings.hooks.seconds)
                .run(adding: environment, input: outcome.report(limit: .max).joined(separator: "\n"))
            log.write(trouble == nil ? .info : .warning, "hook", ["command": program, "trouble": trouble ?? ""])
        }
        if !settings.ping.isEmpty {
            let trouble: String?
            do throws(MailError) {
                trouble = try WebPing(isGood ? settings.ping : settings.ping.trimmingSuffix { $0 == "/" } + "/fail").send()
            } catch { trouble = error.description }
            log.write(trouble == nil ? .info : .warning, "ping", ["trouble": trouble ?? ""])
        }
    }
}

/// A program of the user's that is run with a time limit and without a shell.
struct TimedCommand {
    private let program: String
    private let arguments: [String]
    private let folder: URL
    private let seconds: Int

    init(_ program: String, _ arguments: [String], in folder: URL, seconds: Int) {
        self.program = program
        self.arguments = arguments
        self.folder = folder
        self.seconds = seconds
    }

    /// - Returns: what went wrong, in words; `nil` when nothing did.
    func run(adding environment: [String: String] = [:], input: String = "") -> String? {
        let result = output(adding: environment, input: input)
        if case .failure(let trouble) = result { return trouble.reason }
        return nil
    }

    struct Trouble: Error {
        var reason: String
    }

    private var late: Trouble { Trouble(reason: "“\(program)”在\(seconds)秒内没有结束") }

    /// What the program prints, at most a million bytes.
    func output(adding environment: [String: String] = [:], input: String = "") -> Result<String, Trouble> {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = ["--kill-after=5", "\(seconds)", program] + arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let file = FileManager.default.temporaryDirectory.appending(path: "goalbook-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        do {
            // Files instead of pipes: a program that reads or writes nothing cannot make the run wait.
            try Data(input.utf8).write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
            let output = file.appendingPathExtension("out")
            defer { try? FileManager.default.removeItem(at: output) }
            _ = FileManager.default.createFile(
                atPath: output.path(percentEncoded: false), contents: nil, attributes: [.posixPermissions: 0o600])
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardError = FileHandle.nullDevice
            let deadline = ContinuousClock.now + .seconds(seconds)
            try process.run()
            process.waitUntilExit()
            let printed = try FileHandle(forReadingFrom: output).read(upToCount: 1_000_000) ?? Data()
            // A program that does not heed the end of its time is killed, and with it the one that watches over it.
            if process.terminationReason == .uncaughtSignal, ContinuousClock.now >= deadline { return .failure(late) }
            switch process.terminationStatus {
            case 0: return .success(String(decoding: printed, as: UTF8.self))
            case 124, 137: return .failure(late)
            case 126, 127: return .failure(Trouble(reason: "“\(program)”不能运行，请检查路径和权限"))
            case let code: return .failure(Trouble(reason: "“\(program)”以退出码\(code)结束"))
            }
        } catch {
            return .failure(Trouble(reason: "“\(program)”不能运行：\(error.fileTrouble.reason)"))
        }
    }
}
