/// The outputs that write lists.
package struct Writers: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Workbooks.
    package static let xlsx = Writers(rawValue: 1)
    /// CSV and JSON, for other programs.
    package static let files = Writers(rawValue: 2)
    package static let html = Writers(rawValue: 4)
    package static let all: Writers = [.xlsx, .files, .html]
}

/// A column of a list, written once for all who write the list.
package struct Column<Row> {
    /// Without the unit, which a writer adds where its cells and captions do not tell it.
    package var title: String
    /// For programs, and to name the column by; unique in its list.
    package let key: String
    package var writers: Writers
    /// The most characters of a line in a workbook; longer text is wrapped.
    var limit: Int
    /// The least characters of a line, for a column that is there to be filled in.
    var least: Int
    /// Whether a printed workbook shows it; identifiers, which stand at the end, it does not.
    var isPrinted = true
    /// The class of the column's cells on a page.
    package var kind: String?
    /// What a page shows where there is no value.
    package let missing: String
    package let isNumeric: Bool
    private var unit: ColumnUnit?
    /// What stands below, a cell for each line of sums.
    package var totals: [Cell]
    package let value: (Row) -> Cell
    /// The titles of writers that call it otherwise.
    private var names: [(writer: Writers, title: String)] = []

    package init<Value: CellConvertible>(
        _ title: String, _ key: String, in writers: Writers = .all, upTo limit: Int = 16, least: Int = 0, kind: String? = nil,
        missing: String = "—", totals: [Cell] = [], value: @escaping (Row) -> Value?
    ) {
        (self.title, self.key, self.writers, self.limit, self.least) = (title, key, writers, limit, least)
        self.kind = kind ?? (Value.isNumeric ? "n" : nil)
        self.missing = missing
        isNumeric = Value.isNumeric
        unit = Value.unit
        self.totals = totals
        self.value = { value($0)?.cell ?? .blank }
    }

    /// The same with another title in one output; for what has long been called otherwise there.
    func named(_ title: String, in writer: Writers) -> Column {
        var column = self
        column.names.append((writer, title))
        return column
    }

    /// The same where a printed workbook leaves it out, for who reads paper has no use for it.
    func unprinted() -> Column {
        var column = self
        column.isPrinted = false
        return column
    }

    /// The same where no title tells the unit.
    func withoutUnit() -> Column {
        var column = self
        column.unit = nil
        return column
    }

    /// The head's words for a writer.
    package func title(for writer: Writers) -> String {
        (names.first { $0.writer == writer }?.title ?? title) + (unit?.words(for: writer) ?? "")
    }
}

/// The unit of a column's figures.
package enum ColumnUnit {
    case wan, percent

    /// Captions of pages tell 万元; only files have per cents without their sign.
    fileprivate func words(for writer: Writers) -> String {
        switch self {
        case .wan: writer == .html ? "" : "（万元）"
        case .percent: writer == .files ? "（%）" : ""
        }
    }
}
