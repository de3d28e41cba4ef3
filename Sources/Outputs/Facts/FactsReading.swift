internal import Aggregation
public import Foundation
internal import GoalModel
public import Reporting

extension EarlierBooks {
    /// Adds the books of a facts.json that an earlier run wrote.
    ///
    /// - Throws: `DecodingError` for bytes that are no facts of schema `goalbook.facts/1`.
    public mutating func add(facts data: Data) throws {
        for book in try JSONDecoder().decode(FactsHead.self, from: data).books { add(book.edition) }
    }
}

/// The few keys of facts.json that tell what changed.
private struct FactsHead: Decodable {
    let books: [Book]

    private enum CodingKeys: String, CodingKey {
        case schema, books
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let schema = try values.decode(String.self, forKey: .schema)
        guard schema == FactsDocument.currentSchema else {
            throw DecodingError.dataCorruptedError(forKey: .schema, in: values, debugDescription: "格式是“\(schema)”")
        }
        books = try values.decode([Book].self, forKey: .books)
    }

    struct Book: Decodable {
        let town: String
        let region: String?
        let unit: Unit
        let fiscalYear: Int?
        let projects: [Project]
        let totals: Totals
        let quality: Quality
        let findings: [Finding]

        var edition: Edition {
            Edition(
                key: TownKey(region: region, unitCode: unit.code, town: town), year: fiscalYear,
                projects: projects.map {
                    Edition.Project(code: $0.code, name: $0.name, budget: $0.budgetFen.map { Money(fen: $0) })
                },
                total: Money(fen: totals.budgetFen),
                score: quality.score.flatMap { (0...100).contains($0) ? Int(($0 * 10).rounded()) : nil },
                errors: findings.count { $0.severity == "error" })
        }
    }

    struct Unit: Decodable {
        let code: String?
    }

    struct Project: Decodable {
        let code: String
        let name: String
        let budgetFen: Int64?
    }

    struct Totals: Decodable {
        let budgetFen: Int64
    }

    struct Quality: Decodable {
        let score: Double?
    }

    struct Finding: Decodable {
        let severity: String
    }
}
