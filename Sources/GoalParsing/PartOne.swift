internal import Diagnostics
internal import GoalModel
internal import SourceFiles

/// Collects the paragraphs of part one under their headings and reads what they say.
struct PartOne {
    private(set) var sections: [Section] = []
    private var kinds: [Kind] = []

    /// What a section is about.
    private enum Kind {
        case overallGoal
        case subGoals
        case safeguards
        case other
    }

    /// What part one says, taken apart.
    struct Content {
        var sections: [Section] = []
        var overallGoal = ""
        var subGoals: [SubGoal] = []
        var safeguards: [Safeguard] = []
        var expenseClasses: [Statement] = []
        var statements: [Statement] = []
    }

    mutating func append(_ paragraph: SourceDocument.Paragraph) {
        let passage = Passage(paragraph.text, at: paragraph.location)
        if let kind = heading(paragraph) {
            sections.append(Section(heading: passage))
            kinds.append(kind)
        } else {
            if sections.isEmpty {
                sections.append(Section(heading: Passage("", at: paragraph.location)))
                kinds.append(.other)
            }
            sections[sections.count - 1].paragraphs.append(passage)
        }
    }

    /// A short line that is one of the form's headings whatever its number, or one that the document marks as a heading.
    private func heading(_ paragraph: SourceDocument.Paragraph) -> Kind? {
        let word = String(Numbering(paragraph.text).rest).withoutSpaces.trimmingSuffix("：")
        guard word.count <= 24 else { return nil }
        if overallWords.contains(word) { return .overallGoal }
        if subGoalWords.contains(word) { return .subGoals }
        if word.hasSuffix("保障措施"), paragraph.isMarkedHeading || word.count <= 12 { return .safeguards }
        return paragraph.isMarkedHeading ? .other : nil
    }

    private var overallWords: Set<String> {
        ["总体绩效目标", "部门总体绩效目标", "整体绩效目标", "部门整体绩效目标", "总体目标", "年度总体绩效目标", "部门总体目标", "年度总体目标"]
    }

    private var subGoalWords: Set<String> {
        ["分项绩效目标", "分项目标", "分类绩效目标", "职责分类绩效目标", "职责活动绩效目标", "部门分项绩效目标", "年度分项绩效目标"]
    }

    var passages: [Passage] {
        sections.flatMap { [$0.heading] + $0.paragraphs }
    }

    var texts: [String] {
        passages.map(\.text)
    }

    /// - Parameter projects: the projects of part two, which statements may name.
    func read(projects: [Project]) -> Warned<Content> {
        var content = Content()
        var diagnostics: [Diagnostic] = []
        content.sections = sections
        for (section, kind) in zip(sections, kinds) {
            switch kind {
            case .overallGoal:
                let text = section.paragraphs.map(\.text).joined(separator: "\n")
                content.overallGoal = [content.overallGoal, text].filter { !$0.isEmpty }.joined(separator: "\n")
            case .subGoals:
                let prose = ProseStatements(section.paragraphs)
                content.expenseClasses += prose.expenseClasses
                content.statements += prose.statements
                diagnostics += prose.diagnostics
                content.subGoals += SubGoal.reading(prose.rest)
            case .safeguards: content.safeguards += Safeguard.reading(section.paragraphs)
            case .other: break
            }
        }
        content.statements = StatementMatching(projects: projects).matched(content.statements)
        return Warned(content, diagnostics)
    }
}

extension String {
    func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
