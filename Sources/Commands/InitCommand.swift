internal import Delivery
internal import Diagnostics
internal import Intake

/// `goalbook init`: a workspace for unattended runs.
enum InitCommand: Command {
    static let name = "init"
    static let summary = Bilingual("建立工作文件夹，供每晚自动运行", en: "make a workspace for unattended runs")
    static let details = Bilingual(
        """
        建立一个工作文件夹：
          goalbook.json5  设定，每一项都有说明；没有收件人，所以不会发出任何邮件
          inputs/  各乡镇的目标书，原样放进来
          actuals/  执行数
          state/goalbook.db  运行、输入、结果、得分和邮件的记录
          state/log/  运行日志，一行一条 JSON
          out/current  指向最近一次结果 runs/编号，首页是 out/current/index.html；读的人总是看到完整的一套
          out/runs/  保留下来的各次结果
        已经有 goalbook.json5 的文件夹不会改动。
        """,
        en: """
            Makes a workspace: goalbook.json5 (settings, each key explained), inputs/, actuals/, state/, out/.
            A folder that has settings already is left as it is.
            """)
    static let operands = Operands(.folder, 1...1, demand: "请写明一个文件夹，如 goalbook init 巨鹿县")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let path = arguments.operands[0]
        try Workspace.create(at: path, template: try invocation.resourceFolder().bytes(of: "workspace.json5"))
        invocation.console.out(
            """
            已建立工作文件夹 \(path)
            1. 把各乡镇的目标书放进 \(path)/inputs
            2. 照说明改 \(path)/goalbook.json5（不改也能用）
            3. 运行 goalbook nightly --workspace \(path)，结果在 \(path)/out/current/index.html
            4. 每晚自动运行：goalbook schedule cron --workspace \(path)
            """)
        return .done
    }
}
