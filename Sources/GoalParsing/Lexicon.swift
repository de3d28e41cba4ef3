internal import GoalModel
internal import Text

/// The labels and headings of goal forms and lists, as `Resources/headings.json5` names them.
public struct Lexicon: Sendable {
    /// What a text can mean as a label and as the heading of a column.
    struct Word: Sendable {
        var label: Meaning?
        var column: Meaning?
    }

    private var vocabulary: Vocabulary
    private var memories = Memories()
    /// A book repeats its kinds, values and reasons in every form.
    private var looks = TextMemory<ColumnEvidence>(most: 20_000)

    /// All words; a lexicon is handed on with each cell and copied with it.
    private final class Vocabulary: Sendable {
        let words: [TextKey: Word]
        /// The first two signs of each word: what begins otherwise is none.
        let starts: Set<UInt64>
        /// The first sign of each, and what may stand before it: nearly all texts begin otherwise.
        let firsts: ScalarSet
        let lists: ListHeadings

        init(words: [TextKey: Word], starts: Set<UInt64>, lists: ListHeadings) {
            (self.words, self.starts, self.lists) = (words, starts, lists)
            firsts = ScalarSet(starts.compactMap { Unicode.Scalar(UInt32($0 >> 32)) } + Lexicon.marks)
        }
    }

    /// What was found for texts by these words.
    private final class Memories: Sendable {
        let words = TextMemory<Word?>(most: 4_000)
        let composed = TextMemory<Word?>(most: 4_000)
        let labels = TextMemory<FormLabel?>(most: 4_000)
    }

    var words: [TextKey: Word] { vocabulary.words }

    var lists: ListHeadings { vocabulary.lists }

    /// The same for one more document.
    var forDocument: Lexicon {
        var copy = self
        copy.looks = TextMemory(most: 20_000)
        return copy
    }

    /// What a cell's text tells of its column.
    func evidence(of text: String) -> ColumnEvidence {
        looks.value(of: text) { ColumnEvidence(of: text) }
    }

    /// No word is known.
    public init() {
        vocabulary = Vocabulary(words: [:], starts: [], lists: ListHeadings())
    }

    init(words: [TextKey: Word], lists: ListHeadings) {
        let all = words.keys.map(\.text) + Lexicon.openings + Lexicon.composedBeginnings
        let starts = Set(all.compactMap { Lexicon.start(of: $0.unicodeScalars)?.start })
        vocabulary = Vocabulary(words: words, starts: starts, lists: lists)
    }

    /// What a text says whatever spaces, colon, number, mark and remark in brackets are written with it; `nil` for a text
    /// that is no label.
    func word(_ text: String) -> Word? {
        guard mayBeLabel(text) else { return nil }
        return memories.words.value(of: text) { word(folded: text.withoutSpaces.folded) }
    }

    /// Every cell of a book is asked several times: most begin as no label does, and signs are compared as scalars.
    func mayBeLabel(_ text: String) -> Bool {
        guard text.utf8.count <= 90, let first = text.unicodeScalars.first(where: { !$0.isBlank })?.folded else { return false }
        guard vocabulary.firsts.contains(first) else { return Lexicon.endsAsFunds(text) }
        guard let (_, start) = Lexicon.start(of: text.unicodeScalars) else { return false }
        if vocabulary.starts.contains(start) { return true }
        if Lexicon.markSet.contains(first) {
            // 12.50 and 25% are values.
            if let last = text.utf8.last, (0x30...0x39).contains(last) || last == 0x25 { return false }
            let rest = Numbering(text).rest.unicodeScalars.drop(while: Lexicon.isStar)
            // 2025年预算数 and 1-7月执行数 begin with what they are of.
            if rest.startIndex == text.startIndex { return text.holds("年") || text.holds("月") }
            guard let (_, start) = Lexicon.start(of: rest) else { return false }
            return vocabulary.starts.contains(start) || Lexicon.endsAsFunds(text)
        }
        return Lexicon.endsAsFunds(text)
    }

    /// 农户自筹资金: whoever raises it stands first.
    private static func endsAsFunds(_ text: String) -> Bool {
        text.utf8.last == 0xB9 && text.ends(with: "自筹") || text.utf8.last == 0x91 && text.ends(with: "自筹资金")
            || text.utf8.last == 0xBE && text.ends(with: "自筹款")
    }

    /// The first sign that is no blank, and the first two as one number.
    private static func start(of scalars: some Sequence<Unicode.Scalar>) -> (first: Unicode.Scalar, start: UInt64)? {
        var first: Unicode.Scalar?
        for scalar in scalars where !scalar.isBlank {
            guard let one = first else {
                first = scalar.folded
                continue
            }
            return (one, UInt64(one.value) << 32 | UInt64(scalar.folded.value))
        }
        return first.map { ($0, UInt64($0.value) << 32) }
    }

    /// What may stand before a label: numbers, brackets and marks.
    private static let marks = Array("0123456789一二三四五六七八九十百(*★▲①②③④⑤⑥⑦⑧⑨⑩".unicodeScalars)
    private static let markSet = ScalarSet(marks)

    /// What labels begin with of which only the beginning and the end are known, and 其中 before others.
    private static let openings = [
        "其中", "财政", "本次", "此次", "部门", "周期", "滚动",
    ]

    /// A mark before or behind a label that must be filled in.
    private static func isStar(_ scalar: Unicode.Scalar) -> Bool { scalar == "*" || scalar == "★" || scalar == "▲" }

    /// - Parameter word: without spaces, in plain forms.
    func word(folded word: String) -> Word? {
        let bare = FormLabel.bare(word)
        if let found = words[bare] ?? FormLabel.withoutUnit(bare).flatMap({ words[$0] }) {
            // 总体绩效目标（2026—2028年）: those of several years.
            return found.label == .goals && word.holds("20") && !Years(word).isOne ? Word(label: .longGoals) : found
        }
        // （一）财政拨款, *年度目标 and 2.其中：财政资金: a number or a mark stands before the label.
        let marked = bare.drop { "*★▲".contains($0) }.trimmingSuffix(while: { "*★▲".contains($0) })
        let rest = Numbering(String(marked)).rest
        let core = rest.count < bare.count ? FormLabel.bare(String(rest)) : bare
        if rest.count < bare.count, let found = words[core] ?? FormLabel.withoutUnit(core).flatMap({ words[$0] }) { return found }
        if let meaning = Lexicon.goals(core) ?? Lexicon.money(core) { return Word(label: meaning) }
        return withoutYear(core) ?? composed(core)
    }

    /// 2026年目标, 年度目标2, 三年规划目标（2025—2027年）: labels of goals that name their years.
    private static func goals(_ word: String) -> Meaning? {
        guard word.utf8.count <= 48, word.unicodeScalars.contains("标") else { return nil }
        var core = word.trimmingSuffix(while: \.isDecimal)
        // 预算年度（2026年）绩效目标
        if let open = core.firstIndex(of: "("), let close = core[open...].firstIndex(of: ")") {
            core.removeSubrange(open...close)
        }
        guard core.ends(with: "目标") else { return nil }
        var rest = core.dropLast(2)
        for kind in ["绩效", "总体", "工作", "主要", "总"] where rest.ends(with: kind) { rest = rest.dropLast(kind.count) }
        let year = rest.prefix { $0.isDecimal }
        if year.count == 4, ["年", "年度"].contains(String(rest.dropFirst(4))) { return .goals }
        if ["年度", "本年度", "本年", "当年", "预算年度", "部门年度", "项目支出", "支出"].contains(String(rest)) { return .goals }
        for span in ["三年", "五年", "中长期", "中期", "长期", "实施期", "周期", "规划", "滚动"] {
            while rest.begins(with: span) { rest = rest.dropFirst(span.count) }
        }
        return rest.isEmpty && core.count > 2 ? .longGoals : nil
    }

    /// 财政衔接资金, 农户自筹, 本次安排资金: what only its beginning and its end tell.
    private static func money(_ word: String) -> Meaning? {
        guard word.utf8.count <= 48, let last = word.unicodeScalars.last, endsOfMoney.contains(last), word.count > 3,
            !word.contains(where: { "，。,;:".contains($0) })
        else { return nil }
        if word.begins(with: "财政"), ["资金", "拨款", "补助"].contains(where: { word.ends(with: $0) }) { return .fiscalPart }
        if ["自筹", "自筹资金", "自筹款"].contains(where: { word.ends(with: $0) }) { return .otherPart }
        let isTotal = ["安排资金", "安排金额", "下达资金", "下达金额", "资金总额", "预算总额", "申请资金", "资金额度"].contains { word.ends(with: $0) }
        return isTotal && ["本次", "本年", "年度", "当年", "此次", "项目"].contains { word.begins(with: $0) } ? .budget : nil
    }

    private static let endsOfMoney = ScalarSet("金款助筹额度".unicodeScalars)

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
        guard text.utf8.count <= 90, text.utf8.contains(0x0A), text.contains("\n"), let first = text.split(separator: "\n").first
        else { return nil }
        let label = word(String(first))?.label
        return label == .moneyGroup || label == .side ? label : nil
    }

    /// What a text as it is written says by its beginning and its end; nearly all begin otherwise.
    func composed(written text: String) -> Word? {
        guard Lexicon.mayBeComposed(text) else { return nil }
        return memories.composed.value(of: text) { composed(text.withoutSpaces.folded) }
    }

    func label(_ text: String) -> FormLabel? {
        guard FormLabel.mayBeOne(text, self) else { return nil }
        return memories.labels.value(of: text) { FormLabel(text, self) }
    }

    /// The label of one amount: of the total or a part, and 金额, which says no more than that it is one.
    func amountLabel(_ text: String) -> FormLabel? {
        if let label = label(text), label.isOfMoney, label != .scale { return label }
        return word(text)?.label == .amount ? .budget : nil
    }

    /// The meaning of the heading of a column of indicators.
    func column(_ text: String) -> Meaning? {
        word(text)?.column
    }

    /// Takes a further word; what is known already keeps its meaning.
    ///
    /// - Returns: false for a meaning that there is not.
    mutating func add(_ title: String, named name: String) -> Bool {
        guard let meaning = Meaning(rawValue: name) else { return false }
        let word = FormLabel.bare(title.withoutSpaces.folded)
        guard let start = Lexicon.start(of: word.unicodeScalars)?.start else { return true }
        var (words, lists) = (vocabulary.words, vocabulary.lists)
        var known = words[word] ?? Word()
        if meaning.isColumn { known.column = known.column ?? meaning } else { known.label = known.label ?? meaning }
        words[word] = known
        lists.add(word, meaning)
        vocabulary = Vocabulary(words: words, starts: vocabulary.starts.union([start]), lists: lists)
        memories = Memories()
        return true
    }
}
