import Foundation

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
