package import Diagnostics
package import Foundation
internal import Platform

/// What stands in a folder that a search goes through, in the order of the names' bytes.
package struct FolderListing {
    package let names: [String]
    private let folder: URL

    /// - Parameter shown: how messages name the folder.
    /// - Throws: ``InputFailure`` for a folder that cannot be entered.
    package init(_ folder: URL, shown: String) throws(InputFailure) {
        do {
            let found = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
            names = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            let trouble = error.fileTrouble
            throw InputFailure(path: shown, reason: "打不开这个文件夹：\(trouble.reason)。\(trouble.remedy)")
        }
        self.folder = folder
    }

    /// Whether the name is that of a folder; a link to one is none, so that no search goes in circles.
    package func isFolder(_ name: String) -> Bool {
        let path = folder.appending(path: name).path(percentEncoded: false)
        return (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType == .typeDirectory
    }

    /// Whether an input is a folder, or a link to one.
    ///
    /// - Throws: ``InputFailure`` for an input that does not exist.
    package static func isFolder(input: String) throws(InputFailure) -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: URL(filePath: input).path(percentEncoded: false), isDirectory: &isFolder)
        else {
            throw InputFailure(path: input, reason: "找不到这个文件或文件夹。请检查路径是否写对")
        }
        return isFolder.boolValue
    }
}
