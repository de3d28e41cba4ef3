internal import Foundation
internal import Intake
internal import Platform
internal import Reporting
internal import Text

/// What people changed in finished results, or put into them, brought over into those that take their place.
///
/// A sheet whose answers were all read has done its work; one with anything unread is laid aside in the town's folder, to be read
/// the next time. Other files of ours that were changed stay beside the new ones, and what is not ours stays where it was.
struct Rescue {
    private let old: StandingResults
    private let new: URL
    private let read: Set<String>
    private let moves: Bool
    /// What was done, for people.
    private(set) var notices: [String] = []
    /// What could not be brought over; the old results must stay.
    private(set) var failed: [String] = []
    /// SHA-256 of the sheets that were laid aside.
    private(set) var laidAside: Set<String> = []
    private var foreign: [String] = []
    /// What may go with the old results although it is not ours.
    private var spent: [String] = []

    /// - Parameters:
    ///   - read: SHA-256 of the files whose answers were all read.
    ///   - moves: whether the old results are about to go; otherwise they keep what is brought over, too.
    init(from old: StandingResults, to new: URL, read: Set<String>, moves: Bool) {
        (self.old, self.new, self.read, self.moves) = (old, new, read, moves)
        for path in old.foreign { keepForeign(path) }
        for path in old.outputs.keys.sorted() where !isHere(path) && old.isChanged(path) { keepChanged(path) }
        guard !foreign.isEmpty else { return }
        let names =
            foreign.prefix(5).map(\.withHiddenSpelled.quoted).joined() + (foreign.count > 5 ? "等\(foreign.count)个" : "")
        notices.append("结果文件夹里的\(names)不是 goalbook 生成的，原样留着")
    }

    /// Whether the new results have the very same file there.
    private func isHere(_ path: String) -> Bool {
        StandingResults.isSameFile(old.folder.appending(path: path), new.appending(path: path))
    }

    private mutating func keepChanged(_ path: String) {
        guard let hash = StandingResults.hash(old.folder.appending(path: path)), !read.contains(hash) else { return }
        let name = URL(filePath: path).lastPathComponent
        if name == ResultFile.opinions.rawValue {
            laidAside.insert(hash)
            guard let target = bring(path, as: { ResultAnswers.laidAside + ($0 == 1 ? "" : "\($0)") + "）.xlsx" }) else { return }
            notices.append("\(path) 里有没有读入的内容，原样留作 \(target)，改好后再运行一次就会读入")
        } else if let target = bring(path, as: { Self.name(name, "（改动过\($0 == 1 ? "" : "\($0)")）") }) {
            notices.append("\(path) 生成以后被改过，改过的一份留作 \(target)")
        }
    }

    private mutating func keepForeign(_ path: String) {
        let (source, target) = (old.folder.appending(path: path), new.appending(path: path))
        let name = source.lastPathComponent
        if ResultAnswers.isLaidAside(name), let hash = StandingResults.hash(source), read.contains(hash) {
            spent.append(path)
            notices.append("\(path) 已经读入，不再保留")
            return
        }
        if StandingResults.isFolder(source), StandingResults.isFolder(target) {
            for inner in (try? FileManager.default.contentsOfDirectory(atPath: source.path(percentEncoded: false)).sorted()) ?? []
            {
                keepForeign(path + "/" + inner)
            }
            return
        }
        let isNew = moves || Self.hasSingle(source)
        let kept =
            StandingResults.isThere(target)
            ? bring(path, as: { Self.name(name, "（原有\($0 == 1 ? "" : "\($0)")）") }) : put(path, path)
        if kept != nil, isNew, !ResultAnswers.isLaidAside(name), !name.hasPrefix("~$"), !name.hasPrefix(".~") {
            foreign.append(path)
        }
    }

    /// Brings a file over under the first free name; `nil` where it stands there already.
    private mutating func bring(_ path: String, as name: (Int) -> String) -> String? {
        let source = old.folder.appending(path: path)
        let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        if StandingResults.areSame(source, new.appending(path: path)) {
            spent.append(path)
            return nil
        }
        var number = 1
        while true {
            let place = parent + name(number)
            let target = new.appending(path: place)
            if !StandingResults.isThere(target) { return put(path, place) }
            if StandingResults.areSame(source, target) {
                spent.append(path)
                return nil
            }
            number += 1
        }
    }

    /// Does away with the old results, file by file: whatever else is left in them stays.
    ///
    /// - Returns: whether nothing was left.
    func removeOld() -> Bool {
        let root = old.folder.path(percentEncoded: false)
        for path in old.outputs.keys + spent + [Manifest.fileName] {
            unlink(old.folder.appending(path: path).path(percentEncoded: false))
        }
        let inner = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
        for path in inner.sorted(by: >) { rmdir(root + "/" + path) }
        return rmdir(root) == 0
    }

    /// What is to be said of old results that were not removed.
    func sentence(_ place: String) -> String {
        let names = failed.isEmpty ? "" : "（\(failed.joined(separator: "、"))）"
        return "以前的结果里有几个文件没能移过来\(names)，留在\(place.quoted)，请自行取回"
    }

    private mutating func put(_ path: String, _ place: String) -> String? {
        let (source, target) = (old.folder.appending(path: path), new.appending(path: place))
        do {
            try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            if moves { try FileManager.default.moveItem(at: source, to: target) } else { try Self.link(source, target) }
            return place
        } catch {
            failed.append("\(path)（\(error.fileTrouble.reason)）")
            return nil
        }
    }

    /// Whether a file, or one in a folder, was never linked into newer results.
    private static func hasSingle(_ source: URL) -> Bool {
        guard StandingResults.isFolder(source) else { return StandingResults.isSingle(source) }
        let inner = (try? FileManager.default.subpathsOfDirectory(atPath: source.path(percentEncoded: false))) ?? []
        return inner.map { source.appending(path: $0) }.contains { !StandingResults.isFolder($0) && StandingResults.isSingle($0) }
    }

    private static func link(_ source: URL, _ target: URL) throws {
        guard StandingResults.isFolder(source) else { return try source.link(to: target) }
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
        for name in try FileManager.default.contentsOfDirectory(atPath: source.path(percentEncoded: false)) {
            try link(source.appending(path: name), target.appending(path: name))
        }
    }

    /// `数据.xlsx` as `数据（改动过）.xlsx`.
    private static func name(_ name: String, _ mark: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name + mark }
        return name[..<dot] + mark + name[dot...]
    }
}
