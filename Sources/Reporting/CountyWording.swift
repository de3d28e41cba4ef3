import Aggregation
import GoalModel

extension CountyReport {
    /// The county's three figures: how much, how well, what is wrong.
    public var figures: [Figure] {
        [
            Figure(
                label: years.count > 1 ? "\(years.count)个年度的预算合计" : "项目预算总额", value: total.description, unit: "万元",
                sentence: money),
            Figure(label: "最低得分", value: lowest?.score?.description ?? "—", unit: "分", sentence: scores),
            Figure(label: "必须改正", value: "\(errors)", unit: "处", sentence: faults),
        ]
    }

    /// What most of the money is for, with its share.
    private var greatestKind: (label: String, share: Share)? {
        guard let greatest = byKind.first, let share = kindShares.first, greatest.amount.exact > .zero else { return nil }
        return (greatest.label, share)
    }

    private var wrong: Int { Set(rows.filter { $0.errors > 0 }.map { [$0.county, $0.town] }).count }

    /// How many towns there are; a town with books of two years counts once.
    public var towns: Int { Set(rows.map { [$0.county, $0.town] }).count }

    private var lowest: Row? {
        rows.filter { $0.score != nil }.min { ($0.score ?? .zero) < ($1.score ?? .zero) }
    }

    private var money: String {
        if rows.isEmpty { return "没有读到乡镇。" }
        let use = greatestKind.map { "，\($0.share)用于\($0.label)" } ?? ""
        guard rows.count > 1, let greatest = rows.max(by: { $0.budget.exact < $1.budget.exact }) else {
            return "共\(towns)个乡镇、\(projects)个项目\(use)。"
        }
        let mixed = years.count > 1 ? "；含\(years.count)个年度，分年合计见下表" : ""
        return "共\(towns)个乡镇、\(projects)个项目\(use)；预算最多的是\(greatest.town)\(mixed)。"
    }

    private var scores: String {
        guard let lowest else { return "没有可评分的乡镇。" }
        let best = rows.compactMap(\.score).max() ?? .zero
        return rows.count > 1 ? "得分最低的是\(lowest.town)；最高\(best)分。" : "满分100分。"
    }

    private var faults: String {
        let place = wrong > 0 ? "错误在\(wrong)个乡镇" : "没有错误"
        let rest = warnings > 0 ? "；另有警告\(warnings)处，供核对" : ""
        let troubles = TownState.allCases.filter(\.isTrouble).map { state in
            (state, rows.count { $0.state == state } + (state == .failed ? otherFailures.count : 0))
        }
        let words = troubles.filter { $0.1 > 0 }.map { "；\($1)个\($0.title)" }.joined()
        return place + rest + words + "。"
    }
}
