internal import BookLayout
internal import GoalModel
internal import Reporting

extension BookComposer {
    /// 第一部分, verbatim.
    mutating func addPartOne() {
        guard !report.book.partOne.isEmpty else { return }
        beginPart("第一部分", "部门整体绩效目标", mark: "part1")
        for (index, section) in report.book.partOne.enumerated() {
            addHeading(section.heading, number: index)
            let paragraphs = section.paragraphs.filter { !$0.text.withoutSpaces.isEmpty }
            for (position, paragraph) in paragraphs.enumerated() {
                let origin = origins.add("第一部分", at: paragraph.location)
                let style = Level(of: paragraph.text) == .second ? BookStyles.subheading : BookStyles.body
                // A line that is a title in all but its form stays with what it is the title of.
                let leads = paragraph.text.count <= 30 && position + 1 < paragraphs.count
                place(paragraph.text, style, origin: origin, keepBelow: leads ? 2 * BookStyles.linePitch : 0)
            }
        }
    }

    private mutating func addHeading(_ heading: Passage, number: Int) {
        guard !heading.text.withoutSpaces.isEmpty else { return }
        let origin = origins.add("第一部分标题", at: heading.location)
        let level = Level(of: heading.text)
        let mark = "s\(number + 1)"
        let style = level == .second ? BookStyles.subheading : BookStyles.heading
        place(heading.text, style, origin: origin, mark: mark, keepBelow: 2 * BookStyles.linePitch)
        if level != .second { addEntry(heading.text, level: 1, mark: mark) }
    }

    private func place(_ text: String, _ style: TextStyle, origin: Int, mark: String? = nil, keepBelow: Double = 0) {
        // The indent of two characters is ours; the town's own blanks would double it.
        let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
        let request = TextRequest(
            lines.joined(separator: "\n"), style, width: geometry.width + 0.5, alignment: .justified,
            indent: 2 * BookStyles.bodyCell, origin: origin)
        body.place(Paragraph(request, keepBelow: keepBelow), mark: mark)
    }

    private enum Level {
        case first
        case second
        case other

        /// By its number: 一、 or （一）.
        init(of heading: String) {
            let text = heading.trimmed
            let numerals = Set("一二三四五六七八九十")
            let digits = text.prefix { numerals.contains($0) }
            if !digits.isEmpty, text.dropFirst(digits.count).first == "、" {
                self = .first
            } else if let open = text.first, open == "（" || open == "(", let second = text.dropFirst().first,
                numerals.contains(second),
                text.count <= 30
            {
                self = .second
            } else {
                self = .other
            }
        }
    }
}
