internal import Reporting
internal import Text

/// The mail that tells an administrator what is wrong, or that nothing is any more.
public struct FailureMail {
    private let failures: [String]
    /// What people call the place that the runs are for.
    private let place: String
    private let year: String

    /// - Parameters:
    ///   - failures: one line each; none when all is well again.
    ///   - place: such as `巨鹿县`.
    ///   - year: of the books, such as `2026年`; empty where they are of several.
    public init(failures: [String], place: String, year: String = "") {
        self.failures = failures.map { $0.shortened(to: 400) }
        (self.place, self.year) = (place, year)
    }

    public var content: MailContent {
        MailContent(subject: subject, text: text, html: html.markup)
    }

    private var subject: String {
        let words = failures.isEmpty ? "已恢复\(TownState.good.title)" : "\(failures.count)项问题要处理"
        return MailSubject.of(place, ["\(year)绩效目标：\(words)", "\(year)：\(words)", "：\(words)"])
    }

    private var lead: String {
        failures.isEmpty
            ? "\(place.quoted)上次的问题都已解决，结果是最新的，不用再做什么。"
            : "\(place.quoted)的目标书每晚运行时有下面的问题。没有更新的乡镇显示的是以前的结果；照说明处理后，下次运行时会自动更新。"
    }

    /// As many as a person reads; the rest is in `goalbook status`.
    private var shown: [String] { Array(failures.prefix(50)) }

    private var rest: String {
        failures.count > shown.count ? "另有\(failures.count - shown.count)项，运行 goalbook status 查看。" : ""
    }

    private var text: String {
        ([lead, ""] + shown.map { "· \($0)" } + [rest]).map { $0.displayable.wrapped(at: 72) }.joined(separator: "\n") + "\n"
    }

    private var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="zh-CN"><head><meta charset="utf-8"/><title>\(subject)</title></head>
        <body style="margin:0;padding:12px;font-size:15px;line-height:1.6;color:#1b2733;">
        <h1 style="margin:0 0 6px;font-size:18px;word-break:break-all;">\(subject)</h1><p style="margin:0 0 8px;">\(lead)</p>
        \(HTML.joined(shown) { "<p style=\"margin:0 0 6px;padding:6px 8px;background-color:#fbeaea;word-break:break-all;\">\($0)</p>\n" })
        <p style="margin:0;">\(rest)</p>
        </body></html>

        """
    }
}
