package import Foundation
internal import Synchronization

/// A folder for the temporary files of this run; it goes with its end, also when the run is stopped.
package final class TemporaryFolder: Sendable {
    package let url: URL
    private let path: String
    /// The group of processes that works in it; 0 while there is none.
    private let group = Atomic<Int32>(0)

    /// - Throws: what Foundation throws when the disk refuses.
    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "goalbook-\(UUID().uuidString)")
        path = url.path(percentEncoded: false)
        StopSignals.add(path)
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Notes the program that works in it; it must lead a group of processes of its own.
    func note(_ process: Int32) {
        group.store(process, ordering: .relaxed)
        StopSignals.add(group: process)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
        StopSignals.forget(path, group: group.load(ordering: .relaxed))
    }
}
