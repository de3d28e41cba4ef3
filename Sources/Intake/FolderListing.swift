package import Diagnostics
package import Foundation
internal import Glibc
internal import Platform
internal import Text

/// What stands in a folder that a search goes through, in the order of the names' bytes.
package struct FolderListing {
    /// As ``Swift/String/init(diskPath:)`` has them.
    package let names: [String]
    private let folder: URL

    /// - Parameter shown: how messages name the folder.
    /// - Throws: ``InputFailure`` for a folder that cannot be entered.
    package init(_ folder: URL, shown: String) throws(InputFailure) {
        guard let stream = opendir(folder.path(percentEncoded: false).diskPath) else {
            throw InputFailure(path: shown, reason: "打不开这个文件夹：\(FolderListing.trouble)")
        }
        defer { closedir(stream) }
        var found: [[UInt8]] = []
        errno = 0
        while let entry = readdir(stream) {
            // A name ends with a null, whatever room the system gives it.
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: UInt8.self, capacity: 256) { start in
                    Array(UnsafeBufferPointer(start: start, count: 256).prefix { $0 != 0 })
                }
            }
            if name != Array(".".utf8), name != Array("..".utf8) { found.append(name) }
        }
        guard errno == 0 else { throw InputFailure(path: shown, reason: "读不完这个文件夹：\(FolderListing.trouble)") }
        names = found.sorted { $0.lexicographicallyPrecedes($1) }.map { String(diskPath: $0) }
        self.folder = folder
    }

    private static var trouble: String {
        let trouble = NSError(domain: NSPOSIXErrorDomain, code: Int(errno)).fileTrouble
        return "\(trouble.reason)。\(trouble.remedy)"
    }

    /// The name for people; one that is no UTF-8 must not look like its neighbour.
    package func shown(_ name: String) -> String {
        let shown = name.withHiddenSpelled
        return shown != name && names.contains(shown) ? "（GB18030）" + shown : shown
    }

    /// Whether the name is that of a folder; a link to one is none, so that no search goes in circles.
    package func isFolder(_ name: String) -> Bool {
        var facts = stat()
        return lstat(folder.appending(path: name).path(percentEncoded: false).diskPath, &facts) == 0 && facts.isFolder
    }

    /// Whether an input is a folder, or a link to one.
    ///
    /// - Throws: ``InputFailure`` for an input that does not exist.
    package static func isFolder(input: String) throws(InputFailure) -> Bool {
        var facts = stat()
        guard stat(URL(filePath: input).path(percentEncoded: false).diskPath, &facts) == 0 else {
            throw InputFailure(path: input, reason: "找不到这个文件或文件夹。请检查路径是否写对")
        }
        return facts.isFolder
    }
}

extension stat {
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
    var isRegular: Bool { st_mode & S_IFMT == S_IFREG }
}
