internal import Delivery
internal import Diagnostics
internal import Facts

/// `goalbook evaluate`: 绩效自评.
enum EvaluateCommand: Command {
    static let name = "evaluate"
    static let summary = Bilingual("绩效自评：按执行数据给每个项目计分", en: "score every project from its actual figures")
    static let details = Bilingual(
        """
        按目标书和执行数据给每个项目计分，每一分都有算式，如 10×37.24/43.2 = 8.62；用12月31日的数，没有就用当年最新的。
        分值不等于100、要写的原因没有写、有一格读不懂时，不给总分和等级，并说明要补什么。
        加 -o：每个乡镇一个文件夹，有绩效自评表.pdf、自评.xlsx、绩效自评.html；几个乡镇时另有绩效自评汇总.html、自评汇总.xlsx。
        算法（预设 national、hebei、cost101、hubei、sichuan、guangxi）在审核设定的 appraisal 里改。
        """,
        en: """
            Scores every project from the goal book and its actual figures, each point with its working. Totals and grades are \
            withheld where weights are not 100 or demanded reasons are missing. Settings: appraisal in 审核设定.json5.
            """)
    static let operands = Operands.books
    static let options = [AppraisalOptions.actuals, AppraisalOptions.output, AppraisalOptions.format, .profile, .jobs]

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        try await AppraisalOptions.run(
            arguments, invocation, .evaluation,
            text: { EvaluationText(report: $0, columns: $1).text }, json: { try EvaluationFile($0).json() })
    }
}
