import Aggregation
import GoalModel
import Reporting

extension LeaderMail {
    /// The mail for readers that show HTML: nested tables and inline styles only, complete without pictures.
    public var html: String {
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light"/>
            <title>\(subject)</title>
            </head>
            <body style="margin:0;padding:0;background-color:#f4f6f9;">
            \(MailParts.table("background-color:#f4f6f9;", "<tr><td align=\"center\" style=\"padding:8px;\">\(card)</td></tr>"))
            </body>
            </html>

            """
        return page.markup
    }

    private var card: HTML {
        let rows: HTML = """
            \(MailParts.row("padding:14px 16px 0;", heading))
            \(MailParts.row("padding:8px 16px 4px;", MailParts.table("", .joined(report.figures, figure))))
            \(report.change.map { MailParts.row("padding:6px 16px 4px;", change($0)) })\(MailParts.row("padding:6px 16px 4px;", actions))
            \(MailParts.row("padding:14px 16px 4px;", projects))
            \(MailParts.row("padding:14px 16px 4px;", plan))
            \(MailParts.row("padding:10px 16px 16px;", MailParts.small("明细见附件和结果文件夹中的 index.html。")))
            """
        return MailParts.table(
            "max-width:600px;background-color:#ffffff;border:1px solid #dde3ea;color:#1b2733;text-align:left;"
                + "font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:15px;line-height:1.5;",
            rows)
    }

    private var heading: HTML {
        """
        <h1 style="margin:0;font-size:18px;line-height:1.35;">\(report.town)\
        <span style="font-weight:normal;color:#526170;font-size:14px;"> \(report.year)预算绩效目标</span></h1>
        """
    }

    private func figure(_ figure: Figure) -> HTML {
        """
        <tr><td style="padding:5px 0;border-bottom:1px solid #dde3ea;">
        <div><span style="color:#526170;font-size:14px;">\(figure.label)</span> \
        <b style="font-size:22px;line-height:1.2;">\(figure.value)</b> <span style="color:#526170;">\(figure.unit)</span></div>
        <div style="font-size:13px;line-height:1.45;">\(figure.sentence)</div></td></tr>

        """
    }

    private func change(_ change: BookChange) -> HTML {
        MailParts.title("与\(change.basisTitle)相比") + "<div style=\"font-size:13px;line-height:1.45;\">\(change.line)</div>"
    }

    private var actions: HTML {
        let items = report.actions.enumerated()
        let list = HTML.joined(items) { index, action in
            let gain: HTML = " <span style=\"color:#1d6339;font-size:13px;\">可得\(action.points.inTenths)分</span>"
            return """
                <tr><td valign="top" style="width:22px;padding:4px 0;color:#1f5fae;font-size:16px;"><b>\(index + 1).</b></td>
                <td style="padding:4px 0;"><div><b>\(action.title)</b>\(HTML.when(action.points > 0, gain))</div>
                <div style="font-size:13px;line-height:1.45;">\(action.detail)</div></td></tr>

                """
        }
        let clear: HTML = "<div style=\"color:#1d6339;\">\(report.allClear)</div>"
        return MailParts.title("要办的事") + (report.actions.isEmpty ? clear : MailParts.table("", list))
    }

    private var projects: HTML {
        let parts = report.funding.topTen.prefix(greatest)
        let largest = parts.map(\.amount.hundredths).max() ?? 0
        let rows = HTML.joined(parts) { part in
            """
            <tr><td style="padding:4px 0 0;font-size:14px;word-break:break-all;">\(part.name)</td></tr>
            <tr><td style="padding:0 0 4px;">\(MailParts.bar(part.amount.hundredths, of: largest))\
            <div style="font-size:13px;color:#526170;"><b style="color:#1b2733;">\(part.amount.description)</b> 万元 · \
            占\(part.share.inTenths)%</div></td></tr>

            """
        }
        return MailParts.title("最大的项目") + (parts.isEmpty ? MailParts.small("没有读到项目。") : MailParts.table("", rows))
    }

    private var plan: HTML {
        let rows = HTML.joined(report.schedule.points) { point in
            """
            <tr>\(MailParts.cell(point.by.title, numeric: false))\(MailParts.cell(point.planned.description))\
            \(MailParts.cell(point.share.inTenths + "%"))\(MailParts.cell(point.evenShare.inTenths + "%"))</tr>

            """
        }
        let head: HTML = """
            <tr>\(MailParts.head("时点", numeric: false))\(MailParts.head("累计（万元）"))\(MailParts.head("占预算"))\
            \(MailParts.head("均衡"))</tr>

            """
        let words = MailParts.small(report.scheduleSentence + (report.nextDue ?? ""))
        let table = MailParts.table("", head + rows)
        return MailParts.title("支出计划") + words + HTML.when(!report.schedule.points.isEmpty, table)
    }
}

/// The pieces that mail programs are known to show alike.
private enum MailParts {
    static func table(_ style: String, _ rows: HTML) -> HTML {
        """
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="\(style)">
        \(rows)</table>
        """
    }

    static func row(_ style: String, _ content: HTML) -> HTML {
        """
        <tr><td style="\(style)">\(content)</td></tr>

        """
    }

    static func title(_ text: String) -> HTML {
        """
        <h2 style="margin:0 0 2px;font-size:15px;color:#1f5fae;">\(text)</h2>
        """
    }

    static func small(_ text: String) -> HTML {
        """
        <div style="font-size:13px;color:#526170;">\(text)</div>
        """
    }

    static func head(_ text: String, numeric: Bool = true) -> HTML {
        """
        <th scope="col" align="\(numeric ? "right" : "left")" style="padding:4px 0 4px 6px;font-size:13px;font-weight:normal;\
        color:#526170;border-bottom:1px solid #dde3ea;">\(text)</th>
        """
    }

    static func cell(_ text: String, numeric: Bool = true) -> HTML {
        """
        <td align="\(numeric ? "right" : "left")" style="padding:4px 0 4px 6px;font-size:14px;\
        border-bottom:1px solid #dde3ea;">\(text)</td>
        """
    }

    /// A bar of table cells, drawn by background colour; the length is a picture of the figure printed beside it.
    static func bar(_ amount: Int64, of largest: Int64) -> HTML {
        let share = largest > 0 ? max(0, Double(amount) / Double(largest)) : 0
        let percent = Int(min(100, max(1, (share * 100).rounded())))
        let rest: HTML = "<td bgcolor=\"#eef2f6\" style=\"font-size:1px;line-height:8px;height:8px;\"></td>"
        return """
            <table role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>\
            <td width="\(percent)%" bgcolor="#1f5fae" style="font-size:1px;line-height:8px;height:8px;"></td>\
            \(HTML.when(percent < 100, rest))</tr></table>
            """
    }
}
