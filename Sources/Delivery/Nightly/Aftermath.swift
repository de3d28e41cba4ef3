internal import Diagnostics
internal import Foundation
internal import Mailing
internal import Platform
internal import Text

extension NightlyRun {
    /// Runs the hook for the outcome and calls the monitor, unless another run was at work; both are told in the log and change
    /// nothing.
    func aftermath(_ outcome: NightlyOutcome) async {
        guard outcome.end != .held else { return }
        let settings = workspace.settings.nightly
        let log = RunLog(workspace, run: outcome.run)
        let isGood = outcome.end == .done
        let command = isGood ? settings.hooks.success : settings.hooks.failure
        if let program = command.first {
            let environment = [
                "GOALBOOK_WORKSPACE": workspace.folder.path(percentEncoded: false), "GOALBOOK_RUN": outcome.run,
                "GOALBOOK_EXIT": "\(outcome.end.rawValue)", "GOALBOOK_TOWNS": "\(outcome.towns)",
                "GOALBOOK_PUBLISHED": outcome.isPublished ? "1" : "0",
            ]
            let hook = TimedCommand(program, Array(command.dropFirst()), in: workspace.folder, seconds: settings.hooks.seconds)
            var trouble = ""
            do throws(TimedCommand.Trouble) {
                _ = try hook.output(adding: environment, input: outcome.report(limit: .max).joined(separator: "\n"))
            } catch { trouble = error.reason }
            log.write(trouble.isEmpty ? .info : .warning, "hook", ["command": program, "trouble": trouble])
        }
        if !settings.ping.isEmpty {
            let trouble: String?
            do throws(MailError) {
                trouble = try WebPing(isGood ? settings.ping : settings.ping.trimmingSuffix { $0 == "/" } + "/fail").send()
            } catch { trouble = error.message }
            log.write(trouble == nil ? .info : .warning, "ping", ["trouble": trouble ?? ""])
        }
    }
}
