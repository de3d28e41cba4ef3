internal import Foundation
internal import Platform

extension URL {
    /// Gives a file a second name, or a copy where the file system has no such thing.
    ///
    /// - Parameter target: in a folder that is there.
    func link(to target: URL) throws {
        if Glibc.link(path(percentEncoded: false), target.path(percentEncoded: false)) == 0 { return }
        try FileManager.default.copyItem(at: self, to: target)
    }
}
