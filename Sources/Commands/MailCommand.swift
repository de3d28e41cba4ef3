internal import Delivery
internal import Diagnostics
internal import Facts
internal import Foundation

/// `goalbook mail`: mails for finished results.
enum MailCommand: Command {
    static let name = "mail"
    static let summary = Bilingual("为已有的结果写邮件、发邮件", en: "write and send mails for finished results")
    static let details = Bilingual(
        "为 goalbook build 或 goalbook nightly 的结果写邮件并发送。发过的内容不会再发给同一个人。",
        en: "Writes and sends mails for the results in DIR; what a reader was told is not sent to him again.")
    static let operands = Operands(Value("结果文件夹", en: "DIR", .folders), 1...1, demand: "请写明一个结果文件夹，如 goalbook mail out/current")
    static let options = [to, workspace, dryRun, output]

    private static let to = Option(
        "to", Value("地址", en: "ADDRESS"), isRepeated: true, "发给谁，可以写几次；不写时发给设定里的收件人",
        en: "to whom, may be repeated; default the recipients of the settings")
    private static let workspace = Option(
        "workspace", .folder, "用哪个工作文件夹的邮件设定；默认是结果所在的工作文件夹", en: "whose settings; default the workspace that the results lie in")
    private static let dryRun = Option("dry-run", "不发送，只写成 .eml 文件，可以用邮件软件打开看", en: "send nothing, write .eml files")
    private static let output = Option(
        "output", short: "o", .folder, ".eml 文件写到哪里，默认为结果文件夹旁边的 eml（与 --dry-run 一起用）",
        en: "where the .eml files go, default the folder eml beside DIR")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let path = arguments.operands[0]
        if arguments.has(output), !arguments.has(dryRun) { throw UsageError("-o 只和 --dry-run 一起用") }
        let settings = try arguments[workspace].map { try Workspace(at: $0) } ?? Workspace.around(path)
        let run = try MailingRun(path, workspace: settings, tables: try invocation.tables(), to: arguments.all(to))
        if arguments.has(dryRun) {
            let beside = URL(filePath: path).standardizedFileURL.deletingLastPathComponent().appending(path: "eml")
            try await write(run, to: arguments[output].map { URL(filePath: $0) } ?? beside, invocation.console)
            return .done
        }
        let outcome = try await run.send()
        for words in outcome.troubles { invocation.console.error(words) }
        if invocation.console.isInteractive { invocation.console.error("发出\(outcome.sent)封，等待\(outcome.waiting)封") }
        return outcome.troubles.isEmpty ? .done : .mail
    }

    /// Mails of a look before would be taken for today's.
    private static func removeOld(_ folder: URL) throws {
        let list = folder.appending(path: "expected.json")
        guard let data = try? Data(contentsOf: list), let names = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
        else { return }
        for name in names.keys where name.hasSuffix(".eml") && !name.contains("/") {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }

    private static func write(_ run: MailingRun, to folder: URL, _ console: Console) async throws {
        let files = try await run.mailFiles()
        var expected: [String: MailingRun.Expected] = [:]
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try removeOld(folder)
            for file in files {
                try Data(file.bytes).write(to: folder.appending(path: file.fileName))
                expected[file.fileName] = file.expected
                console.out(folder.appending(path: file.fileName).relativePath)
            }
            try ReadableJSON.data(expected).write(to: folder.appending(path: "expected.json"))
        } catch {
            throw PublicationError.refusing(folder.path(percentEncoded: false), error)
        }
    }
}
