internal import Delivery
internal import Diagnostics
internal import Foundation
internal import Text

/// `goalbook nightly`: the unattended run.
enum NightlyCommand: Command {
    static let name = "nightly"
    static let summary = Bilingual("每晚的运行：只做有变化的，整体换入，发邮件", en: "the unattended run: build what changed, publish, mail")
    static let details = Bilingual(
        """
        按内容找出变了的输入，只重做有关的乡镇，全部完成后一次换入 out/current；失败的乡镇保留以前的结果并注明日期，\
        改好以前每次运行都以 3 退出。有收件人时发邮件。
        没有问题时不输出任何内容；有问题时最多20行（某个乡镇的文件已经拿走时说明一次），并以退出码说明：
        \(HelpText.codes(ends, .chinese))
        """,
        en: """
            Finds by content what changed, builds that, publishes all of it by one rename to out/current, sends mails.
            Silent when all is well. Exit codes: \(HelpText.codes(ends, .english))
            """)
    static let operands = Operands.none("，工作文件夹写在 --workspace 后面")
    static let options: [Option] = [.workspace, wait, explain, dryRun]

    private static let ends: [ExitCode] = [.someFailed, .nothingReadable, .held, .publishing, .mail]
    private static let wait = Option(
        "wait", Value("时间", en: "TIME"), "另一次运行还没有结束时最多等多久，如 30s、10m、1h；默认不等",
        en: "how long to wait for another run: 30s, 10m, 1h")
    private static let explain = Option("explain", "说明每个乡镇为什么重做或不重做", en: "say why each town is built or not")
    private static let dryRun = Option("dry-run", "只说明会做什么，不写任何文件，不发邮件", en: "say what would be done, write nothing")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let seconds = try seconds(arguments)
        let nightly = try NightlyRun(
            try invocation.workspace(arguments), resources: try invocation.resourceFolder(), tool: Program.nameAndVersion)
        let console = invocation.console
        if arguments.has(dryRun) {
            let preview = try await nightly.preview()
            if preview.isNothingNew { console.out("没有变化，什么也不用做") }
            if !preview.isNothingNew || arguments.has(explain) { preview.reasons.forEach(console.out) }
            for failure in preview.failures { console.error("失败：\(failure.title)：\(failure.reason)") }
            return .done
        }
        let outcome = await nightly.run(waiting: seconds)
        if arguments.has(explain) {
            if outcome.reasons.isEmpty, !outcome.run.isEmpty { console.out("没有变化，什么也不用做") }
            outcome.reasons.forEach(console.out)
        }
        for line in outcome.report() { console.error(line) }
        // Said once, also where nobody watches: it may have been done by mistake.
        for line in outcome.dropped + outcome.notices { console.error("说明：\(line)") }
        if console.isInteractive, !outcome.run.isEmpty {
            let news = outcome.isPublished ? "更新了\(outcome.rebuilt)个，" : "没有变化，"
            console.error("\(news)共\(outcome.towns)个乡镇在列，结果在 \(nightly.workspace.current.path(percentEncoded: false))/index.html")
        }
        return outcome.end
    }

    /// Seconds of `--wait`.
    private static func seconds(_ arguments: Arguments) throws(UsageError) -> Double {
        guard let word = arguments[wait] else { return 0 }
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3_600]
        let unit = word.last.flatMap { units[$0] }
        let number = Int(unit == nil ? word[...] : word.dropLast())
        guard let number, (0...86_400).contains(number) else { throw UsageError("--wait 应写成 30s、10m 或 1h，写的是\(word.quoted)") }
        return Double(number) * (unit ?? 1)
    }
}
