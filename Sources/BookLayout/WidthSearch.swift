/// Shares out the width that columns have beyond their least, in small equal slots.
struct WidthSearch {
    private let slots: Int
    private let columns: [Profile]
    private let rowCount: Int
    /// Merged cells, those that end first before others.
    private var spans: [(column: Int, span: Span)] = []
    /// For each column, number of slots and row: the most lines of this column and all further ones.
    private var mostLines: [[Int]] = []

    /// The behaviour of a column with each number of slots.
    private struct Profile {
        /// For each number of slots and row: the lines of what stands in that row alone.
        var lines: [Int] = []
        /// For each number of slots: how ugly the column is, in lines that one would give to mend it.
        var strain: [Double] = []
        var spans: [Span] = []
        /// The numbers of slots at which a cell gets lower.
        var steps: [Int] = []
        /// How many slots the column would like to have.
        var wish = 0.0
    }

    private struct Span {
        var rows: Range<Int>
        /// For each number of slots.
        var lines: [Int]
    }

    /// The space above and below the text of a row, in lines.
    private static let rowPadding = 0.5
    /// Later rows are taken to be like these.
    private static let rowLimit = 300
    /// How many ways are looked at; more than enough for the forms that occur.
    private static let nodeLimit = 3_000

    init(_ columns: [ColumnWidths.Column], unit: Double, slots: Int, step: Double) {
        self.slots = slots
        let rows = min(Self.rowLimit, columns.flatMap { $0.cells.map(\.rows.upperBound) }.max() ?? 0)
        rowCount = rows
        self.columns = columns.map { Self.profile(of: $0, rows, unit: unit, slots: slots, step: step) }
        var below = Array(repeating: 0, count: (slots + 1) * rows)
        mostLines = [below]
        for profile in self.columns.reversed() {
            for index in below.indices { below[index] = max(below[index], profile.lines[index]) }
            mostLines.append(below)
        }
        mostLines.reverse()
        for (column, profile) in self.columns.enumerated() { spans += profile.spans.map { (column, $0) } }
        spans.sort { ($0.span.rows.upperBound, -$0.span.rows.lowerBound) < ($1.span.rows.upperBound, -$1.span.rows.lowerBound) }
    }

    /// - Returns: the slots of each column, `slots` altogether.
    func run() -> [Int] {
        guard columns.count > 1 else { return columns.map { _ in slots } }
        var choice = wished()
        improve(&choice)
        if var lower = lowest(below: height(of: choice)) {
            improve(&lower)
            if cost(of: lower) < cost(of: choice) { choice = lower }
        }
        return choice
    }

    private static func profile(of column: ColumnWidths.Column, _ rows: Int, unit: Double, slots: Int, step: Double) -> Profile {
        var profile = Profile()
        profile.lines = Array(repeating: 0, count: (slots + 1) * rows)
        profile.strain = Array(repeating: 0, count: slots + 1)
        var lower = Set([0])
        for cell in column.cells where cell.rows.upperBound <= rows {
            var (isOneLine, before) = (false, 0)
            let natural = cell.natural
            let paragraphs = cell.paragraphs.count
            profile.wish = max(profile.wish, (natural - column.minimum) / unit)
            var counts = Array(repeating: 1, count: slots + 1)
            for slot in 0...slots {
                let width = column.minimum + Double(slot) * unit
                let filled = min(natural / width, 10)
                profile.strain[slot] += 0.001 * filled * filled
                if isOneLine {
                    counts[slot] = before
                    continue
                }
                let (count, last) = cell.lines(in: width)
                counts[slot] = count
                if count > paragraphs, last < 1.5 * step { profile.strain[slot] += 0.06 }
                if slot > 0, count < before { lower.insert(slot) }
                isOneLine = count <= paragraphs
                before = count
            }
            if cell.rows.count > 1 {
                profile.spans.append(Span(rows: cell.rows, lines: counts))
            } else {
                for slot in 0...slots {
                    let index = slot * rows + cell.rows.lowerBound
                    profile.lines[index] = max(profile.lines[index], counts[slot])
                }
            }
        }
        profile.steps = lower.sorted()
        return profile
    }

    /// Where the search begins: each column with what its longest text would like, a long one with half of the table.
    private func wished() -> [Int] {
        let wishes = columns.map { min($0.wish, Double(slots) / 2) }
        let all = max(1, wishes.reduce(0, +))
        var choice = wishes.map { Int($0 / all * Double(slots)) }
        var rest = slots - choice.reduce(0, +)
        for column in choice.indices {
            let share = column == choice.count - 1 ? rest : rest / (choice.count - column)
            choice[column] += share
            rest -= share
        }
        return choice
    }

    /// In lines.
    private func height(of choice: [Int]) -> Double {
        var heights = Array(repeating: 1, count: rowCount)
        for column in columns.indices {
            let start = choice[column] * rowCount
            for row in 0..<rowCount { heights[row] = max(heights[row], columns[column].lines[start + row]) }
        }
        var height = Double(heights.reduce(0, +))
        guard hasHighSpans(choice) else { return height }
        var grown = heights.map { Double($0) + Self.rowPadding }
        for (column, span) in spans {
            let lack = Double(span.lines[choice[column]]) + Self.rowPadding - grown[span.rows].reduce(0, +)
            guard lack > 0 else { continue }
            grown[span.rows.upperBound - 1] += lack
            height += lack
        }
        return height
    }

    /// Whether a merged cell may be higher than its rows.
    private func hasHighSpans(_ choice: [Int]) -> Bool {
        spans.contains { $0.span.lines[choice[$0.column]] > $0.span.rows.count }
    }

    private func cost(of choice: [Int]) -> Double {
        var cost = height(of: choice)
        for column in columns.indices { cost += columns[column].strain[choice[column]] }
        return cost
    }

    /// Moves slots from one column to another as long as that makes the table better.
    private func improve(_ choice: inout [Int]) {
        var best = cost(of: choice)
        for amount in [16, 8, 4, 2, 1] {
            var isBetter = true
            var rounds = 0
            while isBetter, rounds < 6 {
                isBetter = false
                rounds += 1
                for from in choice.indices {
                    for to in choice.indices where to != from && choice[from] >= amount {
                        choice[from] -= amount
                        choice[to] += amount
                        let new = cost(of: choice)
                        if new < best - 0.001 {
                            best = new
                            isBetter = true
                        } else {
                            choice[from] += amount
                            choice[to] -= amount
                        }
                    }
                }
            }
        }
    }

    /// The lowest table of all, if it is lower than `height`.
    ///
    /// Tries for each column only the widths at which it gets lower, and gives up where the columns that are still to come
    /// would each need all the room.
    private func lowest(below height: Double) -> [Int]? {
        var best = height
        var found: [Int]?
        var nodes = 0
        var choice = Array(repeating: 0, count: columns.count)
        func visit(_ column: Int, _ room: Int, _ rows: [Int]) {
            nodes += 1
            guard nodes < Self.nodeLimit else { return }
            guard column < columns.count else {
                let new = self.height(of: choice)
                if new < best - 0.01 { (best, found) = (new, choice) }
                return
            }
            for slot in columns[column].steps.reversed() where slot <= room {
                choice[column] = slot
                let further = mostLines[column + 1]
                var below = rows
                var bound = 0
                for row in 0..<rowCount {
                    below[row] = max(rows[row], columns[column].lines[slot * rowCount + row])
                    bound += max(below[row], further[(room - slot) * rowCount + row])
                }
                if Double(bound) < best - 0.01 { visit(column + 1, room - slot, below) }
            }
        }
        visit(0, slots, Array(repeating: 1, count: rowCount))
        guard var result = found else { return nil }
        result[result.count - 1] += slots - result.reduce(0, +)
        return result
    }
}
