public import Foundation
public import Reporting

/// A comparison for other programs (schema `goalbook.compare/1`).
public struct CompareFile {
    private let document: Document

    public init(_ comparison: Comparison) {
        document = Document(comparison)
    }

    /// UTF-8, keys sorted.
    ///
    /// - Throws: `EncodingError`, which no comparison can cause.
    public func json() throws -> Data {
        try ReadableJSON.data(document)
    }

    private struct Document: Encodable {
        let schema = "goalbook.compare/1"
        let towns: [Town]
        let onlyOlder: [String]
        let onlyNewer: [String]

        init(_ comparison: Comparison) {
            towns = comparison.towns.map(Town.init)
            onlyOlder = comparison.onlyOlder
            onlyNewer = comparison.onlyNewer
        }
    }

    private struct Town: Encodable {
        let town: String
        let change: FactsChange

        init(_ town: Comparison.Town) {
            self.town = town.name
            change = FactsChange(town.change)
        }
    }
}
