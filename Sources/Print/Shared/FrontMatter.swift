internal import BookLayout
internal import Text
internal import Typesetting

/// The pages before the text: cover and contents. Set last, because the contents need page numbers.
struct FrontMatter {
    let measurer: FontContext
    let type: Typography
    var structure: StructureTree

    var geometry: PageGeometry { type.geometry }

    /// The words of a cover, from top to bottom.
    struct Cover {
        /// Lines above the title.
        var above: [String]
        var title: String
        /// Lines at the foot of the page.
        var foot: [String]
    }

    /// The cover, and its empty back so that the contents begin on the right.
    mutating func pages(of cover: Cover, under section: ElementID) -> [Page<TextBlock>] {
        var page = Page<TextBlock>(label: .named("封面"))
        var y = 120.0
        for line in cover.above {
            y = 14 + add(line, TextStyle(.title, size: 26, leading: 40), y: y, to: &page, under: section)
        }
        y = add(cover.title, TextStyle(.title, size: 36, leading: 54), y: y, to: &page, under: section)
        for (offset, weight) in [(22.0, 2.0), (26.0, 0.5)] {
            page.rules.append(Rule(fromX: 0, fromY: y + offset, toX: geometry.width, toY: y + offset, weight: weight))
        }
        addFoot(cover.foot, to: &page, under: section)
        return geometry.isMirrored ? [page, Page(label: .none)] : [page]
    }

    /// Lines that begin below one another, so that their colons do, too; all of them in the middle of the page.
    private mutating func addFoot(_ lines: [String], to page: inout Page<TextBlock>, under section: ElementID) {
        let style = TextStyle(.body, size: 16, leading: 30)
        let widest = lines.map { measurer.width(of: $0.oneLine, in: style) }.max() ?? 0
        let width = min(geometry.width, widest + 1)
        let block = measurer.layOut(TextRequest(lines.joined(separator: "\n"), style, width: width))
        let shown = 0..<min(block.lineCount, 12)
        page.texts.append(
            PlacedText(
                block, lines: shown, x: (geometry.width - width) / 2,
                y: geometry.height - 20 - Double(shown.count) * style.leading,
                element: structure.add(.paragraph, under: section)))
    }

    /// - Returns: the lower edge of the text in pt.
    private mutating func add(
        _ text: String, _ style: TextStyle, y: Double, to page: inout Page<TextBlock>, under section: ElementID
    ) -> Double {
        let block = measurer.layOut(TextRequest(text, style, width: geometry.width, alignment: .center, ends: .title))
        let lines = 0..<min(block.lineCount, 12)
        page.texts.append(PlacedText(block, lines: lines, x: 0, y: y, element: structure.add(.paragraph, under: section)))
        return y + Double(lines.count) * block.leading
    }
}

/// A line of the contents and of the bookmarks.
struct ContentsEntry {
    var title: String
    /// 0 for parts, 1 for what is in them.
    var level: Int
    var mark: String
    /// The printed page number.
    var page: Int

    /// A project's number and what stands behind it; other titles have none.
    var parts: (number: String?, name: String) {
        let pieces = title.split(separator: "　", maxSplits: 1)
        guard pieces.count == 2, pieces[0].allSatisfy(\.isNumber) else { return (nil, title) }
        return (String(pieces[0]), String(pieces[1]))
    }
}
