internal import GoalModel
internal import Text

/// Labels that say before a known word which years or which stage of the budget it is of: 实施周期金额, 前年指标值, 批复数.
extension Lexicon {
    /// What the first part of a label tells of the rest.
    private enum Scope {
        /// All years that a project runs.
        case allYears
        /// Years before this one.
        case before
        case halfYear
        /// As it was asked for, before anybody decided.
        case declared
        /// This year, or as it was decided: the word keeps its meaning.
        case current
    }

    /// `nil` where the word does not begin so, or what follows has no meaning of its own.
    func composed(_ word: String) -> Word? {
        Lexicon.composed(word) { words[$0] ?? FormLabel.withoutUnit($0).flatMap { words[$0] } }
    }

    /// Whether a text begins as one of them.
    static func mayBeComposed(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { !$0.isBlank })?.folded else { return false }
        return first.value < 0x3A || openingsByFirst[first] != nil
    }

    /// - Parameter find: what is known of the rest of the label.
    static func composed(_ word: String, _ find: (String) -> Word?) -> Word? {
        guard word.utf8.count <= 60, let (scope, rest) = Lexicon.scope(of: word) else { return nil }
        let known = rest.isEmpty ? nil : find(rest)
        let isValue = known?.column == .target || Lexicon.bareValues.contains(rest)
        let isMoney = known?.label == .budget || known?.label == .amount || Lexicon.bareAmounts.contains(rest)
        switch scope {
        case .allYears where isValue: return Word(column: .longTarget)
        case .allYears where isMoney: return Word(label: .allYears)
        case .before where isValue || isMoney: return Word(column: .lastTarget)
        case .halfYear where isValue: return Word(column: .halfYear)
        case .declared where isValue && !isMoney: return Word(column: .declared)
        case .declared where isMoney: return Word(label: .budget, column: .declared)
        case .current where isMoney: return Word(label: .budget, column: isValue ? .target : nil)
        case .current where isValue: return Word(column: .target)
        case .current, .declared:
            guard let known, known.label?.isOfScope == true else { return nil }
            return Word(label: known.label)
        default: return nil
        }
    }

    /// The longest beginning that tells a scope; several may follow each other: 预计当年.
    private static func scope(of word: String) -> (Scope, String)? {
        var scope: Scope?
        var rest = word[...]
        while let (found, count) = opening(of: rest) {
            // 上年申报数 is of the year before, whatever else it says.
            scope = scope.map { $0 == .current ? found : $0 } ?? found
            rest = rest.dropFirst(count)
        }
        return scope.map { ($0, String(rest)) }
    }

    private static func opening(of text: Substring) -> (Scope, Int)? {
        // 2025年度, 2024-2026年: one year is taken for the book's own; the columns of years are told apart by their readers.
        let first = text.unicodeScalars.first
        let digits = first.map { $0.value < 0x3A } == true ? text.prefix { $0.isDecimal || "-—~至年".contains($0) } : ""
        if digits.prefix(4).count(where: \.isDecimal) == 4, digits.ends(with: "年") {
            let years = digits.count(where: \.isDecimal) / 4
            let tail = text[digits.endIndex...].first == "度" ? 1 : 0
            return (years > 1 ? .allYears : .current, digits.count + tail)
        }
        let found = first.flatMap { openingsByFirst[$0] }?.first { text.begins(with: $0.0) }
        return found.map { ($0.1, $0.0.count) }
    }

    private static let openingsByFirst = Dictionary(grouping: openings) { $0.0.unicodeScalars.first ?? " " }

    /// The longer before those that they begin with.
    private static let openings: [(String, Scope)] = {
        let words: [(Scope, [String])] = [
            (
                .allYears,
                [
                    "实施周期", "实施期限", "实施期间", "实施期", "项目周期", "项目实施期", "全周期", "全生命周期", "规划期", "中长期", "中期", "长期", "三年", "五年",
                    "跨年度", "整个周期", "建设期",
                ]
            ),
            (.before, ["上年度", "上一年度", "上一年", "上年", "去年", "前年", "往年", "以前年度", "历年", "前三年", "近三年", "近两年", "历史"]),
            (.halfYear, ["上半年", "半年度", "半年", "一季度", "二季度", "三季度", "四季度", "第一季度", "第二季度", "第三季度", "第四季度"]),
            (.declared, ["预算申报", "项目申报", "申报", "申请", "建议", "上报", "初报", "调整前", "原"]),
            (
                .current,
                [
                    "本年度", "本年", "当年度", "当年", "年度", "全年", "年初", "预算年度", "预计", "预期", "计划", "批复", "审定", "核定", "审核", "调整后", "下达",
                    "安排", "确定", "具体", "本项目",
                ]
            ),
        ]
        return words.flatMap { scope, texts in texts.map { ($0, scope) } }.sorted { $0.0.utf8.count > $1.0.utf8.count }
    }()

    /// The words that labels of this kind begin with.
    static var composedBeginnings: [String] { openings.map(\.0) }

    /// What heads values only behind a word of this kind.
    private static let bareValues: Set<String> = ["值", "数值", "指标", "目标数", "实现", "实现值", "完成值", "水平", "标准值", "绩效值", "指标目标值"]
    private static let bareAmounts: Set<String> = [
        "数", "金额", "资金", "预算", "预算数", "总额", "额", "资金数", "额度", "经费", "预算申请", "预算申报", "预算安排", "预算批复", "申请", "申报", "批复",
    ]
}

extension Meaning {
    /// Sources of money and goals, which are this year's with or without a word that says so.
    fileprivate var isOfScope: Bool {
        [.fiscalFunds, .otherFunds, .fiscalPart, .otherPart, .goals, .side, .unitName, .projectName].contains(self)
    }
}
