internal import Delivery
internal import Diagnostics
internal import Foundation
internal import Intake
internal import Text

/// `goalbook annotate`: the town's own files with the findings as comments.
enum AnnotateCommand: Command {
    static let name = "annotate"
    static let summary = Bilingual(
        "把问题写成批注，放回原来的Word、Excel文件", en: "write the findings as comments into the Word and Excel files")
    static let details = Bilingual(
        """
        给每个Word、Excel文件另存一份“原名（审核批注）”，每个问题是一条批注，批在出问题的那一格、那一段上；原文件不动。
        Excel里有错误的单元格另加底色，用的是一条条件格式，可以一次清除。旧格式（.doc、.xls、.wps、.et）先转换成 .docx、.xlsx。
        已经有的文件不会被覆盖。文本、网页、PDF没有可以放批注的地方，只列出文件名。
        """,
        en: """
            Saves a copy of each Word and Excel file with each finding as a comment at its very cell or paragraph; the file
            itself stays. Old formats are converted before. Files that are there are never overwritten. Text, web pages and PDF
            have no place for comments.
            """)
    static let operands = Operands.books
    static let options = [output, track, mask, .jobs, .profile]

    private static let output = Option("output", short: "o", .folder, isRequired: true, "写到哪个文件夹", en: "where to write")
    private static let track = Option(
        "track", "Word文件里，可以直接改的（如错别字、百分号）另写成修订，由填报人接受或拒绝", en: "safe corrections as tracked changes, in Word")
    private static let mask = Option(
        "mask", "批注里的身份证号、手机号、银行卡号和确认是姓名的打上星号；文件自己的内容不变",
        en: "hide identity, mobile and bank card numbers and certain names in comments; the file's own text stays")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard let folder = arguments[output] else { throw UsageError("没有写明写到哪里，如 goalbook annotate 甲镇.docx -o 批注") }
        let target = URL(filePath: folder)
        let search = InputSearch(arguments.operands, excluding: target)
        let tables = try invocation.tables()
        let run = AnnotationRun(
            tables: tables, jobs: try arguments.jobs(), masked: arguments.has(mask), correcting: arguments.has(track),
            created: try SourceDate.date())
        let outcome = await run.run(search, settings: try invocation.reviewFiles(search, arguments, tables), to: target)
        for file in outcome.written {
            let counts = file.counts.map { "\($0.place)\($0.count)" }.joined(separator: "，")
            let corrections = file.corrections > 0 ? "；修订\(file.corrections)处" : ""
            invocation.console.out("\(file.name)：" + (counts.isEmpty ? "没有问题" : "问题 " + counts) + corrections)
        }
        if !outcome.plain.isEmpty {
            invocation.console.note("没有可以放批注的地方（不是Word、Excel文件）：\(outcome.plain.joined(separator: "、"))")
        }
        invocation.tell(skipped: search.skipped, notices: outcome.notices, failures: outcome.failures)
        if outcome.written.isEmpty {
            invocation.console.error("没有写出批注。批注只能放在Word、Excel文件里（.docx、.xlsx、.doc、.xls、.wps、.et）")
            return .nothingReadable
        }
        return outcome.failures.isEmpty ? .done : .someFailed
    }
}
