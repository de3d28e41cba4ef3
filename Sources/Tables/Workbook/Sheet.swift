/// One sheet of a workbook as a plain value; rows and columns are counted from 0.
struct Sheet {
    var name: String
    /// Rows of cells from the top; `nil` leaves a cell as it is.
    var rows: [[SheetCell?]] = []
    var columns: [Column]
    /// Heights in points; the others have the usual height, or fit their text where that needs more.
    var rowHeights: [Int: Double] = [:]
    var usualHeight: Double?
    var frozenRows = 0
    var frozenColumns = 0
    /// How many rows from the top every printed page begins with.
    var repeatedRows = 0
    var isLandscape = false
    /// How many columns from the left are printed; `nil` for all.
    var printedColumns: Int?
    var showsGrid = true
    /// Red, green and blue; `nil` for none.
    var tabColour: UInt32?
    /// The head and the rows that its arrows sort and filter.
    var filter: CellRange?
    /// At the upper right of every printed page.
    var pageHead: String?
    var charts: [SheetChart] = []
    var checks: [CellCheck] = []
    var marks: [CellMark] = []
    /// Locked cells cannot be changed; without a password, against slips only.
    var isProtected = false
    var hiddenRows: Set<Int> = []

    /// In points at full size, and how many fit on a page.
    private var printedWidth: Double {
        // A character of the standard font is 7 pixels wide, and 5 stand around it.
        columns.prefix(printedColumns ?? columns.count).reduce(0) { $0 + ($1.width * 7 + 5) * 0.75 }
    }

    /// In points, for any margin that is set.
    static let margin = 0.4 * 72

    /// Whether all columns beside each other would be printed in less than 7 points on A4.
    var needsLargePaper: Bool {
        let room = (isLandscape ? 842 : 595) - 2 * Sheet.margin
        return room / printedWidth * CellStyle().size < 7
    }

    /// A column's width in characters of the standard font, and how cells look that nobody has filled yet.
    struct Column {
        var width: Double
        var style: CellStyle
    }
}

struct SheetCell {
    enum Content {
        case blank
        case text(String)
        case number(Double)
    }

    var content: Content
    var style: CellStyle

    init(_ content: Content, _ style: CellStyle) {
        self.content = content
        self.style = style
    }

    init(_ text: String, _ style: CellStyle) {
        self.init(text.isEmpty ? .blank : .text(text), style)
    }
}

struct CellStyle: Hashable {
    enum Alignment: Hashable {
        case left, centre, right
    }

    var font = "宋体"
    /// In points.
    var size = 11.0
    var isBold = false
    var isItalic = false
    /// Red, green and blue.
    var colour: UInt32 = 0
    var fill: UInt32?
    var alignment = Alignment.left
    var wraps = true
    /// Keeps its distance from the cell's edge, in steps of about a character.
    var indent = 0
    var hasBorder = false
    /// Excel's code, such as `#,##0.00`; `@` for text.
    var numberFormat: String?
    /// May be changed on a protected sheet.
    var isUnlocked = false

    func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
        var style = self
        change(&style)
        return style
    }
}

/// A block of cells; both ends count.
struct CellRange: Hashable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
}

/// A check of what is typed into cells, with its words.
struct CellCheck {
    enum Condition {
        /// A list in the file itself; all of it at most 255 characters.
        case list([String])
        /// A list that a formula leads to.
        case listOf(String)
        case length(Int)
        case atLeast(Double)
        /// A formula for the first cell that must be true.
        case formula(String)
        /// Nothing is checked; only the message is shown.
        case none
    }

    /// The answer to an entry that fails.
    enum Answer {
        /// It cannot be entered.
        case refused
        /// One is asked whether it shall stay.
        case questioned
        /// Nothing: the list only helps.
        case accepted
    }

    var range: CellRange
    var condition: Condition
    var answer: Answer
    /// Shown while the cell is selected: at most 32 and 255 characters.
    var title: String
    var message: String
    /// Shown when an entry fails, at most 255 characters.
    var complaint = ""
}

/// How cells look while a formula, written for the first of them, is true.
struct CellMark {
    var range: CellRange
    var formula: String
    var look: Look

    enum Look {
        /// White on red, in a thin frame.
        case wrong
        case framed
    }
}
