internal import Aggregation
internal import Diagnostics
public import GoalModel
internal import Linting
public import Reporting

/// What the county's overview needs of a book in facts.json, read without decoding the rest.
public struct FactsSkim: Sendable {
    public var key: TownKey
    public var year: Int?
    /// Nothing in the town's results is for inside use only.
    public var isMasked: Bool
    /// Where the book stands among the bytes of its file.
    public var range: Range<Int>
    private var book: Book

    /// The town as the overview shows it.
    ///
    /// - Parameter folder: the name of its result folder.
    public func town(folder: String) -> CountyReport.Town {
        var row = CountyReport.Row(
            folder: folder, town: Report.townName(book.town, unit: book.unit), county: book.county ?? "",
            year: Report.yearName(year), projects: book.projects, indicators: book.indicators,
            budget: ShownAmount(Money(fen: book.budget)), score: book.score, errors: book.errors, warnings: book.warnings,
            hints: book.hints)
        row.byKind = book.byKind
        row.change = book.change?.change
        row.faults = book.faults
        return CountyReport.Town(
            row, key: key, county: book.county, fiscalYear: year, rules: book.rules, prints: book.prints)
    }

    /// The books of a facts.json, or of what `goalbook facts` printed; the whole file is checked to be JSON.
    ///
    /// - Returns: `nil` for a file of an older version, which lacks what the overview needs and must be read in full.
    /// - Throws: ``FactsError`` for other JSON, for what is damaged or hostile, and for figures that contradict each other.
    public static func books(_ bytes: [UInt8]) throws(FactsError) -> [FactsSkim]? {
        var scanner = try JSONScanner(bytes)
        guard try scanner.peek() == UInt8(ascii: "{") else { throw .otherSchema(nil) }
        var schema: String?
        var books: [Book] = []
        var isSeen = false
        try scanner.members(of: "", ["schema", "books"]) { (scanner, name) throws(FactsError) in
            if name == "schema" {
                schema = try scanner.text("schema")
                return
            }
            isSeen = true
            try scanner.elements(of: "books") { (scanner) throws(FactsError) in books.append(try Book(&scanner)) }
        }
        try scanner.finish()
        guard schema == FactsDocument.currentSchema else { throw .otherSchema(schema.map { String($0.prefix(60)) }) }
        guard isSeen else { throw .malformed("books", "没有写") }
        guard !books.isEmpty else { throw .noBooks }
        guard books.allSatisfy(\.hasOverview) else { return nil }
        return books.map { book in
            FactsSkim(
                key: TownKey(region: book.region, unitCode: book.unit.code, town: book.town), year: book.year,
                isMasked: book.isMasked, range: book.range, book: book)
        }
    }

    /// BOOK as far as it is taken.
    struct Book {
        var town = ""
        var county: String?
        var region: String?
        var unit = BudgetUnit(code: nil, name: "")
        var year: Int?
        var projects = 0
        var indicators = 0
        var budget: Int64 = 0
        var score: Int?
        var errors = 0
        var warnings = 0
        var hints = 0
        var isMasked = false
        var hasOverview = false
        var byKind: [CountyReport.KindPart] = []
        var change: ChangeSkim?
        var faults: [CountyReport.Fault] = []
        var rules: [CountyReport.RuleCount] = []
        var prints = RowPrints(rows: [], sets: [])
        var range = 0..<0
    }
}
