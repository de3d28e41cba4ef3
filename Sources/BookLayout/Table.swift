/// A table with merged cells, as one wants it: cells with left and right edges, over one or more rows.
///
/// The cells of a row need not share edges with those of the next one, as in the official goal form.
public struct Table: Hashable, Sendable {
    public var cells: [TableCell]
    public var rowCount: Int
    /// Rows that are repeated on each further page once they have been printed; no cell reaches out of them.
    public var header: Range<Int>
    /// Space between a rule and the text, in pt.
    public var padding: Padding
    /// In pt.
    public var minimumRowHeight: Double
    public var width: Double
    public var frameWeight: Double
    /// Rows that head those below them, and do not stand alone at a page's end.
    public var leads: Set<Int>
    /// Rows with a heavier rule above them, which begin something new.
    public var heavyRows: Set<Int> = []
    /// For tables of sums: what is said where a page ends.
    public var carry: TableCarry?
    /// What stands above the table on each further page.
    public var caption: TableCaption?

    public struct Padding: Hashable, Sendable {
        public var across: Double
        public var along: Double

        public init(across: Double, along: Double) {
            self.across = across
            self.along = along
        }
    }

    public init(
        width: Double, rowCount: Int, cells: [TableCell], header: Range<Int> = 0..<0,
        padding: Padding = Padding(across: 4, along: 4), minimumRowHeight: Double = 0, frameWeight: Double = 1,
        leads: Set<Int> = [], carry: TableCarry? = nil
    ) {
        self.width = width
        self.rowCount = rowCount
        self.cells = cells
        self.header = header
        self.padding = padding
        self.minimumRowHeight = minimumRowHeight
        self.frameWeight = frameWeight
        self.leads = leads
        self.carry = carry
    }
}

/// A table's name with （续） and its unit, for the pages on which it goes on.
public struct TableCaption: Hashable, Sendable {
    public var title: String
    /// What stands at the right, such as 单位：万元.
    public var note: String
    public var style: TextStyle

    public init(title: String, note: String, style: TextStyle) {
        (self.title, self.note, self.style) = (title, note, style)
    }

    /// In pt, with what parts it from the table.
    public var height: Double { style.leading + 3 }
}

public struct TableCell: Hashable, Sendable {
    public var text: String
    public var style: TextStyle
    public var rows: Range<Int>
    /// Edges in pt from the left edge of the table.
    public var left: Double
    public var right: Double
    public var alignment: TextAlignment
    /// For a label: what stands in its place when its rows go on over the page, such as `产出指标（续）`.
    ///
    /// A cell without one lets its text run on.
    public var continuation: String?
    /// What the cell is the head of; `nil` for one that holds content.
    public var head: HeadScope?
    /// See ``TextRequest/origin``.
    public var origin: Int
    /// Whether it stands on light grey, as the printed words of a form.
    public var isTinted = false

    public init(
        _ text: String, _ style: TextStyle, rows: Range<Int>, left: Double, right: Double, alignment: TextAlignment = .center,
        continuation: String? = nil, head: HeadScope? = nil, origin: Int = 0
    ) {
        (self.head, self.text, self.style, self.rows, self.left) = (head, text, style, rows, left)
        (self.right, self.alignment, self.continuation, self.origin) = (right, alignment, continuation, origin)
    }
}
