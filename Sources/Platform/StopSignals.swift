internal import Foundation
internal import Glibc
internal import Synchronization

/// Lets Ctrl-C and SIGTERM end the program without leaving anything half made behind.
///
/// On such a signal a shell takes the place of this program — same process, all its threads gone at once — that kills the
/// programs that this one has started, removes what was named here and then ends by the same signal.
package enum StopSignals {
    /// Begins to heed them; a signal that whoever started the program has it ignore stays ignored.
    package static func begin() {
        _ = isBegun
    }

    /// Has a file or folder removed when the program is stopped.
    ///
    /// - Parameter lock: a descriptor that stays open until everything is removed.
    package static func add(_ path: String?, lock: Int32? = nil) {
        state.withLock { state in
            if let path { state.paths.append(path) }
            if let lock { state.locks.append(lock) }
        }
    }

    /// Has a group of processes killed when the program is stopped, also those that no longer descend from it.
    static func add(group: Int32) {
        if group > 1 { state.withLock { $0.groups.append(group) } }
    }

    /// The path is no longer left behind, the group no longer at work.
    package static func forget(_ path: String, lock: Int32? = nil, group: Int32 = 0) {
        state.withLock { state in
            state.paths.removeAll { $0 == path }
            state.groups.removeAll { $0 == group }
            state.locks.removeAll { $0 == lock }
        }
    }

    /// Does short work that no stop interrupts; once the program is stopping, it is not begun.
    package static func undisturbed<Result, Failure: Error>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
        gate.lock()
        defer { gate.unlock() }
        return try work()
    }

    private struct State {
        var paths: [String] = []
        var locks: [Int32] = []
        var groups: [Int32] = []
    }

    private static let state = Mutex(State())
    private static let gate = NSLock()
    /// The handler writes the signal's number into it; a thread reads it.
    private static let ends: [Int32] = {
        var ends: [Int32] = [-1, -1]
        return pipe(&ends) == 0 ? ends : [-1, -1]
    }()

    private static let isBegun: Bool = {
        guard ends[0] >= 0 else { return false }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        Thread.detachNewThread {
            var number: UInt8 = 0
            while read(ends[0], &number, 1) != 1 {}
            stop(Int32(number))
        }
        for number in [SIGINT, SIGTERM, SIGHUP] {
            var action = sigaction()
            guard sigaction(number, nil, &action) == 0 else { continue }
            let isIgnored = action.__sigaction_handler.sa_handler.map { unsafeBitCast($0, to: Int.self) == 1 } ?? false
            if isIgnored { continue }
            action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(ends[1], &byte, 1)
            }
            action.sa_flags = SA_RESTART
            sigaction(number, &action, nil)
        }
        return true
    }()

    private static func stop(_ number: Int32) {
        gate.lock()
        let left = state.withLock { $0 }
        let processes = descendants(of: getpid()) + left.groups.map { -$0 }
        if !left.paths.isEmpty || !processes.isEmpty {
            for lock in left.locks { _ = fcntl(lock, F_SETFD, 0) }
            // A thread's mask stays with what takes its place: a blocked signal would not end it.
            var none = sigset_t()
            sigemptyset(&none)
            pthread_sigmask(SIG_SETMASK, &none, nil)
            // The shell kills them: whoever waits for one of them here would go on when it ends.
            let killing = processes.map { "kill -9 \($0) 2>/dev/null; " }.joined()
            let words = ["sh", "-c", "\(killing)rm -rf -- \"$@\"; kill -\(number) $$", "sh"] + left.paths
            var arguments = words.map { strdup($0) }
            arguments.append(nil)
            execv("/bin/sh", arguments)
        }
        signal(number, SIG_DFL)
        raise(number)
    }

    /// The programs that a process has started, and those that they have, and so on.
    private static func descendants(of process: pid_t) -> [pid_t] {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        let children = threads.flatMap { thread -> [pid_t] in
            let file = FileManager.default.contents(atPath: "/proc/\(process)/task/\(thread)/children") ?? Data()
            return String(decoding: file, as: UTF8.self).split(separator: " ").compactMap { pid_t($0) }
        }
        return children + children.flatMap(descendants)
    }
}
