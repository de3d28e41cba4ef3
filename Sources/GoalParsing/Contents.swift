internal import GoalModel
internal import SourceFiles
internal import Text

/// The table of contents that a document may begin with: its entries say nothing of their own.
struct Contents {
    /// Entries whose heading stands elsewhere in the document.
    private(set) var entries: Set<Int> = []
    /// Entries with a page number whose heading stands nowhere else.
    private(set) var orphans: Set<Int> = []

    /// - Parameter blocks: of the whole document; entries are known by their index in it.
    init(_ blocks: [SourceDocument.Block]) {
        let start = blocks.indices.first { Contents.isTitle(blocks[$0]) }
        var bases: [Int: String] = [:]
        for (index, text) in Contents.texts(blocks) { bases[index] = Contents.withoutPage(text) }
        if start == nil, bases.isEmpty { return }
        let led = bases.keys.sorted()
        var keys: [Int: String] = [:]
        var last: [String: Int] = [:]
        for (index, text) in Contents.texts(blocks) {
            let key = FormTitle.letters(String(Numbering(bases[index] ?? text).rest))
            keys[index] = key
            if bases[index] == nil { last[key] = index }
        }
        for index in led {
            let key = keys[index] ?? ""
            if last[key] != nil || Contents.isPart(key) { entries.insert(index) } else { orphans.insert(index) }
        }
        guard let start else { return }
        // Without page numbers the contents end where a heading comes for the second time.
        var seen: Set<String> = []
        for index in blocks.indices.dropFirst(start + 1) {
            guard let key = keys[index], !key.isEmpty, !seen.contains(key) else { return }
            if bases[index] != nil { continue }
            if !Contents.isPart(key) {
                guard let later = last[key], later > index else { return }
                seen.insert(key)
            }
            entries.insert(index)
        }
    }

    /// Paragraphs short enough for an entry, with their index.
    private static func texts(_ blocks: [SourceDocument.Block]) -> some Sequence<(Int, String)> {
        blocks.enumerated().lazy.compactMap { index, block in
            guard case .paragraph(let paragraph) = block, paragraph.text.utf8.count <= 400 else { return nil }
            return (index, paragraph.text)
        }
    }

    private static func isTitle(_ block: SourceDocument.Block) -> Bool {
        guard case .paragraph(let paragraph) = block, paragraph.text.utf8.count <= 30 else { return false }
        return paragraph.text.withoutSpaces == "目录"
    }

    private static func isPart(_ key: String) -> Bool {
        Furniture.isFurniture(key, inPartTwo: true)
    }

    /// `一、总体绩效目标……3`, `二、分项绩效目标    4`: what stands before the leaders and the page number.
    static func withoutPage(_ text: String) -> String? {
        guard text.last?.isDecimal == true else { return nil }
        let digits = text.reversed().prefix { $0.isDecimal }.count
        guard (1...4).contains(digits) else { return nil }
        var rest = text.dropLast(digits)
        var leaders = 0
        while let last = rest.last, ".．。…·•⋯‥-_—﹒ \t\u{A0}\u{3000}".contains(last) {
            leaders += last == "…" || last == "\t" || last == "⋯" ? 2 : 1
            rest = rest.dropLast()
        }
        return leaders >= 2 && !rest.isEmpty ? String(rest) : nil
    }
}
