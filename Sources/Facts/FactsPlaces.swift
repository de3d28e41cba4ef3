internal import Diagnostics
internal import GoalModel
internal import Reporting

/// Where everything in a book stands, for reading facts.json back: tables of names, and each place a short string.
///
/// A place is `file sheet heading line table row cell page`, the last only where there is one: the first three are indices into the tables, `-` is unknown, and
/// a place of which nothing is known is `-` alone. Places that belong together stand in one string, divided by commas.
struct FactsPlaces: Codable {
    let files: [String]
    let sheets: [String]
    let headings: [String]
    /// A string a section: its heading, then its paragraphs.
    let partOne: [String]
    let subGoals: [String]
    let safeguards: [String]
    let expenseClasses: [String]
    let statements: [String]
    let residue: [String]
    let diagnostics: [String]
    let projects: [ProjectPlaces]

    struct ProjectPlaces: Codable {
        /// In the order of ``FactsPlaces/fields``, then one a plan date.
        let cells: String
        /// A string a row: its cells in the order of `Indicator.Field`.
        let indicators: [String]
    }

    /// The order of a project's places, which is that of the form.
    static let fields: [Project.Field] = [
        .title, .unit, .moneyUnit, .code, .name, .budget, .fiscalFunds, .otherFunds, .purpose, .goals,
    ]

    /// `nil` for a book of which no place is known.
    init?(_ book: GoalBook, _ notes: [Diagnostic]) {
        var writer = PlaceWriter()
        partOne = book.partOne.map { writer.list([$0.heading.location] + $0.paragraphs.map(\.location)) }
        subGoals = book.subGoals.map { writer.place($0.location) }
        safeguards = book.safeguards.map { writer.place($0.location) }
        expenseClasses = book.expenseClasses.map { writer.place($0.location) }
        statements = book.statements.map { writer.place($0.location) }
        residue = book.residue.map { writer.place($0.location) }
        projects = book.projects.map { project in
            let planned = (0..<max(project.plan.points.count, project.raw.plan.count)).map(Project.Field.plan)
            return ProjectPlaces(
                cells: writer.list((FactsPlaces.fields + planned).map { project.places[$0] }),
                indicators: project.indicators.map { row in writer.list(Indicator.Field.allCases.map { row.places[$0] }) })
        }
        guard !writer.files.names.isEmpty else { return nil }
        diagnostics = notes.map { writer.place($0.location) }
        files = writer.files.names
        sheets = writer.sheets.names
        headings = writer.headings.names
    }
}

/// Numbers the names that places share.
private struct PlaceWriter {
    var files = NameTable()
    var sheets = NameTable()
    var headings = NameTable()

    struct NameTable {
        private(set) var names: [String] = []
        private var numbers: [String: Int] = [:]

        mutating func number(of name: String) -> Int {
            if let number = numbers[name] { return number }
            numbers[name] = names.count
            names.append(name)
            return names.count - 1
        }
    }

    mutating func place(_ location: Location?) -> String {
        guard let location else { return "-" }
        let parts = [
            files.number(of: location.file), location.sheet.map { sheets.number(of: $0) },
            location.heading.map { headings.number(of: $0) }, location.line, location.table, location.row, location.cell,
        ]
        // Only documents with fixed pages have the last.
        return (location.page == nil ? parts : parts + [location.page]).map { $0.map(String.init) ?? "-" }.joined(separator: " ")
    }

    mutating func list(_ locations: [Location?]) -> String {
        locations.map { place($0) }.joined(separator: ",")
    }
}
