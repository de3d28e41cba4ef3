internal import BookLayout
internal import Typesetting

/// The pages before the text: cover and contents. Set last, because the contents need page numbers.
struct FrontMatter {
    let measurer: FontContext
    let type: Typography
    var structure: StructureTree

    private var geometry: PageGeometry { type.geometry }

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
        let foot = cover.foot.joined(separator: "\n")
        _ = add(
            foot, TextStyle(.body, size: 16, leading: 30), y: geometry.height - 20, endsThere: true, to: &page, under: section)
        return geometry.isMirrored ? [page, Page(label: .none)] : [page]
    }

    /// - Returns: the lower edge of the text in pt.
    private mutating func add(
        _ text: String, _ style: TextStyle, y: Double, endsThere: Bool = false, to page: inout Page<TextBlock>,
        under section: ElementID
    ) -> Double {
        let block = measurer.layOut(TextRequest(text, style, width: geometry.width, alignment: .center))
        let lines = 0..<min(block.lineCount, 12)
        let height = Double(lines.count) * block.leading
        let top = endsThere ? y - height : y
        page.texts.append(PlacedText(block, lines: lines, x: 0, y: top, element: structure.add(.paragraph, under: section)))
        return top + height
    }

    /// 目录: dotted leaders, page numbers, and a link on each line.
    mutating func contents(_ entries: [ContentsEntry], under section: ElementID) -> [Page<TextBlock>] {
        let builder = PageBuilder(measurer: measurer, geometry: geometry, structure: structure) { .roman($0) }
        builder.section = section
        builder.title = "目录"
        builder.beginPage()
        let title = TextRequest("目　录", type.partTitle, width: geometry.width, alignment: .center)
        builder.place(Paragraph(title, after: 16, role: .heading(1)))
        builder.section = builder.structure.add(.contents, under: section)
        for entry in entries { place(entry, on: builder) }
        structure = builder.structure
        return builder.pages
    }

    private func place(_ entry: ContentsEntry, on builder: PageBuilder<FontContext>) {
        let style = entry.level == 0 ? type.contentsPart : type.contentsItem
        let indent = Double(entry.level) * style.size * 2
        let numberWidth = 40.0
        let block = measurer.layOut(
            TextRequest(entry.title, style, width: geometry.width - indent - numberWidth - 12, ends: .title))
        var numberStyle = type.pageNumber
        numberStyle.leading = style.leading
        let number = measurer.layOut(TextRequest("\(entry.page)", numberStyle, width: numberWidth, alignment: .trailing))
        let isPart = entry.level == 0
        if isPart, builder.y > 60 { builder.y += 6 }
        let height = min(block.height, geometry.height)
        if builder.room < height + (isPart ? 2 * style.leading : 0) { builder.beginPage() }
        // A title longer than a page is of no use here; its table has it in full.
        let lines = 0..<min(block.lineCount, Int(geometry.height / style.leading))
        guard let last = lines.last else { return }
        let item = builder.structure.add(.contentsItem, under: builder.section)
        let reference = builder.structure.add(.reference, under: item)
        let description = "\(entry.title)，第\(entry.page)页"
        let link = builder.structure.add(.link(mark: entry.mark, description: description), under: reference)
        builder.add(PlacedText(block, lines: lines, x: indent, y: builder.y, element: link))
        let foot = builder.y + Double(last) * style.leading
        let numberStart = geometry.width - numberWidth + number.start(ofLine: 0)
        let baseline = foot + style.leading / 2 + style.size * 0.3
        let from = indent + block.end(ofLine: last) + 6
        if numberStart - 6 > from + 8 {
            builder.add(Rule(fromX: numberStart - 6, fromY: baseline, toX: from, toY: baseline, weight: 0.9, isDotted: true))
        }
        builder.add(PlacedText(number, lines: 0..<1, x: geometry.width - numberWidth, y: foot, element: link))
        builder.y = foot + style.leading
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
}
