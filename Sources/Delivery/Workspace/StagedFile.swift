internal import CSystem
internal import Foundation
internal import Glibc

/// A file of results that nobody sees yet.
///
/// It reaches the disk while others are made: to wait for each takes several times as long as to wait once for all of them, before
/// they are put in their place.
enum StagedFile {
    /// - Parameter name: what the file is called in messages.
    static func write(_ bytes: Data, to url: URL, named name: String) throws(PublicationError) {
        let descriptor = open(url.path(percentEncoded: false), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .refused(name) }
        guard bytes.withUnsafeBytes({ isWritten($0, descriptor) }) else {
            let refusal = PublicationError.refused(name)
            close(descriptor)
            throw refusal
        }
        // While the next file is made: all at once would be waited for at the end.
        csystem_begin_writing(descriptor)
        // Some disks, such as those of another machine, refuse only now.
        guard close(descriptor) == 0 else { throw .refused(name) }
    }

    private static func isWritten(_ bytes: UnsafeRawBufferPointer, _ descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
            let count = Glibc.write(descriptor, start, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Waits until everything that was written into a folder is on the disk: otherwise a power failure could leave the names of
    /// results, and nothing in them.
    ///
    /// - Parameter name: what the results are called in messages.
    static func settle(_ folder: URL, named name: String) throws(PublicationError) {
        let descriptor = open(folder.path(percentEncoded: false), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .refused(name) }
        defer { close(descriptor) }
        guard csystem_sync(descriptor) == 0 else { throw .refused(name) }
    }
}
