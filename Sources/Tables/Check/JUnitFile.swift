public import Diagnostics
internal import GoalModel
internal import Linting
public import Reporting
internal import Text

/// Findings as JUnit XML, for continuous integration: a suite a town, a test a rule.
///
/// A rule fails in a town when it finds something new at or above the limit; what is milder, known or agreed to be kept is
/// told in its output.
public struct JUnitFile {
    private let suites: [Suite]

    private struct Suite {
        var name: String
        var cases: [Case]
    }

    private struct Case {
        var name: String
        var outcome: Outcome
        /// What there is to say besides.
        var output: [String] = []
    }

    private enum Outcome {
        case passed
        /// The findings, and of what severity the gravest is.
        case failed([String], Severity)
        case error(String)
        /// Everything that the rule finds is agreed to be kept.
        case skipped(String)
    }

    /// - Parameters:
    ///   - failures: inputs that gave no result.
    ///   - limit: the severity from which a finding is a failure; `nil` for none.
    public init(_ towns: [CheckedTown], failures: [InputFailure], failingOn limit: Severity?) {
        var suites = towns.map { town in
            let report = town.report
            let rules = RuleCatalogue.descriptions.map { Self.test(of: $0, town, limit) }
            return Suite(
                name: "\(report.book.county ?? "")\(report.town) \(report.year)", cases: [Self.reading(town, limit)] + rules)
        }
        if !failures.isEmpty {
            suites.append(Suite(name: "读不了的文件", cases: failures.map { Case(name: $0.path, outcome: .error($0.reason)) }))
        }
        self.suites = suites
    }

    private static func test(of rule: RuleDescription, _ town: CheckedTown, _ limit: Severity?) -> Case {
        let report = town.report
        let all = report.findings.filter { $0.code == rule.code }
        let fresh = all.filter { !town.isKnown($0) }
        let failing = fresh.filter { finding in limit.map { finding.severity >= $0 } == true }
        let milder = fresh.filter { finding in limit.map { finding.severity >= $0 } != true }
        let waived = report.waived.filter { $0.finding.code == rule.code }
        var output = milder.map { "\($0.severity.title)：\(line($0, report))" }
        output += all.filter(town.isKnown).map { "基线中已知：\(line($0, report))" }
        output += waived.map { "\(WaivedFinding.title)：\(line($0.finding, report))（\($0.agreement)）" }
        var outcome = Outcome.passed
        if let worst = failing.map(\.severity).max() {
            outcome = .failed(failing.map { "\($0.severity.title)：\(line($0, report))" }, worst)
        } else if all.isEmpty, !waived.isEmpty {
            outcome = .skipped("\(WaivedFinding.title)\(waived.count)处")
        }
        return Case(name: "\(rule.code) \(rule.title)", outcome: outcome, output: output)
    }

    private static func reading(_ town: CheckedTown, _ limit: Severity?) -> Case {
        let lines = town.diagnostics.map { (severity: $0.severity, text: "\($0.severity.title)：\($0)") }
        let failing = lines.filter { line in limit.map { line.severity >= $0 } == true }
        let output = lines.filter { line in limit.map { line.severity >= $0 } != true }.map(\.text)
        let outcome = failing.map(\.severity).max().map { Outcome.failed(failing.map(\.text), $0) } ?? .passed
        return Case(name: "读取", outcome: outcome, output: output)
    }

    private static func line(_ finding: Finding, _ report: Report) -> String {
        "\(report.place(of: finding).words)：\(finding.message.asSentence)\(finding.remedy.asSentence)\(finding.offer)"
    }

    /// XML 1.0 in UTF-8.
    public var xml: String {
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
        lines.append("<testsuites name=\"goalbook check\" \(Self.counts(suites.flatMap(\.cases)))>")
        for suite in suites {
            lines.append("  <testsuite name=\"\(suite.name.xml)\" \(Self.counts(suite.cases))>")
            for test in suite.cases { lines += Self.lines(test, of: suite.name) }
            lines.append("  </testsuite>")
        }
        return (lines + ["</testsuites>", ""]).joined(separator: "\n")
    }

    private static func counts(_ cases: [Case]) -> String {
        func count(_ isCounted: (Outcome) -> Bool) -> Int { cases.count { isCounted($0.outcome) } }
        let failures = count { if case .failed = $0 { true } else { false } }
        let errors = count { if case .error = $0 { true } else { false } }
        let skipped = count { if case .skipped = $0 { true } else { false } }
        return "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\" time=\"0\""
    }

    private static func lines(_ test: Case, of suite: String) -> [String] {
        let head = "<testcase classname=\"\(suite.xml)\" name=\"\(test.name.xml)\" time=\"0\""
        var inner: [String] = []
        switch test.outcome {
        case .passed: break
        case .failed(let found, let severity):
            inner.append(
                "<failure type=\"\(severity.rawValue)\" message=\"\(found.count)处，首处：\((found.first ?? "").xml)\">"
                    + "\(found.map(\.xml).joined(separator: "\n"))</failure>")
        case .error(let reason): inner.append("<error type=\"unreadable\" message=\"\(reason.xml)\"></error>")
        case .skipped(let reason): inner.append("<skipped message=\"\(reason.xml)\"></skipped>")
        }
        if !test.output.isEmpty { inner.append("<system-out>\(test.output.map(\.xml).joined(separator: "\n"))</system-out>") }
        if inner.isEmpty { return ["    \(head)/>"] }
        return ["    \(head)>"] + inner.map { "      " + $0 } + ["    </testcase>"]
    }
}

extension String {
    /// Escaped for content and attributes; an XML reader would make a line end in an attribute a blank.
    fileprivate var xml: String { escaped.replacing("\n", with: "&#10;") }
}
