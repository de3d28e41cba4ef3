internal import Foundation
internal import Text

/// What a page allows itself: its own style and its own script, told by their hashes, and nothing else.
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
