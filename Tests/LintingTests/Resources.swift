import Linting
import TestSupport

extension LintingTables {
    /// The tables of the repository.
    static var repository: LintingTables {
        get throws { try loaded.get() }
    }

    private static let loaded = Result { try LintingTables(file: Repository.resource) }
}
