public import Diagnostics

/// A table of a source document as it stands, each cell with what it was taken for.
public struct ReadTable: Hashable, Sendable {
    /// Where it begins; in a workbook the name of the sheet stands in it.
    public var location: Location?
    public var rows: [[Cell]]
    /// The columns of indicators: what each is headed, what it was taken for, and why.
    public var columns: [Column]
    /// Why the table was not understood; empty where it was.
    public var doubts: [String]

    public struct Cell: Hashable, Sendable {
        public var text: String
        /// The first grid column, counted from 1.
        public var column: Int
        /// How many grid columns it covers.
        public var span: Int
        /// The lower part of a cell that is merged over rows.
        public var continuesAbove: Bool
        public var role: Role

        public init(text: String, column: Int, span: Int, continuesAbove: Bool, role: Role) {
            (self.text, self.column, self.span, self.continuesAbove, self.role) = (text, column, span, continuesAbove, role)
        }
    }

    /// What a cell was taken for.
    public enum Role: Hashable, Sendable {
        /// Nothing is written in it.
        case blank
        /// A label, a heading or a title.
        case label
        /// A value of the goal book, with the name of its field.
        case value(String)
        /// Known, and none of this year's goals: told in the list of texts without a place.
        case aside(String)
        /// Nobody knows what it is.
        case unclaimed

        /// As the page and the terminal name it.
        public var title: String {
            switch self {
            case .blank: ""
            case .label: "栏目"
            case .value(let field): field
            case .aside(let field): field.isEmpty ? "不属于目标书" : field
            case .unclaimed: "没有认出"
            }
        }
    }

    public struct Column: Hashable, Sendable {
        public var heading: String
        public var taken: String
        public var reason: String

        public init(heading: String, taken: String, reason: String) {
            (self.heading, self.taken, self.reason) = (heading, taken, reason)
        }
    }

    public init(location: Location?, rows: [[Cell]], columns: [Column] = [], doubts: [String] = []) {
        (self.location, self.rows, self.columns, self.doubts) = (location, rows, columns, doubts)
    }

    /// Cells that nobody knows the meaning of.
    public var unclaimed: Int { rows.joined().count { $0.role == .unclaimed } }
}
