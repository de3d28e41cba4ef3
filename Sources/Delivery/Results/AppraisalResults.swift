public import Appraisal
public import Diagnostics
internal import Facts
public import Foundation
internal import GoalModel
internal import Intake
internal import Outputs
internal import Platform
public import Print

/// The files that a monitoring or a self-evaluation leaves in a folder: a folder a town, and what is of all towns beside them.
public struct AppraisalResults: Sendable {
    private let county: AppraisalCounty
    private var reports: [AppraisalReport] { county.reports }
    private let tables: RunResources
    private let preset: PagePreset
    private let created: Date?
    private let jobs: Int

    /// - Parameters:
    ///   - missing: towns without actual figures, by the names of their books.
    ///   - preset: the page of the printed forms.
    ///   - created: the date inside the files; without one, 1 January of the book's year.
    public init(
        _ reports: [AppraisalReport], missing: [String], tables: RunResources, preset: PagePreset, created: Date?, jobs: Int
    ) {
        county = AppraisalCounty(reports, missing: missing)
        (self.tables, self.preset, self.created, self.jobs) = (tables, preset, created, jobs)
    }

    private typealias TownFiles = Result<[(path: String, bytes: Data, diagnostics: [Diagnostic])], InputFailure>

    /// Writes the files in place of those of the same names; nothing else in the folder is touched.
    ///
    /// - Returns: what making them had to say, and the towns whose files could not be made.
    /// - Throws: ``PublicationError`` when the disk refuses.
    public func write(to folder: URL) async throws -> (notices: [String], failures: [InputFailure]) {
        let (fonts, isOnly) = (tables.fonts.ready(), jobs == 1 || reports.count == 1)
        let workers = Workers(jobs) { PDFPrinter(fonts: fonts, preset: preset, isOnlyWorker: isOnly) }
        let made = await workers.map(reports) { report, press in files(of: report, press) }
        var notices: [String] = []
        var failures: [InputFailure] = []
        for (report, result) in zip(reports, made) {
            switch result {
            case .failure(let failure): failures.append(failure)
            case .success(let files):
                for (path, bytes, diagnostics) in files {
                    try write(bytes, to: folder.appending(path: path))
                    notices += diagnostics.map { "\(report.book.shownName)：\($0)" }
                }
            }
        }
        let folders = county.told.map { TownFolder($0.book).name }
        let style = tables.appraisalStyle
        for file in try CountyAppraisalOutput.files(of: county, folders: folders, created: created, css: style) {
            try write(file.bytes, to: folder.appending(path: file.name))
        }
        if county.hasMonitoring {
            try write(try MonitoringFile(reports).json(), to: folder.appending(path: "监控.json"))
        }
        if county.hasEvaluation {
            try write(try EvaluationFile(reports).json(), to: folder.appending(path: "自评.json"))
        }
        return (notices, failures)
    }

    private func files(of report: AppraisalReport, _ press: PDFPrinter) -> TownFiles {
        let folder = TownFolder(report.book).name
        do {
            let source = AppraisalOutput.Source(press: press, created: created, css: tables.appraisalStyle)
            return .success(
                try AppraisalOutput.files(of: report, with: source).map { (folder + "/" + $0.name, $0.bytes, $0.diagnostics) })
        } catch {
            return .failure(
                InputFailure(files: report.book.sources.map(\.path), reason: "生成\(report.book.shownName)的表时出错：\(error)"))
        }
    }

    private func write(_ bytes: Data, to url: URL) throws {
        do {
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: url, options: .atomic)
        } catch { throw PublicationError.notWritable(url.path(percentEncoded: false), error) }
    }
}
