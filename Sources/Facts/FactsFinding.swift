internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Linting

/// One finding of facts.json.
struct FactsFinding: Codable {
    @Written var rule: String?
    @Nullable var code: String?
    let severity: String
    @Nullable var project: Int?
    @Written var projects: [Int]?
    @Nullable var indicator: Int?
    @Written var criterion: String?
    @Nullable var message: String?
    @Written var remedy: String?
    @WrittenIfAny var suggestion: String?
    @Nullable var fingerprint: String?
    @Nullable var location: FactsPlace?

    init(_ finding: Finding) {
        rule = finding.rule
        code = finding.code
        severity = finding.severity.rawValue
        project = finding.project
        projects = finding.projects
        indicator = finding.indicator
        criterion = finding.criterion.rawValue
        message = finding.message
        remedy = finding.remedy
        suggestion = finding.suggestion
        fingerprint = finding.fingerprint
        location = finding.location.map(FactsPlace.init)
    }
}

/// A place for people; the exact ones stand in ``FactsPlaces``.
struct FactsPlace: Codable, Hashable {
    let file: String
    let page: Int?
    let line: Int?
    let table: Int?
    let sheet: String?
    let row: Int?
    let cell: Cell?
    /// The title of the table, in documents whose tables nobody counts.
    let heading: String?

    init(_ location: Location) {
        file = location.file
        page = location.page
        line = location.line
        table = location.sheet == nil ? location.table : nil
        sheet = location.sheet
        row = location.row
        heading = location.heading
        cell = location.address.map(Cell.address) ?? location.cell.map(Cell.number)
    }

    /// A place is no reason to refuse a file: what cannot be is left out.
    init(from decoder: any Decoder) {
        let values = try? decoder.container(keyedBy: CodingKeys.self)
        func value<Value: Decodable>(_ key: CodingKeys) -> Value? { try? values?.decodeIfPresent(Value.self, forKey: key) }
        file = value(.file) ?? ""
        (page, line, table, row) = (value(.page), value(.line), value(.table), value(.row))
        (sheet, cell, heading) = (value(.sheet), value(.cell), value(.heading))
    }

    /// A number within the row of a table, or the name of a sheet's cell (`B12`).
    enum Cell: Codable, Hashable {
        case number(Int)
        case address(String)

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) {
                self = .number(number)
            } else {
                self = .address(try value.decode(String.self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .number(let number): try number.encode(to: encoder)
            case .address(let address): try address.encode(to: encoder)
            }
        }
    }
}

/// One finding that is agreed to be kept, with the agreement.
struct FactsWaived: Codable {
    let finding: FactsFinding
    let suppression: Agreement

    struct Agreement: Codable {
        let reason: String
        let person: String
        /// The last day, `2026-12-31`.
        let until: String?
        /// Where it is written.
        let source: String
    }

    init(_ waived: WaivedFinding) {
        let waiver = waived.waiver
        finding = FactsFinding(waived.finding)
        suppression = Agreement(
            reason: waiver.reason, person: waiver.person, until: waiver.until?.iso, source: waiver.origin)
    }
}

/// What reading a document had to say.
struct FactsDiagnostic: Codable {
    let id: String
    let severity: String
    let message: String
    let explanation: String
    let remedy: String
    @Nullable var location: FactsPlace?

    init(_ diagnostic: Diagnostic) {
        id = diagnostic.id
        severity = diagnostic.severity.rawValue
        message = diagnostic.summary
        explanation = diagnostic.explanation
        remedy = diagnostic.remedy
        location = diagnostic.location.map(FactsPlace.init)
    }
}

/// 测算核对 of a project.
struct FactsEstimate: Encodable {
    let project: Int
    let text: String
    @Written var estimateFen: Int64?
    /// To four decimals, as a decimal number so that it is written the same everywhere.
    @Written var ratio: Decimal?
    let agrees: Bool

    init(_ estimate: Estimate) {
        project = estimate.project
        text = estimate.text
        estimateFen = estimate.estimateFen
        ratio = estimate.ratio.flatMap { Int64(exactly: ($0 * 10_000).rounded()) }.map { Decimal($0) / 10_000 }
        agrees = estimate.agrees
    }
}
