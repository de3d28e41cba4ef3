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
        let sheet: String?
        let row: Int?
        let cell: Cell?
        /// The title of the table, in documents whose tables nobody counts.
        let heading: String?

        init(_ location: Location) {
            file = location.file
            line = location.line
            table = location.sheet == nil ? location.table : nil
            sheet = location.sheet
            row = location.row
            heading = location.heading
            cell = location.address.map(Cell.address) ?? location.cell.map(Cell.number)
        }

        /// A number within the row of a table, or the name of a sheet's cell (`B12`).
        enum Cell: Encodable {
            case number(Int)
            case address(String)

            func encode(to encoder: any Encoder) throws {
                var container = encoder.singleValueContainer()
                switch self {
                case .number(let number): try container.encode(number)
                case .address(let address): try container.encode(address)
                }
            }
        }
    }
}
