internal import Foundation
public import Intake
internal import Text

/// Ready-made text that lets a machine run a workspace by itself.
public struct ScheduleText: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case cron
        case systemd
        case slurm
    }

    /// A file to install, with its text.
    public struct File: Sendable, Hashable {
        /// An absolute path.
        public var path: String
        public var text: String
    }

    public let files: [File]
    /// The commands that set the schedule going, once its files are there; empty for none.
    public let next: String

    public init(_ kind: Kind, _ workspace: Workspace, resources: ResourceFolder) throws(ResourceError) {
        let name = workspace.unitName
        let filling = ScheduleFilling(workspace)
        func text(_ file: String) throws(ResourceError) -> String {
            filling.filled(String(decoding: try resources.bytes(of: file), as: UTF8.self))
        }
        switch kind {
        case .cron:
            files = [File(path: "/etc/cron.d/\(name)", text: try text("schedule.cron"))]
            next = ""
        case .systemd:
            files = [
                File(path: "/etc/systemd/system/\(name).service", text: try text("schedule.service")),
                File(path: "/etc/systemd/system/\(name).timer", text: try text("schedule.timer")),
            ]
            next = "systemctl daemon-reload && systemctl enable --now \(name).timer"
        case .slurm:
            let paths = [name, "\(name)-rollup"].map {
                workspace.folder.appending(path: "\($0).slurm").path(percentEncoded: false)
            }
            files = [
                File(path: paths[0], text: try text("schedule.slurm")),
                File(path: paths[1], text: try text("schedule-rollup.slurm")),
            ]
            // The county follows whatever became of the parts: it names those that failed.
            let words = paths.map(ScheduleFilling.quoted)
            next = "job=$(sbatch --parsable \(words[0])) && sbatch --dependency=afterany:$job \(words[1])"
        }
    }

    /// Writes the files.
    ///
    /// - Parameter root: a folder that stands for `/`; empty for the machine's own.
    /// - Throws: ``PublicationError`` when a file of another program stands there, or the disk refuses.
    public func install(below root: String = "") throws(PublicationError) {
        for file in files {
            let url = URL(filePath: root + file.path)
            if let old = try? String(contentsOf: url, encoding: .utf8), !old.contains("goalbook") {
                throw .exists(url.relativePath)
            }
            do {
                try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.text.utf8).write(to: url, options: .atomic)
                // Cron reads no file that others may write; Slurm runs its own copy.
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o644], ofItemAtPath: url.path(percentEncoded: false))
            } catch {
                throw .notWritable(url.path(percentEncoded: false), error)
            }
        }
    }
}

extension Workspace {
    /// A name for units and files of the system, in ASCII, another for each workspace.
    var unitName: String {
        let path = folder.path(percentEncoded: false)
        let kept = folder.lastPathComponent.lowercased().filter { $0.isLetterOrDigit }
        return "goalbook-" + kept.prefix(24) + (kept.isEmpty ? "" : "-") + path.fingerprint.prefix(6)
    }

    /// Whether the system knows when to run the workspace, as far as its usual places tell.
    var isScheduled: Bool {
        ["/etc/cron.d/\(unitName)", "/etc/systemd/system/\(unitName).timer"].contains {
            FileManager.default.fileExists(atPath: $0)
        }
    }
}
