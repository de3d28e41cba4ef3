internal import Foundation
public import GoalModel
internal import Text

/// The line by which 执行数据.xlsx knows the book that it was made from.
public struct BookMark: Hashable, Sendable {
    /// The unit's code, or the town's name where there is none.
    public var unit: String
    public var year: Int?
    /// Of the projects and indicators; another one means that the book was changed since.
    public var fingerprint: String

    public init(_ book: GoalBook) {
        unit = book.unit.code ?? book.town
        year = book.fiscalYear
        let projects = book.projects.map { project in
            let rows = project.indicators.map { [$0.category, $0.type, $0.name, $0.target.text].joined(separator: "\t") }
            return ([project.code + "\t" + project.name] + rows).joined(separator: "\n")
        }
        fingerprint = String(sha256(Data(projects.joined(separator: "\n\n").utf8)).prefix(16))
    }

    private static let word = "goalbook执行数据"

    /// The line as it is written.
    public var text: String { [BookMark.word, unit, year.map(String.init) ?? "—", fingerprint].joined(separator: " ") }

    /// Reads such a line; `nil` for all else.
    public init?(reading text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 4, parts[0] == BookMark.word else { return nil }
        (unit, year, fingerprint) = (parts[1], Int(parts[2]), parts[3])
    }

    /// Whether both are of the same town and year.
    public func isOfSameBook(as other: BookMark) -> Bool { unit == other.unit && year == other.year }
}
