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

        public init(rows: [Row], rowsAreCertain: Bool) {
            self.rows = rows
            self.rowsAreCertain = rowsAreCertain
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

        public init(text: String, location: Location) {
            self.text = text
            self.location = location
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
