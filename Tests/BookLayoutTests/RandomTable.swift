import BookLayout
import TestSupport

/// A table like the official form with random merges and texts of random length; each text begins with its own number.
struct RandomTable {
    var table: Table
    var height: Double
    var start: Double

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let width = 60.0
        height = Double(Int.random(in: 24...60, using: &random))
        start = Double(Int.random(in: 0...20, using: &random))
        var cells: [TableCell] = []
        let longest = [6, 12, 40, 400, 3_000].randomElement(using: &random) ?? 6
        func text() -> String {
            // Long texts are rare, or there would be little else.
            let limit = Int.random(in: 0..<8, using: &random) == 0 ? longest : 8
            return "<\(cells.count)>" + String(repeating: "字", count: Int.random(in: 0...limit, using: &random))
        }
        func add(_ rows: Range<Int>, _ left: Double, _ right: Double, isLabel: Bool) {
            let words = text()
            cells.append(
                TableCell(
                    words, .unit, rows: rows, left: left, right: right, alignment: .leading,
                    continuation: isLabel ? words + "（续）" : nil))
        }
        var row = 0
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let span = Int.random(in: 1...3, using: &random)
            add(row..<(row + span), 0, 10, isLabel: true)
            for inner in row..<(row + span) {
                var left = 10.0
                while left < width {
                    let isLast = width - left < 17
                    let right = isLast ? width : left + Double(Int.random(in: 8...Int(width - left - 8), using: &random))
                    add(inner..<(inner + 1), left, right, isLabel: false)
                    left = right
                }
            }
            row += span
        }
        let header = row..<(row + 1)
        for column in 0..<6 {
            cells.append(TableCell("头\(column)", .unit, rows: header, left: Double(column) * 10, right: Double(column + 1) * 10))
        }
        row += 1
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let first = row
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let span = Int.random(in: 1...5, using: &random)
                add(row..<(row + span), 10, 20, isLabel: true)
                for inner in row..<(row + span) {
                    for column in 2..<6 { add(inner..<(inner + 1), Double(column) * 10, Double(column + 1) * 10, isLabel: false) }
                }
                row += span
            }
            add(first..<row, 0, 10, isLabel: Int.random(in: 0..<5, using: &random) > 0)
        }
        table = Table(
            width: width, rowCount: row, cells: cells, header: header,
            padding: Table.Padding(across: 0.5, along: [0, 0.5, 1].randomElement(using: &random) ?? 0), minimumRowHeight: 1)
    }
}
