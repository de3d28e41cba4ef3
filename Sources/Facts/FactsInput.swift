internal import Foundation
internal import Reporting

/// facts.json as it is decoded: what a book is made of, without the figures, which are made anew.
struct FactsInput: Decodable {
    let books: [Book]

    private enum CodingKeys: String, CodingKey {
        case schema, books
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let schema = try values.decode(String.self, forKey: .schema)
        guard schema == FactsDocument.currentSchema else { throw FactsError.otherSchema(String(schema.prefix(60))) }
        books = try values.decode([Book].self, forKey: .books)
    }

    struct Book: Decodable {
        let sources: [Source]
        let town: String
        let county: String?
        let region: String?
        let kind: String?
        let unit: Unit
        let fiscalYear: Loose<Int>?
        let fiscalYearBasis: String?
        let partOne: [Section]
        let overallGoal: String
        let subGoals: [SubGoal]
        let safeguards: [Safeguard]
        let expenseClasses: [Statement]
        let statements: [Statement]
        let projects: [Project]
        let residue: [String]
        /// Of versions that write places only.
        let diagnostics: [Note]?
        let places: Places?
        /// Where it was not judged by the defaults alone.
        let review: RecordedReview?
    }

    struct Source: Decodable {
        let path: String
        let format: String
        let encoding: String
        let sha256: String
        let stripped: [String: Loose<Int>]?
    }

    struct Unit: Decodable {
        let code: String?
        let name: String
    }

    struct Section: Decodable {
        let heading: String
        let paragraphs: [String]
    }

    struct SubGoal: Decodable {
        let title: String
        let goal: String
        let indicator: String
    }

    struct Safeguard: Decodable {
        let title: String
        let text: String
    }

    struct Statement: Decodable {
        let name: String
        let amountFen: Loose<Int64>?
        let plan: [PlanPoint]
        let indicators: [String]
        let project: Loose<Int>?
    }

    struct Project: Decodable {
        let number: Loose<Int>
        let name: String
        let code: String
        let unitCode: String?
        let unitName: String
        let moneyUnit: String
        let budgetFen: Loose<Int64>?
        let fiscalFen: Loose<Int64>?
        let otherFen: Loose<Int64>?
        let purpose: String
        let plan: [PlanPoint]
        let goals: [String]
        let indicators: [Indicator]
        let raw: Raw
    }

    struct Raw: Decodable {
        let budget: String
        let fiscal: String
        let other: String
        let plan: [String]
    }

    struct PlanPoint: Decodable {
        let by: String
        let percent: Loose<Decimal>?
    }

    struct Indicator: Decodable {
        let category: String
        let type: String
        let name: String
        let description: String
        let target: Target
        let basis: String
    }

    /// Only the text: what it means is read from it anew.
    struct Target: Decodable {
        let text: String
    }

    struct Note: Decodable {
        let id: String
        let severity: String
        let message: String
        let explanation: String
        let remedy: String
        let location: Spot?
    }

    struct Spot: Decodable {
        let file: String
    }

    /// As ``FactsPlaces`` writes them.
    struct Places: Decodable {
        let files: [String]
        let sheets: [String]
        let headings: [String]
        let partOne: [String]
        let subGoals: [String]
        let safeguards: [String]
        let expenseClasses: [String]
        let statements: [String]
        let residue: [String]
        let diagnostics: [String]
        let projects: [ProjectPlaces]
    }

    struct ProjectPlaces: Decodable {
        let cells: String
        let indicators: [String]
    }
}

/// A number that may turn out to be something else, which is then no reason to refuse the whole file.
struct Loose<Number: Decodable>: Decodable {
    /// `nil` for what is no such number.
    let number: Number?
    /// What is written instead, for messages.
    let written: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        number = try? container.decode(Number.self)
        if let number {
            written = "\(number)"
        } else if let text = try? container.decode(String.self) {
            written = text
        } else if let other = try? container.decode(Double.self) {
            written = "\(other)"
        } else {
            written = "…"
        }
    }
}
