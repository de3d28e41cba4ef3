import Foundation
import GoalModel

/// A goal book built from a facts file, so that rules can be counted without a reader of documents.
struct FactsBook: Decodable {
    var town: String
    var county: String?
    var fiscalYear: Int?
    var projects: [FactsProject]

    struct FactsProject: Decodable {
        var number: Int
        var name: String
        var code: String
        var unitCode: String?
        var unitName: String
        var moneyUnit: String
        var budgetFen: Int64?
        var fiscalFen: Int64?
        var otherFen: Int64?
        var purpose: String
        var plan: [Point]
        var goals: [String]
        var indicators: [Row]
    }

    struct Point: Decodable {
        var by: String
        var percent: Double?
    }

    struct Row: Decodable {
        var category, type, name, description, target, basis: String
    }

    static func books(inFactsBeside seeds: String) throws -> [GoalBook] {
        let folder = URL(fileURLWithPath: seeds).deletingLastPathComponent().appendingPathComponent("facts")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "json" }.map { file in
            try JSONDecoder().decode(FactsBook.self, from: Data(contentsOf: file)).book
        }
    }

    var book: GoalBook {
        GoalBook(
            town: town, county: county, unit: BudgetUnit(code: projects.first?.unitCode, name: projects.first?.unitName ?? ""),
            fiscalYear: fiscalYear, projects: projects.map(\.project))
    }
}

extension FactsBook.FactsProject {
    var project: Project {
        Project(
            number: number, name: name, code: code, unit: BudgetUnit(code: unitCode, name: unitName),
            moneyUnit: MoneyUnit(rawValue: moneyUnit) ?? .wan, budget: budgetFen.map(Money.init(fen:)),
            fiscalFunds: fiscalFen.map(Money.init(fen:)), otherFunds: otherFen.map(Money.init(fen:)), purpose: purpose,
            plan: SpendingPlan(plan.compactMap(\.point)), goals: goals,
            indicators: indicators.map { row in
                Indicator(
                    category: row.category, type: row.type, name: row.name, description: row.description,
                    target: Target(reading: row.target), basis: row.basis)
            })
    }
}

extension FactsBook.Point {
    var point: SpendingPlan.Point? {
        let numbers = by.split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 2, let day = MonthDay(month: numbers[0], day: numbers[1]) else { return nil }
        return SpendingPlan.Point(by: day, percent: percent.map { Percent(tenThousandths: Int64(($0 * 10_000).rounded())) })
    }
}
