internal import Foundation
internal import Platform
internal import Text

/// What earlier runs were at when they were killed: by the kernel for their memory, by a person, by a failing power supply.
///
/// What two runs in a row were killed at is set aside until it changes, so that the night goes on.
struct Interruption {
    /// Runs that were killed at something do one thing after the other the next time, so that it is sure what it was.
    private(set) var isRecent = false
    /// What is to be said, in words.
    private(set) var lines: [String] = []

    private struct Suspect: Codable {
        var stage: String
        var path: String
        /// Size and time of the file when the run was killed; empty for what is no file.
        var stamp: String
        /// How many runs in a row were killed at it.
        var times: Int

        /// Results of many files are tried again and again: what is wrong with them is in other files.
        var isAside: Bool { times > 1 && !stamp.isEmpty }

        var work: CrashContainment.Work? {
            CrashContainment.Stage(rawValue: stage).map { CrashContainment.Work(stage: $0, path: path) }
        }
    }

    /// Looks what the last run left, and begins to note what this one does. To be called under the lock.
    init(_ workspace: Workspace) {
        let record = workspace.stateFolder.appending(path: "interrupted.json")
        let ended = CrashContainment.noteWork(in: workspace.stateFolder.appending(path: "working"))
        let old = (try? JSONDecoder().decode([Suspect].self, from: Data(contentsOf: record))) ?? []
        var suspects = ended.map { work in
            let stamp = Interruption.stamp(work.path)
            let before = old.first { $0.path == work.path && $0.stamp == stamp }
            return Suspect(stage: work.stage.rawValue, path: work.path, stamp: stamp, times: (before?.times ?? 0) + 1)
        }
        suspects += old.filter { suspect in
            suspect.isAside && suspect.stamp == Interruption.stamp(suspect.path)
                && !suspects.contains { $0.path == suspect.path }
        }
        if suspects.isEmpty {
            try? FileManager.default.removeItem(at: record)
        } else {
            // Where it cannot be written, the next run knows less.
            try? JSONEncoder().encode(suspects).write(to: record)
        }
        CrashContainment.setAside(suspects.filter(\.isAside).compactMap(\.work))
        isRecent = suspects.contains { !$0.isAside }
        guard isRecent else { return }
        let folder = workspace.folder.path(percentEncoded: false).trimmingSuffix { $0 == "/" } + "/"
        let titles = suspects.filter { !$0.isAside }.compactMap(\.work).map { work in
            work.stage.title + String(work.path.trimmingPrefix(folder)).withHiddenSpelled.quoted
        }
        lines = ["上一次运行没有做完就被中止（内存不足、断电或被人结束），当时正在\(titles.joined(separator: "、"))。这次逐个处理；再次中止在同一处时会跳过它"]
    }

    private static func stamp(_ path: String) -> String {
        guard let facts = try? FileManager.default.attributesOfItem(atPath: path) else { return "" }
        let time = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\((facts[.size] as? NSNumber)?.intValue ?? 0) \(time)"
    }
}
