internal import Diagnostics
public import Foundation
internal import Platform

/// The right to change a workspace, held by at most one process; the kernel takes it back when the process ends, however it ends.
public struct RunLock: ~Copyable {
    private let descriptor: Int32

    public struct Holder: Codable, Sendable {
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
    ///   - seconds: how long to wait for another holder.
    ///   - now: when this run began, to be told to others.
    init(_ file: URL, waiting seconds: Double, now: Date) throws(Failure) {
        // Not inherited: a hook or converter that outlives the run must not hold its lock.
        let descriptor = open(file.path(percentEncoded: false), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else {
            let trouble = NSError(domain: NSPOSIXErrorDomain, code: Int(errno)).fileTrouble
            throw .trouble(reason: trouble.reason, remedy: trouble.remedy)
        }
        let deadline = ContinuousClock.now + .seconds(seconds)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                let trouble = NSError(domain: NSPOSIXErrorDomain, code: Int(errno)).fileTrouble
                close(descriptor)
                throw .trouble(reason: trouble.reason, remedy: trouble.remedy)
            }
            guard ContinuousClock.now < deadline else {
                let holder = RunLock.holder(descriptor)
                close(descriptor)
                throw .held(holder)
            }
            usleep(100_000)
        }
        self.descriptor = descriptor
        let holder = Holder(process: getpid(), host: ProcessInfo.processInfo.hostName, since: now)
        let bytes = (try? JSONEncoder().encode(holder)) ?? Data()
        // Whoever cannot read it is told less; the lock holds all the same.
        _ = ftruncate(descriptor, 0)
        _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    /// Who holds the lock now; `nil` when nobody does.
    static func holder(of file: URL) -> Holder? {
        let descriptor = open(file.path(percentEncoded: false), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
        return holder(descriptor)
    }

    private static func holder(_ descriptor: Int32) -> Holder? {
        var buffer = [UInt8](repeating: 0, count: 1_000)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        let holder = count > 0 ? try? JSONDecoder().decode(Holder.self, from: Data(buffer[..<count])) : nil
        return holder.flatMap { Date(plausible: $0.since.timeIntervalSince1970) == nil ? nil : $0 }
    }

    /// Gives the lock back before the end of its scope.
    consuming func release() {}

    deinit {
        close(descriptor)
    }
}

extension RunLock.Failure {
    var message: String {
        switch self {
        case .held(let holder?):
            "另一次运行还没有结束（进程\(holder.process)，在 \(holder.host)，\(LocalTime(holder.since).inWords)开始），这次不运行。请等它结束，或用 --wait 30m 等待"
        case .held(nil): "另一次运行还没有结束，这次不运行。请等它结束，或用 --wait 30m 等待"
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
