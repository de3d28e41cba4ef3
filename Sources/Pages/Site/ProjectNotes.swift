import Diagnostics
import GoalModel
import Linting
import Reporting

/// A project's findings, each at the row or the field that it concerns.
struct ProjectNotes {
    private var rows: [Int: [PlacedFinding]] = [:]
    private var fields: [Project.Field: [PlacedFinding]] = [:]
    /// Findings of no row and no field, and those of a group that stand at another of its projects.
    private(set) var whole: [PlacedFinding] = []

    init(of project: Int, among placed: [PlacedFinding]) {
        for one in placed where one.home == project || one.finding.projects.contains(project) {
            switch one.home == project ? one.spot : .whole {
            case .whole: whole.append(one)
            case .field(let field): fields[field, default: []].append(one)
            case .row(let row, _): rows[row, default: []].append(one)
            }
        }
    }

    subscript(field: Project.Field...) -> [PlacedFinding] { field.flatMap { fields[$0] ?? [] } }

    func row(_ number: Int) -> [PlacedFinding] { rows[number] ?? [] }
}

extension [PlacedFinding] {
    /// The class of a cell by the gravest of its findings; `nil` without any.
    var mark: String? {
        map(\.finding.severity).max().map { "hit \($0.rawValue)" }
    }
}
