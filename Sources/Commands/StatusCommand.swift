internal import Delivery
internal import Diagnostics
internal import Facts

/// `goalbook status`: what happened, what comes next, how each town stands.
enum StatusCommand: Command {
    static let name = "status"
    static let summary = Bilingual("上次运行、下次运行、各乡镇的情况", en: "last run, next run, each town")
    static let details = Bilingual(
        "说明上次运行的情况、下次什么时候运行、各乡镇的结果是哪一天的、要处理什么。失败以后退出码也是0。",
        en: "Tells of the last run, the next one, and each town. Exit code 0 also after a failed night.")
    static let operands = Operands.none("，工作文件夹写在 --workspace 后面")
    static let options: [Option] = [.workspace, json]

    private static let json = Option("json", "供其他程序读取（goalbook.status/1）", en: "for other programs (goalbook.status/1)")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let status = try WorkspaceStatus(try invocation.workspace(arguments))
        if arguments.has(json) {
            invocation.console.out(try ReadableJSON.data(status))
        } else {
            invocation.console.out(StatusText(status: status, columns: invocation.console.width).text)
        }
        return .done
    }
}
