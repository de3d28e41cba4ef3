public import Diagnostics
public import Foundation
public import GoalModel
public import Print
public import Reporting
public import Typesetting

/// A result of a town: what it is called, whom it is for, when it is made and what makes it.
///
/// The list of all of them is ``catalogue``.
public struct OutputFormat: Sendable {
    public let kind: OutputKind
    /// The name of the file in the town's folder, or of the folder of several files.
    public let file: String
    /// What the town's page calls it in its list of files; `nil` where it is not listed there.
    public let title: String?
    public let audience: Audience
    let phase: Phase
    let make: Making

    /// Without a printer nothing is printed.
    typealias Making = @Sendable (OutputSource, Report, PDFPrinter?) throws -> [OutputFile]

    init(
        _ kind: OutputKind, _ file: String, _ title: String? = nil, for audience: Audience, _ phase: Phase,
        make: @escaping Making
    ) {
        (self.kind, self.file, self.title, self.audience, self.phase, self.make) = (kind, file, title, audience, phase, make)
    }

    public enum Audience: Sendable {
        /// Looked through for personal numbers before it is written.
        case everyone
        /// Says of itself that it is for inside use.
        case inside
    }

    /// The order of making: a later phase shows what the earlier ones had to say, or leads to their files.
    enum Phase: Comparable {
        case print
        /// Facts read back are printed again and give the same remarks again, so that they hold none.
        case facts
        case workbook
        /// Shows the remarks of printing.
        case mail
        case downloads
        /// Leads to files that are made before.
        case pages
        /// Leads to all other files.
        case page
    }

    /// Whether it shows what making the others had to say: made beside them, it may have to be made again.
    public var showsRemarks: Bool { phase >= .mail }

    /// The files of a town's folder where nothing else is wished for.
    public static var usualFiles: [String] {
        catalogue.filter { OutputKind.standard.contains($0.kind) && !AppraisalOutput.isOne($0.file) }.map(\.file)
    }

    /// The formats of a run in the order of their making.
    ///
    /// - Parameter answered: as for ``wanted(_:answered:)``.
    /// - Returns: steps in which they can be made side by side, and the page, which shows nothing of the other files but what they
    ///   are called.
    public static func steps(_ kinds: Set<OutputKind>, answered: Bool) -> (steps: [[OutputFormat]], page: OutputFormat?) {
        let formats = wanted(kinds, answered: answered)
        let steps = [formats.filter { $0.phase < .pages }, formats.filter { $0.phase == .pages }]
        return (steps.filter { !$0.isEmpty }, formats.first { $0.phase == .page })
    }

    /// The formats of a run in the order of their making.
    ///
    /// - Parameter answered: whether somebody has answered findings; the answers are written out again also where no
    ///   workbooks are wanted, because the sheet that holds them is replaced.
    public static func wanted(_ kinds: Set<OutputKind>, answered: Bool) -> [OutputFormat] {
        catalogue.enumerated()
            .filter { kinds.contains($1.kind) || answered && $1.file == ResultFile.opinions.rawValue }
            .sorted { ($0.element.phase, $0.offset) < ($1.element.phase, $1.offset) }.map(\.element)
    }
}

/// One file of a town's results.
public struct OutputFile: Sendable {
    /// Relative to the town's folder.
    public let name: String
    public let bytes: Data
    /// What making it had to say.
    let diagnostics: [Diagnostic]
    /// Of a PDF: how many pages it has behind cover and contents.
    let pages: Int?
    /// Of a goal book: what is drawn of it.
    let print: BookDrawing?
    /// What is still to be verified before anybody may get the file.
    public let proof: PrintProof?
    /// Of a PDF that has been read back already.
    public var texts: PDFTexts?

    init(_ name: String, _ bytes: Data, _ diagnostics: [Diagnostic] = []) {
        (self.name, self.bytes, self.diagnostics) = (name, bytes, diagnostics)
        (pages, print, proof) = (nil, nil, nil)
    }

    init(_ name: String, _ pdf: PrintedPDF, _ proof: PrintProof? = nil) {
        (self.name, bytes, diagnostics) = (name, Data(pdf.bytes), pdf.diagnostics)
        (pages, print, texts, self.proof) = (pdf.bodyPageCount, pdf.print, pdf.texts, proof)
    }
}

/// The source of one town's results, and the files made of it so far.
public struct OutputSource: Sendable {
    /// Everything.
    public private(set) var report: Report
    /// As the files show it that may leave the house.
    private var shown: Report
    let created: Date?
    /// The style sheet of pages.
    let css: String
    /// The script of the town's page.
    let script: String
    /// The style sheet of the page on reading.
    let readingStyle: String
    /// The style sheet of the pages of monitoring and self-evaluation.
    let appraisalStyle: String
    /// The tables of the town's documents; empty where nobody asks what they were taken for.
    let tables: [ReadTable]
    /// The town's own files with what a report says as comments; `nil` where nobody asks for them.
    let annotate: (@Sendable (Report) throws -> [(name: String, bytes: Data)])?
    /// The files made so far, relative to the town's folder.
    private(set) var files: [String] = []
    /// How many pages the goal book has behind the contents; `nil` when none was made.
    public private(set) var pages: Int?
    /// What is drawn in the goal book, which has been verified; `nil` where nobody has.
    public private(set) var print: BookDrawing?
    /// What making the files had to say; no part of what is reviewed.
    private var remarks: [Diagnostic] = []

    /// - Parameters:
    ///   - css: the style sheet of pages.
    ///   - script: that of the town's page.
    ///   - reading: that of the page on reading, with the tables that it shows.
    ///   - appraisalStyle: that of the pages of monitoring and self-evaluation.
    ///   - annotate: the town's own files with comments.
    public init(
        _ report: Report, shown: Report, created: Date?, css: String, script: String = "",
        reading: (css: String, tables: [ReadTable]) = ("", []), appraisalStyle: String = "",
        annotate: (@Sendable (Report) throws -> [(name: String, bytes: Data)])? = nil
    ) {
        self.annotate = annotate
        (self.report, self.shown, self.created, self.css) = (report, shown, created, css)
        (readingStyle, tables) = reading
        (self.script, self.appraisalStyle) = (script, appraisalStyle)
    }

    /// The files of a format; none where it has nothing to show.
    ///
    /// - Parameter press: asked for only where something is printed; `nil` when nothing is to be.
    public func make(_ format: OutputFormat, press: @autoclosure () -> PDFPrinter?) throws -> [OutputFile] {
        var report = format.audience == .everyone ? shown : report
        if format.showsRemarks { report.diagnostics += remarks }
        return try format.make(self, report, format.phase == .print ? press() : nil)
    }

    /// Whether making the files so far had anything to say.
    public var hasRemarks: Bool { !remarks.isEmpty }

    /// Takes note of a file, which may not have been verified yet.
    public mutating func add(_ file: OutputFile, of format: OutputFormat) {
        files.append(file.name)
        if format.kind == .book { pages = file.pages }
        // What was said with a place is not said again without one.
        remarks += file.diagnostics.filter { new in !remarks.contains { $0.summary.hasSuffix(new.summary) } }
    }

    /// Takes note of what was found in verifying a file.
    public mutating func finish(_ file: OutputFile, of format: OutputFormat) {
        if format.kind == .book { print = file.texts == nil ? nil : file.print }
    }

    /// What went wrong in making the files, such as a character that no font has; what reading had to say is not among it.
    public var faults: [Diagnostic] { remarks.filter { $0.severity == .error } }

    /// What the page's list of files shows of those made so far.
    var links: [(path: String, title: String)] {
        OutputFormat.catalogue.flatMap { format -> [(path: String, title: String)] in
            guard let title = format.title else { return [] }
            if files.contains(format.file) { return [(format.file, title)] }
            let inside = files.filter { $0.hasPrefix(format.file + "/") }
            return inside.map { ($0, "\(title)：\($0.dropFirst(format.file.count + 1))") }
        }
    }
}
