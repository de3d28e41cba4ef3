internal import Delivery
internal import Foundation
internal import GoalModel
internal import Reporting

/// A workspace's status in the words of an accountant.
struct StatusText {
    let status: WorkspaceStatus
    let columns: Int

    var text: String {
        ([head, towns, troubles, mails].filter { !$0.isEmpty }).map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private var head: [String] {
        var lines = ["\(status.title)（\(status.workspace)）"]
        if let running = status.running {
            lines.append("正在运行：\(time(running.since))开始，进程\(running.process)，在 \(running.host)")
        }
        lines.append("上次运行：" + (status.last.map(words) ?? "还没有运行过"))
        if let success = status.lastSuccess, success != status.last?.started { lines.append("上次全部成功：\(time(success))") }
        if let next = status.next, status.isScheduled { lines.append("下次运行：\(time(next))") }
        if let next = status.next, !status.isScheduled {
            lines.append("下次运行：没有找到定时任务。用 goalbook schedule cron --install 安装后是\(time(next))")
        }
        lines.append("结果：" + (status.page ?? "还没有"))
        return lines.map { TerminalText.wrap($0, columns: columns, indent: "  ") }
    }

    private func words(_ run: WorkspaceStatus.Run) -> String {
        let seconds = run.finished.map { max(0, Int($0.timeIntervalSince(run.started).rounded())) }
        let length = seconds.map { "，用时\($0)秒" } ?? ""
        return time(run.started) + "，" + outcome(run) + length
    }

    private func outcome(_ run: WorkspaceStatus.Run) -> String {
        switch (run.outcome, run.exitCode) {
        case ("running", _): "正在进行"
        case ("interrupted", _): "中途停止（关机或被终止），下次运行会接着做"
        case ("failed", 4): "没有可以读取的目标书，原有结果没有改动"
        case ("failed", _): "结果没能写入，原有结果没有改动"
        case (_, 3): "完成，但有乡镇失败"
        case (_, 12): "完成，但有邮件没有发出"
        case ("unchanged", _): "没有变化"
        default: "全部完成"
        }
    }

    private var towns: [String] {
        guard !status.towns.isEmpty else { return [] }
        let width = min(24, status.towns.map { TerminalText.width($0.town) }.max() ?? 0) + 2
        func row(_ cells: [(String, Int)], _ last: String) -> String {
            cells.map { TerminalText.padded($0.0, to: $0.1) }.joined() + last
        }
        let head = row([("乡镇", width), ("年度", 7), ("得分", 7), ("必须改", 8), ("结果日期", 12)], "状态")
        return [head]
            + status.towns.map { town in
                let score = town.points?.description ?? "—"
                let since = town.since.map { "\(day($0))起" } ?? ""
                let cells = [
                    (town.town, width), (town.year.map { "\($0)" } ?? "—", 7), (score, 7), ("\(town.errors)处", 8),
                    (day(town.made), 12),
                ]
                return row(cells, since + town.standing.title)
            }
    }

    private var troubles: [String] {
        let lines = status.problems
        let all = (lines.isEmpty ? [] : ["要处理（改好后下次运行自动更新）"] + lines.map { "· " + $0 }) + status.dropped.map { "说明：\($0)" }
        return all.map { TerminalText.wrap($0, columns: columns, indent: "  ") }
    }

    private var mails: [String] {
        let mails = status.mails
        guard mails.sent + mails.waiting + mails.failed + mails.unmatchedRecipients.count > 0 else { return [] }
        let line =
            "邮件：已发\(mails.sent)封" + (mails.waiting > 0 ? "，等待\(mails.waiting)封" : "")
            + (mails.failed > 0 ? "，失败\(mails.failed)封" : "")
        let lines = [line] + (mails.troubles + mails.unmatchedRecipients).map { "· " + $0 }
        return lines.map { TerminalText.wrap($0, columns: columns, indent: "  ") }
    }

    private func time(_ date: Date) -> String { StatusText.format(date, "yyyy年M月d日 HH:mm") }

    private func day(_ date: Date) -> String { StatusText.format(date, "yyyy-MM-dd") }

    private static func format(_ date: Date, _ pattern: String) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.dateFormat = pattern
        return formatter.string(from: date)
    }
}
