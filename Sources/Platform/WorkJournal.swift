internal import Foundation
internal import Glibc
internal import Synchronization

/// What the threads work on, in a file that tells it after the process was killed: by the kernel for its memory, by a person, or
/// by a failing power supply.
///
/// Noting a piece of work costs a microsecond: the kernel keeps what was written, whatever becomes of the process.
enum WorkJournal {
    private static let descriptor = Atomic<Int32>(-1)
    /// Bytes of a thread's note; of a town of very many files the first are told.
    private static let length = 4_096

    /// Begins to note, and tells what an earlier process was at when it was killed: the notes that
    /// ``CrashContainment/guarding(_:_:_:)`` makes.
    static func begin(in file: URL) -> [String] {
        let descriptor = open(file.path(percentEncoded: false), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: length * 256)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        ftruncate(descriptor, 0)
        let before = self.descriptor.exchange(descriptor, ordering: .acquiringAndReleasing)
        if before >= 0 { close(before) }
        return stride(from: 0, to: max(0, count), by: length).map { start in
            String(decoding: bytes[start..<min(start + length, count)].prefix { $0 != 0 }, as: UTF8.self)
        }.filter { !$0.isEmpty }
    }

    /// Ends it: nothing is left to be told.
    static func end() {
        let descriptor = descriptor.exchange(-1, ordering: .acquiringAndReleasing)
        guard descriptor >= 0 else { return }
        ftruncate(descriptor, 0)
        close(descriptor)
    }

    /// Notes what a thread begins; the empty text when it is done.
    static func note(_ text: String, in slot: Int) {
        let descriptor = descriptor.load(ordering: .acquiring)
        guard descriptor >= 0 else { return }
        var bytes = Array(text.utf8.prefix(length - 1))
        bytes.append(0)
        _ = pwrite(descriptor, bytes, bytes.count, off_t(slot * length))
    }
}
