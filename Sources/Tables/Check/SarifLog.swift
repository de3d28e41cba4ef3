public import Diagnostics
internal import Facts
public import Foundation
internal import GoalModel
internal import Linting
public import Reporting

/// Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS, 2020), for code review tools.
public struct SarifLog {
    private let document: Sarif.Log

    /// - Parameters:
    ///   - failures: inputs that gave no result.
    ///   - files: where the files stand, by the paths that places have.
    ///   - folder: the working directory, from which a reader finds the files again.
    ///   - version: of this program.
    public init(
        _ towns: [CheckedTown], failures: [InputFailure], files: [String: URL] = [:], in folder: URL, version: String
    ) {
        let uris = SarifPlaces(files, in: folder)
        let sources = towns.flatMap(\.report.book.sources)
        var places: [String: Int] = [:]
        var artifacts: [Sarif.Artifact] = []
        for source in sources where places[source.path] == nil {
            places[source.path] = artifacts.count
            artifacts.append(
                Sarif.Artifact(location: uris.location(of: source.path), hashes: ["sha-256": source.sha256]))
        }
        let rules = RuleCatalogue.descriptions
        let indices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.code, $0) })
        let results = towns.flatMap { TownResults(town: $0, rules: indices, artifacts: places, uris: uris).all }
        let notifications = failures.map { failure in
            Sarif.Notification(
                level: .error, message: Sarif.Message(text: "\(failure.path)：\(failure.reason)"),
                locations: [
                    Sarif.Location(
                        physicalLocation: Sarif.PhysicalLocation(artifactLocation: uris.location(of: failure.path)))
                ])
        }
        let run = Sarif.Run(
            tool: Sarif.Tool(driver: Sarif.Tool.Driver(version: version, rules: rules.map(Sarif.Rule.init))),
            originalUriBaseIds: [SarifPlaces.baseID: uris.base], artifacts: artifacts,
            invocations: [Sarif.Invocation(executionSuccessful: failures.isEmpty, toolExecutionNotifications: notifications)],
            results: results)
        document = Sarif.Log(runs: [run])
    }

    /// UTF-8, keys sorted, the same bytes for the same findings.
    ///
    /// - Throws: `EncodingError`, which no finding can cause.
    public func json() throws -> Data {
        try ReadableJSON.data(document)
    }
}

private struct TownResults {
    let town: CheckedTown
    let rules: [String: Int]
    let artifacts: [String: Int]
    let uris: SarifPlaces

    var all: [Sarif.Result] {
        let report = town.report
        let readings = report.notes.map(result)
        let open = report.findings.map { finding in
            var result = result(finding)
            if town.comparison != nil { result.baselineState = town.isKnown(finding) ? "unchanged" : "new" }
            return result
        }
        let waived = report.waived.map { waived in
            var result = result(waived.finding)
            let waiver = waived.waiver
            result.suppressions = [
                Sarif.Suppression(
                    justification: waived.agreement,
                    properties: Sarif.Suppression.Properties(
                        person: waiver.person, until: waiver.until?.iso, source: waiver.origin))
            ]
            if town.comparison != nil { result.baselineState = "unchanged" }
            return result
        }
        return readings + open + waived + (town.comparison?.fixed ?? []).map(fixed)
    }

    private func result(_ finding: Finding) -> Sarif.Result {
        let report = town.report
        let remedy = finding.remedy.isEmpty ? "" : "改法：\(finding.remedy.asSentence)"
        return Sarif.Result(
            ruleId: finding.code, ruleIndex: rules[finding.code], level: Sarif.Level(finding.severity),
            message: Sarif.Message(text: "\(finding.message.asSentence)\(remedy)\(finding.offer)"),
            locations: locations(finding.location, report.place(of: finding).path(from: report.town)),
            partialFingerprints: ["goalbook/v1": finding.fingerprint],
            properties: Sarif.Result.Properties(
                town: report.town, project: finding.project, projects: finding.projects, indicator: finding.indicator,
                remedy: finding.remedy, suggestion: finding.suggestion))
    }

    private func result(_ diagnostic: Diagnostic) -> Sarif.Result {
        let sentences = [diagnostic.summary, diagnostic.explanation, diagnostic.remedy].filter { !$0.isEmpty }
        var result = Sarif.Result(
            ruleId: diagnostic.id, ruleIndex: nil, level: Sarif.Level(diagnostic.severity),
            message: Sarif.Message(text: sentences.map(\.asSentence).joined()),
            locations: locations(diagnostic.location, town.report.town), partialFingerprints: [:])
        if let comparison = town.comparison { result.baselineState = comparison.isKnown(diagnostic) ? "unchanged" : "new" }
        return result
    }

    private func fixed(_ entry: Baseline.Entry) -> Sarif.Result {
        Sarif.Result(
            ruleId: entry.code, ruleIndex: rules[entry.code], level: .note,
            message: Sarif.Message(text: "已解决：\(entry.message.asSentence)"), locations: [],
            partialFingerprints: ["goalbook/v1": entry.fingerprint], baselineState: "absent")
    }

    /// A line where the document has lines; else the place in words.
    private func locations(_ location: Location?, _ name: String) -> [Sarif.Location] {
        let file = location?.file ?? town.report.book.sources.first?.path
        guard let file else { return [] }
        let names = [name, location?.inFile ?? ""].filter { !$0.isEmpty }
        return [
            Sarif.Location(
                physicalLocation: Sarif.PhysicalLocation(
                    artifactLocation: uris.location(of: file, index: artifacts[file]),
                    region: location?.line.map(Sarif.Region.init)), logicalLocations: names.map(Sarif.LogicalLocation.init))
        ]
    }
}

extension Sarif.Rule {
    fileprivate init(_ rule: RuleDescription) {
        id = rule.code
        name = rule.id
        shortDescription = Sarif.Message(text: rule.title)
        fullDescription = Sarif.Message(text: rule.why)
        help = Sarif.Message(text: rule.text)
        defaultConfiguration = Configuration(level: Sarif.Level(rule.severity))
        properties = Properties(criterion: rule.criterion.rawValue, source: rule.sources.text, tags: [rule.criterion.rawValue])
    }
}

extension Sarif.Level {
    init(_ severity: Severity) {
        self =
            switch severity {
            case .error: .error
            case .warning: .warning
            case .hint: .note
            }
    }
}
