internal import Diagnostics

/// `goalbook completion`: what a shell offers, printed when the program is installed.
enum CompletionCommand: Command {
    static let name = "completion"
    static let summary = Bilingual("打印 bash 或 zsh 的命令行补全", en: "print the completion for bash or zsh")
    static let operands = Operands(.choice(["bash", "zsh"]), 1...1, demand: "请写明一种：bash、zsh")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        invocation.console.out(arguments.operands[0] == "bash" ? BashCompletion.text : ZshCompletion.text)
        return .done
    }
}
