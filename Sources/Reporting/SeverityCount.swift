public import Diagnostics
import GoalModel
import Linting

/// How much was found of one severity.
public struct SeverityCount: Hashable, Sendable {
    public var severity: Severity
    public var count: Int
    public var projects: Int
}

extension Report {
    /// What was found of each severity, the gravest first, also where nothing was; with the places that could not be read.
    public var severityCounts: [SeverityCount] {
        Severity.allCases.sorted(by: >).map { severity in
            let found = findings.filter { $0.severity == severity }
            return SeverityCount(
                severity: severity, count: counts[severity], projects: Set(found.flatMap(\.projects)).count)
        }
    }

    /// What was found in each project, by its number; a finding of a group counts at every one of its projects.
    public var countsByProject: [Int: FindingCounts] {
        findingsByProject.mapValues { FindingCounts($0) }
    }
}
