internal import Delivery
internal import Diagnostics
internal import Foundation
internal import Intake

/// The tools that every command has at hand.
struct Invocation: Sendable {
    let console: Console
    let language: Language
    /// `--resources`, where it was given.
    let resources: String?

    init(_ arguments: Arguments) {
        console = Console(isQuiet: arguments.has(.quiet))
        language = arguments.choice(.language, otherwise: .chinese)
        resources = arguments[.resources]
    }

    func resourceFolder() throws(ResourceError) -> ResourceFolder {
        try ResourceFolder(given: resources)
    }

    func tables() throws(ResourceError) -> RunResources {
        try RunResources(resourceFolder())
    }

    /// The settings files of county and towns that `--profile` names and the search has found.
    ///
    /// - Parameter results: folders of earlier results, in whose sheets somebody may have written answers.
    func reviewFiles(
        _ search: InputSearch, _ arguments: Arguments, results: [String] = [], _ tables: RunResources
    ) throws(UsageError) -> ReviewFiles {
        let profile = arguments[.profile].map { InputFile(url: URL(filePath: $0), path: $0) }
        let files = ReviewFiles(search, profile: profile, results: results, engine: tables.engine)
        if let fault = files.faults.first { throw UsageError("审核设定 \(fault.path) \(fault.reason)") }
        return files
    }

    /// The workspace of `--workspace`, of `GOALBOOK_WORKSPACE`, or the current folder.
    func workspace(_ arguments: Arguments) throws(SettingsError) -> Workspace {
        let given = arguments[.workspace] ?? ProcessInfo.processInfo.environment["GOALBOOK_WORKSPACE"] ?? ""
        return try Workspace(at: given.isEmpty ? "." : given)
    }

    /// Prints on standard error what was passed over and what failed, each once.
    func tell(skipped: [String], notices: [String], failures: [InputFailure]) {
        if !skipped.isEmpty { console.note("跳过\(skipped.count)个文件（不是目标书的类型）：\(skipped.joined(separator: "、"))") }
        for notice in notices { console.note("说明：\(notice)") }
        failures.forEach(tell)
    }

    /// Prints on standard error what failed, with a line for each place.
    func tell(_ failure: InputFailure) {
        let lines = ["失败：\(failure.path)：\(failure.summary)"] + failure.places.map { "  " + $0 }
        for line in lines {
            let indent = line.hasPrefix("  ") ? "    " : "  "
            console.error(console.isInteractive ? TerminalText.wrap(line, columns: console.width, indent: indent) : line)
        }
    }

    /// Exit code of a run over towns.
    func exitCode(towns: Int, failures: [InputFailure]) -> ExitCode {
        if towns == 0 {
            console.error("没有可以读取的目标书。请把目标书（Word、Excel、文本等）放进所写的文件夹，或直接写文件名")
            return .nothingReadable
        }
        return failures.isEmpty ? .done : .someFailed
    }
}
