internal import Foundation
internal import GoalModel
internal import Text

/// The texts of a goal book that its print must hold: each cell of each project's table, each paragraph of part one.
struct SourceTexts {
    struct Text {
        /// For example `项目3“资金用途”`.
        var place: String
        var content: String
        /// Neighbours with the same words share one cell, so that it need not stand there as often as in the source.
        var isLabel = false
    }

    private(set) var texts: [Text] = []

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
        let name = "项目\(project.number)"
        func place(_ field: Project.Field) -> String { "\(name)\(field.title.quoted)" }
        add(project.name, place(.name))
        add(project.code, place(.code))
        add((project.unit.code ?? "") + project.unit.name, place(.unit))
        add(project.raw.budget, place(.budget))
        add(project.raw.fiscalFunds, place(.fiscalFunds))
        add(project.raw.otherFunds, place(.otherFunds))
        add(project.purpose, place(.purpose))
        for (index, cell) in project.raw.plan.enumerated() { add(cell, place(.plan(index))) }
        add(project.goals.joined(separator: "\n"), place(.goals))
        for (index, indicator) in project.indicators.enumerated() {
            for field in Indicator.Field.allCases {
                // The row above has said it for this one, too.
                if field == .basis, index > 0, project.indicators.areMerged(index - 1, index, in: field) { continue }
                let isLabel = field == .category || field == .type
                add(indicator[field], "\(name)第\(index + 1)行\(field.title.quoted)", isLabel: isLabel)
            }
        }
    }

    private mutating func add(_ content: String, _ place: String, isLabel: Bool = false) {
        let condensed = content.condensed
        if !condensed.isEmpty { texts.append(Text(place: place, content: condensed, isLabel: isLabel)) }
    }

    /// The first text that is not among what was read.
    ///
    /// - Parameters:
    ///   - read: what each element of the print says, without blanks.
    ///   - unknown: characters that no font has; `〓` stands for them, and they have been reported.
    func firstMissing(in read: some Sequence<String>, unknown: Set<Unicode.Scalar>) -> Text? {
        var left: [[UInt8]: Int] = [:]
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
                mixed ?? Dictionary(left.map { (String(decoding: $0.key, as: UTF8.self).letters, $0.value) }, uniquingKeysWith: +)
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
        var kept = String.UnicodeScalarView()
        for scalar in displayable.unicodeScalars where scalar.isChinese || !scalar.properties.isWhitespace { kept.append(scalar) }
        return String(kept)
    }

    /// The text in UTF-8, without what cannot be seen and with one spelling for letters that have several (Unicode normalization form C).
    fileprivate var composed: [UInt8] {
        if unicodeScalars.allSatisfy({ $0.isChinese || $0.value < 0xAD }) { return Array(utf8) }
        let seen = unicodeScalars.filter { $0.isChinese || !$0.properties.isDefaultIgnorableCodePoint }
        return Array(String(String.UnicodeScalarView(seen)).precomposedStringWithCanonicalMapping.utf8)
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
