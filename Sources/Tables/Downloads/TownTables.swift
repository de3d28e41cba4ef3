internal import Facts
public import Foundation
public import Reporting
internal import Text

/// The tables of a town's page as files beside it: each kind of table once, as CSV and as JSON.
public struct TownTables {
    private let report: Report
    /// The folder of the files, inside the town's.
    package static let folder = "表格"

    package enum Kind: String, CaseIterable {
        case projects = "项目"
        case indicators = "绩效指标"
        case plan = "支出计划"
        case funding = "资金构成"
        case findings = "问题清单"

        /// The file relative to the town's folder.
        package func path(_ ending: String) -> String { "\(TownTables.folder)/\(rawValue).\(ending)" }
    }

    public init(_ report: Report) {
        self.report = report
    }

    /// Every file with its path relative to the town's folder.
    ///
    /// - Throws: `EncodingError`, which no report can cause.
    public func files() throws -> [(path: String, bytes: Data)] {
        try Kind.allCases.flatMap { kind in
            let table = table(kind)
            return [
                (kind.path("csv"), Data(table.csv.utf8)),
                (kind.path("json"), try table.json(kind.rawValue, town: report.town, year: report.year)),
            ]
        }
    }

    func table(_ kind: Kind) -> DataTable {
        let lists = TownLists(report)
        return switch kind {
        case .projects: lists.projects.table(for: .files)
        case .indicators: lists.indicators.table(for: .files)
        case .plan: lists.plan.table(for: .files)
        case .funding: lists.funding.table(for: .files)
        case .findings: lists.findings.table(for: .files)
        }
    }
}

extension DataTable {
    /// UTF-8 with a mark at the start, by which Excel knows it; lines end in CR LF, text is quoted.
    ///
    /// Text that a spreadsheet would take for a formula has an apostrophe before it; negative numbers stay numbers.
    var csv: String {
        let lines = [heads.map { Cell.text($0.title) }] + rows
        return "\u{FEFF}" + lines.map { $0.map(\.field).joined(separator: ",") + "\r\n" }.joined()
    }
}

extension Cell {
    fileprivate var field: String {
        isBlank ? "" : digits ?? "\"\(words.displayable.withoutFormula.withDoubledQuotes)\""
    }
}

extension String {
    fileprivate var withDoubledQuotes: String {
        utf8.contains(UInt8(ascii: "\"")) ? replacing("\"", with: "\"\"") : self
    }

    /// With an apostrophe before it where the first sign, spaces aside, begins a formula in some spreadsheet.
    fileprivate var withoutFormula: String {
        let first = unicodeScalars.first { !$0.properties.isWhitespace }
        let starts = first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
        return starts ? "'" + self : self
    }
}

extension DataTable {
    /// The table as JSON (schema `goalbook.table/1`), a row an object; keys sorted, numbers as numbers.
    ///
    /// - Parameter name: of the file, without its ending.
    /// - Throws: `EncodingError`, which no table can cause.
    package func json(_ name: String, town: String, year: String) throws -> Data {
        let keys = heads.map(\.key)
        return try ReadableJSON.data(
            Document(
                town: town, year: year, table: name, columns: heads.map { Heading(key: $0.key, title: $0.title) },
                rows: rows.map { Dictionary(zip(keys, $0.map(Value.init)), uniquingKeysWith: { first, _ in first }) }))
    }

    private struct Document: Encodable {
        let schema = "goalbook.table/1"
        let town: String
        let year: String
        let table: String
        let columns: [Heading]
        let rows: [[String: Value]]
    }

    private struct Heading: Encodable {
        let key: String
        let title: String
    }

    private struct Value: Encodable {
        let cell: Cell

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            if cell.isBlank {
                try container.encodeNil()
            } else if let number = cell.digits.flatMap({ Decimal(string: $0) }) {
                try container.encode(number)
            } else {
                try container.encode(cell.words.displayable)
            }
        }
    }
}
