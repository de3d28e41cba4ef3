/// Styles: what they say of numbering, of headings and of hidden text.
struct WordStyles {
    /// What a paragraph has from its style and those that the style is based on.
    struct Style {
        var number: String?
        var level: Int?
        /// Outline level from 0; 9 is body text.
        var outline: Int?
        var look = WordLook()
        /// The style and those that it is based on: a list's level may name the style that it is for.
        var names: [String] = []
    }

    private struct Entry {
        var style: Style
        var base: String?
    }

    private var entries: [String: Entry] = [:]
    private var standard: String?
    private var defaults = WordLook()

    init(_ markup: Markup?) {
        for element in markup?.root?.elements ?? [] {
            if element.name == "docDefaults" { defaults = WordLook(element.first("rPrDefault")?.first("rPr")) }
            guard element.name == "style", let id = element["styleId"] else { continue }
            let properties = element.first("pPr")
            let numbering = properties?.first("numPr")
            var style = Style(
                number: numbering?.first("numId")?["val"], level: numbering?.first("ilvl")?["val"].flatMap { Int($0) },
                outline: properties?.first("outlineLvl")?["val"].flatMap { Int($0) }, look: WordLook(element.first("rPr")))
            if style.outline == nil, let name = element.first("name")?["val"]?.lowercased(), name.hasPrefix("heading "),
                let level = Int(name.dropFirst("heading ".count)), (1...9).contains(level)
            {
                style.outline = level - 1
            }
            entries[id] = Entry(style: style, base: element.first("basedOn")?["val"])
            if element["default"] == "1", element["type"] == "paragraph" { standard = id }
        }
    }

    /// A paragraph's style; without one, the document's standard.
    func style(_ id: String?) -> Style {
        var style = chain(from: id ?? standard)
        style.look = style.look.over(defaults)
        return style
    }

    /// How a run looks.
    func look(_ properties: MarkupElement?, in paragraph: WordLook) -> WordLook {
        guard let properties else { return paragraph }
        let character = properties.first("rStyle")?["val"].map { chain(from: $0).look } ?? WordLook()
        return WordLook.of(WordLook(properties), character: character, paragraph: paragraph)
    }

    private func chain(from id: String?) -> Style {
        var result = Style()
        var next = id
        // A chain longer than this is a ring.
        for _ in 0..<20 {
            guard let id = next, let entry = entries[id] else { break }
            result.number = result.number ?? entry.style.number
            result.level = result.level ?? entry.style.level
            result.outline = result.outline ?? entry.style.outline
            result.look = result.look.over(entry.style.look)
            result.names.append(id)
            next = entry.base
        }
        return result
    }
}
