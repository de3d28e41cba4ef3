public import Aggregation
public import Diagnostics
internal import Foundation
internal import GoalModel
public import Linting
public import Reporting
public import Typesetting

/// Everything that turns a read book into a report, made once from the resources and shared by all workers.
public struct Engine: Sendable {
    public let fonts: FontRoles
    let css: String
    private let linter: Linter
    private let scoring: QualityScoring
    private let kinds: ProjectKinds

    /// Loads the tables of the resource folder.
    ///
    /// - Throws: ``ResourceError`` when a file is missing or does not have the expected form.
    public init(_ resources: ResourceFolder) throws(ResourceError) {
        fonts = try resources.table("fonts.json5")
        css = try resources.text("site.css")
        kinds = try resources.table("project-kinds.json5")
        scoring = QualityScoring(weights: try resources.table("score.json5"))
        do {
            linter = Linter(tables: try LintingTables { try Data(contentsOf: resources.url.appending(path: $0)) })
        } catch {
            throw .unreadable(LintingTables.fileNames.joined(separator: "、"), "\(error)")
        }
    }

    /// Lints, adds up and composes.
    ///
    /// - Parameter day: the day from which "what is due next" is told; without one it is not.
    public func report(_ town: ReadBook, asOf day: CalendarDay? = nil) -> Report {
        let findings = linter.findings(in: town.book)
        return Report(
            book: town.book, diagnostics: town.diagnostics, findings: findings,
            quality: scoring.quality(of: town.book, findings: findings), kinds: kinds, asOf: day)
    }
}
