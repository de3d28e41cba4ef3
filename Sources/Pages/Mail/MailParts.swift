internal import Charts
import Reporting

/// The pieces that mail programs are known to show alike: nested tables, inline styles, no picture that is needed.
enum MailParts {
    /// The whole page: a card on grey ground.
    static func page(title: String, rows: HTML) -> String {
        let card = table(
            "max-width:600px;background-color:#ffffff;border:1px solid #dde3ea;color:#1b2733;text-align:left;"
                + "font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:15px;line-height:1.5;",
            rows)
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light"/>
            <title>\(title)</title>
            </head>
            <body style="margin:0;padding:0;background-color:#f4f6f9;">
            \(table("background-color:#f4f6f9;", "<tr><td align=\"center\" style=\"padding:8px;\">\(card)</td></tr>"))
            </body>
            </html>

            """
        return page.markup
    }

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

    static func heading(_ name: String, _ rest: String) -> HTML {
        """
        <h1 style="margin:0;font-size:18px;line-height:1.35;word-break:break-word;">\(name)\
        <span style="font-weight:normal;color:#526170;font-size:14px;"> \(rest)</span></h1>
        """
    }

    static func title(_ text: String) -> HTML {
        """
        <h2 style="margin:0 0 2px;font-size:15px;color:#1f5fae;">\(text)</h2>
        """
    }

    static func small(_ text: String) -> HTML { small(HTML(text: text)) }

    static func small(_ words: HTML) -> HTML {
        """
        <div style="font-size:13px;color:#526170;\(pretty)">\(words)</div>
        """
    }

    /// The way to the particulars, large enough for a finger.
    static func link(_ address: String) -> HTML {
        """
        <div style="padding-top:8px;"><a href="\(address)" style="display:inline-block;padding:8px 16px;color:#1f5fae;\
        border:1px solid #1f5fae;">明细</a></div>
        """
    }

    /// Something to know before the figures are read.
    static func notice(_ text: String) -> HTML {
        """
        <div style="padding:6px 10px;background-color:#fff4e0;border-left:4px solid #b26a00;font-size:13px;line-height:1.45;\
        word-break:break-word;\(pretty)">\(TiedText(text).html)</div>
        """
    }

    /// Programs that know it leave no single sign on the last line.
    static let pretty: HTML = "text-wrap:pretty;"

    /// The last counts what must be put right, and is red where there is any.
    static func figures(_ figures: [Figure]) -> HTML {
        let rows = HTML.joined(figures.enumerated()) { index, figure in
            let isBad = index == figures.count - 1 && figure.value != "0"
            return """
                <tr><td style="padding:5px 0;border-bottom:1px solid #dde3ea;">
                <div><span style="color:#526170;font-size:14px;">\(figure.label)</span> \
                <b style="font-size:22px;line-height:1.2;\(HTML.when(isBad, "color:#a61b1b;"))">\(figure.value)</b> \
                <span style="color:#526170;">\(figure.unit)</span></div>
                <div style="font-size:13px;line-height:1.45;\(pretty)">\(TiedText(figure.sentence).html)</div></td></tr>

                """
        }
        return table("", rows)
    }

    /// A numbered thing to do.
    static func action(_ number: Int, _ title: String, gain: String?, detail: HTML) -> HTML {
        let won = gain.map { HTML(" <span style=\"color:#1d6339;font-size:13px;\">\($0)</span>") }
        return """
            <tr><td valign="top" style="width:22px;padding:4px 0;color:#1f5fae;font-size:16px;"><b>\(number).</b></td>
            <td style="padding:4px 0;"><div><b>\(title)</b>\(won)</div>
            <div style="font-size:13px;line-height:1.45;word-break:break-word;\(pretty)">\(detail)</div></td></tr>

            """
    }

    static func allClear(_ text: String) -> HTML {
        "<div style=\"color:#1d6339;\">\(text)</div>"
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

    /// A bar of table cells, drawn by background colour, beside the greatest of its list; no ground behind it, which would be
    /// taken for a whole.
    static func bar(_ amount: Int64, of largest: Int64) -> HTML {
        let share = largest > 0 ? max(0, Double(amount) / Double(largest)) : 0
        let percent = Int(min(100, max(1, (share * 100).rounded())))
        let rest: HTML = "<td style=\"font-size:1px;line-height:8px;height:8px;\"></td>"
        return """
            <table role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>\
            <td width="\(percent)%" bgcolor="#1f5fae" style="font-size:1px;line-height:8px;height:8px;"></td>\
            \(HTML.when(percent < 100, rest))</tr></table>
            """
    }

    /// The picture where pictures are on; elsewhere its words, which tell the figures.
    static func picture(_ image: ChartImage) -> HTML {
        """
        <img src="cid:\(image.contentID)" width="\(image.width)" alt="\(image.alternate)" \
        style="display:block;width:100%;max-width:\(image.width)px;height:auto;border:0;margin:4px 0;font-size:13px;color:#526170;"/>
        """
    }
}
