internal import Delivery
internal import Diagnostics
internal import Foundation
internal import Intake
internal import Linting
internal import Outputs

/// `goalbook rules`: the list of all rules.
enum RulesCommand: Command {
    static let name = "rules"
    static let summary = Bilingual("列出全部规则", en: "list all rules")
    static let options: [Arguments.Option] = [.value("format")]
    static let help = Bilingual(
        """
        用法：goalbook rules [--format text|html|md]

        列出全部规则：代码、级别、审核内容、名称。每条的说明见 goalbook explain 代码。

        选项：
          --format text|html|md   html、md：规则手册，写明每条规则的原因、改法、依据和例子；如
                                  goalbook rules --format html > 规则手册.html
        """,
        en: """
            Usage: goalbook rules [--format text|html|md]

            Lists all rules: code, severity, criterion, title. Details: goalbook explain CODE.

            Options:
              --format text|html|md   html and md give the manual: each rule with reason, remedy, source, examples
            """)

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard arguments.positional.isEmpty else { throw UsageError("rules 后面不带内容") }
        switch try arguments.choice("format", of: ["text", "html", "md"], otherwise: "text") {
        case "html":
            let css = try invocation.resourceFolder().bytes(of: "site.css")
            invocation.console.out(Data(RuleManual.html(css: String(decoding: css, as: UTF8.self)).utf8))
            return .done
        case "md":
            invocation.console.out(Data(RuleManual.markdown.utf8))
            return .done
        default: break
        }
        for rule in RuleCatalogue.descriptions {
            let columns = [(rule.code, 5), (rule.severity.title, 6), (rule.criterion.rawValue, 8), (rule.title, 24)]
            invocation.console.out(columns.map { TerminalText.padded($0, to: $1) }.joined() + rule.id)
        }
        return .done
    }
}
