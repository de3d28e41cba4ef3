internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// Collects the paragraphs of part one under their headings and reads what they say.
struct PartOne {
    private(set) var sections: [Section] = []
    private var kinds: [SectionHeading.Kind] = []
    /// The heading of the section that is open.
    private var open: SourceDocument.Paragraph?

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
        if let heading = SectionHeading(paragraph), heading.isKnown || open.map(paragraph.isHeading(below:)) != true {
            open = paragraph
            sections.append(Section(heading: Passage(heading.text, at: paragraph.location)))
            kinds.append(heading.kind)
            passage.text = heading.rest
        } else if sections.isEmpty {
            sections.append(Section(heading: Passage("", at: paragraph.location)))
            kinds.append(.other)
        }
        if passage.location?.paragraph != nil { passage.location?.heading = sections.last?.heading.text }
        if !passage.text.isEmpty { sections[sections.count - 1].paragraphs.append(passage) }
    }

    /// Notes that the document has a part one, where nothing is written in it.
    mutating func note(_ heading: Passage) {
        guard sections.isEmpty else { return }
        sections = [Section(heading: heading)]
        kinds = [.other]
    }

    /// One part one of those that several documents have.
    ///
    /// The same one twice counts once; where two state an overall goal each, and not the same, that is an error.
    static func joining(_ parts: [PartOne]) -> Warned<PartOne> {
        var whole = PartOne()
        var diagnostics: [Diagnostic] = []
        let written = parts.filter { !$0.words.isEmpty }
        for part in written.isEmpty ? parts : written where !part.sections.isEmpty {
            if whole.statesGoal, part.statesGoal {
                guard whole.words != part.words else { continue }
                diagnostics.append(.differs(part.sections.first?.heading.location, from: whole.sections.first?.heading.location))
                continue
            }
            whole.sections += part.sections
            whole.kinds += part.kinds
        }
        return Warned(whole, diagnostics)
    }

    /// All there is, where that is no more than short lines below no heading; else `nil`.
    var onlyTitles: [Passage]? {
        guard sections.count == 1, let section = sections.first, section.heading.text.isEmpty,
            section.paragraphs.allSatisfy({ $0.text.count <= 60 && !$0.text.contains("。") })
        else { return nil }
        return section.paragraphs
    }

    private var statesGoal: Bool {
        kinds.contains(.overallGoal)
    }

    private var words: [String] {
        texts.map(\.withoutSpaces).filter { !$0.isEmpty }
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

extension SourceDocument.Paragraph {
    /// Whether a document sets this below another heading: （一） below 一、 and 标题2 below 标题1.
    fileprivate func isHeading(below other: Self) -> Bool {
        guard let level else { return false }
        if let (own, above) = Numbering(text).rank.flatMap({ own in Numbering(other.text).rank.map { (own, $0) } }), own != above
        {
            return own > above
        }
        return other.level.map { $0 < level } ?? false
    }
}

extension Diagnostic {
    fileprivate static func differs(_ place: Location?, from other: Location?) -> Diagnostic {
        Diagnostic(
            .error, id: differenceID, at: place, "有两份不同的总体绩效目标，另一份在\(other?.description ?? "前面")", explanation: "只读入了前一份",
            remedy: "请只保留一份")
    }
}
