internal import CSystem
internal import Diagnostics
public import Foundation
internal import Platform

/// The right to change a workspace or a folder of results, held by at most one process; the kernel takes it back when the process
/// ends, however it ends. Where the file system does not keep locks, or other machines may reach it, a ``Heartbeat`` stands in.
public struct RunLock: ~Copyable {
    private let descriptor: Int32
    private let file: URL
    /// The file goes with the lock.
    private let isTemporary: Bool
    private let heartbeat: Heartbeat?

    public struct Holder: Codable, Hashable, Sendable {
        public var process: Int32
        public var host: String
        public var since: Date
    }

    enum Failure: ExplainedError {
        case held(Holder?)
        case trouble(reason: String, remedy: String)
    }

    /// Takes the lock.
    ///
    /// - Parameters:
    ///   - isTemporary: whether the file goes when the lock is given back.
    ///   - seconds: how long to wait for another holder.
    ///   - now: when this run began, to be told to others.
    ///   - isShared: whether other machines reach the file; `nil` to ask the file system.
    init(
        _ file: URL, isTemporary: Bool = false, waiting seconds: Double, now: Date, isShared: Bool? = nil
    ) throws(Failure) {
        let deadline = ContinuousClock.now + .seconds(seconds)
        var found: (descriptor: Int32, isKept: Bool)?
        while found == nil {
            found = try RunLock.attempt(file)
            if found != nil { break }
            guard ContinuousClock.now < deadline else { throw .held(RunLock.holder(of: file)) }
            usleep(100_000)
        }
        guard let found else { throw .held(nil) }
        let holder = Holder(process: getpid(), host: ProcessInfo.processInfo.hostName, since: now)
        let bytes = (try? JSONEncoder().encode(holder)) ?? Data()
        var heartbeat: Heartbeat?
        if !found.isKept || isShared ?? Heartbeat.isShared(file) {
            do throws(Heartbeat.Failure) {
                heartbeat = try Heartbeat(beside: file, holder, isAlone: found.isKept, until: deadline)
            } catch {
                close(found.descriptor)
                switch error {
                case .held(let other): throw .held(other)
                case .trouble(let number): throw RunLock.trouble(number)
                }
            }
        }
        (descriptor, self.file, self.isTemporary, self.heartbeat) = (found.descriptor, file, isTemporary, heartbeat)
        // Whoever cannot read it is told less; the lock holds all the same.
        _ = ftruncate(found.descriptor, 0)
        _ = bytes.withUnsafeBytes { pwrite(found.descriptor, $0.baseAddress, $0.count, 0) }
        StopSignals.add(isTemporary ? file.path(percentEncoded: false) : nil, lock: found.descriptor)
        if let heartbeat { StopSignals.add(heartbeat.path) }
    }

    /// The lock, and whether the file system keeps it; `nil` while another has it.
    private static func attempt(_ file: URL) throws(Failure) -> (Int32, Bool)? {
        let path = file.path(percentEncoded: false)
        while true {
            // Not inherited: a hook or converter that outlives the run must not hold its lock.
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            guard descriptor >= 0 else { throw trouble(errno) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let number = errno
                if [ENOLCK, ENOSYS, EINVAL, EOPNOTSUPP].contains(number) { return (descriptor, false) }
                close(descriptor)
                guard number == EWOULDBLOCK || number == EINTR else { throw trouble(number) }
                return nil
            }
            // Another may have taken the file away with its lock in between.
            var (mine, standing) = (stat(), stat())
            guard fstat(descriptor, &mine) == 0, lstat(path, &standing) == 0, mine.st_ino == standing.st_ino else {
                close(descriptor)
                continue
            }
            let second = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
            defer { close(second) }
            return (descriptor, second >= 0 && flock(second, LOCK_EX | LOCK_NB) != 0)
        }
    }

    private static func trouble(_ number: Int32) -> Failure {
        let trouble = NSError(domain: NSPOSIXErrorDomain, code: Int(number)).fileTrouble
        return .trouble(reason: trouble.reason, remedy: trouble.remedy)
    }

    /// Who holds the lock now; `nil` when nobody does.
    static func holder(of file: URL) -> Holder? {
        let descriptor = open(file.path(percentEncoded: false), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return Heartbeat.holder(beside: file) }
        var buffer = [UInt8](repeating: 0, count: 1_000)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        let holder = count > 0 ? try? JSONDecoder().decode(Holder.self, from: Data(buffer[..<count])) : nil
        return holder.flatMap { Date(plausible: $0.since.timeIntervalSince1970) == nil ? nil : $0 }
    }

    /// Whether nobody has taken the lock for lost and over.
    var isStillHeld: Bool { heartbeat?.isMine ?? true }

    /// Gives the lock back before the end of its scope.
    consuming func release() {}

    deinit {
        let isMine = isStillHeld
        if let heartbeat {
            heartbeat.end()
            StopSignals.forget(heartbeat.path)
        }
        let path = file.path(percentEncoded: false)
        if isTemporary, isMine { unlink(path) }
        StopSignals.forget(path, lock: descriptor)
        close(descriptor)
    }
}

extension RunLock.Failure {
    var message: String {
        switch self {
        case .held(let holder): RunLock.heldSentence(holder) + "，或用 --wait 30m 等待"
        case .trouble(let reason, let remedy): "不能在 state 文件夹里加锁：\(reason)。\(remedy)。原有结果没有改动"
        }
    }

    var exitCode: ExitCode {
        switch self {
        case .held: .held
        case .trouble: .publishing
        }
    }
}

extension RunLock {
    /// Who is at work, and what to do.
    static func heldSentence(_ holder: Holder?) -> String {
        let who = holder.map { "（进程\($0.process)，在 \($0.host)，\(LocalTime($0.since).inWords)开始）" } ?? ""
        return "另一次运行还没有结束\(who)，这次不运行。请等它结束"
    }
}
