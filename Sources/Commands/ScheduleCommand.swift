internal import Delivery
internal import Diagnostics

/// `goalbook schedule`: ready-made text for cron, systemd or Slurm.
enum ScheduleCommand: Command {
    static let name = "schedule"
    static let summary = Bilingual("定时任务的现成写法（cron、systemd、Slurm）", en: "ready-made schedule text (cron, systemd, Slurm)")
    static let options: [Arguments.Option] = [.value("workspace"), .flag("install"), .value("root")]
    static let help = Bilingual(
        """
        用法：goalbook schedule cron|systemd|slurm [选项]

        打印定时任务的写法：
          cron      /etc/cron.d 的一份文件：每晚一次，开机后补一次
          systemd   服务和定时器；关机错过的开机后补上，服务只能写工作文件夹
          slurm     作业数组：把乡镇分成几份，在几台机器上分别生成

        选项：
          --workspace 文件夹   工作文件夹，默认为环境变量 GOALBOOK_WORKSPACE 或当前文件夹
          --install            写到系统里（cron、systemd 需要 root；slurm 写到工作文件夹）
          --root 文件夹        写到这个文件夹下，而不是系统里
        """,
        en: """
            Usage: goalbook schedule cron|systemd|slurm [OPTIONS]

            Prints a cron.d file, a hardened systemd service with its timer, or a Slurm job array.

            Options:
              --workspace DIR   default $GOALBOOK_WORKSPACE or the current folder
              --install         write it (cron and systemd need root)
              --root DIR        write it below this folder and not into the system
            """)

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let names = ScheduleText.Kind.allCases.map(\.rawValue).joined(separator: "、")
        guard arguments.positional.count == 1, let kind = ScheduleText.Kind(rawValue: arguments.positional[0]) else {
            throw UsageError("请写明一种定时方式：\(names)")
        }
        let text = try ScheduleText(kind, try invocation.workspace(arguments), resources: try invocation.resourceFolder())
        guard arguments.has("install") else {
            invocation.console.out(text.files.map(\.text).joined(separator: "\n"))
            return .done
        }
        let root = arguments["root"] ?? ""
        try text.install(below: root)
        for file in text.files { invocation.console.out("已写入 \(root)\(file.path)") }
        if !text.next.isEmpty { invocation.console.out("接着运行：\(text.next)") }
        return .done
    }
}
