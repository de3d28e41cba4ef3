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
    public func files() -> [(path: String, bytes: Data)] {
        Kind.allCases.flatMap { kind in
            let table = table(kind)
            return [
                (kind.path("csv"), Data(table.csv.utf8)),
                (kind.path("json"), table.json(kind.rawValue, town: report.town, year: report.year)),
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
        holds("\"") ? replacing("\"", with: "\"\"") : self
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
    package func json(_ name: String, town: String, year: String) -> Data {
        let keys = heads.map(\.key)
        let order = keys.indices.filter { keys.firstIndex(of: keys[$0]) == $0 }.sorted { keys[$0] < keys[$1] }
        let columns = heads.map { JSONValue.object([("key", .text($0.key)), ("title", .text($0.title))]) }
        let objects = rows.map { row in
            JSONValue.object(order.filter(row.indices.contains).map { (keys[$0], row[$0].json) })
        }
        return ReadableJSON.data(
            .object([
                ("columns", .list(columns)), ("rows", .list(objects)), ("schema", .text("goalbook.table/1")),
                ("table", .text(name)), ("town", .text(town)), ("year", .text(year)),
            ]))
    }
}

extension Cell {
    fileprivate var json: JSONValue {
        if isBlank { return .null }
        guard let digits else { return .text(words.displayable) }
        // Whole numbers are written in one way; others may have zeros at their end, or an exponent.
        if digits.utf8.count <= 15, digits.utf8.allSatisfy(\.isDigit) { return .number(digits) }
        return Decimal(string: digits).map { .number("\($0)") } ?? .text(words.displayable)
    }
}
