public import Diagnostics
internal import GoalModel
internal import Linting
internal import Text

extension CountyReport {
    /// An error in a town's book, with the address of its very place on the town's page.
    public struct Fault: Hashable, Sendable {
        public var code: String
        public var title: String
        /// `项目3 网格员补贴`; `nil` for the book as a whole.
        public var project: String?
        public var message: String
        /// On the town's page, without `#`; see ``PlacedFinding/anchor``.
        public var anchor: String

        public init(code: String, title: String, project: String?, message: String, anchor: String) {
            (self.code, self.title, self.project, self.message, self.anchor) = (code, title, project, message, anchor)
        }
    }

    /// The findings of one rule in a town.
    public struct RuleCount: Hashable, Sendable {
        public var code: String
        public var title: String
        /// The gravest.
        public var severity: Severity
        public var findings: Int
        /// Of the gravest finding; the first of several.
        public var anchor: String

        public init(code: String, title: String, severity: Severity, findings: Int, anchor: String) {
            (self.code, self.title, self.severity, self.findings, self.anchor) = (code, title, severity, findings, anchor)
        }
    }

    /// The findings of one rule in all towns.
    public struct RuleTotal: Hashable, Sendable {
        public var code: String
        public var title: String
        /// The gravest.
        public var severity: Severity
        public var findings: Int
        /// How many rows of the overview it concerns.
        public var towns: Int
        /// The rows with the most findings of it, at most three, with the address of the first of them.
        public var worst: [Place]

        public struct Place: Hashable, Sendable {
            public var folder: String
            public var town: String
            public var findings: Int
            public var anchor: String
        }
    }
}

extension CountyReport.Row {
    /// The most errors of a town that the overview lists one by one.
    static let mostFaults = 40
}

extension Report {
    /// The errors for the overview, in the order of the book.
    func faults(_ placed: [PlacedFinding]) -> [CountyReport.Fault] {
        let names = Dictionary(book.projects.map { ($0.number, $0.name) }, uniquingKeysWith: { first, _ in first })
        return placed.filter { $0.finding.severity == .error }.prefix(CountyReport.Row.mostFaults).map { placed in
            let finding = placed.finding
            return CountyReport.Fault(
                code: finding.code, title: finding.title,
                project: placed.home.map { "项目\($0) \(names[$0] ?? "")".oneLine.shortened(to: 30) },
                message: finding.message.oneLine.shortened(to: 80), anchor: placed.anchor)
        }
    }

    /// What each rule found, by its code.
    func ruleCounts(_ placed: [PlacedFinding]) -> [CountyReport.RuleCount] {
        let byCode = Dictionary(grouping: placed, by: \.finding.code)
        return byCode.keys.sorted().compactMap { code in
            guard let found = byCode[code], let severity = found.map(\.finding.severity).max(),
                let first = found.first(where: { $0.finding.severity == severity })
            else { return nil }
            return CountyReport.RuleCount(
                code: code, title: first.finding.title, severity: severity, findings: found.count, anchor: first.anchor)
        }
    }
}

extension CountyReport.RuleTotal {
    /// The totals of all rules: the gravest first, then those that concern the most towns, then by code.
    static func totals(_ rows: [(row: CountyReport.Row, rules: [CountyReport.RuleCount])]) -> [Self] {
        var totals: [String: Self] = [:]
        for (row, rules) in rows {
            for rule in rules {
                var total =
                    totals[rule.code]
                    ?? Self(code: rule.code, title: rule.title, severity: rule.severity, findings: 0, towns: 0, worst: [])
                total.severity = max(total.severity, rule.severity)
                total.findings += rule.findings
                total.towns += 1
                total.worst.append(Place(folder: row.folder, town: row.town, findings: rule.findings, anchor: rule.anchor))
                totals[rule.code] = total
            }
        }
        let ordered = totals.values.sorted { a, b in
            (b.severity, b.towns, b.findings, a.code) < (a.severity, a.towns, a.findings, b.code)
        }
        return ordered.map { total in
            var total = total
            total.worst = Array(total.worst.greatestFirst(by: \.findings).prefix(3))
            return total
        }
    }
}
