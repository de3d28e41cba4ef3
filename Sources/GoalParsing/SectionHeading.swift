internal import GoalModel
internal import SourceFiles
internal import Text

/// A heading of part one, and what stands behind it on the same line.
struct SectionHeading {
    /// What a section is about.
    enum Kind {
        case overallGoal
        case subGoals
        case safeguards
        case other
    }

    let kind: Kind
    /// As written, without what follows on its line.
    let text: String
    /// What follows the heading's colon; empty when it stands alone.
    let rest: String
    /// The wording itself tells a heading, not only the document's mark.
    let isKnown: Bool

    /// A short line that is one of the form's headings whatever its number, or one that the document marks as a heading.
    init?(_ paragraph: SourceDocument.Paragraph) {
        let line = paragraph.text
        guard paragraph.isMarkedHeading || SectionHeading.canHead(line) else { return nil }
        if line.utf8.count <= 120, let kind = SectionHeading.kind(line) {
            (self.kind, text, rest, isKnown) = (kind, line, "", true)
        } else if let colon = line.prefix(32).firstIndex(where: { "：:".contains($0) }),
            Numbering(line).isNumbered || paragraph.isMarkedHeading, let kind = SectionHeading.kind(String(line[..<colon]))
        {
            (self.kind, isKnown) = (kind, true)
            text = String(line[...colon])
            rest = String(line[line.index(after: colon)...]).trimmed
        } else if paragraph.isMarkedHeading, line.utf8.count <= 120 {
            (kind, text, rest, isKnown) = (.other, line, "", false)
        } else {
            return nil
        }
    }

    /// One of the words that all headings hold, and short or with a colon behind it.
    private static func canHead(_ line: String) -> Bool {
        guard line.holds("：") || line.holds(":") || (line.utf8.count <= 120 && line.last != "。") else { return false }
        let words: [String] = ["目标", "措施", "保障", "职责", "情况", "任务", "规划", "设置", "概况"]
        return words.contains { line.holds($0) }
    }

    private static func kind(_ line: String) -> Kind? {
        let word = String(Numbering(line).rest).withoutSpaces.folded.trimmingSuffix(":")
        guard word.count <= 24, !word.contains(where: { "，。；,;".contains($0) }) else { return nil }
        let short = word.count <= 14
        if short, overallEndings.contains(where: { word.ends(with: $0) }), !subject(word, of: overallEndings) {
            return .overallGoal
        }
        if short, subGoalEndings.contains(where: { word.ends(with: $0) }), !subject(word, of: subGoalEndings) { return .subGoals }
        if word.ends(with: "保障措施"), word.count <= 16 || word.begins(with: "实现") || word.begins(with: "为实现") { return .safeguards }
        if safeguardWords.contains(word) { return .safeguards }
        return otherWords.contains(word) ? .other : nil
    }

    /// Whether something stands before the ending that is no word of the form: a goal of some work, and no heading.
    private static func subject(_ word: String, of endings: [String]) -> Bool {
        guard let ending = endings.first(where: { word.ends(with: $0) }) else { return false }
        var rest = word.dropLast(ending.count)
        while let known = qualifiers.first(where: { rest.begins(with: $0) }) { rest = rest.dropFirst(known.count) }
        return !rest.isEmpty
    }

    private static let overallEndings = ["总体绩效目标", "整体绩效目标", "总体目标", "整体目标", "整体支出绩效目标"]
    private static let subGoalEndings = [
        "职责分类绩效目标", "职责活动绩效目标", "分类绩效目标", "分项绩效目标", "分项目标", "分类目标", "职责绩效目标",
    ]
    private static let safeguardWords: Set<String> = ["工作措施", "主要工作措施", "主要措施", "实施保障", "工作保障", "组织保障措施"]
    private static let qualifiers = [
        "部门", "单位", "年度", "本年度", "预算", "(单位)", "支出", "职责及", "年", "2", "0", "1", "3", "4", "5", "6", "7", "8", "9",
    ]
    private static let otherWords: Set<String> = [
        "部门职责", "部门职责及年度工作任务", "部门主要职责", "主要职责", "单位职责", "部门基本情况", "部门概况", "单位概况", "基本情况", "机构设置", "机构设置情况",
        "部门机构设置", "年度工作任务", "年度主要工作任务", "年度重点工作任务", "部门职责及机构设置", "部门职责及机构设置情况", "年度发展规划目标", "部门年度发展规划", "年度发展规划",
        "部门预算安排的总体情况", "预算安排情况", "部门职责和年度工作任务", "年度主要任务",
    ]
}
