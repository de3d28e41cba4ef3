internal import BookLayout
internal import GoalModel
internal import Reporting
internal import Typesetting

extension BookComposer {
    /// The cover, and its empty back so that the contents begin on the right.
    func coverPages() -> [Page<TextBlock>] {
        var page = Page<TextBlock>(label: .named("封面"))
        let width = geometry.width
        func add(_ text: String, _ style: TextStyle, y: Double, isLast: Bool = false) -> Double {
            let block = measurer.layOut(TextRequest(text, style, width: width, alignment: .center))
            let top = isLast ? y - block.height : y
            let element = body.structure.add(.paragraph, under: coverSection)
            page.texts.append(PlacedText(block, lines: 0..<min(block.lineCount, 12), x: 0, y: top, element: element))
            return top + block.height
        }
        var y = add(townName, TextStyle(.title, size: 26, leading: 40), y: 120)
        if let year = report.book.fiscalYear {
            y = add("\(year)年", TextStyle(.title, size: 26, leading: 40), y: y + 14)
        }
        y = add("部门预算绩效目标", TextStyle(.title, size: 36, leading: 54), y: y + 14)
        for (offset, weight) in [(22.0, 2.0), (26.0, 0.5)] {
            page.rules.append(Rule(fromX: 0, fromY: y + offset, toX: width, toY: y + offset, weight: weight))
        }
        let unit = report.book.unit
        let code = unit.code.map { "单位编码：\($0)" } ?? ""
        let lines = ["编制单位：\(unit.name)", code].filter { !$0.isEmpty }.joined(separator: "\n")
        _ = add(lines, TextStyle(.body, size: 16, leading: 30), y: geometry.height - 20, isLast: true)
        return geometry.isMirrored ? [page, Page(label: .none)] : [page]
    }

    /// 目录: dotted leaders, page numbers, and a link on each line.
    func contentsPages() -> [Page<TextBlock>] {
        let builder = Builder(measurer: measurer, geometry: geometry, structure: body.structure) { .roman($0) }
        builder.section = contentsSection
        builder.title = "目录"
        builder.beginPage()
        let title = TextRequest("目　录", type.partTitle, width: geometry.width, alignment: .center)
        builder.place(Paragraph(title, after: 16, role: .heading(1)))
        builder.section = builder.structure.add(.contents, under: contentsSection)
        for entry in entries { place(entry, on: builder) }
        body.structure = builder.structure
        return builder.pages
    }

    private func place(_ entry: ContentsEntry, on builder: Builder) {
        let style = entry.level == 0 ? type.contentsPart : type.contentsItem
        let indent = entry.level == 0 ? 0 : style.size * 2
        let numberWidth = 40.0
        let block = measurer.layOut(TextRequest(entry.title, style, width: geometry.width - indent - numberWidth - 12))
        let number = measurer.layOut(
            TextRequest(
                "\(entry.page)", type.pageNumber.with(leading: style.leading), width: numberWidth, alignment: .trailing))
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
            builder.add(
                Rule(fromX: numberStart - 6, fromY: baseline, toX: from, toY: baseline, weight: 0.9, isDotted: true))
        }
        builder.add(PlacedText(number, lines: 0..<1, x: geometry.width - numberWidth, y: foot, element: link))
        builder.y = foot + style.leading
    }
}

extension TextStyle {
    fileprivate func with(leading: Double) -> TextStyle {
        var copy = self
        copy.leading = leading
        return copy
    }
}
