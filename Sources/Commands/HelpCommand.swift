internal import Diagnostics

/// `goalbook help`: the overview, the help of one command, or a topic.
enum HelpCommand: Command {
    static let name = "help"
    static let summary = Bilingual("显示说明", en: "show help")
    static let details = Bilingual(
        "列出全部命令；写明命令时，显示它的说明，与 goalbook 命令 --help 相同；写明主题时，显示这个主题：\n"
            + HelpTopic.all.map { "  \($0.name)  \($0.title.chinese)" }.joined(separator: "\n"),
        en:
            "Lists all commands; with a command its help, as goalbook COMMAND --help does; with a topic that topic (in Chinese):\n"
            + HelpTopic.all.map { "  \($0.name)  \($0.title.english)" }.joined(separator: "\n"))
    static let operands = Operands(
        Value("[命令或主题]", en: "[COMMAND-OR-TOPIC]", .commands), 0...1,
        demand: "请只写一个命令或主题，如 goalbook help build、goalbook help formats")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let help = HelpText(invocation.language, columns: invocation.console.width)
        let word = arguments.operands.first
        let topic = HelpTopic.all.first { $0.name == word }
        // nightly and mail are commands and topics: the options first, then what there is to know.
        let isCommand = CommandCatalogue.all.contains { $0.name == word }
        let command = topic == nil || isCommand ? try word.map(CommandCatalogue.find) : nil
        let text = try topic.map { help.text(of: try $0.text(in: try invocation.resourceFolder())) }
        let pages = [word == nil ? help.overview : nil, command.map(help.page), text].compactMap(\.self)
        invocation.console.out(pages.joined(separator: "\n\n"))
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
