internal import Diagnostics
internal import Glibc
internal import Intake
internal import Platform
internal import Text

/// The program `goalbook`.
public enum Program {
    public static let version = "0.1.0"
    static let nameAndVersion = "goalbook \(version)"

    /// What the executable does before anything else: from here on a crash costs the file that it came of, and nothing else,
    /// and whoever stops the program stops what it has started.
    public static func begin() {
        CrashContainment.begin()
        RunningCommands.begin()
    }

    /// The words of the command line without the program's name; those that are no UTF-8 are names of files.
    public static var words: [String] {
        (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0] }.map { word in
            String(diskPath: UnsafeRawBufferPointer(start: word, count: strlen(word)))
        }
    }

    /// Runs a command line without the program's name and returns its exit code.
    public static func run(_ words: [String]) async -> Int32 {
        var words = words
        var name: String?
        // Options may stand before the command.
        if let index = Arguments.firstOperand(of: words, options: Option.common + CommandCatalogue.all.flatMap { $0.options }) {
            name = words.remove(at: index)
        }
        do {
            return try await dispatch(name, words).rawValue
        } catch {
            let explained = error as? any ExplainedError ?? UnexpectedError(error: error)
            var message = explained.message
            if let usage = error as? UsageError {
                let topic = usage.topic ?? name.flatMap { CommandCatalogue.command($0)?.name }
                message += "。用法见 goalbook \(topic.map { $0 + " " } ?? "")--help"
            }
            Console().error(message)
            return explained.exitCode.rawValue
        }
    }

    private static func dispatch(_ name: String?, _ words: [String]) async throws -> ExitCode {
        let command = try name.map(CommandCatalogue.find) ?? HelpCommand.self
        let arguments = try Arguments(words, options: command.options + Option.common)
        let invocation = Invocation(arguments)
        if arguments.has(.version) { return try await VersionCommand.run(arguments, invocation) }
        let help = HelpText(invocation.language, columns: invocation.console.width)
        if arguments.has(.help) {
            invocation.console.out(name == nil ? help.overview : help.page(of: command))
            return .done
        }
        if name == nil {
            invocation.console.error(help.overview)
            return .usage
        }
        try arguments.check(command.operands)
        return try await command.run(arguments, invocation)
    }
}

/// An error that nobody has explained: a mistake of ours.
private struct UnexpectedError: ExplainedError {
    let error: any Error

    var message: String { "内部错误：\(error)。请把这条信息和所用文件报告给维护人员" }
}
