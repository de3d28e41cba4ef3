package import Foundation
internal import Glibc
internal import Platform
internal import Text

/// A folder of finished results, and what people have changed in it or put into it since.
package struct StandingResults: Sendable {
    package let folder: URL
    /// SHA-256 of what was written, by path.
    package let outputs: [String: String]
    /// Whether answers are kept in their own file, so that a sheet that nobody touched says nothing new.
    package let keepsAnswers: Bool
    /// When the last of its files was written.
    private let finished: timespec

    /// `nil` for a folder that is none of ours.
    package init?(_ folder: URL) {
        guard let data = Manifest.data(in: folder), let state = Self.state(of: folder.appending(path: Manifest.fileName)),
            let record = try? JSONDecoder().decode(Manifest.Record.self, from: data)
        else { return nil }
        self.folder = folder
        outputs = Dictionary(record.outputs.map { ($0.path, $0.sha256) }) { first, _ in first }
        keepsAnswers = record.answers != nil
        finished = state.st_ctim
    }

    /// The towns' folders that are still there, in the order of their names.
    package var towns: [String] {
        Set(outputs.keys.compactMap { path in path.firstIndex(of: "/").map { String(path[..<$0]) } })
            .filter { Self.isFolder(folder.appending(path: $0)) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether a file is not as it was written. One whose state has not been touched since is not read.
    package func isChanged(_ path: String) -> Bool {
        guard let state = Self.state(of: folder.appending(path: path)) else { return false }
        let time = state.st_ctim
        if (time.tv_sec, time.tv_nsec) < (finished.tv_sec, finished.tv_nsec) { return false }
        return Self.hash(folder.appending(path: path)) != outputs[path]
    }

    /// The files of ours that somebody has changed, in the order of their paths.
    package var changed: [String] { outputs.keys.filter(isChanged).sorted() }

    /// What is not ours: files, links, and folders with nothing of ours in them, in the order of their paths.
    package var foreign: [String] {
        var parents: Set<String> = []
        for path in outputs.keys {
            var rest = Substring(path)
            while let slash = rest.lastIndex(of: "/") {
                rest = rest[..<slash]
                parents.insert(String(rest))
            }
        }
        var found: [String] = []
        func visit(_ prefix: String) {
            let place = folder.appending(path: prefix).path(percentEncoded: false)
            for name in ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).sorted() {
                let path = prefix + name
                if parents.contains(path), Self.isFolder(folder.appending(path: path)) {
                    visit(path + "/")
                } else if outputs[path] == nil, path != Manifest.fileName {
                    found.append(path)
                }
            }
        }
        visit("")
        return found
    }

    package static func hash(_ file: URL) -> String? {
        guard let state = state(of: file), state.isRegular else { return nil }
        return (try? Data(contentsOf: file, options: .mappedIfSafe)).map { sha256($0) }
    }

    /// Whether both are one file under two names, or hold the same bytes.
    package static func areSame(_ a: URL, _ b: URL) -> Bool {
        if isSameFile(a, b) { return true }
        guard state(of: a)?.st_size == state(of: b)?.st_size, let hash = hash(a) else { return false }
        return hash == self.hash(b)
    }

    /// Whether both are one file under two names.
    package static func isSameFile(_ a: URL, _ b: URL) -> Bool {
        guard let mine = state(of: a), let other = state(of: b) else { return false }
        return mine.st_dev == other.st_dev && mine.st_ino == other.st_ino
    }

    /// Whether a file has this name only.
    package static func isSingle(_ url: URL) -> Bool { state(of: url)?.st_nlink == 1 }

    /// When a file's content was last written; `nil` where there is none.
    package static func written(_ url: URL) -> Double? {
        state(of: url).map { Double($0.st_mtim.tv_sec) + Double($0.st_mtim.tv_nsec) / 1e9 }
    }

    package static func isThere(_ url: URL) -> Bool { state(of: url) != nil }

    /// A link to a folder is none.
    package static func isFolder(_ url: URL) -> Bool { state(of: url)?.isFolder == true }

    private static func state(of url: URL) -> stat? {
        var state = stat()
        return lstat(url.path(percentEncoded: false), &state) == 0 ? state : nil
    }
}
