internal import Diagnostics

/// The text of `--help`.
struct HelpText {
    let language: Language
    /// Of the terminal; longer lines than 100 columns are hard to read.
    private let columns: Int

    init(_ language: Language, columns: Int) {
        self.language = language
        self.columns = min(columns, 100)
    }

    /// The commands, the options of all of them, and the exit codes.
    var overview: String {
        let head = Bilingual(
            "—— 把乡镇部门预算绩效目标变成可打印的目标书、网页和邮件\n\n用法：goalbook 命令 [选项] 文件或文件夹…\n\n命令：",
            en: "- township budget goals as printed books, pages and mails\n\n"
                + "Usage: goalbook COMMAND [OPTIONS] FILE-OR-FOLDER...\n\nCommands:")
        let commands = list(CommandCatalogue.all.map { DetailPart(name: $0.name, text: $0.summary[language]) })
        let pages = Bilingual(
            "一个命令的说明：goalbook help 命令，或 goalbook 命令 --help（英文加 --lang en）",
            en: "Help of a command: goalbook help COMMAND --lang en, or goalbook COMMAND --help --lang en")
        let topics =
            Bilingual("主题：goalbook help ", en: "Topics: goalbook help ")[language]
            + HelpTopic.all.map(\.name).joined(separator: " | ")
        return """
            \(Program.nameAndVersion) \(head[language])
            \(commands)

            \(optionsTitle)
            \(options(Option.common))

            \(Bilingual("退出码：", en: "Exit codes:")[language])
            \(list(DetailPart.parts(of: HelpText.codes(ExitCode.allCases, language))))

            \(filled(pages[language]))
            \(filled(topics))
            """
    }

    func page(of command: any Command.Type) -> String {
        let usage = Bilingual("用法：goalbook ", en: "Usage: goalbook ")[language]
        var sections = [
            filled(usage + command.name + " " + command.synopsis(language)),
            list(DetailPart.parts(of: command.details[language])),
        ]
        if !command.options.isEmpty { sections.append(optionsTitle + "\n" + options(command.options)) }
        let more = Bilingual(
            "每个命令都有的选项（--lang、--resources、--quiet 等）见 goalbook --help",
            en: "Options of every command (--lang, --resources, --quiet): goalbook --help --lang en")
        return (sections + [filled(more[language])]).joined(separator: "\n\n")
    }

    /// A topic: its paragraphs and tables, headings as they stand.
    func text(of topic: String) -> String {
        topic.split(separator: "\n\n").map { part in
            list(
                DetailPart.parts(
                    of: part.split(separator: "\n").map { $0.hasPrefix("# ") ? "◆ " + $0.dropFirst(2) : $0 }.joined(
                        separator: "\n")))
        }.joined(separator: "\n\n")
    }

    /// Exit codes with their meanings, as rows of a command's details.
    static func codes(_ codes: [ExitCode], _ language: Language) -> String {
        codes.map { "  \($0.rawValue)  \($0.meaning[language])" }.joined(separator: "\n")
    }

    private var optionsTitle: String { Bilingual("选项：", en: "Options:")[language] }

    private func options(_ options: [Option]) -> String {
        list(
            options.map {
                DetailPart(name: $0.usage(language, spelling: $0.spellings.joined(separator: ", ")), text: $0.meaning[language])
            })
    }

    /// Paragraphs, and names with their meanings beside them; a long name stands on a line of its own.
    private func list(_ parts: [DetailPart]) -> String {
        let widths = parts.compactMap(\.name).map { TerminalText.width($0) + 4 }
        let column = widths.filter { $0 <= columns * 2 / 5 }.max() ?? 4
        return parts.map { part in
            // Copied as it stands.
            if part.isExample { return "    " + part.text }
            guard let name = part.name else { return filled(part.text) }
            let head = TerminalText.padded("  " + name, to: column)
            let isLong = TerminalText.width(name) + 4 > column
            return filled(isLong ? head + "\n" + part.text : head + part.text, indent: column)
        }.joined(separator: "\n")
    }

    private func filled(_ text: String, indent: Int = 0) -> String {
        TerminalText.wrap(text, columns: columns, indent: String(repeating: " ", count: indent))
    }
}

/// A paragraph of a command's details, a name with its meaning, or a line of an example.
struct DetailPart {
    let name: String?
    let text: String
    var isExample = false

    static func parts(of text: String) -> [DetailPart] {
        text.split(separator: "\n").map { line in
            guard line.hasPrefix("  ") else { return DetailPart(name: nil, text: String(line)) }
            guard let gap = line.dropFirst(2).firstRange(of: "  ") else {
                return DetailPart(name: nil, text: String(line.dropFirst(2)), isExample: true)
            }
            return DetailPart(
                name: String(line[..<gap.lowerBound].dropFirst(2)), text: String(line[gap.upperBound...].drop { $0 == " " }))
        }
    }
}
