public import Appraisal
public import Diagnostics
public import Foundation
internal import GoalModel
internal import Pages
public import Print
internal import Tables

/// The files that a monitoring or a self-evaluation leaves of a town; the list of all of them is ``catalogue``.
public struct AppraisalOutput: Sendable {
    /// The name of the file in the town's folder.
    public let file: String
    /// - Parameter files: those made before it.
    let make: @Sendable (AppraisalReport, Source, _ files: [String]) throws -> (bytes: Data, diagnostics: [Diagnostic])?

    /// What files are made with.
    public struct Source {
        let press: PDFPrinter
        let created: Date?
        /// The style sheet of pages.
        let css: String

        /// - Parameter created: the date inside the files; without one, 1 January of the book's year.
        public init(press: PDFPrinter, created: Date?, css: String) {
            (self.press, self.created, self.css) = (press, created, css)
        }
    }

    /// Every file, in the order of their making; each is left out where the report has nothing for it.
    public static let catalogue: [AppraisalOutput] = [
        pdf("绩效运行监控表.pdf") { try $0.monitoring($1, created: $2) },
        pdf("绩效自评表.pdf") { try $0.evaluation($1, created: $2) },
        workbook(MonitoringWorkbook.fileName) { try MonitoringWorkbook($0)?.written(created: $1) },
        workbook(EvaluationWorkbook.fileName) { try EvaluationWorkbook($0)?.written(created: $1) },
        // Pages lead to the other files.
        page(MonitoringPage.fileName) { MonitoringPage($0, css: $1, links: $2)?.html },
        page(EvaluationPage.fileName) { EvaluationPage($0, css: $1, links: $2)?.html },
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
        _ file: String, print: @escaping @Sendable (PDFPrinter, AppraisalReport, Date?) throws -> PrintedPDF?
    ) -> AppraisalOutput {
        AppraisalOutput(file: file) { report, source, _ in
            try print(source.press, report, source.created).map { (Data($0.bytes), $0.diagnostics) }
        }
    }

    private static func workbook(
        _ file: String, write: @escaping @Sendable (AppraisalReport, Date?) throws -> WrittenWorkbook?
    ) -> AppraisalOutput {
        AppraisalOutput(file: file) { report, source, _ in
            try write(report, source.created).map { ($0.bytes, $0.diagnostics) }
        }
    }

    private static func page(
        _ file: String, write: @escaping @Sendable (AppraisalReport, String, [String]) -> String?
    ) -> AppraisalOutput {
        AppraisalOutput(file: file) { report, source, files in
            write(report, source.css, files).map { (Data($0.utf8), []) }
        }
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
