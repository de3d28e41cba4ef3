internal import Foundation

/// The actual values that stand in the monitoring of a book, to compare a later book with them.
struct FactsReached: Decodable {
    /// By the project's place from 0 and the row's number from 1.
    let values: [Int: [Int: String]]

    private struct Monitoring: Decodable {
        let projects: [Project]
    }

    private struct Project: Decodable {
        let indicators: [Row]
    }

    private struct Row: Decodable {
        let row: Int
        let actual: String?
    }

    private enum CodingKeys: String, CodingKey {
        case monitoring
    }

    /// What cannot be read is no reason to compare nothing.
    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let projects = (try? values.decodeIfPresent(Monitoring.self, forKey: .monitoring))?.projects ?? []
        self.values = Dictionary(
            uniqueKeysWithValues: projects.enumerated().map { index, project in
                let rows = project.indicators.compactMap { row in row.actual.map { (row.row, $0.cleaned) } }
                return (index, Dictionary(rows) { first, _ in first })
            })
    }

    init() { values = [:] }
}
