internal import Diagnostics
internal import Linting
internal import Reporting
internal import Text

/// What the county's overview shows of a town beside the figures that stand elsewhere in facts.json.
struct FactsOverview: Codable {
    let errors: Int
    let warnings: Int
    let hints: Int
    /// Nothing in the results is for inside use only.
    let isMasked: Bool
    /// The first errors, in the order of the book.
    let faults: [Fault]
    let rules: [Rule]
    let prints: Prints

    struct Fault: Codable {
        let code: String
        let title: String
        @Nullable var project: String?
        let message: String
        let anchor: String
    }

    struct Rule: Codable {
        let code: String
        let title: String
        let severity: String
        let findings: Int
        let anchor: String
    }

    /// What of a town's rows is compared with other towns, as numbers of 16 hexadecimal digits.
    struct Prints: Codable {
        /// One a row, divided by blanks.
        let rows: String
        let sets: [ProjectSet]

        struct ProjectSet: Codable {
            let number: Int
            let name: String
            let rows: Int
            let print: String
        }
    }

    init(_ town: CountyReport.Town, isMasked: Bool) {
        errors = town.row.errors
        warnings = town.row.warnings
        hints = town.row.hints
        self.isMasked = isMasked
        faults = town.row.faults.map {
            Fault(code: $0.code, title: $0.title, project: $0.project, message: $0.message, anchor: $0.anchor)
        }
        rules = town.rules.map {
            Rule(code: $0.code, title: $0.title, severity: $0.severity.rawValue, findings: $0.findings, anchor: $0.anchor)
        }
        prints = Prints(
            rows: town.prints.rows.map { $0.padded(to: 16, radix: 16) }.joined(separator: " "),
            sets: town.prints.sets.map {
                Prints.ProjectSet(number: $0.number, name: $0.name, rows: $0.rows, print: $0.print.padded(to: 16, radix: 16))
            })
    }
}
