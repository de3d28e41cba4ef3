internal import CSystem
internal import Diagnostics
internal import Foundation
internal import Intake
internal import Platform

/// A fresh folder of results that replaces the old one as a whole, so that no reader ever sees a mix; nobody else writes there
/// meanwhile.
struct Publication: ~Copyable {
    let staging: URL
    private let target: URL
    private let lock: RunLock
    /// What was said of folders that killed runs left behind.
    let notices: [String]

    /// Makes the fresh folder beside `target`.
    ///
    /// - Parameter ofTowns: whether the results are those of towns, and take over what stands there of others.
    /// - Throws: ``PublicationError`` when `target` holds something that is not ours, another run is at work on it, or nothing can
    ///   be written there.
    init(to target: URL, ofTowns: Bool = false) throws(PublicationError) {
        // A link stays a link: what is swapped is the folder that it leads to.
        let target = URL(filePath: target.path(percentEncoded: false)).standardizedFileURL.resolvingSymlinksInPath()
        try Publication.check(target)
        let path = target.path(percentEncoded: false)
        let (parent, name) = (target.deletingLastPathComponent(), target.lastPathComponent)
        do { try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true) } catch {
            throw .notWritable(path, error)
        }
        let lock = try Publication.lock(parent.appending(path: ".\(name).goalbook-lock"), path)
        let prefix = ".\(name).goalbook-"
        let left = Publication.clear(parent, of: prefix, for: target)
        // Again: what stands there now may have been put there until the lock was ours.
        try Publication.check(target)
        if !ofTowns, StandingResults(target)?.towns.isEmpty == false { throw .holdsTowns(path) }
        let staging = parent.appending(path: prefix + "new-\(UUID().uuidString)")
        do { try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: false) } catch {
            throw .notWritable(path, error)
        }
        StopSignals.add(staging.path(percentEncoded: false))
        (self.target, self.staging, notices) = (target, staging, left)
        self.lock = lock
    }

    private static func lock(_ file: URL, _ path: String) throws(PublicationError) -> RunLock {
        do throws(RunLock.Failure) { return try RunLock(file, isTemporary: true, waiting: 0, now: Date()) } catch {
            switch error {
            case .held(let holder): throw .held(path, holder)
            case .trouble(let reason, let remedy): throw .notWritable(path, reason: reason, remedy: remedy)
            }
        }
    }

    private static func check(_ target: URL) throws(PublicationError) {
        let path = target.path(percentEncoded: false)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else { throw .notAFolder(path) }
        if MountPoint.isOne(path) { throw .mountPoint(path) }
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
            // What cannot be looked into may hold anything.
            throw .notWritable(path, error)
        }
        guard names.isEmpty || Manifest.marks(names, in: target) else { throw .foreignFolder(path) }
    }

    /// Takes away what killed runs left behind; what people had written there is brought into the results that stand.
    ///
    /// Under the lock no folder of today's kind is at work. Earlier versions had none, and their process may be another machine's:
    /// what they left goes only when it has rested for long.
    private static func clear(_ parent: URL, of prefix: String, for target: URL) -> [String] {
        var notices: [String] = []
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path(percentEncoded: false))) ?? []
        for name in names.sorted() where name.hasPrefix(prefix) {
            let left = parent.appending(path: name)
            let rest = name.dropFirst(prefix.count)
            guard StandingResults.isFolder(left), rest.hasPrefix("new-") || isLongDead(left, rest) else { continue }
            let isThere = StandingResults.isThere(target)
            if !isThere, rest.hasSuffix(".old") {
                // Set aside for new results that never came: the only ones there are.
                if rename(left.path(percentEncoded: false), target.path(percentEncoded: false)) == 0 { continue }
            }
            if isThere, let old = StandingResults(left) {
                let rescue = Rescue(from: old, to: target, read: [], moves: true)
                notices += rescue.notices
                if !rescue.removeOld() { notices.append(rescue.sentence(left.path(percentEncoded: false))) }
                continue
            }
            try? FileManager.default.removeItem(at: left)
        }
        return notices
    }

    private static func isLongDead(_ folder: URL, _ rest: Substring) -> Bool {
        guard let process = pid_t(rest.prefix { $0.isNumber }), process == getpid() || kill(process, 0) != 0 else { return false }
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path(percentEncoded: false))
        return (attributes?[.modificationDate] as? Date).map { Date().timeIntervalSince($0) > 3_600 } ?? false
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
        } catch {
            throw .notWritable(path, error)
        }
        try StagedFile.write(bytes, to: url, named: path)
    }

    /// Swaps the fresh folder in, and brings over what people had changed in the old one or put into it.
    ///
    /// - Parameter read: SHA-256 of the files of the old results whose answers were all read.
    /// - Returns: what was brought over, for people.
    /// - Throws: ``PublicationError``; the old results then still stand.
    consuming func publish(read: Set<String> = []) throws(PublicationError) -> [String] {
        let (staging, target) = (staging, target)
        let (from, to) = (staging.path(percentEncoded: false), target.path(percentEncoded: false))
        let isHeld = lock.isStillHeld
        try StagedFile.settle(staging, named: to)
        return try StopSignals.undisturbed { () throws(PublicationError) in
            // Nobody may have taken a file away meanwhile.
            guard isHeld, let fresh = StandingResults(staging),
                let missing = fresh.outputs.keys.first(where: { !StandingResults.isThere(staging.appending(path: $0)) })
                    ?? .some(""),
                missing.isEmpty
            else { throw .notPublished(to, "新结果在换入以前少了文件，可能有别的程序在动这个文件夹，请关闭它再运行一次") }
            var old = staging
            if !FileManager.default.fileExists(atPath: to) {
                guard rename(from, to) == 0 else { throw .notSwapped(to) }
                return []
            }
            // Exchanging the names is one step of the file system; where it cannot do that, two renames.
            if csystem_exchange(from, to) != 0 {
                old = URL(filePath: from + ".old")
                guard rename(to, from + ".old") == 0 else { throw .notSwapped(to) }
                guard rename(from, to) == 0 else {
                    let trouble = PublicationError.notSwapped(to)
                    rename(from + ".old", to)
                    throw trouble
                }
            }
            return Publication.replace(old, by: target, read)
        }
    }

    /// Does away with old results after people's work in them was brought over.
    private static func replace(_ old: URL, by target: URL, _ read: Set<String>) -> [String] {
        guard let results = StandingResults(old) else {
            try? FileManager.default.removeItem(at: old)
            return []
        }
        let rescue = Rescue(from: results, to: target, read: read, moves: true)
        if rescue.removeOld() { return rescue.notices }
        let kept = target.path(percentEncoded: false) + "（以前的结果）-\(UUID().uuidString.prefix(8))"
        rename(old.path(percentEncoded: false), kept)
        return rescue.notices + [rescue.sentence(kept)]
    }

    deinit {
        try? FileManager.default.removeItem(at: staging)
        StopSignals.forget(staging.path(percentEncoded: false))
    }
}
