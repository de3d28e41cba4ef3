public import Diagnostics
public import GoalModel

/// A document as every reader hands it on: paragraphs and tables in order, a location on each piece.
public struct SourceDocument: Hashable, Sendable {
    /// As given, relative to the input.
    public var path: String
    /// The recognised format, such as `txt`.
    public var format: String
    /// The recognised encoding, such as `UTF-8` or `GB18030`.
    public var encoding: String
    /// SHA-256 of the bytes, lower-case hexadecimal.
    public var sha256: String
    public var blocks: [Block]
    public var stripped: StrippedMarks

    public enum Block: Hashable, Sendable {
        case paragraph(Paragraph)
        case table(Table)
    }

    public struct Paragraph: Hashable, Sendable {
        /// Without white space at its ends and without field marks.
        public var text: String
        public var location: Location
        /// The document itself marks this paragraph as an entry of its contents.
        public var isMarkedHeading: Bool

        public init(text: String, location: Location, isMarkedHeading: Bool = false) {
            self.text = text
            self.location = location
            self.isMarkedHeading = isMarkedHeading
        }
    }

    public struct Table: Hashable, Sendable {
        public var rows: [Row]
        /// False where the format leaves it open where a row ends (a blank line may also stand inside a cell).
        public var rowsAreCertain: Bool
        /// A whole sheet of a workbook: titles and remarks stand in its rows, too.
        public var isSheet: Bool

        public init(rows: [Row], rowsAreCertain: Bool, isSheet: Bool = false) {
            self.rows = rows
            self.rowsAreCertain = rowsAreCertain
            self.isSheet = isSheet
        }
    }

    public struct Row: Hashable, Sendable {
        public var cells: [Cell]

        public init(cells: [Cell]) {
            self.cells = cells
        }
    }

    public struct Cell: Hashable, Sendable {
        /// Trimmed; line breaks inside stay. A cell merged with the one above is empty.
        public var text: String
        public var location: Location
        /// The first of the table's columns that the cell covers, counted from 1; `nil` where the format has no columns.
        public var column: Int?
        /// How many columns the cell covers.
        public var span: Int
        /// The cell is the lower part of one merged over several rows; its text stands in the cell above.
        public var continuesAbove: Bool

        public init(text: String, location: Location, column: Int? = nil, span: Int = 1, continuesAbove: Bool = false) {
            self.text = text
            self.location = location
            self.column = column
            self.span = span
            self.continuesAbove = continuesAbove
        }
    }

    public init(
        path: String, format: String, encoding: String, sha256: String, blocks: [Block], stripped: StrippedMarks = StrippedMarks()
    ) {
        self.path = path
        self.format = format
        self.encoding = encoding
        self.sha256 = sha256
        self.blocks = blocks
        self.stripped = stripped
    }
}
