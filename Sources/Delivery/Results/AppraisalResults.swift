public import Appraisal
internal import Facts
public import Foundation
internal import Intake

/// The files that a monitoring or a self-evaluation leaves in a folder.
public struct AppraisalResults: Sendable {
    let reports: [AppraisalReport]

    public init(_ reports: [AppraisalReport]) { self.reports = reports }

    /// The files by their path below the folder; every output of a report adds its own here.
    private func files() throws -> [(path: String, bytes: Data)] {
        var files: [(path: String, bytes: Data)] = []
        if reports.contains(where: { $0.monitoring != nil }) { files.append(("监控.json", try MonitoringFile(reports).json())) }
        if reports.contains(where: { $0.evaluation != nil }) { files.append(("自评.json", try EvaluationFile(reports).json())) }
        return files
    }

    /// Writes the files in place of those of the same names; nothing else in the folder is touched.
    ///
    /// - Throws: ``PublicationError`` when the disk refuses.
    public func write(to folder: URL) throws {
        for (path, bytes) in try files() {
            let url = folder.appending(path: path)
            do {
                try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try bytes.write(to: url, options: .atomic)
            } catch { throw PublicationError.notWritable(url.path(percentEncoded: false), error) }
        }
    }
}
