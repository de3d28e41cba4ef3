internal import Aggregation
internal import Diagnostics
internal import Foundation
public import GoalModel
internal import Linting
public import Reporting

/// What the county's overview needs of a book in facts.json, read without decoding the rest.
public struct FactsTown: Sendable {
    public let key: TownKey
    public let year: Int?
    /// Nothing in the town's results is for inside use only.
    public let isMasked: Bool
    /// Where the book stands among the bytes of its file.
    public let range: Range<Int>
    private let county: String?
    private let rules: [CountyReport.RuleCount]
    private let prints: RowFingerprints
    /// Of no folder yet.
    private var row: CountyReport.Row

    /// The town as the overview shows it.
    ///
    /// - Parameter folder: the name of its result folder.
    public func town(folder: String) -> CountyReport.Town {
        var row = row
        row.folder = folder
        return CountyReport.Town(row, key: key, county: county, fiscalYear: year, rules: rules, prints: prints)
    }

    /// - Returns: `nil` for figures of an older version, which hold no overview.
    /// - Throws: ``FactsError`` for figures that cannot be.
    init?(_ head: FactsHead, _ figures: FactsFigures, _ progress: FactsYear, _ range: Range<Int>, _ tally: FactsTally)
        throws(FactsError)
    {
        guard let overview = figures.overview else { return nil }
        self.range = range
        key = TownKey(region: head.region?.cleaned, unitCode: head.unit.code?.cleaned, town: head.town.cleaned)
        year = try head.fiscalYear.map { (year) throws(FactsError) in
            try year.number.within(2010...2049, "fiscalYear")
        }
        county = head.county?.cleaned
        isMasked = overview.isMasked
        rules = try overview.rules.map(CountyReport.RuleCount.init)
        prints = try RowFingerprints(overview.prints)
        let unit = BudgetUnit(code: key.unitCode, name: head.unit.name.cleaned)
        row = CountyReport.Row(
            folder: "", town: Report.townName(key.town, unit: unit), county: county ?? "", year: Report.yearName(year),
            projects: try figures.totals.projects.counted("totals.projects"),
            indicators: try figures.totals.indicators.counted("totals.indicators"),
            budget: try figures.funding.total.read("funding.total"),
            score: try figures.quality.score.points("quality.score"), errors: try overview.errors.counted("overview.errors"),
            warnings: tally.findings.count { $0.severity == .warning }, hints: tally.findings.count { $0.severity == .hint })
        row.byKind = try figures.funding.byKind.map(CountyReport.KindPart.init)
        row.change = try figures.change.map(CountyReport.Change.init)
        row.faults = overview.faults.map(CountyReport.Fault.init)
        row.progress = progress.progress?.progress
    }
}

extension CountyReport.KindPart {
    fileprivate init(_ part: FactsFunding.Part) throws(FactsError) {
        self.init(
            label: part.label.cleaned, projects: try part.projects.counted("funding.byKind.projects"),
            amount: try part.amount.read("funding.byKind.amount"))
    }
}

extension CountyReport.Change {
    fileprivate init(_ change: FactsChange) throws(FactsError) {
        let (older, newer) = (change.older, change.newer)
        let scores = (try older.score.points("change.older.score"), try newer.score.points("change.newer.score"))
        var difference: Points?
        if let before = scores.0, let after = scores.1 { difference = after - before }
        self.init(
            basis: change.basis.cleaned,
            difference: try newer.budgetFen.amount("change.newer.budgetFen") - older.budgetFen.amount("change.older.budgetFen"),
            scoreDifference: difference,
            errorDifference: try newer.errors.counted("change.newer.errors") - older.errors.counted("change.older.errors"))
    }
}

extension CountyReport.Fault {
    fileprivate init(_ fault: FactsOverview.Fault) {
        self.init(
            code: fault.code.cleaned, title: fault.title.cleaned, project: fault.project?.cleaned,
            message: fault.message.cleaned, anchor: fault.anchor.cleaned)
    }
}

extension CountyReport.RuleCount {
    fileprivate init(_ rule: FactsOverview.Rule) throws(FactsError) {
        guard let severity = Severity(rawValue: rule.severity) else { throw .malformed("overview.rules", "不全") }
        self.init(
            code: rule.code.cleaned, title: rule.title.cleaned, severity: severity,
            findings: try rule.findings.counted("overview.rules.findings"), anchor: rule.anchor.cleaned)
    }
}

extension RowFingerprints {
    fileprivate init(_ prints: FactsOverview.Prints) throws(FactsError) {
        let words = prints.rows.split(separator: " ")
        let rows = words.compactMap { UInt64($0, radix: 16) }
        guard rows.count == words.count else { throw .malformed("overview.prints.rows", "的内容读不出") }
        let sets = try prints.sets.map { (set) throws(FactsError) in
            guard let print = UInt64(set.print, radix: 16) else { throw .malformed("overview.prints.sets", "不全") }
            return ProjectSet(
                number: set.number, name: set.name.cleaned, rows: try set.rows.counted("overview.prints.sets.rows"), print: print)
        }
        self.init(rows: rows, sets: sets)
    }
}

// Figures as a town can have them; the path names them in messages.

extension Optional where Wrapped: Comparable {
    fileprivate func within(_ range: ClosedRange<Wrapped>, _ path: String) throws(FactsError) -> Wrapped {
        guard let self, range.contains(self) else { throw .malformed(path, "的内容读不出") }
        return self
    }
}

extension Int {
    /// How many there are of something.
    fileprivate func counted(_ path: String) throws(FactsError) -> Int {
        try Optional(self).within(0...10_000_000, path)
    }
}

extension Int64 {
    /// An amount in 分; no sum of a town comes near the limits.
    fileprivate func amount(_ path: String) throws(FactsError) -> ShownAmount {
        let largest: Int64 = 4_000_000_000_000_000_000
        return ShownAmount(Money(fen: try Optional(self).within(-largest...largest, path)))
    }
}

extension FactsAmount {
    fileprivate func read(_ path: String) throws(FactsError) -> ShownAmount {
        try fen.amount(path + ".fen")
    }
}

extension Decimal? {
    /// Points from 0 to 100 with one decimal at most, as tenths.
    fileprivate func points(_ path: String) throws(FactsError) -> Points? {
        guard let self else { return nil }
        let tenths = try Optional(self).within(0...100, path) * 10
        let whole = (tenths as NSDecimalNumber).intValue
        guard Decimal(whole) == tenths else { throw .malformed(path, "的内容读不出") }
        return Points(tenths: whole)
    }
}
