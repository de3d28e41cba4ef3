internal import GoalModel

/// The part of a page that holds its tables; what stands around it is the site's own.
struct PageArticle {
    let element: MarkupElement
    /// Tables with tables in them: they only lay out the page.
    let layoutTables: Set<Int>
    /// Texts that the page shows outside of it.
    private(set) var outside: [String] = []

    init(_ root: MarkupElement) {
        var layout: Set<Int> = []
        PageArticle.findLayout(root, in: [], &layout)
        layoutTables = layout
        var (path, found): ([MarkupElement], DataTables?) = ([], nil)
        PageArticle.collect(root, &path, layout, &found)
        guard let found else {
            element = root
            return
        }
        var common = found.common
        // A table alone is no article: the text before it stands beside it.
        let places: Set<String> = ["div", "td", "article", "section", "main", "body"]
        while let last = common.last, !places.contains(last.name) || last.id == found.first { common.removeLast() }
        element = common.last ?? root
        collectOutside(root)
    }

    private static func findLayout(_ element: MarkupElement, in tables: [Int], _ layout: inout Set<Int>) {
        var tables = tables
        if element.name == "table" {
            layout.formUnion(tables)
            // What stands further out is known by now; a table of data may have a small one in one of its cells.
            tables = isOfData(element) ? [] : [element.id]
        }
        for inner in element.elements { findLayout(inner, in: tables, &layout) }
    }

    /// Whether most cells hold words of their own, beside those of tables in them.
    private static func isOfData(_ table: MarkupElement) -> Bool {
        let cells = table.tableRows.flatMap { $0.elements.filter { $0.name == "td" || $0.name == "th" } }
        guard cells.count >= 12 else { return false }
        let bare = cells.count { cell in
            !cell.elements.contains { $0.name == "table" } && !cell.elements.contains(where: \.isBlock)
        }
        return bare * 10 >= cells.count * 8
    }

    private struct DataTables {
        /// The way from the root as far as all of them have it in common.
        var common: [MarkupElement]
        /// The first table.
        let first: Int
    }

    /// - Parameter path: from the root to above the element.
    private static func collect(
        _ element: MarkupElement, _ path: inout [MarkupElement], _ layout: Set<Int>, _ found: inout DataTables?
    ) {
        if element.isLeftOut { return }
        path.append(element)
        defer { path.removeLast() }
        if element.name == "table", !layout.contains(element.id) {
            let cells = element.tableRows.reduce(0) { $0 + $1.elements.count }
            guard cells >= 6 else { return }
            let shared = found.map { zip($0.common, path).prefix { $0.id == $1.id }.count } ?? path.count
            found = DataTables(common: Array(path.prefix(shared)), first: found?.first ?? element.id)
            return
        }
        for inner in element.elements { collect(inner, &path, layout, &found) }
    }

    private mutating func collectOutside(_ element: MarkupElement) {
        if element.id == self.element.id || element.isLeftOut || element.name == "head" { return }
        for child in element.children {
            switch child {
            case .text(let words):
                var text = FlowText()
                text.append(words)
                let line = text.take()
                if !line.isEmpty, outside.count < 10_000 { outside.append(line) }
            case .element(let inner): collectOutside(inner)
            }
        }
    }
}

extension MarkupElement {
    /// Not shown, or no content: scripts, forms, a site's navigation.
    var isLeftOut: Bool {
        if MarkupElement.leftOut.contains(name) { return true }
        if let style = compactStyle, ["display:none", "visibility:hidden", "mso-hide:all"].contains(where: style.contains) {
            return true
        }
        return self["hidden"] != nil || isHiddenByClass
    }

    /// Without blanks, in lower case.
    private var compactStyle: String? {
        self["style"]?.filter { !$0.isWhitespace }.lowercased()
    }

    /// Text that is struck out.
    var isStruck: Bool {
        ["s", "strike", "del"].contains(name) || compactStyle?.contains("line-through") == true
    }

    /// Text that stands above its line.
    var isRaised: Bool {
        name == "sup" || compactStyle?.contains("vertical-align:super") == true
    }

    /// The number that a word processor has put before a paragraph, and behind it the blanks up to the text.
    var isListNumber: Bool {
        compactStyle?.contains("mso-list:ignore") == true
    }

    /// What a form's field shows that it is set to; `nil` for any other element.
    var fieldValue: String? {
        switch name {
        case "select":
            let options = all("option")
            let chosen = options.filter { $0["selected"] != nil }
            let shown = chosen.isEmpty && self["multiple"] == nil ? Array(options.prefix(1)) : chosen
            return shown.map { $0["label"] ?? $0.text }.joined(separator: "、")
        case "textarea": return text
        case "input":
            switch self["type"]?.lowercased() ?? "text" {
            case "checkbox", "radio": return self["checked"] == nil ? "☐" : "☑"
            case "hidden", "button", "submit", "reset", "image", "file", "password": return nil
            default: return self["value"] ?? ""
            }
        default: return nil
        }
    }

    var isBlock: Bool {
        MarkupElement.blocks.contains(name)
    }

    var isHeading: Bool {
        name.utf8.count == 2 && name.hasPrefix("h") && "123456".contains(name.last ?? " ")
    }

    /// The rows of a table, those in its head, body and foot included.
    var tableRows: [MarkupElement] {
        elements.flatMap { part -> [MarkupElement] in
            switch part.name {
            case "tr": part.isLeftOut ? [] : [part]
            case "thead", "tbody", "tfoot": part.elements.filter { $0.name == "tr" && !$0.isLeftOut }
            default: []
            }
        }
    }

    private static let leftOut: Set<String> = [
        "script", "style", "noscript", "noframes", "nav", "header", "footer", "aside", "button", "select", "input", "textarea",
        "template", "iframe", "object", "svg", "title", "xml",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot",
        "tr",
        "td", "th", "caption", "section", "article", "main", "body", "blockquote", "pre", "center", "hr", "fieldset", "address",
        "figure", "figcaption", "details", "summary",
    ]
}
