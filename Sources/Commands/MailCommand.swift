internal import Delivery
internal import Diagnostics
internal import Facts
internal import Foundation
internal import Mailing

/// `goalbook mail`: mails for finished results.
enum MailCommand: Command {
    static let name = "mail"
    static let summary = Bilingual("为已有的结果写邮件、发邮件", en: "write and send mails for finished results")
    static let details = Bilingual(
        """
        为 goalbook build 或 goalbook nightly 的结果写邮件并发送。发过的内容不会再发给同一个人。
        --test 和 --retry 不用写结果文件夹，在工作文件夹里运行，或用 --workspace 指明。
        """,
        en: """
            Writes and sends mails for the results in DIR; what a reader was told is not sent to him again.
            --test and --retry need no DIR, but the workspace.
            """)
    static let operands = Operands(Value("结果文件夹", en: "DIR", .folders), 0...1, demand: "请只写一个结果文件夹，如 goalbook mail out/current")
    static let options = [to, workspace, dryRun, output, test, retry]

    private static let to = Option(
        "to", Value("地址", en: "ADDRESS"), isRepeated: true, "发给谁，可以写几次；不写时发给设定里的收件人",
        en: "to whom, may be repeated; default the recipients of the settings")
    private static let workspace = Option(
        "workspace", .folder, "用哪个工作文件夹的邮件设定；默认是结果所在的工作文件夹", en: "whose settings; default the workspace that the results lie in")
    private static let dryRun = Option("dry-run", "不发送，只写成 .eml 文件，可以用邮件软件打开看", en: "send nothing, write .eml files")
    private static let output = Option(
        "output", short: "o", .folder, ".eml 文件写到哪里，默认为结果文件夹旁边的 eml（与 --dry-run 一起用）",
        en: "where the .eml files go, default the folder eml beside DIR")

    private static let test = Option(
        "test", Value("地址", en: "ADDRESS"), "按设定向这个地址发一封测试邮件，说明服务器怎样答复", en: "send one trial mail by the settings")
    private static let retry = Option(
        "retry", "把没有发出的、被拒收的再发一次；发出过的不再发", en: "send what failed or waits once more, nothing twice")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        if arguments.has(test) || arguments.has(retry) { return try await repair(arguments, invocation) }
        guard let path = arguments.operands.first else { throw UsageError("请写明一个结果文件夹，如 goalbook mail out/current") }
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
        invocation.console.result("发出\(outcome.sent)封，等待\(outcome.waiting)封")
        return outcome.troubles.isEmpty ? .done : .mail
    }

    /// A trial, or another try of what failed.
    private static func repair(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        if arguments.has(dryRun) || arguments.has(output) || arguments.has(to) || arguments.has(test) && arguments.has(retry) {
            throw UsageError("--test、--retry 各自单独用，不和 --to、--dry-run、-o 一起写")
        }
        let around = arguments.has(workspace) ? nil : try arguments.operands.first.flatMap { try Workspace.around($0) }
        let mails = MailRepair(try around ?? invocation.workspace(arguments))
        let console = invocation.console
        if let address = arguments[test] {
            let (way, receipt) = try mails.trial(to: address)
            guard receipt.isAccepted else {
                console.error("测试邮件没有发出：\(way)：\(receipt.text)")
                return .mail
            }
            console.result("测试邮件已经交出：\(way)，收件人 \(address)，答复“\(receipt.text)”。请到信箱里看收到没有")
            return .done
        }
        let retried = try await mails.retry()
        for words in retried.sent { console.result("已发给 \(words)") }
        for words in retried.outcome.troubles { console.error(words) }
        if retried.superseded > 0 { console.note("说明：\(retried.superseded)封以前没有发出的不再发：同一位收件人后来有了新的邮件") }
        console.result("发出\(retried.sent.count)封，等待\(retried.outcome.waiting)封")
        return retried.outcome.troubles.isEmpty ? .done : .mail
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
