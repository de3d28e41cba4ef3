public import Foundation
public import GoalModel

/// A book as a facts.json tells it, for looking at what is made of real content.
public struct FactsBook: Decodable {
    var town: String
    var county: String?
    var fiscalYear: Int?
    var projects: [FactsProject]

    /// Reads a file with one book.
    public static func book(at url: URL) throws -> GoalBook {
        let facts = try JSONDecoder().decode(FactsBook.self, from: Data(contentsOf: url))
        let projects = facts.projects.map(\.project)
        var book = GoalBook(
            sources: [SourceRecord(path: url.lastPathComponent, format: "json", encoding: "UTF-8", sha256: "")], town: facts.town,
            county: facts.county, region: projects.first.map { String($0.code.prefix(6)) },
            unit: projects.first?.unit ?? BudgetUnit(code: nil, name: ""), fiscalYear: facts.fiscalYear, projects: projects)
        book.partOne = [Section(heading: Passage("一、总体绩效目标"), paragraphs: [Passage("（原文）")])]
        return book
    }
}

struct FactsProject: Decodable {
    var number: Int
    var name: String
    var code: String
    var unitCode: String?
    var unitName: String?
    var moneyUnit: String
    var budgetFen: Int64?
    var fiscalFen: Int64?
    var otherFen: Int64?
    var purpose: String
    var plan: [PlanPoint]
    var goals: [String]
    var indicators: [Row]

    struct PlanPoint: Decodable {
        var by: String
        var percent: Double?
    }

    struct Row: Decodable {
        var category: String
        var type: String
        var name: String
        var description: String
        var target: String
        var basis: String
    }

    var project: Project {
        let unit = MoneyUnit(rawValue: moneyUnit) ?? .wan
        let printed = [budgetFen, fiscalFen, otherFen].map { $0.map { "\(Money(fen: $0).amount(in: unit))" } ?? "" }
        let points = plan.compactMap { point -> SpendingPlan.Point? in
            let parts = point.by.split(separator: "-").compactMap { Int($0) }
            return MonthDay(month: parts[0], day: parts[1]).map { day in
                .init(by: day, percent: point.percent.map { Percent(tenThousandths: Int64(($0 * 10_000).rounded())) })
            }
        }
        return Project(
            number: number, name: name, code: code, unit: BudgetUnit(code: unitCode, name: unitName ?? ""), moneyUnit: unit,
            budget: budgetFen.map { Money(fen: $0) }, fiscalFunds: fiscalFen.map { Money(fen: $0) },
            otherFunds: Money(fen: otherFen ?? 0), purpose: purpose, plan: SpendingPlan(points), goals: goals,
            indicators: indicators.map { row in
                Indicator(
                    category: row.category, type: row.type, name: row.name, description: row.description,
                    target: Target(text: row.target, value: .text), basis: row.basis)
            },
            raw: .init(budget: printed[0], fiscalFunds: printed[1], otherFunds: printed[2]))
    }
}
