internal import Diagnostics
internal import Reporting

/// What the county's overview shows of a town beside the figures that stand elsewhere in facts.json.
struct FactsOverview: Encodable {
    let errors: Int
    let warnings: Int
    let hints: Int
    /// Nothing in the results is for inside use only.
    let isMasked: Bool
    /// The first errors, in the order of the book.
    let faults: [Fault]
    let rules: [Rule]
    let prints: FactsPrints

    init(_ report: Report) {
        let town = CountyReport.Town(report, folder: "")
        errors = town.row.errors
        warnings = town.row.warnings
        hints = town.row.hints
        isMasked = report.isMasked
        faults = town.row.faults.map(Fault.init)
        rules = town.rules.map(Rule.init)
        prints = FactsPrints(town.prints)
    }

    struct Fault: Encodable {
        let code: String
        let title: String
        let project: OrNull<String>
        let message: String
        let anchor: String

        init(_ fault: CountyReport.Fault) {
            code = fault.code
            title = fault.title
            project = OrNull(fault.project)
            message = fault.message
            anchor = fault.anchor
        }
    }

    struct Rule: Encodable {
        let code: String
        let title: String
        let severity: String
        let findings: Int
        let anchor: String

        init(_ rule: CountyReport.RuleCount) {
            code = rule.code
            title = rule.title
            severity = rule.severity.rawValue
            findings = rule.findings
            anchor = rule.anchor
        }
    }
}
