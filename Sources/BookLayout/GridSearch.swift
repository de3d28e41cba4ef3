/// Shares out the width that columns have beyond their least, in small equal slots, for many tables at once.
struct GridSearch {
    private let slots: Int
    private let columnCount: Int
    private let room: ColumnGrid.Room
    private let forms: [Form]

    /// In lines that one would give to mend it.
    private enum Cost {
        static let brokenPiece = 200.0
        static let furtherLine = 0.15
        /// Beyond three, which make a narrow tower of a cell.
        static let fourthLine = 0.4
        /// Of the square of how many times a text fills its column, so that the search sees a way where no line is won yet.
        static let filling = 0.001
        static let crowded = 0.7
        static let overflowing = 60.0
        /// Lines beyond the page's end that still count; no widths help a table of many pages.
        static let mostLines = 40.0
    }

    /// Characters of the longest word or number that a column is made wide enough for.
    private static let longestWord = 10.0
    /// Later rows are taken to be like these.
    private static let rowLimit = 300
    /// Two sets of widths must be better than one by more than this part.
    private static let gain = 0.03

    init(_ forms: [ColumnGrid.Form], _ room: ColumnGrid.Room, unit: Double, slots: Int) {
        (self.room, self.slots) = (room, slots)
        columnCount = room.minimums.count
        self.forms = forms.map { form in
            let rows = min(Self.rowLimit, form.columns.joined().map(\.rows.upperBound).max() ?? 0)
            let columns = zip(form.columns, room.minimums).map { cells, minimum in
                Self.profile(of: cells, rows, minimum: minimum, unit: unit, slots: slots, step: room.step)
            }
            return Form(form: form, rowCount: rows, slots: slots, columns: columns)
        }
    }

    private static func profile(
        of cells: [ColumnGrid.Cell], _ rows: Int, minimum: Double, unit: Double, slots: Int, step: Double
    ) -> Profile {
        var profile = Profile(
            lines: Array(repeating: 0, count: (slots + 1) * rows), strain: Array(repeating: 0, count: slots + 1))
        for cell in cells where cell.rows.upperBound <= rows {
            let natural = cell.natural
            let least = max(1, cell.paragraphs.count)
            profile.wish = max(profile.wish, (natural - minimum) / unit)
            var counts = Array(repeating: Int16(clamping: least), count: slots + 1)
            for slot in 0...slots {
                let width = minimum + Double(slot) * unit
                let (count, broken) = cell.lines(in: width, longest: longestWord * step)
                counts[slot] = Int16(clamping: count)
                let filled = min(10, natural / width)
                profile.strain[slot] += Cost.filling * filled * filled
                let further = Double(min(12, count - least))
                profile.strain[slot] +=
                    Cost.brokenPiece * Double(broken) + Cost.furtherLine * further + Cost.fourthLine * max(0, further - 2)
                if count <= least, broken == 0 { break }
            }
            if cell.rows.count > 1 {
                profile.spans.append((cell.rows, counts))
            } else {
                for slot in 0...slots {
                    let index = slot * rows + cell.rows.lowerBound
                    profile.lines[index] = max(profile.lines[index], counts[slot])
                }
            }
        }
        profile.spans.sort { ($0.rows.upperBound, -$0.rows.lowerBound) < ($1.rows.upperBound, -$1.rows.lowerBound) }
        return profile
    }

    // MARK: The search

    /// - Returns: one or two ways to share out the slots, and for each table which is better.
    func run() -> (grids: [[Int]], choices: [Int]) {
        let all = Array(forms.indices)
        let one = best(for: all, from: [wished(all)])
        let costs = all.map { cost(of: forms[$0], one) }
        let single = ([one], all.map { _ in 0 })
        guard forms.count > 1 else { return single }
        // Those that suffer most from the common widths, compared with widths of their own, ask for a second set.
        let own = all.map { best(for: [$0], from: [one, wished([$0])]) }
        let loss = all.map { costs[$0] - cost(of: forms[$0], own[$0]) }
        guard let worst = all.max(by: { loss[$0] < loss[$1] }), loss[worst] > 1 else { return single }
        var grids = [one, own[worst]]
        var choices = choose(grids)
        for _ in 0..<4 {
            for index in grids.indices {
                let mine = all.filter { choices[$0] == index }
                if !mine.isEmpty { grids[index] = best(for: mine, from: [grids[index], wished(mine)]) }
            }
            let next = choose(grids)
            if next == choices { break }
            choices = next
        }
        let both = all.reduce(0) { $0 + cost(of: forms[$1], grids[choices[$1]]) }
        return both < costs.reduce(0, +) * (1 - Self.gain) ? (grids, choices) : single
    }

    private func choose(_ grids: [[Int]]) -> [Int] {
        forms.map { form in
            let costs = grids.map { cost(of: form, $0) }
            return costs.indices.min { costs[$0] < costs[$1] } ?? 0
        }
    }

    /// Each column with what its longest texts would like, a long one with half of the table.
    private func wished(_ members: [Int]) -> [Int] {
        var wishes = Array(repeating: 0.0, count: columnCount)
        for member in members {
            for column in 0..<columnCount {
                wishes[column] += min(max(0, forms[member].wishes[column]), Double(slots) / 2)
            }
        }
        let sum = max(1, wishes.reduce(0, +))
        var choice = wishes.map { Int($0 / sum * Double(slots)) }
        var rest = slots - choice.reduce(0, +)
        for column in choice.indices {
            let share = column == choice.count - 1 ? rest : rest / (choice.count - column)
            choice[column] += share
            rest -= share
        }
        return choice
    }

    /// Moves slots from one column to another as long as that makes the tables better.
    private func best(for members: [Int], from starts: [[Int]]) -> [Int] {
        /// As far as it stays below a limit: no table costs less than nothing.
        func sum(_ choice: [Int], below limit: Double = .infinity) -> Double {
            var sum = 0.0
            for member in members where sum < limit { sum += cost(of: forms[member], choice) }
            return sum
        }
        var found = starts[0]
        var least = Double.infinity
        for start in starts {
            var choice = start
            var current = sum(choice)
            for amount in [8, 4, 2, 1] {
                var isBetter = true
                var rounds = 0
                while isBetter, rounds < 6 {
                    isBetter = false
                    rounds += 1
                    for from in choice.indices {
                        for to in choice.indices where to != from && choice[from] >= amount {
                            choice[from] -= amount
                            choice[to] += amount
                            let new = sum(choice, below: current)
                            if new < current - 0.001 {
                                (current, isBetter) = (new, true)
                            } else {
                                choice[from] += amount
                                choice[to] -= amount
                            }
                        }
                    }
                }
            }
            if current < least - 0.001 { (least, found) = (current, choice) }
        }
        return found
    }

    // MARK: The cost

    private func cost(of form: Form, _ choice: [Int]) -> Double {
        let lines = form.height(choice) + Double(form.form.otherLines)
        let rows = Double(form.rowCount + form.form.otherRows)
        let wanted = lines * room.wanted.leading + rows * 2 * room.wanted.along - form.form.room
        let tightest = lines * room.tightest.leading + rows * 2 * room.tightest.along - form.form.room
        var cost = lines
        for column in 0..<columnCount { cost += form.strain(column, choice[column]) }
        if wanted > 0 { cost += Cost.crowded * wanted / room.wanted.leading }
        if tightest > 0 { cost += Cost.overflowing + min(tightest, Cost.mostLines * room.tightest.leading) }
        return cost
    }
}

/// How a column behaves with each number of slots.
private struct Profile {
    /// For each number of slots and row: the lines of what stands in that row alone.
    var lines: [Int16]
    /// Merged cells: their rows, and for each number of slots their lines; those that end first before others.
    var spans: [(rows: Range<Int>, lines: [Int16])] = []
    /// For each number of slots: how ugly the column is, in lines that one would give to mend it.
    var strain: [Double]
    /// How many slots the column would like to have.
    var wish = 0.0
}

/// A table, by how it behaves with each number of slots. A search asks thousands of times, so all columns stand in one list.
private final class Form {
    let form: ColumnGrid.Form
    let rowCount: Int
    /// By column.
    let wishes: [Double]
    /// How many choices a column has.
    private let choices: Int
    private let lines: [Int16]
    private let strains: [Double]
    private let spans: [Span]
    private let spanLines: [Int16]

    private struct Span {
        var column: Int
        var rows: Range<Int>
    }

    /// Between the lines of the rows that a merged cell spans, in half lines.
    private static let rowPadding = 1

    init(form: ColumnGrid.Form, rowCount: Int, slots: Int, columns: [Profile]) {
        (self.form, self.rowCount, choices) = (form, rowCount, slots + 1)
        wishes = columns.map(\.wish)
        lines = columns.flatMap(\.lines)
        strains = columns.flatMap(\.strain)
        spans = columns.enumerated().flatMap { column, profile in profile.spans.map { Span(column: column, rows: $0.rows) } }
        spanLines = columns.flatMap { $0.spans.flatMap(\.lines) }
    }

    func strain(_ column: Int, _ slots: Int) -> Double { strains[column * choices + slots] }

    /// In lines.
    func height(_ choice: [Int]) -> Double {
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: rowCount) { heights in
            heights.initialize(repeating: 1)
            var begin = 0
            for slots in choice {
                let start = (begin + slots) * rowCount
                begin += choices
                // A part of its own has no end that each element is compared with.
                let column = lines[start..<(start + rowCount)]
                column.withUnsafeBufferPointer { column in
                    for row in heights.indices { heights[row] = max(heights[row], column[row]) }
                }
            }
            var height = 0
            for lines in heights { height += Int(lines) }
            return Double(
                spans.withUnsafeBufferPointer { spans in
                    spanLines.withUnsafeBufferPointer { lines in height + lack(of: spans, lines, choice, heights) }
                })
        }
    }

    /// By how many lines merged cells are higher than the rows that they span, whose last grows as much.
    private func lack(
        of spans: UnsafeBufferPointer<Span>, _ lines: UnsafeBufferPointer<Int16>, _ choice: [Int],
        _ heights: UnsafeMutableBufferPointer<Int16>
    ) -> Int {
        var (sum, start) = (0, 0)
        for span in spans {
            var halves = Self.rowPadding * (span.rows.count - 1)
            for row in span.rows { halves += 2 * Int(heights[row]) }
            let lack = (2 * Int(lines[start + choice[span.column]]) - halves + 1) >> 1
            start += choices
            guard lack > 0 else { continue }
            heights[span.rows.upperBound - 1] += Int16(lack)
            sum += lack
        }
        return sum
    }
}
