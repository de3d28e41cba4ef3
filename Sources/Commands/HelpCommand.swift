internal import Diagnostics

/// `goalbook help`: the overview, or the help of one command.
enum HelpCommand: Command {
    static let name = "help"
    static let summary = Bilingual("显示说明", en: "show help")
    static let details = Bilingual(
        "列出全部命令；写明命令时，显示它的说明，与 goalbook 命令 --help 相同。",
        en: "Lists all commands; with a command its help, as goalbook COMMAND --help does.")
    static let operands = Operands(Value("[命令]", en: "[COMMAND]", .commands), 0...1, demand: "请只写一个命令，如 goalbook help build")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let help = HelpText(invocation.language, columns: invocation.console.width)
        let command = try arguments.operands.first.map(CommandCatalogue.find)
        invocation.console.out(command.map(help.page) ?? help.overview)
        return .done
    }
}

/// `goalbook version`.
enum VersionCommand: Command {
    static let name = "version"
    static let summary = Bilingual("显示版本", en: "show the version")
    static let operands = Operands.none()

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        invocation.console.out(Program.nameAndVersion)
        return .done
    }
}
