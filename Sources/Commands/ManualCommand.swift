internal import Delivery
internal import Diagnostics
internal import Foundation

/// `goalbook manual`: fills what the commands say of themselves into the template of the manual page.
enum ManualCommand: Command {
    static let name = "manual"
    static let summary = Bilingual("把命令、选项和退出码填入手册的模板", en: "fill commands, options and exit codes into the manual page")
    static let operands = Operands(Value("模板", en: "TEMPLATE", .files(["1"])), 1...1, demand: "请写明手册的模板")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let folder = try invocation.resourceFolder()
        let template = try ReportFile.bytes(of: arguments.operands[0])
        let parts = [
            "@VERSION@": Program.version, "@COMMANDS@": CommandCatalogue.all.map(section).joined(separator: "\n"),
            "@TOPICS@": try HelpTopic.all.map { chapter(try $0.text(in: folder)) }.joined(
                separator: "\n"),
            "@OPTIONS@": options(Option.common).joined(separator: "\n"),
            "@EXITCODES@": ExitCode.allCases.map { "\($0.rawValue)|\(roff($0.meaning.chinese))" }.joined(separator: "\n"),
        ]
        let page = parts.reduce(String(decoding: template, as: UTF8.self)) { $0.replacing($1.key, with: $1.value) }
        invocation.console.out(Data(page.utf8))
        return .done
    }

    private static func section(_ command: any Command.Type) -> String {
        let details = rows(command.details.chinese, stop: "。")
        let head = [".SS \(command.name)", ".B goalbook \(command.name)", roff(command.synopsis(.chinese))].filter { !$0.isEmpty }
        return (head + details + options(command.options)).joined(separator: "\n")
    }

    /// A topic as a chapter, its headings as parts of it.
    private static func chapter(_ text: String) -> String {
        let lines = text.split(separator: "\n").map(String.init)
        let rest = lines.dropFirst().flatMap { line in
            line.hasPrefix("# ") ? [".SS " + roff(String(line.dropFirst(2)))] : rows(line)
        }
        return ([".SH " + roff(lines.first ?? "")] + rest).joined(separator: "\n")
    }

    /// Paragraphs, and names with their meanings.
    private static func rows(_ text: String, stop: String = "") -> [String] {
        DetailPart.parts(of: text).flatMap { part in
            if part.isExample { return [".RS 4", ".nf", escaped(part.text), ".fi", ".RE"] }
            return part.name.map { [".TP", "\\fI\(escaped($0))\\fR", roff(part.text) + stop] } ?? [".PP", roff(part.text)]
        }
    }

    private static func options(_ options: [Option]) -> [String] {
        options.flatMap { option in
            let names = option.spellings.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
            return [".TP", names + (option.value.map { " " + placeholder($0) } ?? ""), roff(option.meaning.chinese) + "。"]
        }
    }

    /// Values as they are typed are bold, what somebody puts in their place is not.
    private static func placeholder(_ value: Value) -> String {
        guard case .choice(let values) = value.completion else { return "\\fI\(escaped(value.placeholder.chinese))\\fR" }
        return values.map { "\\fB\(escaped($0))\\fR" }.joined(separator: "|")
    }

    /// A line of text, the options in it bold.
    private static func roff(_ text: String) -> String {
        let marked = text.replacing(/(^|[^\w.\-])(--?[a-z][a-z\-]*)/) { "\($0.output.1)\u{1}\($0.output.2)\u{2}" }
        return escaped(marked).replacing("\u{1}", with: "\\fB").replacing("\u{2}", with: "\\fR")
    }

    private static func escaped(_ text: String) -> String {
        let line = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }
}
