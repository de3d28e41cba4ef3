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
        /// Of a result that is made of many files and bears a name of its own.
        case writing

        package var title: String {
            switch self {
            case .reading: "读取"
            case .making: "审核和生成结果"
            case .writing: "生成"
            }
        }
    }

    package struct Crash: Hashable, Sendable {
        package let stage: Stage
        /// The number of the signal that it ended with.
        package let signal: Int32

        /// Not the program's own doing: one process after another was killed.
        package var isKill: Bool { signal == SIGKILL }
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

    /// Where a piece of work was, when an earlier process was killed at it.
    package struct Work: Hashable, Sendable {
        package let stage: Stage
        package let path: String

        package init(stage: Stage, path: String) {
            (self.stage, self.path) = (stage, path)
        }
    }

    /// Begins to note in a file what is being done, for the next process to tell should this one be killed.
    ///
    /// - Returns: what an earlier one was at when it was killed.
    package static func noteWork(in file: URL) -> [Work] {
        let notes = WorkJournal.begin(in: file)
        // This process has crashed, and was started anew: that is told otherwise.
        guard crashes.withLock(\.isEmpty) else { return [] }
        return notes.flatMap(parts).map { Work(stage: $0.crash.stage, path: $0.path) }
    }

    /// Ends noting: all is done.
    package static func endNotes() { WorkJournal.end() }

    /// Refuses what one process after another was killed at.
    package static func setAside(_ work: [Work]) {
        crashes.withLock { for work in work { $0[work.path] = Crash(stage: work.stage, signal: SIGKILL) } }
    }

    /// The place of a result of many files among those of files.
    package static func place(ofResult name: String) -> URL { URL(filePath: "/" + name) }

    /// How the program crashed at a file before it was started anew; `nil` for all but a few unlucky ones.
    package static func crash(of file: URL) -> Crash? {
        crashes.withLock { $0.isEmpty ? nil : $0[path(file)] }
    }

    /// Does work on files that are refused the next time if the program crashes at it.
    package static func guarding<Result, Failure: Error>(
        _ files: [URL], _ stage: Stage, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let text = files.map { "\(stage.rawValue)\(path($0))" }.joined(separator: separator)
        guard let slot = CrashBoard.take(text) else { return try work() }
        WorkJournal.note(text, in: slot)
        defer {
            WorkJournal.note("", in: slot)
            CrashBoard.release(slot)
        }
        #if DEBUG
            crashAsPlanned(files, stage)
        #endif
        return try work()
    }

    /// Lets another thread do a part of what this one is doing, which it stands for when the program crashes there.
    package static func sharing(_ work: @escaping @Sendable () -> Void) -> @Sendable () -> Void {
        guard let text = CrashBoard.work else { return work }
        return {
            guard let slot = CrashBoard.take(text) else { return work() }
            defer { CrashBoard.release(slot) }
            work()
        }
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
            case "kill": kill(getpid(), SIGKILL)
            case "stack": _ = depth(1)
            default: _ = [Int]()[files.count]
            }
        }

        private static func depth(_ level: Int) -> Int {
            level == 0 ? 0 : depth(level + 1) + Int.random(in: 0...1)
        }
    #endif
}
