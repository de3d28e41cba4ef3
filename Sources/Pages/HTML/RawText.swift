internal import Foundation
internal import Text

/// The content of `<style>` or `<script>`: it cannot end the element, and an HTML and an XML reader read the
/// same.
struct RawText: Hashable {
    /// Exactly as in the file, so that its hash can be told.
    let text: String

    /// A style sheet; nothing that it holds is refused.
    init(style: String) {
        text = "\n\(style.asStyleContent.withoutSpacing)\n"
    }

    /// A script; `nil` where it is empty or holds `<`, `&` or `]]>`, which the two kinds of reader read differently.
    init?(script: String) {
        let script = script.displayable
        if script.isEmpty || script.contains(where: { $0 == "<" || $0 == "&" }) || script.contains("]]>") { return nil }
        text = "\n\(script)\n"
    }
}

extension String {
    /// A style sheet without comments and without the spaces that only its readers need.
    fileprivate var withoutSpacing: String {
        var result = replacing(/\/\*.*?\*\//.dotMatchesNewlines(), with: "").replacing(/\n\s*/, with: "")
        for (long, short) in [(" { ", "{"), (" {", "{"), ("; }", "}"), (" }", "}"), ("; ", ";"), (": ", ":"), (", ", ",")] {
            result = result.replacing(long, with: short)
        }
        return result
    }
}

/// The content policy of a page: its own style and its own script, by their hashes, and nothing else.
struct ContentPolicy {
    var style: RawText
    /// `nil` for a page without one.
    var script: RawText?

    /// The value of a `Content-Security-Policy`.
    var directives: String {
        let rules = [
            "default-src 'none'", "style-src \(ContentPolicy.source(style))",
            script.map { "script-src \(ContentPolicy.source($0))" }, "base-uri 'none'", "form-action 'none'",
        ]
        return rules.compactMap(\.self).joined(separator: "; ")
    }

    /// `'sha256-…'` of a text that stands between tags; nothing is allowed where there is no memory for it.
    private static func source(_ content: RawText) -> String {
        "'sha256-\(Data(bytes(ofHexadecimal: sha256(content.text.utf8))).base64EncodedString())'"
    }
}
