import Aggregation
internal import GoalModel
import Reporting

extension DigestMail {
    func page(listing count: Int) -> String {
        let rest = digest.extent.isEmpty ? "预算绩效目标" : "\(digest.extent)预算绩效目标"
        let rows: HTML = """
            \(MailParts.row("padding:14px 16px 0;", MailParts.heading(digest.title, rest)))
            \(MailParts.row("padding:8px 16px 4px;", MailParts.figures(digest.figures)))
            \(MailParts.row("padding:6px 16px 4px;", actions))
            \(HTML.when(!digest.notices.isEmpty, MailParts.row("padding:14px 16px 4px;", notices)))\
            \(HTML.when(!digest.rows.isEmpty, MailParts.row("padding:14px 16px 4px;", towns(count))))\
            \(MailParts.row("padding:10px 16px 16px;", MailParts.small(particulars) + link))
            """
        return MailParts.page(title: subject, rows: rows)
    }

    private var link: HTML { address.map(MailParts.link) ?? .empty }

    private var actions: HTML {
        let list = HTML.joined(digest.actions.enumerated()) { index, action in
            MailParts.action(
                index + 1, action.title, gain: action.gain, detail: "<b>\(action.place)</b>：\(TiedText(action.detail).html)")
        }
        return MailParts.title("要办的事")
            + (digest.actions.isEmpty ? MailParts.allClear(digest.allClear) : MailParts.table("", list))
    }

    private var notices: HTML {
        let shown = digest.notices.prefix(listedNotices)
        let list = HTML.joined(shown) { notice in
            MailParts.row(
                "padding:4px 0;font-size:13px;line-height:1.45;word-break:break-word;",
                "<b>\(notice.town)</b>：\(TiedText(notice.sentence).html)"
            )
        }
        let hidden = digest.notices.count - shown.count
        return MailParts.title(digest.noticeTitle) + MailParts.table("", list)
            + HTML.when(hidden > 0, MailParts.small(Digest.unlisted(hidden)))
    }

    private func towns(_ count: Int) -> HTML {
        let heads = ["乡镇", "万元", "得分", "必改"]
        let head: HTML = """
            <tr style="color:#526170;font-size:13px;">\(HTML.joined(heads) { head in
                "<th scope=\"col\" align=\"\(head == heads[0] ? "left" : "right")\" style=\"font-weight:normal;\">\(head)</th>"
            })</tr>

            """
        let table: HTML = """
            <table role="presentation" width="100%" cellpadding="4" cellspacing="0" border="0" style="font-size:14px;">
            \(head)\(HTML.joined(0..<count, row))</table>
            """
        let hidden = digest.rows.count - count
        return MailParts.title("各乡镇（要处理的在前）") + table
            + HTML.when(hidden > 0, MailParts.small(Digest.unlisted(hidden)))
            + HTML.when(!digest.years.isEmpty, "<div style=\"padding-top:6px;\"><b>分年合计</b></div>")
            + HTML.joined(digest.yearLines, MailParts.small)
    }

    /// As few bytes as a row can do with, so that a mail has room for many.
    func row(_ index: Int) -> HTML {
        let row = digest.rows[index]
        let shade: HTML = index.isMultiple(of: 2) ? "" : " bgcolor=\"#f4f6f9\""
        let change = row.change.map {
            HTML("<tr\(shade)><td colspan=\"4\" style=\"padding-top:0;font-size:13px;color:#526170;\">\($0)</td></tr>\n")
        }
        let link: HTML? = addresses[row.folder].map { "<a href=\"\($0)\">\(row.name)</a>" }
        let name = link ?? HTML(text: row.name)
        let state: HTML? = row.state.isTrouble ? "<br/><b>\(row.state.title)</b>" : nil
        return """
            <tr\(shade)><td style="word-break:break-word;">\(name)\(state)</td><td align="right">\(row.budget.description)</td>\
            <td align="right">\(row.score?.description ?? "—")</td><td align="right">\(HTML.count(row.errors))</td></tr>
            \(change)
            """
    }
}

extension HTML {
    /// A count that is to be seen when it is not zero.
    fileprivate static func count(_ number: Int) -> HTML {
        number > 0 ? "<b>\(number)</b>" : "0"
    }
}
