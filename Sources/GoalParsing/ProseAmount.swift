internal import Foundation
internal import GoalModel
internal import Text

/// A sentence such as `1.信访维稳年初安排30000元`: a name, and the amount set aside for it.
struct ProseAmount {
    let name: String
    let money: Money

    /// Reads the beginning of a paragraph; `nil` when it states no such amount.
    init?(in paragraph: String) {
        guard paragraph.holds("安排") || paragraph.holds("年初预算") else { return nil }
        let rest = Numbering(paragraph).rest
        // A comma may stand inside the number.
        let sentence = rest.prefix(120).prefix { !"，。；;\n：".contains($0) }
        for verb in ProseAmount.verbs where paragraph.holds(verb) {
            guard let found = sentence.range(of: verb) else { continue }
            let name = ProseAmount.withoutYear(String(sentence[..<found.lowerBound]).trimmed)
            let number = sentence[found.upperBound...].drop { "资金经费预算为共计约总额: ".contains($0) }
            guard !name.isEmpty, name.count <= 60, let money = Money(beginning: number) else { continue }
            self.name = name
            self.money = money
            return
        }
        return nil
    }

    /// 信访维稳2024年 names 信访维稳.
    private static func withoutYear(_ name: String) -> String {
        var rest = name[...]
        for ending in ["年度", "年"] where rest.ends(with: ending) {
            let before = rest.dropLast(ending.count)
            guard before.suffix(4).allSatisfy(\.isDecimal), before.count > 4 else { continue }
            rest = before.dropLast(4)
        }
        return String(rest).trimmed
    }

    /// The longer first, so that no part of a verb stays in the name.
    private static let verbs: [String] = [
        "年初预算安排", "年初安排预算", "年初安排", "年初预算", "本年预算安排", "本年安排", "年度预算安排", "预算安排", "安排预算", "安排",
    ]
}
