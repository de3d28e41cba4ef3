internal import Appraisal
internal import Delivery
internal import Diagnostics
internal import Facts
internal import Foundation
internal import GoalModel
internal import Intake
internal import Reporting
internal import Tables
internal import Text

/// `goalbook evaluate`: self-evaluation; with `--review` that of others is checked.
enum EvaluateCommand: Command {
    static let name = "evaluate"
    static let summary = Bilingual("绩效自评：审核别人填好的自评表", en: "check self-evaluation forms that others have filled in")
    static let details = Bilingual(
        """
        读取已经填好的项目支出绩效自评表（Word、Excel、网页、带结构标记的PDF、文本；一个文件里可以有几张），核对分值、得分、执行率、总分、
        资金合计和应说明的原因，列出每处错误的位置、理由、改法和正确的数。有读不懂的表，退出码为3。
        """,
        en:
            "Reads filled self-evaluation forms and checks points, rates, totals, money and reasons. Exit code 3 where a form was not understood."
    )
    static let operands = Operands.books
    static let options = [review, format, output, failOn, .jobs]

    private static let review = Option("review", "审核别人填好的自评表", en: "check forms that others have filled in")
    private static let format = Option(
        "format", .choice(ReviewFormat.allCases.map(\.rawValue)), "输出格式，默认 text；xlsx 是审核意见（Excel）", en: "default text")
    private static let output = Option(
        "output", short: "o", .folder, "写到这个文件夹：自评审核意见.txt、自评审核意见.xlsx、evaluation.json",
        en: "write text, workbook and JSON into this folder")
    private static let failOn = Option(
        "fail-on", .choice(Severity.allCases.reversed().map(\.rawValue) + ["never"]), "到哪一级别退出码为1（更重的也算），默认 never",
        en: "exit code 1 at or above this severity, default never")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard arguments.has(review) else { throw UsageError("请写明 --review，如 goalbook evaluate --review 自评表.docx") }
        let form = arguments.choice(format, otherwise: ReviewFormat.text)
        try form.checkTerminal(isWritten: arguments.has(output))
        let search = InputSearch(arguments.operands, excluding: arguments[output].map { URL(filePath: $0) })
        let tables = try invocation.tables()
        let read = await FilledForms.reading(search, lexicon: tables.lexicon, jobs: try arguments.jobs())
        let reviewed = read.forms.map { form in
            let book = GoalBook(town: "", unit: BudgetUnit(code: nil, name: ""), fiscalYear: form.fiscalYear)
            return ReviewedForm(form, personal: tables.engine.personalNumbers(of: book))
        }
        if !reviewed.isEmpty {
            if let folder = arguments[output] {
                try write(reviewed, to: folder, sparing: search)
            }
            if arguments[output] == nil || form == .text {
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
        guard let limit = arguments[failOn].flatMap(Severity.init(rawValue:)), let worst, worst >= limit else { return .done }
        return .findings
    }

    private static func write(_ forms: [ReviewedForm], to folder: String, sparing search: InputSearch) throws {
        let url = URL(filePath: folder)
        do { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) } catch {
            throw PublicationError.refusing(folder, error)
        }
        for (name, form) in [("自评审核意见.txt", ReviewFormat.text), (FormReviewSheet.fileName, .xlsx), ("evaluation.json", .json)] {
            try ReportFile.write(
                try form.bytes(forms, columns: 100), to: url.appending(path: name).path(percentEncoded: false), sparing: search)
        }
    }
}

/// How the findings in forms are written.
private enum ReviewFormat: String, CaseIterable {
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
