/// Column widths that many like tables share, so that the eye finds the same columns on every page.
///
/// One set of widths serves all tables, or two do: where some tables have long texts in one column and others in another, a
/// common set would make both high.
public struct ColumnGrid: Sendable {
    /// One or two sets of text widths in pt, without padding.
    public let widths: [[Double]]
    /// For each table which of `widths` suits it better.
    public let choices: [Int]

    /// A text of a column, by what of it cannot be broken.
    public struct Cell: Hashable, Sendable {
        public var rows: Range<Int>
        /// For each paragraph the widths in pt of the pieces between which a line may end.
        public var paragraphs: [[Double]]

        public init(rows: Range<Int>, paragraphs: [[Double]]) {
            self.rows = rows
            self.paragraphs = paragraphs
        }

        /// The width in pt of the text when nothing wraps.
        public var natural: Double { paragraphs.map { $0.reduce(0, +) }.max() ?? 0 }

        /// How many lines the text takes, and how many of its pieces are broken inside.
        ///
        /// - Parameters:
        ///   - width: in pt, without padding.
        ///   - longest: pieces wider than this are broken anyway, and not counted.
        public func lines(in width: Double, longest: Double = .infinity) -> (count: Int, broken: Int) {
            var (count, broken) = (0, 0)
            for pieces in paragraphs {
                count += 1
                var x = 0.0
                for piece in pieces {
                    if x + piece <= width + 0.01 {
                        x += piece
                        continue
                    }
                    if x > 0 { count += 1 }
                    let whole = max(0, (piece / max(width, 1) - 0.001).rounded(.down))
                    if whole > 0, piece <= longest { broken += 1 }
                    count += Int(whole)
                    x = piece - whole * width
                }
            }
            return (max(1, count), broken)
        }
    }

    /// A table, by the cells of the columns in question and by what else it holds.
    public struct Form: Sendable {
        public var columns: [[Cell]]
        /// Lines and rows of what stands above and below these columns.
        public var otherLines: Int
        public var otherRows: Int
        /// The height in pt that the page has for it.
        public var room: Double

        public init(columns: [[Cell]], otherLines: Int, otherRows: Int, room: Double) {
            (self.columns, self.otherLines, self.otherRows, self.room) = (columns, otherLines, otherRows, room)
        }
    }

    /// How high lines are, and what stands above and below the text of a row; in pt.
    public struct Spacing: Hashable, Sendable {
        public var leading: Double
        public var along: Double

        public init(leading: Double, along: Double) {
            (self.leading, self.along) = (leading, along)
        }
    }

    /// What there is to be divided among the columns.
    public struct Room: Sendable {
        /// The width in pt of all columns together, without padding.
        public var total: Double
        /// The least width in pt of each column.
        public var minimums: [Double]
        /// The width of a character in pt.
        public var step: Double
        /// The spacing that is wanted, and the tightest that is borne.
        public var wanted: Spacing
        public var tightest: Spacing

        public init(total: Double, minimums: [Double], step: Double, wanted: Spacing, tightest: Spacing) {
            (self.total, self.minimums, self.step) = (total, minimums, step)
            (self.wanted, self.tightest) = (wanted, tightest)
        }
    }

    /// Finds the widths; nothing is laid out for it.
    public init(for forms: [Form], in room: Room) {
        let needed = room.minimums.reduce(0, +)
        guard needed < room.total, !room.minimums.isEmpty else {
            widths = [room.minimums.map { $0 * room.total / max(1, needed) }]
            choices = forms.map { _ in 0 }
            return
        }
        let unit = room.step / 2
        let slots = Int((room.total - needed) / unit)
        let search = GridSearch(forms, room, unit: unit, slots: slots)
        let (found, choices) = search.run()
        let rest = (room.total - needed - Double(slots) * unit) / Double(room.minimums.count)
        widths = found.map { grid in zip(room.minimums, grid).map { $0 + Double($1) * unit + rest } }
        self.choices = choices
    }
}
