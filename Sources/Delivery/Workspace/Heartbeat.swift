internal import CSystem
internal import Foundation
internal import Platform
internal import Synchronization

/// A file that says who is at work where locks of the kernel do not reach: it exists once, and its time is renewed as long as its
/// maker lives. One whose time has stood still for long, by the clock of the disk that it lies on, is a dead man's.
final class Heartbeat: Sendable {
    let path: String
    private let inode: UInt64
    private let isEnded = Mutex(false)

    enum Failure: Error {
        case held(RunLock.Holder?)
        case trouble(Int32)
    }

    private struct Note: Codable {
        var holder: RunLock.Holder
        /// Of the machine's kernel, since its start.
        var boot: String
    }

    private static let boot =
        (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)) ?? UUID().uuidString

    /// In seconds.
    private static let interval = 5.0
    private static let patience = 60

    private static func path(beside lock: URL) -> String { lock.path(percentEncoded: false) + "-heartbeat" }

    /// File systems that other machines may reach, as `statfs` names them: NFS, SMB, CIFS, 9P, AFS, Ceph, FUSE, OCFS2, GFS2,
    /// Lustre, GPFS, folders shared with a virtual machine.
    private static let shared: Set<UInt32> = [
        0x6969, 0x517B, 0xFE53_4D42, 0xFF53_4D42, 0x0102_1997, 0x5346_414F, 0x00C3_6400, 0x6573_5546, 0x7461_636F, 0x0116_1970,
        0x0BD0_0BD0, 0x4750_4653, 0x786F_4256,
    ]

    static func isShared(_ file: URL) -> Bool {
        shared.contains(csystem_file_system(file.deletingLastPathComponent().path(percentEncoded: false)))
    }

    /// - Parameter isAlone: whether the kernel says that nobody else of this machine is at work.
    init(
        beside lock: URL, _ holder: RunLock.Holder, isAlone: Bool, until deadline: ContinuousClock.Instant
    ) throws(Failure) {
        path = Heartbeat.path(beside: lock)
        let bytes = (try? JSONEncoder().encode(Note(holder: holder, boot: Heartbeat.boot))) ?? Data()
        while true {
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
            if descriptor >= 0 {
                _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                var state = stat()
                fstat(descriptor, &state)
                inode = UInt64(state.st_ino)
                close(descriptor)
                break
            }
            guard errno == EEXIST else { throw .trouble(errno) }
            if Heartbeat.clearDead(path, isAlone: isAlone) { continue }
            guard ContinuousClock.now < deadline else { throw .held(Heartbeat.holder(beside: lock)) }
            usleep(100_000)
        }
        Thread.detachNewThread { [self] in
            while !isEnded.withLock({ $0 }) {
                if isMine { utimes(path, nil) }
                Thread.sleep(forTimeInterval: Heartbeat.interval)
            }
        }
    }

    /// Takes a dead man's file away; false for one that may be alive.
    private static func clearDead(_ path: String, isAlone: Bool) -> Bool {
        var state = stat()
        guard lstat(path, &state) == 0 else { return true }
        // Two machines need not agree on the time; the disk has one.
        let probe = path + "-\(UUID().uuidString)"
        guard close(open(probe, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)) == 0 else { return false }
        defer { unlink(probe) }
        var now = stat()
        let isOurs = isAlone && note(path)?.boot == boot
        guard lstat(probe, &now) == 0, isOurs || now.st_mtim.tv_sec - state.st_mtim.tv_sec > patience else { return false }
        guard rename(path, probe) == 0 else { return true }
        var taken = stat()
        if lstat(probe, &taken) == 0, taken.st_ino == state.st_ino { return true }
        // Another was faster, and this is its own.
        link(probe, path)
        return false
    }

    static func holder(beside lock: URL) -> RunLock.Holder? {
        note(path(beside: lock))?.holder
    }

    private static func note(_ path: String) -> Note? {
        FileManager.default.contents(atPath: path).flatMap { try? JSONDecoder().decode(Note.self, from: $0) }
    }

    /// Whether nobody has taken it away.
    var isMine: Bool {
        var state = stat()
        return lstat(path, &state) == 0 && UInt64(state.st_ino) == inode
    }

    func end() {
        isEnded.withLock { $0 = true }
        if isMine { unlink(path) }
    }
}
