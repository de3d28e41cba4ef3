import BookLayout
import TestSupport

/// A table like the official form with random merges and texts of random length; each text begins with its own number.
struct RandomTable {
    private(set) var table: Table
    private var random: SplitMix64
    private var row = 0
    private let name: String
    private let longest: Int
    private static let width = 60.0

    /// - Parameter name: of its texts, beside their number; each cell's origin is its place among the cells, counted from 1.
    init(_ name: String, seed: UInt64) {
        random = SplitMix64(seed: seed)
        self.name = name
        longest = [6, 6, 12, 40, 300, 900].randomElement(using: &random) ?? 6
        table = Table(width: Self.width, rowCount: 0, cells: [])
        table.padding = Table.Padding(across: 0.5, along: [0, 0.5, 1].randomElement(using: &random) ?? 0)
        table.minimumRowHeight = [0, 1, 1, 2.5].randomElement(using: &random) ?? 1
        for _ in 0..<number(0...2) { addUpperRows() }
        addHeader(rows: number(0...3))
        let labels = number(0...3)
        for _ in 0..<number(1...3) { addGroup(level: 0, of: labels) }
        table.rowCount = row
        if number(0...4) == 0 { addCarry() }
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func text(emptyOnceIn share: Int) -> String {
        if number(1...share) == 1 { return "" }
        // Long texts are rare, or there would be little else.
        let limit = number(0...7) == 0 ? longest : 8
        return "<\(name)\(table.cells.count)>" + String(repeating: "字", count: number(0...limit))
    }

    private mutating func add(_ rows: Range<Int>, _ left: Double, _ right: Double, isLabel: Bool = false) {
        let words = text(emptyOnceIn: isLabel ? 30 : 10)
        table.cells.append(
            TableCell(
                words, .unit, rows: rows, left: left, right: right, alignment: .leading,
                continuation: isLabel && !words.isEmpty ? words + "（续）" : nil, origin: table.cells.count + 1))
    }

    /// Rows with a label at their left and cells whose edges do not agree.
    private mutating func addUpperRows() {
        let span = number(1...3)
        add(row..<(row + span), 0, 10, isLabel: true)
        for inner in row..<(row + span) {
            var left = 10.0
            while left < Self.width {
                let isLast = Self.width - left < 17
                let right = isLast ? Self.width : left + Double(number(8...Int(Self.width - left - 8)))
                add(inner..<(inner + 1), left, right)
                left = right
            }
        }
        row += span
    }

    private mutating func addHeader(rows: Int) {
        guard rows > 0 else { return }
        table.header = row..<(row + rows)
        // The first column is merged over all rows of the header, as where heads stand above heads.
        for column in 0..<6 {
            let pieces = column == 0 ? [table.header] : table.header.map { $0..<($0 + 1) }
            for rows in pieces {
                let text = "<\(name)\(table.cells.count)>头" + String(repeating: "字", count: number(0...20) == 0 ? 80 : 0)
                table.cells.append(
                    TableCell(
                        text, .unit, rows: rows, left: Double(column) * 10, right: Double(column + 1) * 10,
                        origin: table.cells.count + 1))
            }
        }
        row += rows
    }

    /// Labels within labels, then rows.
    private mutating func addGroup(level: Int, of labels: Int) {
        let first = row
        if level < labels {
            for _ in 0..<number(1...2) { addGroup(level: level + 1, of: labels) }
            // One in five is no label but goes on.
            add(first..<row, Double(level) * 10, Double(level + 1) * 10, isLabel: number(0...4) > 0)
            return
        }
        for _ in 0..<number(1...(labels == 0 ? 9 : 3)) {
            for column in labels..<6 { add(row..<(row + 1), Double(column) * 10, Double(column + 1) * 10) }
            row += 1
        }
    }

    private mutating func addCarry() {
        let edges = [0.0, 30, 45, Self.width]
        let columns = zip(edges, edges.dropFirst()).map { edges in
            TableCarry.Column(left: edges.0, right: edges.1, style: .unit, alignment: .leading)
        }
        let long = number(0...5) == 0 ? String(repeating: "0", count: 20) : ""
        table.carry = TableCarry(
            columns: columns,
            sums: (0..<row).map { $0 < table.header.upperBound ? [] : ["", "和\(name)\($0)" + long, "计\(name)\($0)"] })
    }
}

/// Some tables one after the other, from any place of a page.
struct RandomDocument {
    var height: Double
    var start: Double
    var tables: [Table] = []

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        height = Double(Int.random(in: 24...60, using: &random))
        start = Bool.random(using: &random) ? 0 : Double.random(in: 0...height, using: &random)
        let letters = ["甲", "乙", "丙"].prefix(Int.random(in: 1...3, using: &random))
        for letter in letters { tables.append(RandomTable(letter, seed: random.next()).table) }
    }
}
