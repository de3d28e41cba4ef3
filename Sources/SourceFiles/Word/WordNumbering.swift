/// The numbers that Word prints before paragraphs and does not write into their text.
struct WordNumbering {
    private struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
        /// The level after which this one begins anew; 0 for never.
        var restart: Int?
        var isLegal = false
        /// The paragraph style that the level is for.
        var style: String?
    }

    private struct Number {
        var abstract: String
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private var abstracts: [String: [Int: Level]] = [:]
    private var numbers: [String: Number] = [:]
    /// The last number of each level, by abstract numbering.
    private var counters: [String: [Int: Int]] = [:]
    private var used: Set<String> = []

    /// In bytes; Word's own dialogue takes some dozens.
    private static let longestText = 255

    /// - Throws: ``ReadingError`` for a number that is longer than any book's.
    init(_ markup: Markup?) throws(ReadingError) {
        var links: [String: String] = [:]
        var styles: [String: String] = [:]
        for element in markup?.root?.elements ?? [] {
            if element.name == "abstractNum", let id = element["abstractNumId"] {
                abstracts[id] = WordNumbering.levels(element)
                if let style = element.first("styleLink")?["val"] { styles[style] = id }
                if let style = element.first("numStyleLink")?["val"] { links[id] = style }
            } else if element.name == "num", let id = element["numId"] {
                var number = Number(abstract: element.first("abstractNumId")?["val"] ?? "")
                for override in element.elements where override.name == "lvlOverride" {
                    guard let level = override.integer("ilvl"), (0...8).contains(level) else { continue }
                    number.starts[level] = override.first("startOverride")?.integer("val")
                    if let own = override.first("lvl") { number.levels[level] = WordNumbering.level(own) }
                }
                numbers[id] = number
            }
        }
        let levels = abstracts.values.flatMap(\.values) + numbers.values.flatMap(\.levels.values)
        if levels.contains(where: { $0.text.utf8.count > WordNumbering.longestText }) {
            throw .hostile("自动编号的格式超过\(WordNumbering.longestText)个字节")
        }
        for (id, style) in links { abstracts[id] = styles[style].flatMap { abstracts[$0] } ?? abstracts[id] }
    }

    private static func levels(_ element: MarkupElement) -> [Int: Level] {
        var levels: [Int: Level] = [:]
        for inner in element.elements where inner.name == "lvl" {
            if let index = inner.integer("ilvl"), (0...8).contains(index) { levels[index] = level(inner) }
        }
        return levels
    }

    private static func level(_ element: MarkupElement) -> Level {
        var format = element.first("numFmt")?["val"]
        if format == nil { format = element.first("AlternateContent")?.chosen?.first("numFmt")?["val"] }
        return Level(
            start: element.first("start")?.integer("val") ?? 1, format: format ?? "decimal",
            text: element.first("lvlText")?["val"] ?? "", restart: element.first("lvlRestart")?.integer("val"),
            isLegal: element.first("isLgl") != nil, style: element.first("pStyle")?["val"])
    }

    /// The number before a paragraph, counted on; `nil` where it has none.
    mutating func label(_ properties: MarkupElement?, style: WordStyles.Style) -> String? {
        let id = properties?.first("numId")?["val"] ?? style.number
        guard let id, id != "0", let number = numbers[id], let abstract = abstracts[number.abstract] else { return nil }
        let linked = style.names.lazy.compactMap { name in abstract.first { $0.value.style == name }?.key }.first
        let index = properties?.first("ilvl")?.integer("val") ?? linked ?? style.level ?? 0
        guard let level = number.levels[index] ?? abstract[index], (0...8).contains(index) else { return nil }
        var counts = counters[number.abstract] ?? [:]
        if used.insert(id).inserted {
            for (level, start) in number.starts { counts[level] = start - 1 }
        }
        counts[index] = (counts[index] ?? level.start - 1) + 1
        for (deeper, found) in abstract where deeper > index && found.restart != 0 {
            if (found.restart ?? deeper) > index { counts[deeper] = nil }
        }
        counters[number.abstract] = counts
        guard level.format != "bullet", level.format != "none" else { return nil }
        return text(level, counts, number, abstract)
    }

    private func text(_ level: Level, _ counts: [Int: Int], _ number: Number, _ abstract: [Int: Level]) -> String {
        var result = ""
        var isPlace = false
        for character in level.text {
            if isPlace, let digit = character.wholeNumberValue, (1...9).contains(digit) {
                let shown = number.levels[digit - 1] ?? abstract[digit - 1] ?? Level()
                let count = counts[digit - 1] ?? shown.start
                result += WordNumberFormat.text(count, level.isLegal ? "decimal" : shown.format)
                isPlace = false
            } else if character == "%" {
                isPlace = true
            } else {
                result.append(character)
            }
        }
        guard let last = result.last else { return "" }
        return last.isLetter && last.isASCII || last.isNumber && last.isASCII ? result + " " : result
    }
}
