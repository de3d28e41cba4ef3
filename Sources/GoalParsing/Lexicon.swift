internal import Foundation
internal import GoalModel
internal import Text

/// The labels and headings of goal forms and lists, as `Resources/headings.json5` names them.
public struct Lexicon: Sendable {
    /// What a text can mean as a label and as the heading of a column.
    struct Word: Sendable {
        var label: Meaning?
        var column: Meaning?
    }

    private let words: [String: Word]
    /// The signs that labels begin with, numbers and brackets before them among these: what begins otherwise is none.
    private let beginnings: Set<Unicode.Scalar>
    let lists: ListHeadings

    /// No word is known.
    public init() {
        words = [:]
        beginnings = []
        lists = ListHeadings()
    }

    /// What a text says whatever spaces, colon, number, mark and remark in brackets are written with it; `nil` for a text
    /// that is no label.
    func word(_ text: String) -> Word? {
        guard mayBeLabel(text) else { return nil }
        return word(folded: text.withoutSpaces.folded)
    }

    /// Every cell of a book is asked several times: most begin as no label does, and signs are compared as scalars.
    func mayBeLabel(_ text: String) -> Bool {
        guard text.utf8.count <= 90, let first = text.unicodeScalars.first(where: { !$0.isBlank })?.folded else { return false }
        return beginnings.contains(first)
    }

    /// - Parameter word: without spaces, in plain forms.
    func word(folded word: String) -> Word? {
        let bare = FormLabel.bare(word)
        if let found = words[bare] ?? FormLabel.withoutUnit(bare).flatMap({ words[$0] }) { return found }
        // （一）财政拨款, *年度目标 and 2.其中：财政资金: a number or a mark stands before the label.
        let marked = bare.drop { "*★▲".contains($0) }.trimmingSuffix(while: { "*★▲".contains($0) })
        let rest = Numbering(String(marked)).rest
        guard rest.count < bare.count else { return withoutYear(bare) }
        let core = FormLabel.bare(String(rest))
        return words[core] ?? FormLabel.withoutUnit(core).flatMap { words[$0] }
    }

    /// 预算数 of 2025年预算数, 执行数 of 1-7月执行数.
    private func withoutYear(_ word: String) -> Word? {
        guard let first = word.unicodeScalars.first, first.value < 0x3A else { return nil }
        if let rest = ListHeadings.withoutYear(word) { return words[rest] }
        let months = word.prefix { $0.isDecimal || "-—~至".contains($0) }
        guard months.count > 1, word[months.endIndex...].first == "月" else { return nil }
        return words[String(word[months.endIndex...].dropFirst().drop { "底末份".contains($0) })]
    }

    /// 项目资金 of a merged label that goes on in other lines: 项目资金, 预算执行, 10分.
    func group(_ text: String) -> Meaning? {
        guard text.utf8.count <= 90, text.contains("\n"), let first = text.split(separator: "\n").first else { return nil }
        let label = word(String(first))?.label
        return label == .moneyGroup || label == .side ? label : nil
    }

    func label(_ text: String) -> FormLabel? {
        FormLabel(text, self)
    }

    /// The meaning of the heading of a column of indicators.
    func column(_ text: String) -> Meaning? {
        word(text)?.column
    }
}

extension Lexicon: Decodable {
    private enum CodingKeys: String, CodingKey {
        case labels
    }

    /// - Throws: `DecodingError` for a meaning that the program does not know, named in Chinese.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        var words: [String: Word] = [:]
        for (name, titles) in try values.decode([String: [String]].self, forKey: .labels) {
            guard let meaning = Meaning(rawValue: name) else {
                throw DecodingError.dataCorruptedError(forKey: .labels, in: values, debugDescription: "没有\(name.quoted)这个意思")
            }
            for title in titles {
                let word = FormLabel.bare(title.withoutSpaces.folded)
                if meaning.isColumn {
                    words[word, default: Word()].column = meaning
                } else {
                    words[word, default: Word()].label = meaning
                }
            }
        }
        for (word, kind) in FundPart.kinds where words[word]?.label == nil {
            words[word, default: Word()].label =
                switch kind {
                case .fiscal: .fiscalPart
                case .carriedOver: .carriedOver
                case .other: .otherPart
                }
        }
        self.words = words
        // 其中 before a label, marks and numbers; those of dates of the plan.
        beginnings = Set(words.keys.compactMap(\.unicodeScalars.first))
            .union("其0123456789一二三四五六七八九十第年截到至(*★▲①②③④⑤⑥".unicodeScalars)
        lists = try ListHeadings(from: decoder, words: words)
    }
}
