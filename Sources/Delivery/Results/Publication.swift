internal import CSystem
internal import Foundation
internal import Intake

/// A fresh folder of results that replaces the old one as a whole, so that no reader ever sees a mix.
struct Publication: ~Copyable {
    let staging: URL
    private let target: URL

    /// Makes the fresh folder beside `target`.
    ///
    /// - Throws: ``PublicationError`` when `target` holds something that is not ours, or nothing can be written there.
    init(to target: URL) throws(PublicationError) {
        // A link stays a link: what is swapped is the folder that it leads to.
        let target = URL(filePath: target.path(percentEncoded: false)).standardizedFileURL.resolvingSymlinksInPath()
        let path = target.path(percentEncoded: false)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw .notAFolder(path) }
            let names: [String]
            do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
                // What cannot be looked into may hold anything.
                throw .notWritable(path, error)
            }
            guard names.isEmpty || Manifest.marks(names, in: target) else { throw .foreignFolder(path) }
        }
        let parent = target.deletingLastPathComponent()
        let prefix = ".\(target.lastPathComponent).goalbook-"
        let staging = parent.appending(path: prefix + "\(getpid())")
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            Publication.clear(parent, of: prefix, keepingOld: !isFolder.boolValue)
            try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: false)
        } catch {
            throw .notWritable(path, error)
        }
        self.target = target
        self.staging = staging
    }

    /// Takes away what runs left behind that were killed; folders of runs that are still at work stay.
    ///
    /// - Parameter keepingOld: results that were set aside for new ones that never came are the only ones there are.
    private static func clear(_ parent: URL, of prefix: String, keepingOld: Bool) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path(percentEncoded: false))) ?? []
        where name.hasPrefix(prefix) {
            let rest = name.dropFirst(prefix.count)
            guard let process = pid_t(rest.prefix { $0.isNumber }), !(keepingOld && rest.hasSuffix(".old")) else { continue }
            let isAtWork = process != getpid() && kill(process, 0) == 0
            if !isAtWork { try? FileManager.default.removeItem(at: parent.appending(path: name)) }
        }
    }

    /// Whether publishing would do away with `file`, because it lies in the folder that is swapped out.
    static func replaces(_ file: URL, publishingTo target: URL) -> Bool {
        let folder = target.standardizedFileURL.resolvingSymlinksInPath().pathComponents
        return file.standardizedFileURL.resolvingSymlinksInPath().pathComponents.starts(with: folder)
    }

    /// Writes one file of the results; folders on the way are made.
    static func write(_ bytes: Data, to path: String, in folder: URL) throws(PublicationError) {
        let url = folder.appending(path: path)
        do {
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: url)
        } catch {
            throw .notWritable(path, error)
        }
    }

    /// Swaps the fresh folder in.
    ///
    /// - Throws: ``PublicationError``; the old results then still stand.
    consuming func publish() throws(PublicationError) {
        let (from, to) = (staging.path(percentEncoded: false), target.path(percentEncoded: false))
        if FileManager.default.fileExists(atPath: to) {
            // Exchanging the names is one step of the file system; where it cannot do that, two renames.
            if csystem_exchange(from, to) != 0 {
                let old = from + ".old"
                guard rename(to, old) == 0 else { throw .notPublished(to, String(cString: strerror(errno))) }
                guard rename(from, to) == 0 else {
                    let reason = String(cString: strerror(errno))
                    rename(old, to)
                    throw .notPublished(to, reason)
                }
                try? FileManager.default.removeItem(atPath: old)
            }
        } else if rename(from, to) != 0 {
            throw .notPublished(to, String(cString: strerror(errno)))
        }
        // After an exchange the old results stand under the staging name; the end of this value removes them.
    }

    deinit {
        try? FileManager.default.removeItem(at: staging)
    }
}
