internal import Delivery
internal import Diagnostics
internal import Foundation
internal import Intake

/// One command of the program; adding one is a file and a line in ``CommandCatalogue/all``.
protocol Command: Sendable {
    static var name: String { get }
    /// One line of the overview, Chinese and English.
    static var summary: Bilingual { get }
    /// What `--help` prints.
    static var help: Bilingual { get }
    static var options: [Arguments.Option] { get }
    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode
}

/// What every command has at hand.
struct Invocation: Sendable {
    let console: Console
    let language: Language
    /// `--resources`, where it was given.
    let resources: String?

    func resourceFolder() throws(ResourceError) -> ResourceFolder {
        try ResourceFolder(given: resources)
    }

    func tables() throws(ResourceError) -> Tables {
        try Tables(resourceFolder())
    }

    /// The settings files of county and towns that `--profile` names and the search has found.
    ///
    /// - Parameter results: folders of results of before, in whose sheets somebody may have written answers.
    /// - Throws: ``UsageError`` when one of them cannot be used.
    func reviewFiles(
        _ search: InputSearch, _ arguments: Arguments, results: [String] = [], _ tables: Tables
    ) throws(UsageError) -> ReviewFiles {
        let profile = arguments["profile"].map { InputFile(url: URL(filePath: $0), path: $0) }
        let files = ReviewFiles(search, profile: profile, results: results, engine: tables.engine)
        if let fault = files.faults.first { throw UsageError("审核设定 \(fault.path) \(fault.reason)") }
        return files
    }

    /// Prints on standard error what was passed over and what failed, each once.
    func tell(skipped: [String], notices: [String], failures: [TownFailure]) {
        if !skipped.isEmpty { console.error("跳过\(skipped.count)个文件（不是目标书的类型）：\(skipped.joined(separator: "、"))") }
        for notice in notices { console.error("说明：\(notice)") }
        for failure in failures { console.error("失败：\(failure.path)：\(failure.reason)") }
    }

    /// Exit code of a run over towns.
    func exitCode(towns: Int, failures: [TownFailure]) -> ExitCode {
        if towns == 0 {
            console.error("没有可以读取的目标书。请把目标书（Word、Excel、文本等）放进所写的文件夹，或直接写文件名")
            return .nothingReadable
        }
        return failures.isEmpty ? .done : .someFailed
    }
}
