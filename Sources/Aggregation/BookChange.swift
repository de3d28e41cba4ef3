public import GoalModel
internal import Text

/// The differences between an older and a newer edition of a town's book.
public struct BookChange: Hashable, Sendable {
    public var older: Edition
    public var newer: Edition
    public var olderTotal: ShownAmount
    public var newerTotal: ShownAmount
    /// By how much the total grew, of the older one; `nil` where that was nothing.
    public var growth: Share?
    /// Projects of the newer edition that the older one does not have, in the newer order.
    public var added: [Movement]
    /// Projects of the older edition that are gone, in the older order.
    public var dropped: [Movement]
    /// Projects in both whose budget differs, in the newer order.
    public var changed: [Movement]
    /// How many projects are in both with the same budget.
    public var unchanged: Int
    /// Projects in both of which anything differs, in the newer order.
    public var revisions: [ProjectRevision]
    public var findings: FindingChange
    /// Rows of the newer edition of which the older one tells what was reached, in the newer order.
    public var reached: [ReachedRow]
    /// Those of them that ask for less than was reached; whoever can compare values fills them in.
    public var easier: [ReachedRow] = []

    /// A row in both, with what it came to in the older year.
    public struct ReachedRow: Hashable, Sendable {
        /// The project's place among the newer ones, from 1.
        public var project: Int
        public var projectName: String
        /// From 1.
        public var number: Int
        public var row: Edition.Row
        /// 实际完成值, as it was filled in.
        public var reached: String
    }

    /// The change of one project's money.
    public struct Movement: Hashable, Sendable {
        /// As the newer edition has it, or the older one for what is gone.
        public var name: String
        /// `nil` for a project that was not there.
        public var older: ShownAmount?
        /// `nil` for a project that is gone.
        public var newer: ShownAmount?

        /// The difference of the shown amounts.
        public var difference: ShownAmount { (newer ?? .zero) - (older ?? .zero) }
    }

    /// By how much the total grew; the difference of the shown totals.
    public var difference: ShownAmount { newerTotal - olderTotal }

    /// By how much the score rose; `nil` where one edition has none.
    public var scoreDifference: Points? {
        guard let before = older.score, let after = newer.score else { return nil }
        return after - before
    }

    /// New, dropped and changed projects, those with the largest difference first.
    public var movements: [Movement] {
        let all = (changed + added + dropped).enumerated()
        let order = all.sorted { a, b in
            let (left, right) = (a.element.difference.exact.fen.magnitude, b.element.difference.exact.fen.magnitude)
            return left == right ? a.offset < b.offset : left > right
        }
        return order.map(\.element)
    }

    /// Compares two editions of a town.
    ///
    /// Projects are the same that have the same code, else the same name, else the same name but for the year in it; each
    /// is matched once, in the order of the books.
    public init(from older: Edition, to newer: Edition) {
        self.older = older
        self.newer = newer
        olderTotal = ShownAmount(older.total)
        newerTotal = ShownAmount(newer.total)
        growth =
            older.total > .zero
            ? Shares.growth(from: older.total, to: newer.total) : nil
        let partners = BookChange.partners(of: newer.projects, in: older.projects)
        let words = ComparedTexts(older: older.year, newer: newer.year)
        revisions = zip(newer.projects, partners).compactMap { project, partner in
            partner.flatMap { ProjectRevision(from: older.projects[$0], to: project, words) }
        }
        findings = FindingChange(from: older, to: newer, partners, words)
        reached = zip(newer.projects, partners).enumerated().flatMap { index, pair in
            pair.1.map { BookChange.reached(pair.0, number: index + 1, before: older.projects[$0], words) } ?? []
        }
        added = []
        changed = []
        unchanged = 0
        for (project, partner) in zip(newer.projects, partners) {
            guard let partner else {
                added.append(Movement(name: project.name, older: nil, newer: project.shown))
                continue
            }
            let before = older.projects[partner]
            if before.budget == project.budget {
                unchanged += 1
            } else {
                changed.append(Movement(name: project.name, older: before.shown, newer: project.shown))
            }
        }
        let kept = Set(partners.compactMap(\.self))
        dropped = older.projects.indices.filter { !kept.contains($0) }.map {
            Movement(name: older.projects[$0].name, older: older.projects[$0].shown, newer: nil)
        }
    }

    private static func reached(
        _ project: Edition.Project, number: Int, before: Edition.Project, _ words: ComparedTexts
    ) -> [ReachedRow] {
        guard before.indicators.contains(where: { $0.reached != nil }) else { return [] }
        let partners = RowPartners.partners(of: project.indicators, in: before.indicators, words)
        return zip(project.indicators, partners).enumerated().compactMap { index, pair in
            pair.1.flatMap { before.indicators[$0].reached }.map {
                ReachedRow(project: number, projectName: project.name, number: index + 1, row: pair.0, reached: $0)
            }
        }
    }

    /// For each of `projects` the place of the same one in `others`.
    private static func partners(of projects: [Edition.Project], in others: [Edition.Project]) -> [Int?] {
        var partners: [Int?] = Array(repeating: nil, count: projects.count)
        var free = Set(others.indices)
        for key in [\Edition.Project.foldedCode, \.foldedName, \.nameWithoutYear] {
            var places: [String: [Int]] = [:]
            for place in others.indices.reversed() where free.contains(place) {
                let word = others[place][keyPath: key]
                if !word.isEmpty { places[word, default: []].append(place) }
            }
            for index in projects.indices where partners[index] == nil {
                guard let place = places[projects[index][keyPath: key]]?.popLast() else { continue }
                partners[index] = place
                free.remove(place)
            }
        }
        return partners
    }
}

extension Edition.Project {
    fileprivate var shown: ShownAmount { ShownAmount(budget ?? .zero) }

    fileprivate var foldedCode: String { code.folded.withoutSpaces.uppercased() }

    fileprivate var foldedName: String { name.folded.withoutSpaces }

    /// `2024年度网格员补贴` is next year's `2025年网格员补贴`.
    fileprivate var nameWithoutYear: String {
        let rest = foldedName.replacing(/20[0-9]{2}年?度?/, with: "")
        return rest.isEmpty ? foldedName : String(rest)
    }
}
