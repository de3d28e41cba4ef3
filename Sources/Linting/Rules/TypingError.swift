internal import Diagnostics
internal import GoalModel
internal import Text

/// A slip of the keyboard stays in the printed and published book for years.
struct TypingError: BookRule {
    static let description = RuleDescription(
        code: "T03", id: "typing-error", title: "疑似错字", level: .book, severity: .hint, criterion: .completeness,
        why: "目标书要公开、要归档，错字影响严肃性，有的还会改变意思。", remedy: "请核对原文，确是错字的照更正后的写法改正；写法有意如此的可以保留。",
        action: "改正错别字",
        sources: [.paperNumerals, .clear],
        passing: [
            .purpose("受益比例提高"), .purpose("占比列第一"), .partOne("开展业绩自评"), .purpose("天然气管道"), .partOne("资金安排查漏补缺"),
            .purpose("流通迅速"),
        ],
        failing: [
            .row(.socialBenefit, "社会稳定水平", description: "社会稳定水平提升比列", "≥20%", finds: .cell(.description)),
            .purpose("确保资金及时拨打\n到位", finds: .field(.purpose)), .partOne("三月底、六月底、十底分别达到25%、50%、80%", finds: .passage),
            .partOne("教育、文化等社会事物管理", finds: .passage), .purpose("铺设天燃气管道、做好部门预算绩自评", finds: .field(.purpose)),
            .row(.quality, "秸杆禁烧率", description: "秸杆禁烧率", "≥95%", finds: .indicatorName),
        ])

    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void) {
        var lastRow: [Int] = []
        for text in scope.texts {
            let slips = scope.tables.ready.typingSlips.slips(in: text.plain)
            guard let first = slips.first else { continue }
            // One finding a row: a name is often copied into the description.
            if let project = text.project, let row = text.row {
                if lastRow == [project, row] { continue }
                lastRow = [project, row]
            }
            let words = slips.reduce(into: [TypingSlips.Slip]()) { words, slip in
                if !words.contains(where: { $0.wrong == slip.wrong }) { words.append(slip) }
            }
            report(
                text.mark(
                    .slips(words, in: text.place.title), suggestion: scope.tables.ready.typingSlips.corrected(text.text, slips),
                    key: text.place.title + words.map(\.wrong).joined() + String(text.text.prefix(20)) + first.right,
                    anchor: text.anchor(without: words.map(\.wrong))))
        }
    }
}

extension Finding.Message {
    fileprivate static func slips(_ slips: [TypingSlips.Slip], in place: String) -> Self {
        "\(place)中\(slips.map { "\($0.wrong.quoted)疑为\($0.right.quoted)" }.joined(separator: "，"))"
    }
}
