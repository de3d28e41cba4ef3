internal import Diagnostics
internal import GoalModel
internal import SourceFiles

/// Collects the paragraphs of part one under their headings and reads what they say.
struct PartOne {
    private(set) var sections: [Section] = []
    private var kinds: [SectionHeading.Kind] = []

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
        var passage = Passage(paragraph.text, at: paragraph.location)
        if let heading = SectionHeading(paragraph) {
            sections.append(Section(heading: Passage(heading.text, at: paragraph.location)))
            kinds.append(heading.kind)
            passage.text = heading.rest
        } else if sections.isEmpty {
            sections.append(Section(heading: Passage("", at: paragraph.location)))
            kinds.append(.other)
        }
        if !passage.text.isEmpty { sections[sections.count - 1].paragraphs.append(passage) }
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
