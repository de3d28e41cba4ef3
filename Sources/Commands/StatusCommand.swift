internal import Delivery
internal import Diagnostics
internal import Facts
internal import Foundation
internal import Outputs

/// `goalbook status`: what happened, what comes next, how each town stands.
enum StatusCommand: Command {
    static let name = "status"
    static let summary = Bilingual("上次运行、下次运行、各乡镇的情况", en: "last run, next run, each town")
    static let options: [Arguments.Option] = [.value("workspace"), .flag("json")]
    static let help = Bilingual(
        """
        用法：goalbook status [选项]

        说明上次运行的情况、下次什么时候运行、各乡镇的结果是哪一天的、要处理什么。失败以后退出码也是0。

        选项：
          --workspace 文件夹   工作文件夹，默认为环境变量 GOALBOOK_WORKSPACE 或当前文件夹
          --json               供其他程序读取（goalbook.status/1）
        """,
        en: """
            Usage: goalbook status [OPTIONS]

            Tells of the last run, the next one, and each town. Exit code 0 also after a failed night.

            Options:
              --workspace DIR   default $GOALBOOK_WORKSPACE or the current folder
              --json            for other programs (goalbook.status/1)
            """)

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard arguments.positional.isEmpty else { throw UsageError("status 后面不带内容，工作文件夹写在 --workspace 后面") }
        let status = try WorkspaceStatus(try invocation.workspace(arguments))
        if arguments.has("json") {
            invocation.console.out(try ReadableJSON.data(StatusFile(status)))
        } else {
            invocation.console.out(StatusText(status, columns: invocation.console.width).text)
        }
        return .done
    }
}
