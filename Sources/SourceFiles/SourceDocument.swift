public import Diagnostics
internal import Foundation
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
        /// How deep the document sets the heading, from 0; `nil` where it does not say.
        public var level: Int?

        public init(text: String, location: Location, isMarkedHeading: Bool = false, level: Int? = nil) {
            self.text = text
            self.location = location
            self.isMarkedHeading = isMarkedHeading
            self.level = level
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
        /// What few cells have.
        private var hidden: Hidden?

        /// The number behind the text, where a sheet shows another.
        public var stored: StoredNumber? {
            get { hidden?.number }
            set { hidden = newValue.map(Hidden.init) }
        }

        /// Cells are copied more often than anything else of a document.
        private final class Hidden: Hashable, Sendable {
            let number: StoredNumber

            init(_ number: StoredNumber) {
                self.number = number
            }

            static func == (a: Hidden, b: Hidden) -> Bool { a.number == b.number }

            func hash(into hasher: inout Hasher) { hasher.combine(number) }
        }

        public init(text: String, location: Location, column: Int? = nil, span: Int = 1, continuesAbove: Bool = false) {
            self.text = text
            self.location = location
            self.column = column
            self.span = span
            self.continuesAbove = continuesAbove
        }

        /// Writes words behind the text, and behind the number that stands for it.
        public mutating func append(_ words: String) {
            text += words
            stored?.after += words
        }

        /// What the cell is to a reader of amounts or percentages: the stored number counts, not the one that is shown.
        public func number<Value>(_ reading: (String) -> Value?) -> Value? {
            stored?.read(reading) ?? reading(text)
        }
    }

    /// A number with all its digits, in the words of the format that shows it rounded.
    public struct StoredNumber: Hashable, Sendable {
        let number: Decimal
        var before = ""
        var after = ""

        init(_ number: Decimal, before: String = "", after: String = "") {
            (self.number, self.before, self.after) = (number, before, after)
        }

        /// What the number is to a reader that cannot take all its digits: rounded half up to ever fewer places, until it can.
        func read<Value>(_ reading: (String) -> Value?) -> Value? {
            for places in (0...12).reversed() {
                let written = before + NumberFormat.plain(NumberFormat.rounded(number, places: places)) + after
                if let value = reading(written) { return value }
            }
            return nil
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
