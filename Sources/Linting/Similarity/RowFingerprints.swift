public import GoalModel

/// Numbers by which a book's rows are compared with those of other towns: one for each row, and one for each project's whole set.
///
/// Two rows are alike that have the same type, name, description and value, whatever spaces and full-width signs.
public struct RowFingerprints: Hashable, Sendable {
    /// One for each row, in the order of the book.
    public var rows: [UInt64] = []
    /// The sets of the projects that have at least two rows.
    public var sets: [ProjectSet] = []

    public struct ProjectSet: Hashable, Sendable {
        public var number: Int
        public var name: String
        public var rows: Int
        public var print: UInt64

        public init(number: Int, name: String, rows: Int, print: UInt64) {
            (self.number, self.name, self.rows, self.print) = (number, name, rows, print)
        }
    }

    /// Prints that are known already.
    public init(rows: [UInt64], sets: [ProjectSet]) {
        self.rows = rows
        self.sets = sets
    }

    public init(_ book: GoalBook) {
        for project in book.projects {
            var whole = Fingerprint()
            for row in project.indicators {
                var print = Fingerprint()
                for text in [row.type, row.name, row.description, row.target.text] {
                    let compact = text.compact
                    print.add(compact)
                    whole.add(compact)
                }
                rows.append(print.value)
            }
            guard project.indicators.count > 1 else { continue }
            sets.append(
                ProjectSet(number: project.number, name: project.name, rows: project.indicators.count, print: whole.value))
        }
    }
}
