public import Appraisal
public import Diagnostics
public import Foundation
internal import GoalModel
internal import Pages
public import Print
internal import Reporting
internal import Tables

/// The files that a monitoring or a self-evaluation leaves of a town; the list of all of them is ``catalogue``.
public struct AppraisalOutput: Sendable {
    /// The name of the file in the town's folder.
    public let file: String
    /// What the town's page calls it.
    let title: String
    /// - Parameter files: those made before it.
    let make: @Sendable (AppraisalReport, Source, _ files: [String]) throws -> (bytes: Data, diagnostics: [Diagnostic])?

    /// What files are made with.
    public struct Source {
        let press: PDFPrinter?
        let created: Date?
        /// The style sheet of pages.
        let css: String

        /// - Parameters:
        ///   - press: `nil` when nothing is to be printed.
        ///   - created: the date inside the files; without one, 1 January of the book's year.
        public init(press: PDFPrinter?, created: Date?, css: String) {
            (self.press, self.created, self.css) = (press, created, css)
        }
    }

    /// Every file, in the order of their making; each is left out where the report has nothing for it.
    public static let catalogue: [AppraisalOutput] = [
        pdf("绩效运行监控表.pdf", "绩效运行监控表（打印）") { try $0.monitoring($1, created: $2) },
        pdf("绩效自评表.pdf", "绩效自评表（打印）") { try $0.evaluation($1, created: $2) },
        workbook(MonitoringWorkbook.fileName, "监控（Excel）") { try MonitoringWorkbook($0)?.written(created: $1) },
        workbook(EvaluationWorkbook.fileName, "自评（Excel）") { try EvaluationWorkbook($0)?.written(created: $1) },
        // Pages lead to the other files.
        page(MonitoringPage.fileName, "运行监控") { MonitoringPage($0, css: $1, links: $2)?.html },
        page(EvaluationPage.fileName, "绩效自评") { EvaluationPage($0, css: $1, links: $2)?.html },
    ]

    /// The files of a town.
    ///
    /// - Throws: what printing throws.
    public static func files(
        of report: AppraisalReport, with source: Source
    ) throws -> [(name: String, bytes: Data, diagnostics: [Diagnostic])] {
        var files: [(name: String, bytes: Data, diagnostics: [Diagnostic])] = []
        for output in catalogue {
            guard let made = try output.make(report, source, files.map(\.name)) else { continue }
            files.append((output.file, made.bytes, made.diagnostics))
        }
        return files
    }

    private static func pdf(
        _ file: String, _ title: String, print: @escaping @Sendable (PDFPrinter, AppraisalReport, Date?) throws -> PrintedPDF?
    ) -> AppraisalOutput {
        AppraisalOutput(file: file, title: title) { report, source, _ in
            try source.press.flatMap { try print($0, report, source.created) }.map { (Data($0.bytes), $0.diagnostics) }
        }
    }

    private static func workbook(
        _ file: String, _ title: String, write: @escaping @Sendable (AppraisalReport, Date?) throws -> WrittenWorkbook?
    ) -> AppraisalOutput {
        AppraisalOutput(file: file, title: title) { report, source, _ in
            try write(report, source.created).map { ($0.bytes, $0.diagnostics) }
        }
    }

    private static func page(
        _ file: String, _ title: String, write: @escaping @Sendable (AppraisalReport, String, [String]) -> String?
    ) -> AppraisalOutput {
        AppraisalOutput(file: file, title: title) { report, source, files in
            write(report, source.css, files).map { (Data($0.utf8), []) }
        }
    }
}

extension AppraisalOutput {
    /// Whether a file of a town's results is one of them.
    static func isOne(_ file: String) -> Bool { catalogue.contains { $0.file == file } }

    /// The files as results of a town with a goal book: during the year those of the monitoring, after it those of the
    /// self-evaluation.
    static var formats: [OutputFormat] {
        catalogue.map { output in
            let (kind, audience, phase): (OutputKind, OutputFormat.Audience, OutputFormat.Phase) =
                switch output.file.split(separator: ".").last {
                case "pdf": (.book, .everyone, .print)
                case "xlsx": (.workbook, .inside, .workbook)
                default: (.site, .inside, .pages)
                }
            return OutputFormat(kind, output.file, output.title, for: audience, phase) { town, report, press in
                guard let appraisal = report.appraisal?.due else { return [] }
                let source = Source(press: press, created: town.created, css: town.appraisalStyle)
                let made = try output.make(appraisal, source, town.files.filter(isOne))
                return made.map { [OutputFile(output.file, $0.bytes, $0.diagnostics)] } ?? []
            }
        }
    }
}

extension AppraisalReport {
    /// What is due by now: the monitoring, or after the year the self-evaluation.
    fileprivate var due: AppraisalReport {
        var report = self
        if progress?.isYearOver == true { report.monitoring = nil } else { report.evaluation = nil }
        return report
    }
}

/// The files of all towns together, where there are several.
public enum CountyAppraisalOutput {
    /// - Parameters:
    ///   - folders: the towns' folders, in the order of the county's towns with figures.
    ///   - css: the style sheet of pages.
    /// - Throws: when a temporary file cannot be written.
    public static func files(
        of county: AppraisalCounty, folders: [String], created: Date?, css: String
    ) throws -> [(name: String, bytes: Data)] {
        guard county.isCounty, county.hasMonitoring || county.hasEvaluation else { return [] }
        let names = Dictionary(zip(county.townNames, folders)) { first, _ in first }
        let workbook = CountyAppraisalWorkbook(county)
        let page = CountyAppraisalPage(county, css: css, folders: names)
        return [(workbook.fileName, try workbook.written(created: created).bytes), (page.fileName, Data(page.html.utf8))]
    }
}
