internal import BookLayout
internal import Text
internal import Typesetting

/// Makes the pieces of a brief, and notes what they say in its structure.
struct BriefSetter {
    let fonts: FontContext
    let type: BriefType
    var structure = StructureTree()
    var bookmarks: [Bookmark] = []

    /// A text of at most so many lines, cut with `…` where it is longer.
    func text(
        _ words: String, _ style: TextStyle, width: Double, lines: Int = 1, alignment: TextAlignment = .leading,
        element: ElementID?
    ) -> Galley {
        let block = laid(words.oneLine, style, width: width, lines: lines, alignment)
        let shown = min(lines, block.lineCount)
        return Galley(
            height: Double(shown) * style.leading,
            texts: shown > 0 ? [PlacedText(block, lines: 0..<shown, x: 0, y: 0, element: element)] : [])
    }

    /// A paragraph of its own.
    mutating func paragraph(
        _ words: String, _ style: TextStyle, width: Double, lines: Int = 1, alignment: TextAlignment = .leading
    ) -> Galley {
        words.isEmpty
            ? Galley() : text(words, style, width: width, lines: lines, alignment: alignment, element: structure.add(.paragraph))
    }

    /// The heading of a section under a rule, with a bookmark that leads to it.
    mutating func heading(_ words: String, width: Double, isRuled: Bool = true) -> Galley {
        let mark = "s\(bookmarks.count + 1)"
        bookmarks.append(Bookmark(words.oneLine, level: 0, mark: mark))
        let scale = type.scale
        var galley = Galley(height: isRuled ? 5 * scale : 0, marks: [Mark(name: mark, y: 0)])
        if isRuled { galley.rule(y: 0, to: width, weight: 0.75 * scale) }
        galley.append(text(words, type.heading, width: width, element: structure.add(.heading(2))))
        return galley
    }

    /// A chart as wide as its scene was made.
    mutating func figure(_ scene: Scene) -> Galley {
        let element = structure.add(.figure(alternate: scene.description.oneLine))
        let figure = scene.placed(scale: type.chartScale, element: element, measurer: fonts)
        return Galley(height: figure.height, figures: [figure])
    }

    private func laid(_ words: String, _ style: TextStyle, width: Double, lines: Int, _ alignment: TextAlignment) -> TextBlock {
        func block(_ words: String) -> TextBlock {
            fonts.layOut(
                TextRequest(
                    words, style, width: width, alignment: alignment, oneLine: lines == 1,
                    ends: alignment == .justified ? .full : .words))
        }
        // More than can stand there is not worth laying out.
        let limit = lines * Int(width / style.size + 1) * 4
        var kept = words.count > limit ? String(words.prefix(limit)) + "…" : words
        var result = block(kept)
        guard result.lineCount > lines else { return result }
        var (low, high) = (0, kept.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if block(kept.prefix(middle) + "…").lineCount <= lines { low = middle } else { high = middle }
        }
        kept = kept.prefix(low) + "…"
        result = block(kept)
        return result
    }
}
