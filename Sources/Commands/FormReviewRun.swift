internal import Appraisal
internal import Delivery
internal import Diagnostics
internal import Facts
internal import Foundation
internal import GoalModel
internal import Intake
internal import Print
internal import Reporting
internal import Tables
internal import Text

/// Reads self-evaluation forms that others have filled in, and checks them.
struct FormReviewRun {
    let form: FormReviewFormat
    /// Where all formats are written; `nil` for standard output.
    let folder: String?
    let failingOn: Severity?

    func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        try form.checkTerminal(isWritten: folder != nil)
        let search = InputSearch(arguments.operands, excluding: folder.map { URL(filePath: $0) })
        let tables = try invocation.tables()
        let read = await FilledForms.reading(search, lexicon: tables.lexicon, jobs: try arguments.jobs())
        let surroundings = tables.engine.formSurroundings
        let reviewed = read.forms.map { ReviewedForm($0, in: surroundings) }
        if !reviewed.isEmpty {
            if let folder { try write(reviewed, to: folder, sparing: search, tables) }
            if folder == nil || form == .text {
                invocation.console.out(try form.bytes(reviewed, columns: invocation.console.width))
            }
        }
        invocation.tell(skipped: search.skipped, notices: [], failures: read.failures)
        if reviewed.isEmpty {
            invocation.console.error("没有可以读取的自评表。请写明填好的自评表的文件名，或放着自评表的文件夹")
            return .nothingReadable
        }
        if !read.failures.isEmpty { return .someFailed }
        let worst = reviewed.flatMap(\.findings).map(\.severity).max()
        guard let failingOn, let worst, worst >= failingOn else { return .done }
        return .findings
    }

    private func write(
        _ forms: [ReviewedForm], to folder: String, sparing search: InputSearch, _ tables: RunResources
    ) throws {
        let url = URL(filePath: folder)
        do { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) } catch {
            throw PublicationError.refusing(folder, error)
        }
        for (name, form) in [
            ("自评审核意见.txt", FormReviewFormat.text), (FormReviewSheet.fileName, .xlsx), ("evaluation.json", .json),
        ] {
            try ReportFile.write(
                try form.bytes(forms, columns: 100), to: url.appending(path: name).path(percentEncoded: false), sparing: search)
        }
        let press = PDFPrinter(fonts: tables.fonts.ready(), preset: tables.presets[nil] ?? .official, isOnlyWorker: true)
        let opinion = try press.opinion(on: forms, created: try SourceDate.date())
        try ReportFile.write(
            Data(opinion.bytes), to: url.appending(path: "自评审核意见.pdf").path(percentEncoded: false), sparing: search)
    }
}

/// How the findings in forms are written.
enum FormReviewFormat: String, CaseIterable {
    case text, json, xlsx

    func checkTerminal(isWritten: Bool) throws(UsageError) {
        guard self == .xlsx, !isWritten, isatty(STDOUT_FILENO) == 1 else { return }
        throw UsageError("--format xlsx 是Excel文件，不能显示在屏幕上。请用 -o 写明文件夹，如 -o 审核")
    }

    func bytes(_ forms: [ReviewedForm], columns: Int) throws -> Data {
        switch self {
        case .text: Data(FormReviewText(forms: forms, columns: columns).text.displayable.withNumbersStarred.utf8)
        case .json: try ReviewedFormsFile(forms).json()
        case .xlsx: try FormReviewSheet(forms).written().bytes
        }
    }
}
