package import Foundation
internal import Glibc
internal import Synchronization

/// Lets a crash cost the files that were being worked on, and nothing else.
///
/// Whoever works on a file says so; it costs some hundred nanoseconds and no process. When the program traps, aborts or
/// overflows its stack, a signal handler starts it anew in the same process, by `exec` with the same arguments and one more
/// variable that names those files. They are then refused with the reason, and all others are done. Because every start
/// refuses more files, it ends; because there is one process only, whoever kills it leaves nothing behind.
package enum CrashContainment {
    /// What was done with a file when the program crashed.
    package enum Stage: String, Sendable {
        case reading, making

        package var title: String {
            switch self {
            case .reading: "读取"
            case .making: "审核和生成结果"
            }
        }
    }

    package struct Crash: Hashable, Sendable {
        package let stage: Stage
        /// The number of the signal that it ended with.
        package let signal: Int32
    }

    /// Begins to contain crashes. To be called once, before anything else runs; without it crashes are what they always are.
    package static func begin() {
        let name = CrashBoard.variable
        let record = getenv(name).map { String(cString: $0) } ?? ""
        // Not for the programs that this one starts.
        unsetenv(name)
        crashes.withLock { $0 = Dictionary(parts(record).map { ($0.path, $0.crash) }) { first, _ in first } }
        CrashBoard.make(record: record)
        for signal in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { CrashBoard.caught($0) }
            // A full stack has no room for a handler.
            action.sa_flags = SA_ONSTACK
            sigaction(signal, &action, nil)
        }
    }

    /// How the program crashed at a file before it was started anew; `nil` for all but a few unlucky ones.
    package static func crash(of file: URL) -> Crash? {
        crashes.withLock { $0.isEmpty ? nil : $0[path(file)] }
    }

    /// Does work on files that are refused the next time if the program crashes at it.
    package static func guarding<Result, Failure: Error>(
        _ files: [URL], _ stage: Stage, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let slot = CrashBoard.take(files.map { "\(stage.rawValue)\(path($0))" }.joined(separator: separator)) else {
            return try work()
        }
        defer { CrashBoard.release(slot) }
        #if DEBUG
            crashAsPlanned(files, stage)
        #endif
        return try work()
    }

    private static let crashes = Mutex<[String: Crash]>([:])

    /// Stands in no path of ours.
    private static let separator = "//"

    private static func path(_ file: URL) -> String {
        file.standardizedFileURL.path(percentEncoded: false)
    }

    /// `11:reading/a/b.docx//reading/a/c.docx//4:making/a/d.docx`, each number for all up to the next.
    private static func parts(_ record: String) -> [(path: String, crash: Crash)] {
        var signal: Int32 = 0
        return record.split(separator: separator, omittingEmptySubsequences: true).compactMap { part in
            guard let slash = part.firstIndex(of: "/") else { return nil }
            let words = part[..<slash].split(separator: ":")
            if words.count == 2 { signal = Int32(words[0]) ?? 0 }
            guard let stage = words.last.flatMap({ Stage(rawValue: String($0)) }) else { return nil }
            return (String(part[slash...]), Crash(stage: stage, signal: signal))
        }
    }

    #if DEBUG
        /// For tests: `GOALBOOK_CRASH_AT=reading/坏.txt` crashes there, `GOALBOOK_CRASH_BY` says how.
        private static func crashAsPlanned(_ files: [URL], _ stage: Stage) {
            let variables = ProcessInfo.processInfo.environment
            guard let plan = variables["GOALBOOK_CRASH_AT"],
                files.contains(where: { plan.contains("\(stage.rawValue)/\($0.lastPathComponent)") })
            else { return }
            switch variables["GOALBOOK_CRASH_BY"] {
            case "abort": abort()
            case "stack": _ = depth(1)
            default: _ = [Int]()[files.count]
            }
        }

        private static func depth(_ level: Int) -> Int {
            level == 0 ? 0 : depth(level + 1) + Int.random(in: 0...1)
        }
    #endif
}
