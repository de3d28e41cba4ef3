internal import Delivery
internal import Diagnostics
internal import Facts

/// `goalbook evaluate`: 绩效自评.
enum EvaluateCommand: Command {
    static let name = "evaluate"
    static let summary = Bilingual(
        "绩效自评：按执行数据给每个项目计分，或审核别人填好的自评表", en: "score every project from its actual figures, or check filled forms")
    static let details = Bilingual(
        """
        按目标书和执行数据给每个项目计分，每一分都有算式，如 10×37.24/43.2 = 8.62；用12月31日的数，没有就用当年最新的。
        分值不等于100、要写的原因没有写、有一格读不懂时，不给总分和等级，并说明要补什么。
        加 -o：每个乡镇一个文件夹，有绩效自评表.pdf、自评.xlsx、绩效自评.html；几个乡镇时另有绩效自评汇总.html、自评汇总.xlsx。
        算法（预设 national、hebei、cost101、hubei、sichuan、guangxi）在审核设定的 appraisal 里改。
        写 --review 时读取已经填好的项目支出绩效自评表（Word、Excel、网页、带结构标记的PDF、文本；一个文件里可以有几张），核对分值、得分、\
        执行率、总分、资金合计和应说明的原因，列出每处错误的位置、理由、改法和正确的数。有读不懂的表，退出码为3。
        """,
        en: """
            Scores every project from the goal book and its actual figures, each point with its working. Totals and grades are \
            withheld where weights are not 100 or demanded reasons are missing. Settings: appraisal in 审核设定.json5. With \
            --review, self-evaluation forms that others have filled in are read and checked instead; exit code 3 where one of \
            them was not understood.
            """)
    static let operands = Operands.books
    static let options = [review, actuals, output, format, failOn, .profile, .jobs]

    private static let review = Option(
        "review", "审核别人填好的自评表，不需要执行数据", en: "check forms that others have filled in; needs no actual figures")
    private static let actuals = Option(
        AppraisalOptions.actuals.name, AppraisalOptions.actuals.value, isRepeated: true, AppraisalOptions.actuals.meaning.chinese,
        en: AppraisalOptions.actuals.meaning.english)
    private static let output = Option(
        "output", short: "o", .folder, "把结果写在文件夹里；审核时是自评审核意见.pdf、.txt、.xlsx 和 evaluation.json",
        en: "write the results to a folder; of a review as PDF, text, workbook and JSON")
    private static let format = Option(
        "format", .choice(FormReviewFormat.allCases.map(\.rawValue)), "输出格式，默认 text；xlsx 只用于审核",
        en: "default text; xlsx of a review only")
    private static let failOn = Option(
        "fail-on", .choice(Severity.allCases.reversed().map(\.rawValue) + ["never"]), "审核时到哪一级别退出码为1（更重的也算），默认 never",
        en: "of a review: exit code 1 at or above this severity, default never")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let form = arguments.choice(format, otherwise: FormReviewFormat.text)
        if arguments.has(review) {
            guard !arguments.has(actuals) else { throw UsageError("--review 审核填好的自评表，不用 --actuals") }
            let limit = arguments[failOn].flatMap(Severity.init(rawValue:))
            return try await FormReviewRun(form: form, folder: arguments[output], failingOn: limit).run(arguments, invocation)
        }
        if form == .xlsx { throw UsageError("--format xlsx 只用于审核填好的自评表（--review）") }
        if arguments.has(failOn) { throw UsageError("--fail-on 只用于审核填好的自评表（--review）") }
        return try await AppraisalOptions.run(
            arguments, invocation, .evaluation,
            text: { EvaluationText(report: $0, columns: $1).text }, json: { try EvaluationFile($0).json() })
    }
}
