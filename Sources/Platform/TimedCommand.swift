package import Foundation
internal import Glibc
internal import Text

/// Another program, run with a time limit and without a shell.
package struct TimedCommand {
    private let program: String
    private let arguments: [String]
    private let folder: URL?
    private let seconds: Int

    /// - Parameter folder: where it runs; without one, where this program does.
    package init(_ program: String, _ arguments: [String], in folder: URL? = nil, seconds: Int) {
        self.program = program
        self.arguments = arguments
        self.folder = folder
        self.seconds = seconds
    }

    package enum End {
        case exit(Int32)
        case signal(Int32)
        /// It was ended because its time was up.
        case late
    }

    /// - Parameters:
    ///   - environment: on top of this program's own.
    ///   - withErrors: whether what it says on standard error belongs to what it prints.
    ///   - goesOn: asked some times a second; when it says no, the program is ended.
    /// - Returns: how it ended, and what it printed, at most a million bytes.
    /// - Throws: what Foundation throws when the files for input and output cannot be made, or `timeout` cannot be run.
    package func run(
        adding environment: [String: String] = [:], input: Data = Data(), withErrors: Bool = false,
        while goesOn: (() -> Bool)? = nil
    ) throws -> (end: End, printed: Data) {
        let files = try TemporaryFolder()
        defer { withExtendedLifetime(files) {} }
        let (source, target) = (files.url.appending(path: "in"), files.url.appending(path: "out"))
        // Files, not pipes: a program that reads or prints nothing, or ends early, neither makes this one wait nor ends it.
        try input.write(to: source)
        try Data().write(to: target)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = ["--kill-after=5", "\(seconds)", program] + arguments
        if let folder { process.currentDirectoryURL = folder }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = try FileHandle(forWritingTo: target)
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = output
        process.standardError = withErrors ? output : FileHandle.nullDevice
        let deadline = ContinuousClock.now + .seconds(seconds)
        try process.run()
        // `timeout` leads a group of its own, with all that it starts.
        files.note(process.processIdentifier)
        var isEnded = false
        while let goesOn, process.isRunning, !isEnded {
            usleep(50_000)
            isEnded = !goesOn()
            if isEnded { kill(-process.processIdentifier, SIGKILL) }
        }
        process.waitUntilExit()
        let isLate = isEnded || ContinuousClock.now >= deadline
        let printed = try? FileHandle(forReadingFrom: target).read(upToCount: 1_000_000)
        return (TimedCommand.end(of: process, isLate: isLate), printed ?? Data())
    }

    private static func end(of process: Process, isLate: Bool) -> End {
        let status = process.terminationStatus
        // A program that does not heed the end of its time is killed, and with it the one that watches over it.
        if process.terminationReason == .uncaughtSignal { return isLate ? .late : .signal(status) }
        return [124, 137].contains(status) ? .late : .exit(status)
    }

    package struct Trouble: Error {
        /// One Chinese sentence without a full stop.
        package let reason: String
    }

    /// What the program prints; anything but exit code 0 is a trouble.
    package func output(adding environment: [String: String] = [:], input: String = "") throws(Trouble) -> String {
        let result: (end: End, printed: Data)
        do { result = try run(adding: environment, input: Data(input.utf8)) } catch {
            throw Trouble(reason: "\(program.quoted)不能运行：\(error.fileTrouble.reason)")
        }
        switch result.end {
        case .exit(0): return String(decoding: result.printed, as: UTF8.self)
        case .exit(126), .exit(127): throw Trouble(reason: "\(program.quoted)不能运行，请检查路径和权限")
        case .exit(let code), .signal(let code): throw Trouble(reason: "\(program.quoted)以退出码\(code)结束")
        case .late: throw Trouble(reason: "\(program.quoted)在\(seconds)秒内没有结束")
        }
    }
}
