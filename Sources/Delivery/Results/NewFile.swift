public import Foundation

/// A single file that a command writes, and that must not be there yet.
public enum NewFile {
    /// - Throws: ``PublicationError`` when there is a file of this name already, or the disk refuses.
    public static func write(_ bytes: Data, to path: String) throws(PublicationError) {
        let url = URL(filePath: path)
        let place = url.path(percentEncoded: false)
        // A link that leads nowhere is there, too.
        if (try? FileManager.default.attributesOfItem(atPath: place)) != nil { throw .exists(path) }
        do { try bytes.write(to: url, options: .withoutOverwriting) } catch {
            if (error as? CocoaError)?.code == .fileWriteFileExists { throw .exists(path) }
            // What was begun is ours: it was not there before.
            try? FileManager.default.removeItem(at: url)
            throw .notWritable(path, error)
        }
    }
}
