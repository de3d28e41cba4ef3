internal import Diagnostics
import Foundation
internal import Reporting

/// A whole page in one file: style and script inside, no request to anywhere.
struct HTMLPage {
    var title: String
    var css: String
    /// Shown or left away without a loss: what it does, the reader can do without.
    var script = ""
    var body: HTML

    var html: String {
        let style = RawText(style: css)
        let script = RawText(script: script)
        let policy = ContentPolicy(style: style, script: script)
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="\(policy: policy)"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="referrer" content="no-referrer"/>
            <title>\(title)</title>
            <style>\(raw: style)</style>
            </head>
            <body>
            \(body)
            \(script.map { "<script>\(raw: $0)</script>" })
            </body>
            </html>

            """
        return page.markup
    }
}

extension HTML {
    /// A severity as a word on a tinted ground.
    static func badge(_ severity: Severity) -> HTML {
        """
        <span class="badge \(severity.rawValue)">\(severity.title)</span>
        """
    }

    /// The headline figures, each with its sentence; the last counts what must be put right, and is red where there is any.
    static func cards(_ figures: [Figure]) -> HTML {
        .joined(figures.enumerated()) { index, figure in
            let isBad = index == figures.count - 1 && figure.value != "0"
            return """
                <section class="figure\(HTML.when(isBad, " wrong"))"><h2>\(figure.label)</h2>
                <p class="value"><b>\(figure.value)</b> <span>\(figure.unit)</span></p>
                <p class="sentence">\(figure.sentence)</p></section>

                """
        }
    }
}

/// The words at the head of a finished page that its figures are not of today's input.
public enum StaleBanner {
    private static let start = "<!-- banner -->"
    private static let end = "<!-- /banner -->\n"
    /// What every page of ours holds once: all other text is escaped.
    private static let body = "<body>\n"

    /// The finished page with a banner in place of the one it may have.
    ///
    /// - Parameter words: what the banner says; `nil` for no banner.
    public static func page(_ page: String, saying words: String?) -> String {
        var page = page
        if let first = page.range(of: start), let last = page.range(of: end, range: first.upperBound..<page.endIndex) {
            page.removeSubrange(first.lowerBound..<last.upperBound)
        }
        guard let words, let place = page.range(of: body) else { return page }
        let banner: HTML = "<p class=\"stale\" role=\"status\">\(words)</p>"
        page.insert(contentsOf: start + banner.markup + end, at: place.upperBound)
        return page
    }
}
