import Appraisal
import Foundation
import GoalModel
import TestSupport

/// The worked tables of `Tests/Fixtures/appraisal/gold.json`.
struct GoldTable: Decodable {
    var scoring: [Form]
    var monitoring: [Stop]
    var spread: [Spread]

    static var all: GoldTable {
        get throws { try JSONDecoder().decode(GoldTable.self, from: Data(Repository.fixture("appraisal/gold.json"))) }
    }

    struct Form: Decodable {
        var test: String
        var reverse: ScoringRules.Reverse
        var overAchievement: Bool
        var adjusted: Written
        var paid: Written
        var executionWeight: Int
        var rate: String
        var executionPoints: String
        var rows: [Row]
        var total: String
    }

    struct Row: Decodable {
        var key: String
        var sign: String
        var target: String
        var actual: String
        var weight: String
        var enteredPoints: String?
        var points: String

        var comparator: Target.Comparator? {
            [">=": .atLeast, ">": .moreThan, "<=": .atMost, "<": .lessThan, "=": .equal][sign]
        }
    }

    struct Stop: Decodable {
        var test: String
        var adjusted: String
        var paid: String
        var standardPercent: String
        var rate: String
        var value: String
        var lamp: String
    }

    struct Spread: Decodable {
        var points: Int
        var rows: Int
        var weights: [Decimal]
    }

    /// A number that stands in quotes or not.
    struct Written: Decodable {
        var text: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            text = try (try? value.decode(String.self)) ?? "\(value.decode(Int.self))"
        }
    }
}
