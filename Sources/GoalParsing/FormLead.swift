internal import GoalModel
internal import SourceFiles
internal import Text

/// The paragraphs that stand above a form and belong to it: its title, a remark on the year, the line with the unit.
struct FormLead {
    private(set) var title: Passage?
    private(set) var unitLine = UnitLine()
    /// Remarks such as （2024年度）.
    private(set) var years: [Passage] = []
    /// Other remarks between the title and the table.
    private(set) var notes: [Passage] = []
    /// How many of the paragraphs belong to the form.
    private(set) var count = 0

    /// - Parameters:
    ///   - paragraphs: those between the table before and this one.
    ///   - name: the project's name in the form; may be empty.
    ///   - inPartTwo: a numbered line there is a title whatever it says.
    init(_ paragraphs: [SourceDocument.Paragraph], name: String, inPartTwo: Bool) {
        for (index, paragraph) in paragraphs.indices.reversed().prefix(6).map({ ($0, paragraphs[$0]) }) {
            let text = paragraph.text
            if unitLine.read(text, at: paragraph.location) || Furniture.isPageNumber(text) || FormTitle.isOnlyContinuation(text) {
                count = paragraphs.count - index
            } else if FormLead.isNote(text) {
                years.append(Passage(text, at: paragraph.location))
                count = paragraphs.count - index
            } else if FormTitle(text).isContinuation || FormLead.isBracketed(text) {
                notes.append(Passage(text, at: paragraph.location))
                count = paragraphs.count - index
            } else {
                unitLine.readMoneyUnit(behind: text, at: paragraph.location)
                takeTitle(paragraph, before: index > 0 ? paragraphs[index - 1] : nil, name: name, inPartTwo: inPartTwo)
                break
            }
        }
    }

    private mutating func takeTitle(
        _ paragraph: SourceDocument.Paragraph, before: SourceDocument.Paragraph?, name: String, inPartTwo: Bool
    ) {
        let title = FormTitle(paragraph.text)
        if let before, let whole = title.joined(to: before.text, naming: name) {
            self.title = Passage(whole.text, at: before.location)
            count += 2
        } else if title.isExplicit || isTitle(paragraph, name: name, inPartTwo: inPartTwo) {
            self.title = Passage(title.text, at: paragraph.location)
            count += 1
        }
        // A remark may stand above unit lines without there being a title: it then goes where such text goes.
    }

    /// A line that does not say that it is a title, but names the project or is numbered as titles are.
    private func isTitle(_ paragraph: SourceDocument.Paragraph, name: String, inPartTwo: Bool) -> Bool {
        let text = paragraph.text
        guard text.utf8.count <= 300, SectionHeading(paragraph) == nil || paragraph.isMarkedHeading,
            !Furniture.isFurniture(text, inPartTwo: true), !Furniture.beginsPartTwo(text)
        else { return false }
        // A sentence that names the project is no title.
        if text.holds("。") { return false }
        if paragraph.isMarkedHeading || FormTitle(text).fits(name) { return true }
        return inPartTwo && Numbering(text).isNumbered && !"。；;".contains(text.last ?? " ")
    }

    /// `（石渠镇主要沟渠）`: a line below the title that stands in brackets as a whole.
    private static func isBracketed(_ text: String) -> Bool {
        guard text.utf8.count <= 150, let first = text.first, let last = text.last else { return false }
        return "（(".contains(first) && "）)".contains(last) && !Numbering(text).isNumbered
            && text.dropFirst().dropLast().allSatisfy { !"（(）)。；".contains($0) }
    }

    static let yearLabels: Set<String> = ["预算年度", "年度", "年份", "项目年度", "申报年度", "业务年度", "所属年度"]

    /// 预算年度, 2.年度：
    static func isYearLabel(_ text: String) -> Bool {
        // Most cells end as no label of a year does.
        guard text.utf8.count <= 40, let last = text.unicodeScalars.last, ["度", "份", "：", ":"].contains(last), text.holds("年")
        else {
            return false
        }
        return yearLabels.contains(String(Numbering(text.withoutSpaces).rest).trimmingSuffix("：").trimmingSuffix(":"))
    }

    /// `（2024年度）`, `2024年`, `预算年度：2026`.
    static func isNote(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        var word = text.withoutSpaces.folded.filter { !"()".contains($0) }[...]
        if let colon = word.firstIndex(of: ":"), yearLabels.contains(String(word[..<colon])) {
            word = word[word.index(after: colon)...]
            if word.utf8.count == 4, word.utf8.allSatisfy(\.isDigit) { return true }
        }
        return word.prefix(4).allSatisfy(\.isDecimal) && ["年度", "年"].contains(String(word.dropFirst(4)))
    }
}
