internal import BookLayout
internal import GoalModel
internal import Reporting
internal import Text

extension BookComposer {
    /// 第一部分, verbatim.
    mutating func addPartOne() {
        guard !report.book.partOne.isEmpty else { return }
        let titles = Set(report.book.subGoals.map(\.title) + report.book.safeguards.map(\.title)).subtracting([""])
        beginPart("第一部分", "部门整体绩效目标", mark: "part1")
        for (index, section) in report.book.partOne.enumerated() {
            let paragraphs = section.paragraphs.filter { !$0.text.withoutSpaces.isEmpty }
            addHeading(section.heading, number: index, keepBelow: keep(above: paragraphs[...]))
            for (position, paragraph) in paragraphs.enumerated() {
                let origin = origins.add("第一部分", at: paragraph.location)
                let isTitle =
                    Level(of: paragraph.text) == .second
                    || titles.contains(String(Self.unnumbered(paragraph.text.trimmed)).trimmed)
                // Beside the numbers of the parts nobody takes them for one of those, and the file holds one font less.
                let style = !isTitle ? type.body : Level(of: paragraph.text) == .second ? type.subheading : type.itemHeading
                let role: StructureRole = style == type.body ? .paragraph : heading(3)
                let keep = Self.isTitle(paragraph) ? keep(above: paragraphs[(position + 1)...]) : 0
                set(paragraph.text, style, role, origin: origin, keepBelow: keep)
            }
        }
    }

    /// Whether a line is a title in all but its form: short, and numbered or without a full stop.
    private static func isTitle(_ paragraph: Passage) -> Bool {
        let text = paragraph.text.trimmed
        let isNumbered = text.first.map { $0.isNumber || "（(一二三四五六七八九十".contains($0) } ?? false
        return text.count <= 30 && (isNumbered || !text.hasSuffix("。"))
    }

    /// What a title needs below it: two lines of text, and the titles that stand between it and them.
    private func keep(above paragraphs: ArraySlice<Passage>) -> Double {
        let titles = paragraphs.prefix(while: Self.isTitle).prefix(4)
        return Double(titles.count + (titles.count < paragraphs.count ? 2 : 0)) * type.linePitch
    }

    private mutating func addHeading(_ heading: Passage, number: Int, keepBelow: Double) {
        guard !heading.text.withoutSpaces.isEmpty else { return }
        let origin = origins.add("第一部分标题", at: heading.location)
        let level = Level(of: heading.text)
        let mark = "s\(number + 1)"
        let style = level == .second ? type.subheading : type.heading
        let role = self.heading(level == .second ? 3 : 2)
        set(heading.text, style, role, origin: origin, mark: mark, keepBelow: keepBelow)
        if level != .second { addEntry(heading.text, level: 1, mark: mark) }
    }

    private func set(
        _ text: String, _ style: TextStyle, _ role: StructureRole, origin: Int, mark: String? = nil, keepBelow: Double = 0
    ) {
        // The indent of two characters is ours; the town's own blanks would double it.
        let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
        var request = TextRequest(
            lines.joined(separator: "\n"), style, width: geometry.width + 0.5, alignment: .justified,
            indent: 2 * type.bodyCell, origin: origin)
        if role == .paragraph { request.label = Self.label(of: request.text) }
        body.place(Paragraph(request, keepBelow: keepBelow, role: role), mark: mark.map { place.prefix + $0 })
    }

    /// `全面负责各项工作。` of `1、全面负责各项工作。`
    private static func unnumbered(_ text: String) -> Substring {
        let number = text.prefix(while: \.isNumber)
        let rest = text[number.endIndex...]
        return !number.isEmpty && rest.first.map { "、.．".contains($0) } == true ? rest.dropFirst() : text[...]
    }

    /// How long the label is that runs into a text, as 绩效目标： and 8、绩效指标： do.
    private static func label(of text: String) -> Int {
        let words = unnumbered(text)
        guard let end = words.firstIndex(where: { "：:".contains($0) }) else { return 0 }
        let label = words[..<end]
        let isLabel = (2...8).contains(label.count) && (label.hasSuffix("目标") || label.hasSuffix("指标"))
        return isLabel && label.allSatisfy(\.isLetter) ? text.distance(from: text.startIndex, to: end) + 1 : 0
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
                numerals.contains(second), text.count <= 30
            {
                self = .second
            } else {
                self = .other
            }
        }
    }
}
