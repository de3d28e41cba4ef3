internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// Of a benefit that goes to one or two people of a town everybody knows who they are.
struct SmallGroup: ProjectRule {
    static let description = RuleDescription(
        code: "P05", id: "small-group", title: "少数人可识别", level: .project, severity: .hint, criterion: .publication,
        why: "涉及疾病、残疾、信访等待遇而人数只有几个，当地人很容易猜出是谁，等于公开了个人的敏感信息。", remedy: "公开时可并入同类项目，或只写金额不写人数；内部审核用的目标书可以保留。",
        action: "隐去可识别个人的信息",
        sources: [.publishingSensitive, .privacy],
        passing: [
            .benefit("四术并发症补贴", "发放补贴人数", "≥12人"), .benefit("防汛经费", "发放补贴人数", "≥1人"), .benefit("信访维稳经费", "值班工作人员数", "3人"),
            .benefit("信访维稳经费", "化解次数", "≥3次"), .benefit("残疾人补助", "发放人数", "≥0人"),
        ],
        failing: [
            .benefit("四术并发症补贴", "发放补贴人数", "≥1人", finds: .field(.title)),
            .benefit("重度残疾人救助", "救助人数", "３ 人", finds: .field(.title)),
            .benefit("遗属生活费", "享受户数", "2户", finds: .field(.title)),
        ])

    private static let heads: Set<String> = ["人", "名", "位", "户"]

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        let words = scope.tables.publication
        // Few projects count so few people: their texts are looked at only then.
        lazy var texts = ([project.name, project.purpose] + project.goals).map(\.withoutSpaces)
        lazy var common = words.sensitive.first { word in texts.contains { $0.holds(word) } }
        for indicator in project.indicators where indicator.kind == .quantity {
            guard let quantity = indicator.target.quantity, let number = quantity.number, number > 0,
                number <= Decimal(words.smallGroup), quantity.comparator != .lessThan,
                SmallGroup.heads.contains(quantity.unit.folded.withoutSpaces)
            else { continue }
            let row = (indicator.name + indicator.description).withoutSpaces
            guard words.receivers.contains(where: row.holds), !words.staff.contains(where: row.holds),
                let word = common ?? words.sensitive.first(where: row.holds)
            else { continue }
            report(Violation(.small(word, indicator), at: .field(.title), key: word + row))
            return
        }
    }
}

extension Finding.Message {
    fileprivate static func small(_ word: String, _ indicator: Indicator) -> Self {
        "涉及\(word.quoted)，而\(indicator.name.withoutSpaces.quoted)只有\(indicator.target.text.withoutSpaces)，容易猜出是谁"
    }
}
