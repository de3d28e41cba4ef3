public import Diagnostics
internal import Facts
public import Foundation
public import Reporting

/// Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS, 2020), for code review tools.
public struct SarifLog {
    private let document: Sarif.Log

    /// - Parameters:
    ///   - failures: inputs that gave no result.
    ///   - version: of this program.
    public init(_ towns: [CheckedTown], failures: [InputFailure], version: String) {
        document = Sarif.Log(runs: [SarifRun(towns, failures: failures, version: version).run])
    }

    /// UTF-8, keys sorted, the same bytes for the same findings.
    ///
    /// - Throws: `EncodingError`, which no finding can cause.
    public func json() throws -> Data {
        try ReadableJSON.data(document)
    }
}
