package import Foundation
internal import Glibc
internal import Synchronization

/// The programs that this one waits for and the temporary folders that they need: when this one is stopped, they go with it.
package enum RunningCommands {
    private struct Entry {
        /// The group of processes that the program leads; 0 while there is none.
        var group: pid_t = 0
        var folder: URL
    }

    private static let entries = Mutex<[Int: Entry]>([:])
    private static let isStopped = Atomic<Bool>(false)
    private static let caught = Atomic<Int32>(0)

    /// Begins to end them on the signals that stop a program. To be called once, before anything else runs.
    package static func begin() {
        for signal in [SIGHUP, SIGINT, SIGTERM] {
            var action = sigaction()
            // What is ignored, as under nohup, stays so.
            guard sigaction(signal, nil, &action) == 0, action.__sigaction_handler.sa_handler == nil else { continue }
            action = sigaction()
            // Little is safe in a handler; the thread below does the rest.
            action.__sigaction_handler.sa_handler = { RunningCommands.caught.store($0, ordering: .releasing) }
            action.sa_flags = Int32(SA_RESTART)
            sigaction(signal, &action, nil)
        }
        Thread.detachNewThread {
            while caught.load(ordering: .acquiring) == 0 { usleep(50_000) }
            stop()
            let number = caught.load(ordering: .acquiring)
            signal(number, SIG_DFL)
            kill(getpid(), number)
        }
    }

    /// Ends the programs with all that they started, and removes the folders; whoever waits for a program then waits for ever.
    package static func stop() {
        isStopped.store(true, ordering: .sequentiallyConsistent)
        entries.withLock { entries in
            let groups = entries.values.map(\.group).filter { $0 > 1 }
            for group in groups { kill(-group, SIGTERM) }
            if !groups.isEmpty { usleep(200_000) }
            for group in groups { kill(-group, SIGKILL) }
            for entry in entries.values { try? FileManager.default.removeItem(at: entry.folder) }
            entries = [:]
        }
    }

    /// Notes a folder that is to go with this program.
    static func add(_ folder: URL) -> Int {
        waitIfStopped()
        return entries.withLock { entries in
            let number = (entries.keys.max() ?? 0) + 1
            entries[number] = Entry(folder: folder)
            return number
        }
    }

    /// Notes the program that works for an entry.
    static func set(_ group: pid_t, of number: Int) {
        entries.withLock { $0[number]?.group = group }
        waitIfStopped()
    }

    /// Forgets an entry and removes its folder.
    static func remove(_ number: Int) {
        waitIfStopped()
        let entry = entries.withLock { $0.removeValue(forKey: number) }
        if let entry { try? FileManager.default.removeItem(at: entry.folder) }
    }

    private static func waitIfStopped() {
        while isStopped.load(ordering: .sequentiallyConsistent) { sleep(1) }
    }
}

/// A folder for the temporary files of this run; it goes with its end, also when the run is stopped.
package final class TemporaryFolder: Sendable {
    package let url: URL
    private let number: Int

    /// - Throws: what Foundation throws when the disk refuses.
    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "goalbook-\(UUID().uuidString)")
        number = RunningCommands.add(url)
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Notes the program that works in it; it must lead a group of processes of its own.
    func note(_ process: pid_t) { RunningCommands.set(process, of: number) }

    deinit { RunningCommands.remove(number) }
}
