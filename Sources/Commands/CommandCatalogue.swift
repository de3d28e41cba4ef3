internal import Text

/// All commands, in the order in which help, completions and the manual list them.
enum CommandCatalogue {
    static let all: [any Command.Type] = [
        BuildCommand.self, CheckCommand.self, AnnotateCommand.self, CompareCommand.self, FactsCommand.self, RollupCommand.self,
        TemplateCommand.self, MonitorCommand.self, EvaluateCommand.self,
        InitCommand.self, NightlyCommand.self, StatusCommand.self, ScheduleCommand.self, MailCommand.self, ExplainCommand.self,
        RulesCommand.self, DoctorCommand.self, HelpCommand.self, VersionCommand.self,
    ]
    /// Commands for the installation, which nobody else needs.
    private static let hidden: [any Command.Type] = [CompletionCommand.self, ManualCommand.self]

    static func command(_ name: String) -> (any Command.Type)? {
        (all + hidden).first { $0.name == name }
    }

    static func find(_ name: String) throws(UsageError) -> any Command.Type {
        if let command = command(name) { return command }
        let nearest = UsageError.nearest(to: name, among: all.map { $0.name })
        throw UsageError("没有\(name.quoted)这个命令" + (nearest.map { "，想写的可能是 \($0)" } ?? ""), topic: nearest)
    }
}
