public import Diagnostics

/// A table of indicators that was not understood, as it stands in the document; nothing in it counts for any figure.
public struct UnreadTable: Hashable, Sendable {
    /// The number of the project that it belongs to.
    public var project: Int
    public var location: Location?
    /// Why it was not understood, in words.
    public var reasons: [String]
    public var rows: [[Cell]]

    /// A cell of the table, without the lower parts of merged ones.
    public struct Cell: Hashable, Sendable {
        public var text: String
        /// The first grid column, counted from 1.
        public var column: Int
        /// How many grid columns it covers.
        public var span: Int

        public init(text: String, column: Int, span: Int) {
            (self.text, self.column, self.span) = (text, column, span)
        }
    }

    public init(project: Int, location: Location?, reasons: [String], rows: [[Cell]]) {
        (self.project, self.location, self.reasons, self.rows) = (project, location, reasons, rows)
    }

    /// How many grid columns the table has.
    public var width: Int {
        rows.joined().reduce(1) { max($0, $1.column + $1.span - 1) }
    }
}
