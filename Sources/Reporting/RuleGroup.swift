public import Diagnostics
internal import Linting
internal import Text

/// The findings of one rule and one severity in a town; what is the same for them is said once.
public struct RuleGroup: Sendable {
    public var code: String
    public var title: String
    public var severity: Severity
    /// A name for links to it, unique in the report.
    public var anchor: String
    /// What is wrong, where several findings all say the same; `nil` where each says something else.
    public var message: String?
    /// How most of them are put right.
    public var remedy: String
    /// In the order of the book.
    public var findings: [PlacedFinding]

    /// What puts most of them right.
    fileprivate static func commonRemedy(_ placed: [PlacedFinding]) -> String {
        guard let first = placed.first?.finding.remedy else { return "" }
        // Mostly that of the rule, which need not be counted.
        if placed.allSatisfy({ $0.finding.remedy == first }) { return first }
        let remedies = Dictionary(placed.map { ($0.finding.remedy, 1) }, uniquingKeysWith: +)
        return remedies.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? first
    }

    /// The greater, the earlier.
    fileprivate var urgency: Int {
        findings.contains(where: \.finding.isPersonal)
            ? Severity.allCases.count : Severity.allCases.count { $0 < severity }
    }
}

extension Report {
    /// The findings by rule and severity: personal data first, as the book fails by it; then the gravest, those with the most
    /// findings, by code.
    public func ruleGroups(_ placed: [PlacedFinding]) -> [RuleGroup] {
        let byCode = Dictionary(grouping: placed, by: \.finding.code)
        let byKind = byCode.values.flatMap { placed in
            Severity.allCases.map { severity in placed.filter { $0.finding.severity == severity } }
        }
        let groups = byKind.compactMap { placed -> RuleGroup? in
            guard let first = placed.first?.finding else { return nil }
            let sayTheSame = placed.allSatisfy { $0.finding.message == first.message }
            return RuleGroup(
                code: first.code, title: first.title, severity: first.severity, anchor: "",
                message: placed.count > 1 && sayTheSame ? first.message : nil, remedy: RuleGroup.commonRemedy(placed),
                findings: placed)
        }
        let ordered = groups.sorted { a, b in
            (b.urgency, b.findings.count, a.code) < (a.urgency, a.findings.count, b.code)
        }
        var seen: Set<String> = []
        return ordered.enumerated().map { index, group in
            var group = group
            let isPlain = !group.code.isEmpty && group.code.allSatisfy { $0.isLetterOrDigit }
            let isFirst = seen.insert(group.code).inserted
            group.anchor = isPlain ? "r-\(group.code)\(isFirst ? "" : "-\(group.severity.rawValue)")" : "r-\(index + 1)-"
            return group
        }
    }
}
