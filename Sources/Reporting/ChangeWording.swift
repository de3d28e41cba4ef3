public import Aggregation
internal import GoalModel
internal import Text

extension BookChange {
    /// `一审稿` where versions have names, else `2023年`, or `上一份` where the years are the same or unknown.
    public var basisTitle: String {
        if let name = older.name { return name }
        guard let before = older.year, before != newer.year else { return "上一份" }
        return "\(before)年"
    }

    /// Said where nothing changed.
    public var nothing: String { older.year == newer.year ? "没有变化。" : "除年度以外没有变化。" }

    /// What changed, a sentence each: money, projects, plans, indicators, score, errors, findings.
    public var sentences: [String] {
        let parts = [money, projects, plans, rows, score, errors, found, easierTargets].compactMap(\.self)
        return parts.map { $0 + "。" }
    }

    /// The same on one line, for a mail: what is not as before.
    public var line: String {
        var words = [money, added.isEmpty && dropped.isEmpty ? nil : projects]
        if scoreDifference ?? .zero != .zero { words.append(score) }
        if newer.errors != older.errors { words.append(errors) }
        if !easier.isEmpty { words.append("\(easier.count)个指标的目标低于\(basisTitle)实际完成的") }
        return words.compactMap(\.self).joined(separator: "；") + "。"
    }

    /// The change of each of the three headline figures, such as `比2023年+110.00`; `nil` where there is none to tell.
    public var figures: [String?] {
        let points = scoreDifference.map { "比\(basisTitle)\($0 > .zero ? "+" : "")\($0)" }
        let faults = newer.errors - older.errors
        return [
            "比\(basisTitle)\(difference.exact > .zero ? "+" : "")\(difference)", points,
            "规则查出的比\(basisTitle)\(faults > 0 ? "+" : "")\(faults)",
        ]
    }

    private var money: String {
        let rise = difference.exact.fen
        if rise == 0 { return "预算总额与\(basisTitle)相同" }
        let ratio = growth.map { "（\($0 > .zero ? "+" : "")\($0)）" } ?? ""
        return "预算总额比\(basisTitle)\(rise > 0 ? "增加" : "减少")\(magnitude(difference))万元\(ratio)"
    }

    private var projects: String {
        let parts = [
            (added.count, "新增\(added.count)个"), (dropped.count, "取消\(dropped.count)个"), (changed.count, "\(changed.count)个金额有变动"),
            (unchanged, "\(unchanged)个金额不变"),
        ].filter { $0.0 > 0 }
        if parts.isEmpty { return "两份都没有项目" }
        return "项目：" + parts.map(\.1).joined(separator: "，")
    }

    private var plans: String? {
        let moved = revisions.count(where: \.hasNewPlan)
        return moved == 0 ? nil : "支出计划有变动的\(moved)个项目"
    }

    private var rows: String? {
        let parts = [
            (revisions.reduce(0) { $0 + $1.addedRows.count }, "新增"), (revisions.reduce(0) { $0 + $1.droppedRows.count }, "取消"),
            (revisions.reduce(0) { $0 + $1.changedRows.count }, "修改"),
        ].filter { $0.0 > 0 }
        return parts.isEmpty ? nil : "两份都有的项目中，指标" + parts.map { "\($0.1)\($0.0)行" }.joined(separator: "、")
    }

    private var found: String? {
        let counts = [
            (findings.fixed.count, "改好\(findings.fixed.count)处"), (findings.gone.count, "随项目取消\(findings.gone.count)处"),
            (findings.kept.count, "同意保留\(findings.kept.count)处"), (findings.new.count, "新出现\(findings.new.count)处"),
        ].filter { $0.0 > 0 }
        if counts.isEmpty { return nil }
        let rest = findings.remaining.isEmpty ? [] : ["仍有\(findings.remaining.count)处"]
        return "问题：" + (counts.map(\.1) + rest).joined(separator: "，")
    }

    private var score: String? {
        guard let rise = scoreDifference, let before = older.score, let after = newer.score else { return nil }
        if rise == .zero { return "得分不变，\(after)分" }
        return "得分由\(before)分\(rise > .zero ? "提高" : "降低")到\(after)分"
    }

    private var errors: String? {
        let (before, after) = (older.errors, newer.errors)
        if before == after { return after == 0 ? nil : "规则查出的错误仍是\(after)处" }
        return "规则查出的错误由\(before)处\(after < before ? "减少" : "增加")到\(after)处"
    }

    private var easierTargets: String? {
        if easier.isEmpty { return nil }
        let rows = easier.prefix(3).map { row in
            "第\(row.project)项第\(row.number)行\(row.title.quoted)目标\(row.row[.target])，\(basisTitle)完成\(row.reached)"
        }
        let rest = easier.count > rows.count ? "等\(easier.count)个" : ""
        return "提示：目标低于\(basisTitle)实际完成的，请说明理由或提高：" + rows.joined(separator: "；") + rest
    }

    private func magnitude(_ amount: ShownAmount) -> ShownAmount {
        amount.exact < .zero ? .zero - amount : amount
    }
}

extension BookChange.ReachedRow {
    /// The row's name, or what stands in its place.
    var title: String { row.title }
}
