internal import Diagnostics
internal import Linting

/// One finding of facts.json.
struct FactsFinding: Encodable {
    let rule: String
    let code: String
    let severity: String
    let project: OrNull<Int>
    let projects: [Int]
    let indicator: OrNull<Int>
    let criterion: String
    let message: String
    let remedy: String
    let suggestion: String?
    let fingerprint: String
    let location: OrNull<Place>

    init(_ finding: Finding) {
        rule = finding.rule
        code = finding.code
        severity = finding.severity.rawValue
        project = OrNull(finding.project)
        projects = finding.projects
        indicator = OrNull(finding.indicator)
        criterion = finding.criterion.rawValue
        message = finding.message
        remedy = finding.remedy
        suggestion = finding.suggestion
        fingerprint = finding.fingerprint
        location = OrNull(finding.location.map(Place.init))
    }

    struct Place: Encodable {
        let file: String
        let line: Int?
        let table: Int?
        let row: Int?
        let cell: Int?

        init(_ location: Location) {
            file = location.file
            line = location.line
            table = location.table
            row = location.row
            cell = location.cell
        }
    }
}
