internal import Diagnostics
internal import Linting
internal import Text

/// `goalbook explain`: one rule in full.
enum ExplainCommand: Command {
    static let name = "explain"
    static let summary = Bilingual("解释一条规则", en: "explain a rule")
    static let details = Bilingual(
        "说明一条规则查什么、为什么、怎样改，并给出正确和错误的例子。规则可以写代码（I03）、名称（指标值缺数字）或英文名（number-missing）。",
        en:
            "Tells what a rule looks for, why, how to put it right, with examples. RULE is a code (I03) or an id (number-missing)."
    )
    static let operands = Operands(Value("规则", en: "RULE", .rules), 1...1, demand: "请写一条规则，如 goalbook explain I03")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let word = arguments.operands[0]
        guard let rule = RuleCatalogue.description(of: word) else {
            throw UsageError("没有规则\(word.quoted)。全部规则见 goalbook rules")
        }
        for line in rule.text.split(separator: "\n", omittingEmptySubsequences: false) {
            let indent = line.hasPrefix("  ") ? "    " : "      "
            invocation.console.out(TerminalText.wrap(String(line), columns: invocation.console.width, indent: indent))
        }
        return .done
    }
}
