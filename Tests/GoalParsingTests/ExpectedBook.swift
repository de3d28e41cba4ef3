import Foundation

/// The right answer for one book, as worked out independently of this program.
struct ExpectedBook: Decodable {
    struct Totals: Decodable {
        let projects: Int
        let indicators: Int
        let budgetFen: Int64
        let fiscalFen: Int64
        let otherFen: Int64
    }

    struct Project: Decodable {
        let number: Int
        let name: String
        let code: String
        let unitCode: String
        let unitName: String
        let moneyUnit: String
        let budgetFen: Int64
        let fiscalFen: Int64
        let otherFen: Int64
        let purpose: String
        let plan: [Point]
        let goals: [String]
        let indicators: [Indicator]
    }

    struct Point: Decodable {
        let by: String
        let percent: Decimal?
    }

    struct Indicator: Decodable, Equatable {
        let category: String
        let type: String
        let name: String
        let description: String
        let target: String
        let basis: String
    }

    struct ExpenseClass: Decodable {
        let name: String
        let amountFen: Int64
    }

    let town: String
    let county: String
    let fiscalYear: Int
    let projects: [Project]
    let totals: Totals
    /// The number of sub-goals, where it is judged.
    let subGoals: Int?
    let expenseClasses: [ExpenseClass]?
}
