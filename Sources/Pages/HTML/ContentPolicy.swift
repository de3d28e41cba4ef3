internal import CGLib
internal import Foundation

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

    /// `'sha256-…'` of a text that stands between tags.
    private static func source(_ content: RawText) -> String {
        "'sha256-\(Data(digest(of: content.text)).base64EncodedString())'"
    }

    /// SHA-256; empty, so that nothing is allowed, where there is no memory for it.
    private static func digest(of text: String) -> [UInt8] {
        guard let sum = g_checksum_new(G_CHECKSUM_SHA256) else { return [] }
        defer { g_checksum_free(sum) }
        let bytes = Array(text.utf8)
        g_checksum_update(sum, bytes, gssize(bytes.count))
        var digest = [UInt8](repeating: 0, count: 32)
        var length = gsize(digest.count)
        g_checksum_get_digest(sum, &digest, &length)
        return Array(digest.prefix(Int(length)))
    }
}
