internal import Diagnostics
internal import GoalModel
internal import Reporting

/// Which town and year a book is of.
struct FactsHead: Codable {
    let town: String
    @Nullable var county: String?
    @Nullable var region: String?
    @Nullable var kind: String?
    let unit: Unit
    @Nullable var fiscalYear: Loose<Int>?
    @Nullable var fiscalYearBasis: String?

    struct Unit: Codable {
        @Nullable var code: String?
        let name: String
    }

    init(_ book: GoalBook) {
        town = book.town
        county = book.county
        region = book.region
        kind = book.kind?.rawValue
        unit = Unit(code: book.unit.code, name: book.unit.name)
        fiscalYear = book.fiscalYear.map(Loose.init)
        fiscalYearBasis = book.fiscalYearBasis
    }
}

/// What a book is made of: all that a ``GoalBook`` is read back from.
struct FactsContent: Codable {
    let sources: [Source]
    let partOne: [Section]
    let overallGoal: String
    let subGoals: [SubGoal]
    let safeguards: [Safeguard]
    let expenseClasses: [Statement]
    let statements: [Statement]
    let projects: [FactsProject]
    /// Text that found no place.
    let residue: [String]
    /// Tables that were not understood, as they stand; left out where all were.
    let unread: [FactsUnread]?
    /// What reading the documents had to say; of versions that write places only.
    let diagnostics: [FactsDiagnostic]?
    let places: FactsPlaces?
    /// By what it was judged, where not by the defaults alone.
    let review: RecordedReview?

    struct Source: Codable {
        let path: String
        let format: String
        let encoding: String
        let sha256: String
        /// How many marks that are no text were taken out, by kind; older versions did not count them.
        let stripped: [String: Loose<Int>]?

        static var marks: [(name: String, count: WritableKeyPath<StrippedMarks, Int>)] {
            [
                ("bookmarks", \.bookmarks), ("fields", \.fields), ("noBreakSpaces", \.noBreakSpaces), ("controls", \.controls),
                ("pageNumbers", \.pageNumbers),
            ]
        }
    }

    struct Section: Codable {
        let heading: String
        let paragraphs: [String]
    }

    struct SubGoal: Codable {
        let title: String
        let goal: String
        let indicator: String
    }

    struct Safeguard: Codable {
        let title: String
        let text: String
    }

    struct Statement: Codable {
        let name: String
        @Nullable var amountFen: Loose<Int64>?
        let plan: [FactsProject.PlanPoint]
        let indicators: [String]
        @Nullable var project: Loose<Int>?

        init(_ statement: GoalModel.Statement) {
            name = statement.name
            amountFen = statement.amount.map { Loose($0.fen) }
            plan = statement.plan.points.map(FactsProject.PlanPoint.init)
            indicators = statement.indicators
            project = statement.project.map(Loose.init)
        }
    }

    init(_ report: Report) {
        let book = report.book
        sources = book.sources.map { source in
            let stripped = Source.marks.map { ($0.name, Loose(source.stripped[keyPath: $0.count])) }
            return Source(
                path: source.path, format: source.format, encoding: source.encoding, sha256: source.sha256,
                stripped: Dictionary(uniqueKeysWithValues: stripped))
        }
        partOne = book.partOne.map { Section(heading: $0.heading.text, paragraphs: $0.paragraphs.map(\.text)) }
        overallGoal = book.overallGoal
        subGoals = book.subGoals.map { SubGoal(title: $0.title, goal: $0.goal, indicator: $0.indicator) }
        safeguards = book.safeguards.map { Safeguard(title: $0.title, text: $0.text) }
        expenseClasses = book.expenseClasses.map(Statement.init)
        statements = book.statements.map(Statement.init)
        projects = book.projects.map(FactsProject.init)
        residue = book.residue.map(\.text)
        unread = book.unread.isEmpty ? nil : book.unread.map(FactsUnread.init)
        // That an older facts.json told no places is said anew whenever it is read.
        let notes = report.diagnostics.filter { $0.id != Diagnostic.placesUnknownID }
        diagnostics = notes.map(FactsDiagnostic.init)
        places = FactsPlaces(book, notes)
        review = report.recordedReview
    }
}
