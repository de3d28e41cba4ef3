/// Paragraph styles: what they say of numbering and of headings.
struct WordStyles {
    /// What a paragraph has from its style and those that the style is based on.
    struct Style {
        var number: String?
        var level: Int?
        /// Outline level from 0; 9 is body text.
        var outline: Int?
    }

    private struct Entry {
        var style: Style
        var base: String?
        var isHidden: Bool
    }

    private var entries: [String: Entry] = [:]
    private var standard: String?

    init(_ markup: Markup?) {
        for element in markup?.root?.elements ?? [] where element.name == "style" {
            guard let id = element["styleId"] else { continue }
            let properties = element.first("pPr")
            let numbering = properties?.first("numPr")
            var style = Style(
                number: numbering?.first("numId")?["val"], level: numbering?.first("ilvl")?.integer("val"),
                outline: properties?.first("outlineLvl")?.integer("val"))
            if style.outline == nil, let name = element.first("name")?["val"]?.lowercased(), name.hasPrefix("heading "),
                let level = Int(name.dropFirst("heading ".count)), (1...9).contains(level)
            {
                style.outline = level - 1
            }
            let isHidden = element.first("rPr")?.first("vanish").map(WordStyles.isOn) ?? false
            entries[id] = Entry(style: style, base: element.first("basedOn")?["val"], isHidden: isHidden)
            if element["default"] == "1", element["type"] == "paragraph" { standard = id }
        }
    }

    func style(_ id: String?) -> Style {
        var result = Style()
        var next = id ?? standard
        // A chain longer than this is a ring.
        for _ in 0..<20 {
            guard let id = next, let entry = entries[id] else { break }
            result.number = result.number ?? entry.style.number
            result.level = result.level ?? entry.style.level
            result.outline = result.outline ?? entry.style.outline
            next = entry.base
        }
        return result
    }

    /// Whether a run with these properties is hidden text.
    func isHidden(_ properties: MarkupElement) -> Bool {
        if let vanish = properties.first("vanish") { return WordStyles.isOn(vanish) }
        return properties.first("rStyle")?["val"].flatMap { entries[$0]?.isHidden } ?? false
    }

    private static func isOn(_ element: MarkupElement) -> Bool {
        !["0", "false", "off"].contains(element["val"] ?? "1")
    }
}
