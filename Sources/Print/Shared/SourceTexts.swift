internal import Foundation
internal import GoalModel
internal import Text

/// The texts of a goal book that its print must hold: each cell of each project's table, each paragraph of part one.
struct SourceTexts {
    struct Text {
        fileprivate let source: Source
        var content: String
        /// Neighbours with the same words share one cell, so that it need not stand there as often as in the source.
        var isLabel = false

        /// For example `项目3“资金用途”`.
        var place: String { source.words }
    }

    /// Where a text is from; only one that is missing has to say it in words.
    fileprivate enum Source {
        case words(String)
        case field(Project.Field, project: Int)
        /// Rows are counted from 1.
        case cell(Indicator.Field, row: Int, project: Int)

        var words: String {
            switch self {
            case .words(let words): words
            case .field(let field, let project): "项目\(project)\(field.title.quoted)"
            case .cell(let field, let row, let project): "项目\(project)第\(row)行\(field.title.quoted)"
            }
        }
    }

    private(set) var texts: [Text] = []

    init() {}

    init(partOne book: GoalBook) {
        for section in book.partOne {
            for passage in [section.heading] + section.paragraphs { add(passage.text, "第一部分") }
        }
    }

    init(_ book: GoalBook) {
        self.init(partOne: book)
        for project in book.projects { add(project) }
        for table in book.unread {
            for cell in table.rows.joined() { add(cell.text, "项目\(table.project)没有认出的表") }
        }
    }

    init(_ project: Project) {
        add(project)
    }

    /// One text, wherever it is from.
    init(_ content: String, at place: String) {
        add(content, place)
    }

    init(_ books: [GoalBook]) {
        texts = books.flatMap { SourceTexts($0).texts }
    }

    private mutating func add(_ project: Project) {
        func add(_ content: String, _ field: Project.Field) { self.add(content, .field(field, project: project.number)) }
        add(project.name, .name)
        add(project.code, .code)
        add((project.unit.code ?? "") + project.unit.name, .unit)
        add(project.raw.budget, .budget)
        add(project.raw.fiscalFunds, .fiscalFunds)
        add(project.raw.otherFunds, .otherFunds)
        add(project.purpose, .purpose)
        for (index, cell) in project.raw.plan.enumerated() { add(cell, .plan(index)) }
        add(project.goals.joined(separator: "\n"), .goals)
        for (index, indicator) in project.indicators.enumerated() {
            for field in Indicator.Field.allCases {
                // The row above has said it for this one, too.
                if field == .basis, index > 0, project.indicators.areMerged(index - 1, index, in: field) { continue }
                let isLabel = field == .category || field == .type
                self.add(indicator[field], .cell(field, row: index + 1, project: project.number), isLabel: isLabel)
            }
        }
    }

    mutating func add(_ content: String, _ place: String, isLabel: Bool = false) {
        add(content, .words(place), isLabel: isLabel)
    }

    private mutating func add(_ content: String, _ source: Source, isLabel: Bool = false) {
        let condensed = content.condensed
        if !condensed.isEmpty { texts.append(Text(source: source, content: condensed, isLabel: isLabel)) }
    }

    /// The first text that is not among what was read.
    ///
    /// - Parameters:
    ///   - read: what each element of the print says, without blanks.
    ///   - unknown: characters that no font has; `〓` stands for them, and they have been reported.
    func firstMissing(in read: some Sequence<String>, unknown: Set<Unicode.Scalar>) -> Text? {
        var left: [TextKey: Int] = [:]
        for text in read { left[text.composed, default: 0] += 1 }
        var mixed: [[Unicode.Scalar]: Int]?
        for text in texts {
            let wanted = text.content.replacing(unknown)
            let key = wanted.composed
            if let count = left[key], count > 0 {
                if !text.isLabel { left[key] = count - 1 }
                continue
            }
            // Right-to-left scripts stand in another order on paper than in memory, and marks above letters may be read as part
            // of them.
            let table =
                mixed ?? Dictionary(left.map { ($0.key.text.letters, $0.value) }, uniquingKeysWith: +)
            guard !wanted.standsInOrder, let count = table[wanted.letters], count > 0 else { return text }
            mixed = table
            mixed?[wanted.letters] = count - 1
        }
        return nil
    }
}

extension String {
    /// What of a text can be seen.
    fileprivate var condensed: String {
        let shown = displayable
        // Most texts are of one cell and have no blanks.
        if shown.unicodeScalars.allSatisfy({ $0.isChinese || (0x21...0x7E).contains($0.value) }) { return shown }
        var kept = String.UnicodeScalarView()
        for scalar in shown.unicodeScalars where scalar.isChinese || !scalar.properties.isWhitespace { kept.append(scalar) }
        return String(kept)
    }

    /// The text without what cannot be seen and with one spelling for letters that have several (Unicode normalization form C).
    fileprivate var composed: TextKey {
        if unicodeScalars.allSatisfy({ $0.isChinese || $0.value < 0xAD }) { return TextKey(text: self) }
        let seen = unicodeScalars.filter { $0.isChinese || !$0.properties.isDefaultIgnorableCodePoint }
        return TextKey(text: String(String.UnicodeScalarView(seen)).precomposedStringWithCanonicalMapping)
    }

    fileprivate func replacing(_ unknown: Set<Unicode.Scalar>) -> String {
        if unknown.isEmpty { return self }
        return String(map { $0.unicodeScalars.contains(where: unknown.contains) ? "〓" : $0 })
    }

    /// Its characters in the order of their numbers, without marks.
    fileprivate var letters: [Unicode.Scalar] {
        decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark && !$0.properties.isDefaultIgnorableCodePoint
        }.sorted()
    }

    /// Whether the text runs from left to right, one character a place.
    fileprivate var standsInOrder: Bool {
        unicodeScalars.allSatisfy { scalar in
            let properties = scalar.properties
            guard scalar.value >= 0x300 else { return true }
            if [.nonspacingMark, .spacingMark, .enclosingMark, .format].contains(properties.generalCategory) { return false }
            return !(0x590...0x8FF).contains(scalar.value) && !(0x900...0x1CFF).contains(scalar.value) && scalar.value < 0x1_0000
                && !(0xFB1D...0xFEFF).contains(scalar.value)
        }
    }
}

extension Unicode.Scalar {
    /// Of what Chinese texts consist of beside ASCII; none of these is blank or can be written in another way.
    fileprivate var isChinese: Bool {
        switch value {
        case 0x4E00...0x9FFF, 0xFF01...0xFFEF, 0x3001...0x303F, 0x2010...0x2027, 0x2460...0x25FF, 0x3400...0x4DBF: true
        default: false
        }
    }
}
