public import GoalModel

/// Multiplies quantities by unit costs where the units of a project fit.
public struct Estimating: Sendable {
    private let tables: LintingTables

    public init(tables: LintingTables) {
        self.tables = tables
    }

    /// At most one estimate a project, in the order of the book.
    public func estimates(in book: GoalBook) -> [Estimate] {
        book.projects.compactMap(estimate)
    }

    func estimate(of project: Project) -> Estimate? {
        nil
    }
}
