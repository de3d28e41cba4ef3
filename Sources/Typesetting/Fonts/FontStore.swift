internal import Foundation

/// Files in a ``FontCache``: whole or not there at all, however many processes write at once.
struct FontStore {
    let cache: FontCache

    /// The path of a file that one of the cache's folders holds.
    func find(_ path: String) -> String? {
        cache.folders.map { $0 + "/" + path }.first { access($0, R_OK) == 0 }
    }

    /// Writes a file under a name of its own and then gives it its right one.
    ///
    /// - Returns: its path, or `nil` when nothing can be written.
    func add(_ bytes: Data, at path: String) -> String? {
        guard let own = cache.own else { return nil }
        let target = own + "/" + path
        let folder = (target as NSString).deletingLastPathComponent
        let draft = own + "/.draft-\(UUID().uuidString)"
        defer { unlink(draft) }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try bytes.write(to: URL(filePath: draft))
        } catch {
            return nil
        }
        // Without this a power failure could leave the right name on an empty file.
        let descriptor = open(draft, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        let isOnDisk = fsync(descriptor) == 0
        close(descriptor)
        return isOnDisk && rename(draft, target) == 0 ? target : nil
    }

    /// Lets one process after another do what they would otherwise all do at once.
    ///
    /// Only saves work: without a lock, files are still written whole.
    func takingTurns<Value>(_ body: () -> Value) -> Value {
        guard let own = cache.own else { return body() }
        try? FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        let descriptor = open(own + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return body() }
        defer { close(descriptor) }
        // A process that was stopped while it held the lock must not stop all others.
        for _ in 0..<300 where flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK else { break }
            usleep(100_000)
        }
        return body()
    }
}
