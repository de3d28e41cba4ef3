internal import Foundation
internal import Intake
internal import Platform

/// `out/`: a folder for the results of each run, and the link `current` to the one that readers see.
struct RunFolders {
    private let workspace: Workspace
    private static let unfinished = ".new-"
    private static let leaving = ".old-"

    /// - Throws: ``PublicationError`` when the folders cannot be made, or `current` is something else than a link of ours.
    init(_ workspace: Workspace) throws(PublicationError) {
        self.workspace = workspace
        let path = workspace.current.path(percentEncoded: false)
        do {
            try FileManager.default.createDirectory(at: workspace.runsFolder, withIntermediateDirectories: true)
        } catch {
            throw .notWritable(workspace.runsFolder.path(percentEncoded: false), error)
        }
        if let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType != .typeSymbolicLink
        {
            throw .foreignFolder(path)
        }
    }

    /// Takes away what killed runs left half made, never shown or half removed. Only for the holder of the lock.
    ///
    /// - Parameter unpublished: runs that ended before their results were shown.
    func clear(of unpublished: Set<String>) {
        for run in unpublished where run != RunFolders.currentRun(workspace) { remove(run) }
        for folder in [workspace.runsFolder, workspace.outFolder] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
            for name in names where [RunFolders.unfinished, RunFolders.leaving].contains(where: name.hasPrefix) {
                try? FileManager.default.removeItem(at: folder.appending(path: name))
            }
        }
    }

    /// The run that readers see; `nil` before the first one.
    static func currentRun(_ workspace: Workspace) -> String? {
        let path = workspace.current.path(percentEncoded: false)
        guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { return nil }
        let name = URL(filePath: target).lastPathComponent
        let folder = workspace.runsFolder.appending(path: name).path(percentEncoded: false)
        return FileManager.default.fileExists(atPath: folder) ? name : nil
    }

    /// The names of the runs whose results there are.
    static func names(_ workspace: Workspace) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: workspace.runsFolder.path(percentEncoded: false))) ?? []
    }

    /// A fresh folder for the results of a run; no reader looks into it.
    func staging(_ run: String) throws(PublicationError) -> URL {
        let folder = workspace.runsFolder.appending(path: RunFolders.unfinished + run)
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false) } catch {
            throw .notWritable(folder.path(percentEncoded: false), error)
        }
        StopSignals.add(folder.path(percentEncoded: false))
        return folder
    }

    func discard(_ staging: URL) {
        try? FileManager.default.removeItem(at: staging)
        StopSignals.forget(staging.path(percentEncoded: false))
    }

    /// Lets readers see a run: the link is replaced by one rename, so that each reader sees the old results or the new ones.
    func publish(_ staging: URL, as run: String) throws(PublicationError) {
        let final = workspace.runsFolder.appending(path: run)
        let link = workspace.outFolder.appending(path: RunFolders.unfinished + run)
        let current = workspace.current.path(percentEncoded: false)
        try StopSignals.undisturbed { () throws(PublicationError) in
            try check(rename(staging.path(percentEncoded: false), final.path(percentEncoded: false)))
            try check(symlink("runs/\(run)", link.path(percentEncoded: false)))
            try check(rename(link.path(percentEncoded: false), current))
            StopSignals.forget(staging.path(percentEncoded: false))
        }
        // The results are there either way; only which of them are shown could be of before.
        try? StagedFile.settle(workspace.outFolder, named: workspace.outFolder.path(percentEncoded: false))
    }

    private func check(_ status: Int32) throws(PublicationError) {
        guard status != 0 else { return }
        throw .notPublished(workspace.current.path(percentEncoded: false), String(cString: strerror(errno)))
    }

    /// Removes the results of old runs; the time of a run is what its name says, so that also those go that the state has
    /// forgotten.
    ///
    /// What people put into them comes into those that readers see.
    ///
    /// - Parameter order: the runs that the state knows, as they followed each other; others were before them.
    /// - Returns: the runs that went, and what was kept of them.
    func prune(
        _ retention: Retention, order: [String], read: Set<String> = []
    ) -> (runs: [String], notices: [String]) {
        let places = Dictionary(order.enumerated().map { ($1, $0) }) { $1 }
        let runs = RunFolders.names(workspace).compactMap { name in LocalTime.date(stamp: name).map { (id: name, started: $0) } }
            .sorted { (places[$0.id] ?? -1, $0.started) < (places[$1.id] ?? -1, $1.started) }
        let current = RunFolders.currentRun(workspace)
        let kept = retention.kept(runs).union([current].compactMap(\.self))
        var notices: [String] = []
        let gone = runs.map(\.id).filter { run in
            guard !kept.contains(run) else { return false }
            if let current, let old = StandingResults(workspace.runsFolder.appending(path: run)) {
                let rescue = Rescue(from: old, to: workspace.runsFolder.appending(path: current), read: read, moves: true)
                notices += rescue.notices
                guard rescue.failed.isEmpty else {
                    notices.append(rescue.sentence(run))
                    return false
                }
            }
            return remove(run)
        }
        return (gone, notices)
    }

    /// Removes the results of a run; readers never see them half gone.
    @discardableResult private func remove(_ run: String) -> Bool {
        let leaving = workspace.runsFolder.appending(path: RunFolders.leaving + run)
        let folder = workspace.runsFolder.appending(path: run).path(percentEncoded: false)
        guard rename(folder, leaving.path(percentEncoded: false)) == 0 else { return false }
        try? FileManager.default.removeItem(at: leaving)
        return true
    }
}
