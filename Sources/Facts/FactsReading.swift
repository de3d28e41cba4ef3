internal import Aggregation
internal import Diagnostics
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
                projects: projects.map(\.edition),
                total: Money(fen: totals.budgetFen),
                score: quality.score.flatMap { (0...100).contains($0) ? Int(($0 * 10).rounded()) : nil },
                errors: findings.count { $0.severity == "error" }, findings: findings.map(finding))
        }

        private func finding(_ finding: Finding) -> Edition.Finding {
            Edition.Finding(
                fingerprint: finding.fingerprint ?? "", code: finding.code ?? "",
                severity: Severity(rawValue: finding.severity) ?? .warning, message: finding.message?.cleaned ?? "",
                // Projects are counted from 1 in their order.
                project: finding.project.flatMap { projects.indices.contains($0 - 1) ? $0 - 1 : nil },
                row: finding.indicator.map { $0 - 1 })
        }
    }

    struct Unit: Decodable {
        let code: String?
    }

    struct Project: Decodable {
        let code: String
        let name: String
        let budgetFen: Int64?
        let fiscalFen: Int64?
        let otherFen: Int64?
        let plan: [FactsInput.PlanPoint]?
        let indicators: [FactsInput.Indicator]?

        var edition: Edition.Project {
            let points = (plan ?? []).compactMap { point in
                MonthDay(code: point.by).map { SpendingPlan.Point(by: $0, percent: point.percent?.number.flatMap(percent)) }
            }
            return Edition.Project(
                code: code.cleaned, name: name.cleaned, budget: budgetFen.map { Money(fen: $0) },
                fiscalFunds: fiscalFen.map { Money(fen: $0) }, otherFunds: otherFen.map { Money(fen: $0) },
                plan: SpendingPlan(points), indicators: (indicators ?? []).map(row))
        }

        private func percent(_ share: Decimal) -> Percent? {
            guard share.magnitude <= 1_000 else { return nil }
            return Percent(tenThousandths: (share * 10_000 as NSDecimalNumber).int64Value)
        }

        private func row(_ row: FactsInput.Indicator) -> Edition.Row {
            Edition.Row { field in
                switch field {
                case .category: row.category.cleaned
                case .type: row.type.cleaned
                case .name: row.name.cleaned
                case .description: row.description.cleaned
                case .target: row.target.text.cleaned
                case .basis: row.basis.cleaned
                }
            }
        }
    }

    struct Totals: Decodable {
        let budgetFen: Int64
    }

    struct Quality: Decodable {
        let score: Double?
    }

    struct Finding: Decodable {
        let severity: String
        let fingerprint: String?
        let code: String?
        let message: String?
        let project: Int?
        let indicator: Int?
    }
}
