internal import Diagnostics
internal import GoalModel
internal import Text

/// The same words twice in a row are left from copying.
struct PhraseRepeated: BookRule {
    static let description = RuleDescription(
        code: "T07", id: "phrase-repeated", title: "语句重复", level: .book, severity: .hint, criterion: .completeness,
        why: "同一句话接连写了两遍，多半是复制粘贴时留下的，说明定稿前没有通读。", remedy: "请删去重复的一遍，并看看是否漏了本来要写的内容。",
        action: "删去重复的语句",
        sources: [.paperNumerals, .clear],
        passing: [
            .partOne("（一）加强宣传培训。加强宣传培训，提高业务素质"), .partOne("强化引导功能；强化服务功能；强化监管功能"),
            .partOne("数量指标-按月发放-按月发放-发放人数-≥-99-百分比"), .purpose("每季度研究研究，一户一档、一户一策"),
        ],
        failing: [
            .partOne("强化服务功能；强化服务功能。", finds: .passage), .partOne("做到程序做到程序规范", finds: .passage),
            .partOne("发挥作用，营造\n氛围清正。发挥作用，营造氛围清正。", finds: .passage), .goals(["1.改善出行条件", "2.改善出行条件"], finds: .field(.goals)),
        ])

    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void) {
        var lastRow: [Int] = []
        var before: ComparedText?
        for text in scope.texts where text.isProse {
            var compared = ComparedText(text: text)
            defer { before = compared }
            let phrase = Repetition(in: text.plain).map { text.shown($0.range) } ?? compared.whole(repeating: &before)
            guard let phrase else { continue }
            if let project = text.project, let row = text.row {
                if lastRow == [project, row] { continue }
                lastRow = [project, row]
            }
            report(
                text.mark(
                    .repeated(phrase, in: text.place.title), key: text.place.title + phrase,
                    anchor: text.anchor(without: [phrase])))
        }
    }
}

extension BookText {
    fileprivate var isProse: Bool {
        switch place {
        case .passage where isResidue: false
        case .passage, .field(.purpose), .field(.goals), .field(.name), .cell(.name), .cell(.description), .cell(.basis): true
        default: false
        }
    }

    fileprivate func shown(_ range: Range<Int>) -> String { String(scalars: PlainText.shown(text)[range]) }
}

/// A text beside the one before it; each is normalised once, and only where it is compared.
private struct ComparedText {
    let text: BookText
    private lazy var normalised = Fingerprint.normalised(text.text)

    init(text: BookText) {
        self.text = text
    }

    /// The text, where it is the one before it once more.
    mutating func whole(repeating before: inout ComparedText?) -> String? {
        guard let other = before?.text, other.place == text.place, other.project == text.project, text.row == nil,
            text.place != .field(.name)
        else { return nil }
        let least = text.place == .passage ? 10 : 4
        let isLong = normalised.unicodeScalars.count(where: \.isHan) >= least
        return isLong && normalised == before?.normalised ? text.text.withoutSpaces : nil
    }
}

extension Finding.Message {
    fileprivate static func repeated(_ phrase: String, in place: String) -> Self {
        let shown = phrase.count > 24 ? "\(phrase.prefix(24))……" : phrase
        return "\(place)中\(shown.quoted)接连写了两遍"
    }
}
