internal import GoalModel
import Reporting
internal import Text

extension DigestMail {
    /// The mail as plain text, wrapped at 36 full-width characters.
    public var text: String {
        var lines = ["\(digest.title) \(digest.extent)预算绩效目标", ""]
        for figure in digest.figures {
            lines.append("【\(figure.label)】\(figure.value)\(figure.unit)")
            lines.append("  \(figure.sentence)")
        }
        lines += ["", "要办的事"]
        if digest.actions.isEmpty { lines.append(digest.allClear) }
        for (index, action) in digest.actions.enumerated() {
            lines.append("\(index + 1). \(action.title)" + (action.gain.map { "（\($0)）" } ?? ""))
            lines.append("   \(action.place)：\(action.detail)")
        }
        if !digest.notices.isEmpty { lines += ["", digest.noticeTitle] + notices }
        if !digest.rows.isEmpty { lines += ["", "各乡镇（要处理的在前）"] + towns }
        lines += particulars.isEmpty ? [""] : ["", particulars]
        let address = address.map { ["明细：", $0] } ?? []
        return (lines.map { $0.displayable.wrapped(at: 72) } + address).joined(separator: "\n") + "\n"
    }

    private var notices: [String] {
        let hidden = digest.notices.count - listedNotices
        return digest.notices.prefix(listedNotices).map { "· \($0.town)：\($0.sentence)" }
            + (hidden > 0 ? [Digest.unlisted(hidden)] : [])
    }

    private var towns: [String] {
        let count = listed
        let hidden = digest.rows.count - count
        let lines = digest.rows.prefix(count).flatMap { row in
            [
                "· \(row.name)  \(row.budget)万元  \(row.score?.description ?? "—")分  必改\(row.errors)处"
                    + (row.state.isTrouble ? "  \(row.state.title)" : "")
            ]
                + (row.change.map { ["  \($0)"] } ?? [])
        }
        return lines + (hidden > 0 ? [Digest.unlisted(hidden)] : [])
            + (digest.years.isEmpty ? [] : ["分年合计"] + digest.yearLines.map { "  \($0)" })
    }
}
