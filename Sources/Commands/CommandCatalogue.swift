internal import Diagnostics

/// All commands, in the order in which the overview lists them.
enum CommandCatalogue {
    static let all: [any Command.Type] = [
        BuildCommand.self, CheckCommand.self, CompareCommand.self, FactsCommand.self, RollupCommand.self, TemplateCommand.self,
        InitCommand.self,
        NightlyCommand.self, StatusCommand.self, ScheduleCommand.self, MailCommand.self, ExplainCommand.self, RulesCommand.self,
        DoctorCommand.self,
    ]

    static func overview(_ language: Language) -> String {
        let head = Bilingual(
            """
            goalbook \(Program.version) —— 把乡镇部门预算绩效目标变成可打印的目标书、网页和邮件

            用法：goalbook 命令 [选项] 文件或文件夹…

            命令：
            """,
            en: """
                goalbook \(Program.version) - turns township budget performance goals into printed books, pages and mails

                Usage: goalbook COMMAND [OPTIONS] FILE-OR-FOLDER...

                Commands:
                """)
        let tail = Bilingual(
            """
            各命令的说明：goalbook 命令 --help（英文加 --lang en）；版本：goalbook --version
            退出码：0 完成 · 1 有达到级别的问题（仅 check）· 2 用法或设置有误 · 3 部分失败 · 4 没有可读的输入
                    10 另一次运行还没有结束 · 11 结果没能写入 · 12 邮件没有发出 · 70 内部错误
            """,
            en: """
                Help of a command: goalbook COMMAND --help --lang en; version: goalbook --version
                Exit codes: 0 done, 1 findings at or above --fail-on (check only), 2 usage or settings,
                3 some towns failed and the rest is done, 4 no readable input, 10 another run holds the
                lock, 11 publishing failed, 12 mail failed, 70 internal
                """)
        let lines = all.map { "  " + TerminalText.padded($0.name, to: 10) + $0.summary[language] }
        return ([head[language]] + lines + ["", tail[language]]).joined(separator: "\n")
    }
}
