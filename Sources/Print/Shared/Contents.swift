internal import BookLayout
internal import Typesetting

extension FrontMatter {
    /// How close lines of the contents may stand where a few of them would need another page.
    private static let tightness = [0.955, 0.915]
    /// The fewest lines of a last page.
    private static let leastLines = 4
    /// Parts of so many entries, such as a town of a volume, are not torn.
    private static let whole = 8

    /// 目录: dotted leaders, page numbers, and a link on each line.
    mutating func contents(_ entries: [ContentsEntry], under section: ElementID) -> [Page<TextBlock>] {
        var attempt = attempt(entries, tightness: 1, breakBefore: nil, under: section)
        for tightness in Self.tightness where attempt.isShort {
            let closer = self.attempt(entries, tightness: tightness, breakBefore: nil, under: section)
            if closer.builder.pages.count < attempt.builder.pages.count || attempt.isBare { attempt = closer }
        }
        if attempt.isBare, entries.count > 2 * Self.leastLines {
            // A part's name does not stay behind alone.
            var first = entries.count - Self.leastLines
            while first > 1, entries[first - 1].level < entries[first].level { first -= 1 }
            attempt = self.attempt(entries, tightness: 1, breakBefore: first, under: section)
        }
        structure = attempt.builder.structure
        return attempt.builder.pages
    }

    private struct Attempt {
        let builder: PageBuilder<FontContext>
        /// Lines on the last page.
        var lines = 0

        /// Whether a page more is turned for a few lines.
        var isShort: Bool { builder.pages.count > 1 && lines < 2 * FrontMatter.leastLines }

        /// Whether a page would be turned for very little.
        var isBare: Bool { builder.pages.count > 1 && lines < FrontMatter.leastLines }
    }

    private func attempt(
        _ entries: [ContentsEntry], tightness: Double, breakBefore first: Int?, under section: ElementID
    ) -> Attempt {
        let builder = PageBuilder(measurer: measurer, geometry: geometry, structure: structure) { .roman($0) }
        builder.section = section
        builder.title = "目录"
        builder.beginPage()
        let title = TextRequest("目　录", type.partTitle, width: geometry.width, alignment: .center)
        builder.place(Paragraph(title, after: 16, role: .heading(1)))
        builder.section = builder.structure.add(.contents, under: section)
        var attempt = Attempt(builder: builder)
        for (index, entry) in entries.enumerated() {
            let line = ContentsLine(entry, tightness: tightness, width: geometry.width, measurer: measurer, type: type)
            if entry.level == 0, builder.y > 60 { builder.y += 6 }
            let followers = entries[(index + 1)...].prefix { $0.level > entry.level }.count
            let kept = followers <= Self.whole ? followers : 1
            let need = line.height + (entry.level == 0 ? Double(kept) * line.leading : 0)
            if index == first || builder.room < min(need, geometry.height / 2) {
                builder.beginPage()
                attempt.lines = 0
            }
            line.place(on: builder)
            attempt.lines += line.lineCount
        }
        return attempt
    }
}

/// A line of the contents: number, title, dots, page number.
private struct ContentsLine {
    private let entry: ContentsEntry
    private let indent: Double
    private let number: TextBlock?
    private let title: TextBlock
    private let page: TextBlock
    private let style: TextStyle
    private let width: Double
    /// A title longer than a page is of no use here; its table has it in full.
    private let mostLines: Int

    private static let pageWidth = 40.0

    init(_ entry: ContentsEntry, tightness: Double, width: Double, measurer: FontContext, type: Typography) {
        var style = entry.level == 0 ? type.contentsPart : type.contentsItem
        style.leading *= tightness
        var pageStyle = type.pageNumber
        pageStyle.leading = style.leading
        let parts = entry.parts
        var indent = Double(entry.level) * style.size * 2
        if let number = parts.number {
            // Numbers end below one another, names begin below one another.
            let room = 1.7 * style.size
            self.number = measurer.layOut(TextRequest(number, style, width: room, alignment: .trailing))
            indent += room + 0.7 * style.size
        } else {
            number = nil
        }
        (self.entry, self.style, self.width, self.indent) = (entry, style, width, indent)
        title = measurer.layOut(TextRequest(parts.name, style, width: width - indent - Self.pageWidth - 12, ends: .title))
        page = measurer.layOut(TextRequest("\(entry.page)", pageStyle, width: Self.pageWidth, alignment: .trailing))
        mostLines = Int(type.geometry.height / style.leading)
    }

    var leading: Double { style.leading }
    var lineCount: Int { min(title.lineCount, mostLines) }
    var height: Double { Double(lineCount) * style.leading }

    func place(on builder: PageBuilder<FontContext>) {
        guard lineCount > 0 else { return }
        let item = builder.structure.add(.contentsItem, under: builder.section)
        let reference = builder.structure.add(.reference, under: item)
        let description = "\(entry.title)，第\(entry.page)页"
        let link = builder.structure.add(.link(mark: entry.mark, description: description), under: reference)
        if let number {
            let x = Double(entry.level) * style.size * 2
            builder.add(PlacedText(number, lines: 0..<1, x: x, y: builder.y, element: link))
        }
        builder.add(PlacedText(title, lines: 0..<lineCount, x: indent, y: builder.y, element: link))
        let foot = builder.y + Double(lineCount - 1) * style.leading
        let pageStart = width - Self.pageWidth + page.start(ofLine: 0)
        let baseline = foot + style.leading / 2 + style.size * 0.3
        let from = indent + title.end(ofLine: lineCount - 1) + 6
        if pageStart - 6 > from + 8 {
            builder.add(Rule(fromX: pageStart - 6, fromY: baseline, toX: from, toY: baseline, weight: 0.9, isDotted: true))
        }
        builder.add(PlacedText(page, lines: 0..<1, x: width - Self.pageWidth, y: foot, element: link))
        builder.y = foot + style.leading
    }
}
