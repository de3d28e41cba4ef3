public import Diagnostics

/// What a county changes about the rules; every member may be absent.
///
/// Rules are named by id (`number-missing`) or by code (`I03`).
public struct LintingSettings: Hashable, Sendable, Decodable {
    /// Rules that are not applied.
    public var off: Set<String>
    public var severities: [String: Severity]
    /// Findings that a person has looked at and accepts.
    public var accepted: [Acceptance]

    public struct Acceptance: Hashable, Sendable, Decodable {
        public var rule: String
        /// The code of the project; absent for every project.
        public var project: String?
        public var reason: String

        public init(rule: String, project: String? = nil, reason: String) {
            self.rule = rule
            self.project = project
            self.reason = reason
        }
    }

    public init(off: Set<String> = [], severities: [String: Severity] = [:], accepted: [Acceptance] = []) {
        self.off = off
        self.severities = severities
        self.accepted = accepted
    }

    private enum CodingKeys: String, CodingKey {
        case off, severities, accepted
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        off = try container.decodeIfPresent(Set<String>.self, forKey: .off) ?? []
        accepted = try container.decodeIfPresent([Acceptance].self, forKey: .accepted) ?? []
        severities = try (container.decodeIfPresent([String: String].self, forKey: .severities) ?? [:]).mapValues { word in
            guard let severity = Severity(rawValue: word) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .severities, in: container, debugDescription: "“\(word)”不是级别，请写 error、warning 或 hint")
            }
            return severity
        }
    }

    /// Names that no rule has, sorted; whoever loads the settings reports them.
    public var unknownRules: [String] {
        let known = Set(RuleCatalogue.descriptions.flatMap { [$0.id, $0.code] })
        return off.union(severities.keys).union(accepted.map(\.rule)).subtracting(known).sorted()
    }

    func isOff(_ rule: RuleDescription) -> Bool {
        off.contains(rule.id) || off.contains(rule.code)
    }

    func severity(of rule: RuleDescription) -> Severity? {
        severities[rule.id] ?? severities[rule.code]
    }

    func accepts(_ rule: RuleDescription, projectCode: String?) -> Bool {
        accepted.contains { acceptance in
            (acceptance.rule == rule.id || acceptance.rule == rule.code)
                && (acceptance.project == nil || acceptance.project == projectCode)
        }
    }
}
