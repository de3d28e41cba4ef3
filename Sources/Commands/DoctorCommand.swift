internal import Delivery
internal import Foundation
internal import Linting
internal import Outputs

/// `goalbook doctor`: is everything there that the program needs.
enum DoctorCommand: Command {
    static let name = "doctor"
    static let summary = Words("检查字体和资源是否齐备", en: "check fonts and resources")
    static let options: [Arguments.Option] = []
    static let help = Words(
        """
        用法：goalbook doctor

        检查资源文件夹和字体：每种用途用的是哪种字体，缺什么，怎样装。
        """,
        en: """
            Usage: goalbook doctor

            Checks resources and fonts: which family stands in which role, what is missing and how to get it.
            """)

    static func run(_ arguments: Arguments, _ setting: Setting) async throws -> ExitCode {
        guard arguments.positional.isEmpty else { throw UsageError("doctor 后面不带内容") }
        let console = setting.console
        let folder = try ResourceFolder(given: setting.resources)
        let tables = try Tables(folder)
        console.out("版本    \(Program.nameAndVersion)")
        console.out("资源    \(folder.url.path(percentEncoded: false))（规则\(RuleCatalogue.descriptions.count)条）")
        var isComplete = true
        for use in tables.fonts.uses {
            let label = "字体    " + TerminalText.padded(use.role, to: 6)
            if let family = use.family {
                console.out(label + family + (use.isPreferred ? "" : "（代用：首选字体没有安装）"))
            } else {
                isComplete = false
                console.out(label + "没有可用的字体。请安装：sudo apt-get install fonts-noto-cjk")
            }
        }
        console.out(isComplete ? "可以正常使用。" : "缺少字体，打印的目标书会缺字。")
        return isComplete ? .done : .usage
    }
}
