internal import Delivery
internal import Diagnostics
internal import Intake

/// The program `goalbook`.
public enum Program {
    public static let version = "0.1.0"
    static let nameAndVersion = "goalbook \(version)"

    /// Runs a command line without the program's name and returns its exit code.
    public static func run(_ words: [String]) async -> Int32 {
        let console = Console()
        do {
            return try await dispatch(words, console).rawValue
        } catch let error as UsageError {
            console.error("\(error.message)。用法见 goalbook --help")
            return ExitCode.usage.rawValue
        } catch let error as ResourceError {
            console.error(error.message)
            return ExitCode.usage.rawValue
        } catch let error as SettingsError {
            console.error(error.message)
            return ExitCode.usage.rawValue
        } catch let error as StateError {
            console.error(error.message)
            return ExitCode.publishing.rawValue
        } catch let error as PublicationError {
            console.error(error.message)
            return error.isUsage ? ExitCode.usage.rawValue : ExitCode.publishing.rawValue
        } catch {
            console.error("内部错误：\(error)。请把这条信息和所用文件报告给维护人员")
            return ExitCode.internalError.rawValue
        }
    }

    private static let common: [Arguments.Option] = [.flag("help"), .value("lang"), .value("resources")]

    private static func dispatch(_ words: [String], _ console: Console) async throws -> ExitCode {
        guard let name = words.first(where: { !$0.hasPrefix("-") }), let index = words.firstIndex(of: name),
            let command = CommandCatalogue.all.first(where: { $0.name == name })
        else {
            return try overview(words, console)
        }
        var rest = words
        rest.remove(at: index)
        let arguments = try Arguments(rest, options: command.options + common)
        let invocation = Invocation(console: console, language: try language(arguments), resources: arguments["resources"])
        if arguments.has("help") {
            console.out(command.help[invocation.language])
            return .done
        }
        return try await command.run(arguments, invocation)
    }

    /// Words without a command: help, version, or a mistake.
    private static func overview(_ words: [String], _ console: Console) throws -> ExitCode {
        let arguments = try Arguments(words, options: common + [.flag("version")])
        if let unknown = arguments.positional.first { throw UsageError("没有“\(unknown)”这个命令") }
        if arguments.has("version") {
            console.out(nameAndVersion)
            return .done
        }
        let text = CommandCatalogue.overview(try language(arguments))
        if arguments.has("help") {
            console.out(text)
            return .done
        }
        console.error(text)
        return .usage
    }

    private static func language(_ arguments: Arguments) throws -> Language {
        let word = try arguments.choice("lang", of: ["zh", "en"], otherwise: "zh")
        return Language(rawValue: word) ?? .chinese
    }
}

extension PublicationError {
    /// The folder that was named cannot be used, as opposed to a disk that refuses.
    fileprivate var isUsage: Bool {
        switch self {
        case .notAFolder, .foreignFolder, .holdsInput, .exists: true
        case .notWritable, .notPublished: false
        }
    }
}
