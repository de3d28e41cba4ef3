internal import Appraisal
internal import Diagnostics

/// A check of monitoring or self-evaluation.
struct FactsCheck: Encodable {
    let id: String
    let severity: String
    @Written var project: Int?
    @Written var row: Int?
    let message: String
    @Written var location: FactsPlace?

    init(_ check: AppraisalCheck) {
        (id, severity, message) = (check.code.rawValue, check.severity.rawValue, check.message)
        (project, row) = (check.project, check.row)
        location = check.location.map(FactsPlace.init)
    }
}
