internal import Aggregation
internal import Foundation
internal import GoalModel
internal import Reporting

/// A table of a town's page as a file for other programs.
struct DataTable {
    /// Of the file, without its ending: `项目`.
    var name: String
    var columns: [Column]
    var rows: [[Cell]]

    struct Column {
        /// As on the page.
        var title: String
        /// For programs.
        var key: String
    }

    enum Cell: Hashable {
        case text(String)
        /// Digits with a decimal point, as shown but for the separators of thousands.
        case number(String)
        case blank
    }
}

extension DataTable.Cell {
    static func count(_ count: Int) -> Self { .number("\(count)") }

    /// 万元 with two decimals; blank where there is none.
    static func amount(_ amount: ShownAmount?) -> Self {
        amount.map { .number($0.description.filter { $0 != "," }) } ?? .blank
    }

    /// With one decimal.
    static func tenths(_ number: (some CountedInTenths)?) -> Self {
        number.map { .number($0.digits) } ?? .blank
    }

    static func text(_ text: String?) -> Self {
        text.map { .text($0) } ?? .blank
    }
}
