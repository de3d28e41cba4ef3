internal import Delivery
internal import Diagnostics
internal import Facts
internal import Foundation
internal import Outputs

/// `goalbook mail`: mails for finished results.
enum MailCommand: Command {
    static let name = "mail"
    static let summary = Bilingual("为已有的结果写邮件、发邮件", en: "write and send mails for finished results")
    static let options: [Arguments.Option] = [
        .value("to"), .value("workspace"), .flag("dry-run"), .value("output", short: "o"),
    ]
    static let help = Bilingual(
        """
        用法：goalbook mail 结果文件夹 [选项]

        为 goalbook build 或 goalbook nightly 的结果写邮件并发送。发过的内容不会再发给同一个人。

        选项：
          --to 地址            发给谁，可以写几次；不写时发给设定里的收件人
          --workspace 文件夹   用哪个工作文件夹的邮件设定；默认是结果所在的工作文件夹
          --dry-run            不发送，只写成 .eml 文件，可以用邮件软件打开看
          -o, --output 文件夹  .eml 文件写到哪里，默认为结果文件夹旁边的 eml
        """,
        en: """
            Usage: goalbook mail DIR [OPTIONS]

            Writes and sends mails for the results in DIR; what a reader was told is not sent to him again.

            Options:
              --to ADDRESS      to whom, may be repeated; default the recipients of the settings
              --workspace DIR   whose settings; default the workspace that the results lie in
              --dry-run         send nothing, write .eml files
              -o, --output DIR  where the .eml files go, default the folder eml beside DIR
            """)

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard let path = arguments.positional.first, arguments.positional.count == 1 else {
            throw UsageError("请写明一个结果文件夹，如 goalbook mail out/current")
        }
        if arguments["output"] != nil, !arguments.has("dry-run") { throw UsageError("-o 只和 --dry-run 一起用") }
        let workspace = try arguments["workspace"].map { try Workspace(at: $0) } ?? Workspace.around(path)
        do {
            let run = try MailingRun(path, workspace: workspace, tables: try invocation.tables(), to: arguments.all("to"))
            if arguments.has("dry-run") {
                let beside = URL(filePath: path).standardizedFileURL.deletingLastPathComponent().appending(path: "eml")
                try await write(run, to: arguments["output"].map { URL(filePath: $0) } ?? beside, invocation.console)
                return .done
            }
            let outcome = try await run.send()
            for words in outcome.troubles { invocation.console.error(words) }
            if invocation.console.isInteractive { invocation.console.error("发出\(outcome.sent)封，等待\(outcome.waiting)封") }
            return outcome.troubles.isEmpty ? .done : .mail
        } catch let error as MailingRun.Trouble {
            invocation.console.error(error.message)
            return error.exitCode
        } catch let error as MailError {
            invocation.console.error(error.description)
            return .usage
        }
    }

    /// Mails of a look before would be taken for today's.
    private static func removeOld(_ folder: URL) throws {
        let list = folder.appending(path: "expected.json")
        guard let data = try? Data(contentsOf: list),
            let names = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
        else { return }
        for name in names.keys where name.hasSuffix(".eml") && !name.contains("/") {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }

    private static func write(_ run: MailingRun, to folder: URL, _ console: Console) async throws {
        let letters = try await run.letters()
        var expected: [String: MailingRun.Expected] = [:]
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try removeOld(folder)
            for letter in letters {
                try Data(letter.bytes).write(to: folder.appending(path: letter.fileName))
                expected[letter.fileName] = letter.expected
                console.out(folder.appending(path: letter.fileName).relativePath)
            }
            try ReadableJSON.data(expected).write(to: folder.appending(path: "expected.json"))
        } catch {
            throw PublicationError.refusing(folder.path(percentEncoded: false), error)
        }
    }
}

extension MailingRun.Trouble {
    fileprivate var exitCode: ExitCode {
        switch self {
        case .noResults: .nothingReadable
        case .noRecipients, .noWorkspace: .usage
        case .message: .held
        }
    }
}
