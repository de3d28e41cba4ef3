import Aggregation
internal import Charts
import GoalModel
import Reporting

extension LeaderMail {
    /// The mail for readers that show HTML: nested tables and inline styles only, without pictures.
    public var html: String { html(picture: nil) }

    /// - Parameter picture: the pace chart, above the table that tells the same.
    func html(picture: ChartImage?) -> String {
        let notes = HTML.joined(notices) { MailParts.row("padding:8px 16px 0;", MailParts.notice($0.sentence)) }
        let rows: HTML = """
            \(MailParts.row("padding:14px 16px 0;", MailParts.heading(report.town, "\(report.year)预算绩效目标")))
            \(notes)\(MailParts.row("padding:8px 16px 4px;", MailParts.figures(report.figures)))
            \(MailParts.row("padding:6px 16px 4px;", actions))
            \(report.change.map { MailParts.row("padding:14px 16px 4px;", change($0)) })\
            \(MailParts.row("padding:14px 16px 4px;", projects))
            \(MailParts.row("padding:14px 16px 4px;", plan(picture)))
            \(MailParts.row("padding:10px 16px 16px;", MailParts.small(particulars) + link))
            """
        return MailParts.page(title: subject, rows: rows)
    }

    private var link: HTML { address.map(MailParts.link) ?? .empty }

    private func change(_ change: BookChange) -> HTML {
        MailParts.title("与\(change.basisTitle)相比")
            + "<div style=\"font-size:13px;line-height:1.45;\(MailParts.pretty)\">\(change.line)</div>"
    }

    private var actions: HTML {
        let list = HTML.joined(report.actions.enumerated()) { index, action in
            MailParts.action(
                index + 1, action.title, gain: action.points > .zero ? "可得\(action.points.description)分" : nil,
                detail: TiedText(action.detail).html)
        }
        return MailParts.title("要办的事")
            + (report.actions.isEmpty ? MailParts.allClear(report.allClear) : MailParts.table("", list))
    }

    private var projects: HTML {
        let parts = report.funding.topTen.prefix(greatest)
        let largest = parts.map(\.amount.hundredths).max() ?? 0
        let rows = HTML.joined(parts) { part in
            """
            <tr><td style="padding:4px 0 0;font-size:14px;word-break:break-all;">\(part.name)</td></tr>
            <tr><td style="padding:0 0 4px;">\(MailParts.bar(part.amount.hundredths, of: largest))\
            <div style="font-size:13px;color:#526170;"><b style="color:#1b2733;">\(part.amount.description)</b> 万元 · \
            占\(part.share.description)</div></td></tr>

            """
        }
        return MailParts.title("最大的项目") + (parts.isEmpty ? MailParts.small("没有读到项目。") : MailParts.table("", rows))
    }

    private func plan(_ picture: ChartImage?) -> HTML {
        let words = MailParts.small(TiedText(report.scheduleSentence + (report.nextDue ?? "")).html)
        return MailParts.title("支出计划") + words + HTML.joined([picture].compactMap(\.self), MailParts.picture)
            + HTML.when(!report.schedule.points.isEmpty, MailParts.table("", planTable))
    }

    /// All of the figures: where pictures are off there is nothing else.
    private var planTable: HTML {
        let rows = HTML.joined(report.schedule.points) { point in
            """
            <tr>\(MailParts.cell(point.by.title, numeric: false))\(MailParts.cell(point.planned.description))\
            \(MailParts.cell(point.share.description))\(MailParts.cell(point.evenShare.description))</tr>

            """
        }
        let head: HTML = """
            <tr>\(MailParts.head("时点", numeric: false))\(MailParts.head("累计（万元）"))\(MailParts.head("占预算"))\
            \(MailParts.head("均衡"))</tr>

            """
        return head + rows
    }
}
