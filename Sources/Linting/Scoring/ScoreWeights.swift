internal import Diagnostics
public import GoalModel

/// How many points a finding costs (`score.json5`); a county can replace the table.
public struct ScoreWeights: Hashable, Sendable, TableReadable {
    public struct Weight: Hashable, Sendable {
        /// For each finding.
        public var points: Points
        /// What one rule costs a project at most.
        public var cap: Points
    }

    /// By the severity's name; a severity that is absent costs nothing.
    public var severities: [String: Weight]
    /// By the rule's code, before the severities.
    public var rules: [String: Weight]

    public init(severities: [String: Weight] = [:], rules: [String: Weight] = [:]) {
        self.severities = severities
        self.rules = rules
    }

    /// The file that ``init(json5:)`` expects.
    public static let fileName = section + ".json5"
    static let section = "score"

    public init(_ table: SettingTable) throws {
        severities = try table["severities"].parts.mapValues(Weight.init)
        rules = try table["rules"].parts.mapValues(Weight.init)
    }

    /// A finding that is milder than its rule usually is costs what its severity costs, within the cap of the rule.
    func weight(of finding: Finding) -> Weight {
        let usual = severities[finding.severity.rawValue] ?? Weight(points: .zero, cap: .zero)
        guard let own = rules[finding.code] else { return usual }
        let isMilder = RuleCatalogue.severities[finding.code].map { finding.severity < $0 } == true
        return isMilder ? Weight(points: min(usual.points, own.points), cap: min(usual.cap, own.cap)) : own
    }
}

extension ScoreWeights.Weight: TableReadable {
    /// Reads points with at most one decimal; the rest is rounded.
    public init(_ table: SettingTable) throws {
        func points(_ name: String) throws -> Points {
            let part = try table[name]
            let value = try part.number
            guard (0...100).contains(value) else { throw part.trouble("分值\(value)不在0至100之间") }
            return Points(tenths: Int((value * 10).rounded()))
        }
        self.points = try points("points")
        cap = try points("cap")
    }
}
