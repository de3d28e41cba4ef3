internal import Diagnostics
internal import GoalModel
internal import Reporting

/// BOOK of facts.json.
struct FactsBook: Encodable {
    let sources: [Source]
    let town: String
    let county: OrNull<String>
    let region: OrNull<String>
    let kind: OrNull<String>
    let unit: Unit
    let fiscalYear: OrNull<Int>
    let fiscalYearBasis: String
    let partOne: [PartOneSection]
    let overallGoal: String
    let subGoals: [SubGoalFacts]
    let safeguards: [SafeguardFacts]
    let expenseClasses: [StatementFacts]
    let statements: [StatementFacts]
    let projects: [FactsProject]
    let totals: Totals
    let funding: FactsFunding
    let schedule: FactsSchedule
    let quality: FactsQuality
    let estimates: [FactsEstimate]
    let findings: [FactsFinding]
    /// What is agreed to be kept; left out where there is nothing.
    let suppressed: [FactsWaived]?
    let residue: [String]
    /// What reading the documents had to say.
    let diagnostics: [FactsDiagnostic]
    let places: FactsPlaces?
    /// By what it was judged, where not by the defaults alone.
    let review: RecordedReview?
    /// What the county's overview shows beside the figures above.
    let overview: FactsOverview
    /// What changed since an older book or result; left out where there is none.
    let change: FactsChange?

    init(_ report: Report) {
        let book = report.book
        sources = book.sources.map(Source.init)
        town = book.town
        county = OrNull(book.county)
        region = OrNull(book.region)
        kind = OrNull(book.kind?.rawValue)
        unit = Unit(code: OrNull(book.unit.code), name: book.unit.name)
        fiscalYear = OrNull(book.fiscalYear)
        fiscalYearBasis = book.fiscalYearBasis
        partOne = book.partOne.map { PartOneSection(heading: $0.heading.text, paragraphs: $0.paragraphs.map(\.text)) }
        overallGoal = book.overallGoal
        subGoals = book.subGoals.map { SubGoalFacts(title: $0.title, goal: $0.goal, indicator: $0.indicator) }
        safeguards = book.safeguards.map { SafeguardFacts(title: $0.title, text: $0.text) }
        expenseClasses = book.expenseClasses.map(StatementFacts.init)
        statements = book.statements.map(StatementFacts.init)
        projects = book.projects.map(FactsProject.init)
        totals = Totals(book)
        funding = FactsFunding(report.funding)
        schedule = FactsSchedule(report.schedule)
        quality = FactsQuality(report.quality)
        estimates = report.estimates.map(FactsEstimate.init)
        findings = report.findings.map(FactsFinding.init)
        suppressed = report.waived.isEmpty ? nil : report.waived.map(FactsWaived.init)
        residue = book.residue.map(\.text)
        // That an older facts.json told no places is said anew whenever it is read.
        let notes = report.diagnostics.filter { $0.id != Diagnostic.placesUnknownID }
        diagnostics = notes.map(FactsDiagnostic.init)
        places = FactsPlaces(book, notes)
        review = report.recordedReview
        overview = FactsOverview(report)
        change = report.change.map(FactsChange.init)
    }

    struct Source: Encodable {
        let path: String
        let format: String
        let encoding: String
        let sha256: String
        let stripped: Stripped

        init(_ source: SourceRecord) {
            path = source.path
            format = source.format
            encoding = source.encoding
            sha256 = source.sha256
            stripped = Stripped(source.stripped)
        }
    }

    /// Marks that are no text and were taken out.
    struct Stripped: Encodable {
        let bookmarks: Int
        let fields: Int
        let noBreakSpaces: Int
        let controls: Int
        let pageNumbers: Int

        init(_ marks: StrippedMarks) {
            bookmarks = marks.bookmarks
            fields = marks.fields
            noBreakSpaces = marks.noBreakSpaces
            controls = marks.controls
            pageNumbers = marks.pageNumbers
        }
    }

    struct Unit: Encodable {
        let code: OrNull<String>
        let name: String
    }

    struct PartOneSection: Encodable {
        let heading: String
        let paragraphs: [String]
    }

    struct SubGoalFacts: Encodable {
        let title: String
        let goal: String
        let indicator: String
    }

    struct SafeguardFacts: Encodable {
        let title: String
        let text: String
    }

    struct StatementFacts: Encodable {
        let name: String
        let amountFen: OrNull<Int64>
        let plan: [FactsProject.PlanPoint]
        let indicators: [String]
        let project: OrNull<Int>

        init(_ statement: Statement) {
            name = statement.name
            amountFen = OrNull(statement.amount?.fen)
            plan = statement.plan.points.map(FactsProject.PlanPoint.init)
            indicators = statement.indicators
            project = OrNull(statement.project)
        }
    }

    struct Totals: Encodable {
        let projects: Int
        let indicators: Int
        let budgetFen: Int64
        let fiscalFen: Int64
        let otherFen: Int64

        init(_ book: GoalBook) {
            projects = book.projects.count
            indicators = book.projects.reduce(0) { $0 + $1.indicators.count }
            budgetFen = book.projects.compactMap(\.budget).total().fen
            fiscalFen = book.projects.compactMap(\.fiscalFunds).total().fen
            otherFen = book.projects.compactMap(\.otherFunds).total().fen
        }
    }
}
