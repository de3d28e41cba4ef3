internal import Diagnostics
internal import Linting

/// `goalbook rules`: the list of all rules.
enum RulesCommand: Command {
    static let name = "rules"
    static let summary = Words("列出全部规则", en: "list all rules")
    static let options: [Arguments.Option] = []
    static let help = Words(
        """
        用法：goalbook rules

        列出全部规则：代码、级别、审核内容、名称。每条的说明见 goalbook explain 代码。
        """,
        en: """
            Usage: goalbook rules

            Lists all rules: code, severity, criterion, title. Details: goalbook explain CODE.
            """)

    static func run(_ arguments: Arguments, _ setting: Setting) async throws -> ExitCode {
        guard arguments.positional.isEmpty else { throw UsageError("rules 后面不带内容") }
        for rule in RuleCatalogue.descriptions {
            let columns = [(rule.code, 5), (rule.severity.title, 6), (rule.criterion.rawValue, 8), (rule.title, 24)]
            setting.console.out(columns.map { TerminalText.padded($0, to: $1) }.joined() + rule.id)
        }
        return .done
    }
}
