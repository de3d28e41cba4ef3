public import GoalModel

extension Funding {
    /// Adds up a book's projects; a budget that is not there counts as nothing and is listed in ``withoutBudget``.
    public init(book: GoalBook, kinds: ProjectKinds) {
        let budgets = book.projects.map { $0.budget ?? .zero }
        let (shown, total) = ShownAmount.column(budgets)
        let shares = Shares.adding(budgets)
        let titles = book.projects.map(kinds.title)
        self.total = total
        projects = book.projects.indices.map { index in
            let project = book.projects[index]
            return ProjectPart(
                project: project.number, name: project.name, kind: titles[index], amount: shown[index], share: shares[index])
        }
        bySource = Funding.sources(of: book.projects)
        byKind = Funding.kinds(of: budgets, titled: titles, in: kinds)
        bands = Band.all.parts(of: book.projects)
        byAge = Funding.ages(of: book)
        withoutBudget = book.projects.filter { $0.budget == nil }.map(\.number)

        let order = budgets.indices.sorted { budgets[$0] == budgets[$1] ? $0 < $1 : budgets[$0] > budgets[$1] }
        let top = order.prefix(10).filter { book.projects[$0].budget != nil }
        topTenAmount = top.map { shown[$0] }.reduce(.zero, +)
        topTenShare = Shares.share(of: topTenAmount.exact, in: total.exact)
        let topShares = Shares.adding(top.map { budgets[$0] }, to: topTenShare)
        let all = projects
        topTen = zip(top, topShares).map { index, share in
            var part = all[index]
            part.share = share
            return part
        }
    }

    /// Labelled rows of one column with their shares.
    static func column(_ rows: [(label: String, amount: Money, projects: Int)]) -> [Part] {
        let amounts = rows.map(\.amount)
        let (shown, shares) = (ShownAmount.column(amounts).rows, Shares.adding(amounts))
        return rows.indices.map { index in
            Part(label: rows[index].label, amount: shown[index], projects: rows[index].projects, share: shares[index])
        }
    }

    /// The greatest kinds and one row for what is left of them; the rows add up as those of ``byKind`` do.
    ///
    /// - Parameter limit: the most rows, at least 2.
    public func leadingKinds(_ limit: Int) -> [Part] {
        guard byKind.count > max(2, limit) else { return byKind }
        let kept = byKind.prefix(max(2, limit) - 1)
        let rest = byKind.dropFirst(kept.count)
        return kept + [
            Part(
                label: "其余\(rest.count)类", amount: rest.map(\.amount).reduce(.zero, +),
                projects: rest.reduce(0) { $0 + $1.projects }, share: rest.reduce(.zero) { $0 + $1.share })
        ]
    }

    private static func sources(of projects: [Project]) -> [Part] {
        let fiscal = projects.map { $0.fiscalFunds ?? .zero }
        let other = projects.map { $0.otherFunds ?? .zero }
        let rest = projects.indices.map { (projects[$0].budget ?? .zero) - fiscal[$0] - other[$0] }
        // What no form says is not nothing.
        if !projects.isEmpty, projects.allSatisfy({ $0.fiscalFunds == nil && !$0.tellsOtherFunds }) {
            return column([(label: "没有写明来源", amount: rest.total(), projects: rest.count { $0 != .zero })])
        }
        var rows = [
            (label: "财政资金", amount: fiscal.total(), projects: fiscal.count { $0 != .zero }),
            (label: "其他资金", amount: other.total(), projects: other.count { $0 != .zero }),
        ]
        let unbalanced = rest.count { $0 != .zero }
        if unbalanced > 0 { rows.append((label: "与预算数的差额", amount: rest.total(), projects: unbalanced)) }
        return column(rows)
    }

    private static func kinds(of budgets: [Money], titled titles: [String], in kinds: ProjectKinds) -> [Part] {
        var rows: [(label: String, amount: Money, projects: Int)] = []
        var seen: Set<String> = []
        for title in kinds.kinds.map(\.title) + [kinds.other] where seen.insert(title).inserted {
            let members = titles.indices.filter { titles[$0] == title }
            if members.isEmpty { continue }
            rows.append((label: title, amount: members.map { budgets[$0] }.total(), projects: members.count))
        }
        let order = rows.indices.sorted { a, b in
            let (left, right) = (rows[a], rows[b])
            if (left.label == kinds.other) != (right.label == kinds.other) { return right.label == kinds.other }
            return left.amount == right.amount ? a < b : left.amount > right.amount
        }
        return column(order.map { rows[$0] })
    }

    private static func ages(of book: GoalBook) -> [Part] {
        let titles = book.projects.map { project in
            guard let year = book.fiscalYear, let first = project.firstYear else { return "年份不明" }
            return first < year ? "结转延续" : "当年新设"
        }
        return column(
            ["当年新设", "结转延续", "年份不明"].compactMap { title in
                let members = book.projects.indices.filter { titles[$0] == title }
                if members.isEmpty { return nil }
                return (title, members.map { book.projects[$0].budget ?? .zero }.total(), members.count)
            })
    }
}

/// A size of project: from the band below up to, and without, a limit.
private struct Band {
    var label: String
    /// `nil` where the band has no end.
    var limit: Money?

    static let all = [
        Band(label: "10万元以下", limit: Money(fen: 10_000_000)), Band(label: "10万—50万元", limit: Money(fen: 50_000_000)),
        Band(label: "50万—100万元", limit: Money(fen: 100_000_000)), Band(label: "100万—500万元", limit: Money(fen: 500_000_000)),
        Band(label: "500万—1000万元", limit: Money(fen: 1_000_000_000)), Band(label: "1000万元及以上", limit: nil),
    ]
}

extension [Band] {
    fileprivate func parts(of projects: [Project]) -> [Funding.Part] {
        let budgets = projects.compactMap(\.budget)
        let places = budgets.map { budget in firstIndex { band in band.limit.map { budget < $0 } ?? true } ?? count - 1 }
        return Funding.column(
            indices.compactMap { index in
                let members = budgets.indices.filter { places[$0] == index }
                if members.isEmpty { return nil }
                return (self[index].label, members.map { budgets[$0] }.total(), members.count)
            })
    }
}
