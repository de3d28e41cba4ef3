internal import Text

/// What stands between the tags of `<style>` or `<script>`: it cannot end the element, and an HTML and an XML reader read the
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
