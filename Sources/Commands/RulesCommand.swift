internal import Diagnostics
internal import Foundation
internal import Intake
internal import Linting
internal import Pages
internal import Reporting

/// `goalbook rules`: the list of all rules.
enum RulesCommand: Command {
    static let name = "rules"
    static let summary = Bilingual("列出全部规则", en: "list all rules")
    static let details = Bilingual(
        "列出全部规则：代码、级别、审核内容、名称。每条的说明见 goalbook explain 代码。",
        en: "Lists all rules: code, severity, criterion, title. Details: goalbook explain CODE.")
    static let operands = Operands.none()
    static let options = [format]

    private static let format = Option(
        "format", .choice(RulesFormat.allCases.map(\.rawValue)),
        "输出格式，默认 text；html、md 是规则手册，写明每条规则的原因、改法、依据和例子；如 goalbook rules --format html > 规则手册.html",
        en: "default text; html and md give the manual: each rule with reason, remedy, source, examples")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        switch arguments.choice(format, otherwise: RulesFormat.text) {
        case .text:
            for rule in RuleCatalogue.descriptions {
                let columns = [(rule.code, 5), (rule.severity.title, 6), (rule.criterion.rawValue, 8), (rule.title, 24)]
                invocation.console.out(columns.map { TerminalText.padded($0, to: $1) }.joined() + rule.id)
            }
        case .html:
            let folder = try invocation.resourceFolder()
            let css = try ["site.css", "manual.css"].map { String(decoding: try folder.bytes(of: $0), as: UTF8.self) }.joined()
            let reviewer = try Reviewer { try folder.bytes(of: $0) }
            let page = RuleManual.html(css: css) { reviewer.report($0, []).findings }
            invocation.console.out(Data(page.utf8))
        case .md: invocation.console.out(Data(RuleManual.markdown.utf8))
        }
        return .done
    }
}

private enum RulesFormat: String, CaseIterable {
    case text, html, md
}
