internal import Delivery
internal import Diagnostics

/// `goalbook schedule`: ready-made text for cron, systemd or Slurm.
enum ScheduleCommand: Command {
    static let name = "schedule"
    static let summary = Bilingual("定时任务的现成写法（cron、systemd、Slurm）", en: "ready-made schedule text (cron, systemd, Slurm)")
    static let details = Bilingual(
        """
        打印定时任务的写法：
          cron  /etc/cron.d 的一份文件：每晚一次，开机后补一次
          systemd  服务和定时器；关机错过的开机后补上，服务只能写工作文件夹
          slurm  作业数组：把乡镇分成几份，在几台机器上分别生成；另有一个跟在后面的作业，合成全县
        """,
        en: "Prints a cron.d file, a hardened systemd service with its timer, or a Slurm job array with the job that rolls it up."
    )
    static let operands = Operands(
        .choice(kinds), 1...1, demand: "请写明一种定时方式：\(kinds.joined(separator: "、"))")
    static let options: [Option] = [.workspace, install, root]

    private static let kinds = ScheduleText.Kind.allCases.map(\.rawValue)
    private static let install = Option(
        "install", "写到系统里（cron、systemd 需要 root；slurm 写到工作文件夹）；不写时只显示", en: "write it (cron and systemd need root)")
    private static let root = Option(
        "root", .folder, "写到这个文件夹下，而不是系统里（与 --install 一起用）", en: "with --install: write below this folder and not into the system"
    )

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard let kind = ScheduleText.Kind(rawValue: arguments.operands[0]) else { throw UsageError(operands.demand) }
        let text = try ScheduleText(kind, try invocation.workspace(arguments), resources: try invocation.resourceFolder())
        guard arguments.has(install) else {
            invocation.console.out(text.files.map(\.text).joined(separator: "\n"))
            return .done
        }
        let top = arguments[root] ?? ""
        try text.install(below: top)
        for file in text.files { invocation.console.out("已写入 \(top)\(file.path)") }
        if !text.next.isEmpty { invocation.console.out("接着运行：\n  \(text.next)") }
        return .done
    }
}
