internal import Diagnostics
public import GoalModel
public import Linting
internal import Text

/// A finding with the place where a page shows it.
public struct PlacedFinding: Sendable {
    public var finding: Finding
    /// A name for links to it: `f-` and the first eight digits of its fingerprint, unique in the report, and the same as long as the trouble is.
    public var anchor: String
    /// The project whose form shows it; `nil` for findings of the book as a whole.
    public var home: Int?
    public var spot: Spot

    /// The place in the document; `nil` where it has none.
    public var place: String? { location?.description }

    private let location: Location?

    /// Where in the form of its project a finding stands.
    public enum Spot: Hashable, Sendable {
        /// Beside no field of its own.
        case whole
        case field(Project.Field)
        /// In a row of the indicators, counted from 1, at one cell where it concerns just that.
        case row(Int, Indicator.Field?)
    }
}

extension Report {
    /// The findings in the order of the book, each with its place.
    public var placedFindings: [PlacedFinding] {
        let projects = Dictionary(book.projects.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: [String: Int] = [:]
        return findings.map { finding in
            let start = finding.fingerprint.prefix(8)
            let isPlain = start.utf8.allSatisfy(\.isLetterOrDigit)
            let name = "f-" + (isPlain ? String(start) : start.filter(\.isLetterOrDigit))
            let repeated = seen[name, default: 0]
            seen[name] = repeated + 1
            let home = finding.project.flatMap { projects[$0] }
            return PlacedFinding(
                finding, anchor: repeated == 0 ? name : "\(name)-\(repeated + 1)", home: home,
                location: place(of: finding).location)
        }
    }
}

extension PlacedFinding {
    fileprivate init(_ finding: Finding, anchor: String, home project: Project?, location: Location?) {
        (self.finding, self.anchor, self.location) = (finding, anchor, location)
        home = project?.number
        spot = project.map { Spot(finding, in: $0) } ?? .whole
    }
}

extension PlacedFinding.Spot {
    private static let fields: [Project.Field] = [
        .title, .unit, .moneyUnit, .code, .name, .budget, .fiscalFunds, .otherFunds, .purpose, .goals,
    ]

    fileprivate init(_ finding: Finding, in project: Project) {
        if let row = finding.indicator, project.indicators.indices.contains(row - 1) {
            let places = project.indicators[row - 1].places
            let cells = Indicator.Field.allCases.filter { finding.location != nil && places[$0] == finding.location }
            // Cells that share one place tell nothing of the column.
            self = .row(row, cells.count == 1 ? cells.first : nil)
            return
        }
        let fields = project.plan.points.indices.map { Project.Field.plan($0) } + Self.fields
        let field = fields.first { finding.location != nil && project.places[$0] == finding.location }
        self = field.map(Self.field) ?? .whole
    }
}
