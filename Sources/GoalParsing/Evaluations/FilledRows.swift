internal import Foundation
internal import GoalModel
internal import Text

/// The rows of indicators below a heading, up to the row of the sum.
struct FilledRows {
    typealias Column = EvaluationForm.Column

    let heading: FilledHeading
    private(set) var rows: [EvaluationForm.Row] = []
    /// The texts of the level-one and level-two cells last seen, where a text shows them once.
    private var above: [Column: EvaluationForm.Cell] = [:]

    init(heading: FilledHeading) {
        self.heading = heading
    }

    /// Takes a row that is an indicator, or none at all; false where the rows end.
    mutating func take(_ row: FilledRow, number: Int) -> Bool {
        guard let cells = cells(of: row), !isAcross(row) else { return false }
        let own = cells.filter { $0.key != .category && $0.key != .type }
        if own.values.allSatisfy(\.cell.isBlank) || FilledRows.isUnused(own) {
            note(cells)
            return true
        }
        note(cells)
        var found = cells.mapValues(\.cell)
        for level in [Column.category, .type] where found[level]?.text.isEmpty != false {
            found[level] = above[level] ?? found[level]
        }
        guard let place = (cells[.name] ?? cells.values.first)?.cell.place else { return true }
        var result = EvaluationForm.Row(number: number, place: place, cells: found, target: FilledRows.target(found))
        let name = result.name.withoutSpaces
        let hasPoints = [Column.weight, .score].contains { found[$0].map { !$0.isBlank } ?? false }
        // The points of a whole level stand in a row of their own above those of its indicators.
        let isOfLevel =
            [Column.name, .target, .actual].allSatisfy { cells[$0]?.cell.isBlank ?? true }
            && cells[.category]?.continuesAbove == false
        result.isPart = name.begins(with: "其中") && !hasPoints || isOfLevel && hasPoints && found[.category]?.isBlank == false
        let levels = [Column.category, .type, .name].compactMap { found[$0]?.text.withoutSpaces }
        result.isExecution =
            levels.contains {
                $0.holds("预算执行率") && $0.count <= 12 || $0 == "预算执行" || $0 == "预算执行率指标"
            } && levels.allSatisfy { !["产出", "效益", "满意"].contains(where: $0.holds) }
        result.continued = Set(cells.filter { $0.value.continuesAbove }.map(\.key))
        rows.append(result)
        return true
    }

    /// Whether one cell covers the name and what stands far behind it: words below the indicators.
    private func isAcross(_ row: FilledRow) -> Bool {
        guard row.isCertain, let name = heading.range(.name), let last = heading.range(.score) ?? heading.range(.actual) else {
            return false
        }
        return row.slots.contains { $0.range.overlaps(name) && $0.range.overlaps(last) }
    }

    /// A column's cell, and whether it goes on from the row above.
    typealias Found = (cell: EvaluationForm.Cell, continuesAbove: Bool)

    private func cells(of row: FilledRow) -> [Column: Found]? {
        if row.isCertain {
            var result: [Column: Found] = [:]
            for (column, range) in heading.columns {
                if let slot = row.slots.first(where: { $0.range.overlaps(range) }) {
                    result[column] = (slot.cell, slot.continuesAbove)
                } else if let blank = row.blank(at: range) {
                    result[column] = (blank, false)
                }
            }
            return result.isEmpty ? nil : result
        }
        if row.slots.count >= heading.width { return aligned(row, from: 0) }
        // Cells may be missing at the left, below merged ones, and at the right, where nothing is written.
        let missing = heading.width - row.slots.count
        let shifts = [0, missing] + (1..<max(1, missing)).reversed()
        return shifts.lazy.compactMap { aligned(row, from: $0) }.first(where: FilledRows.isSound)
    }

    /// Cells of a text by their order; the first of them stands in the column `shift`.
    private func aligned(_ row: FilledRow, from shift: Int) -> [Column: Found]? {
        guard shift >= 0, row.slots.count + shift <= heading.width + 1 else { return nil }
        var result: [Column: Found] = [:]
        for (column, range) in heading.columns {
            let place = range.lowerBound - 1 - shift
            if row.slots.indices.contains(place) {
                result[column] = (row.slots[place].cell, false)
            } else if place >= row.slots.count, let last = row.slots.last {
                result[column] = (EvaluationForm.Cell("", at: last.cell.place), false)
            }
        }
        return result.isEmpty ? nil : result
    }

    /// Whether the cells hold what their columns are for.
    private static func isSound(_ cells: [Column: Found]) -> Bool {
        for column in [Column.weight, .score] {
            if let cell = cells[column]?.cell, !cell.isBlank, cell.number == nil { return false }
        }
        if let name = cells[.name]?.cell, name.isBlank || name.number != nil { return false }
        let levels = [Column.category, .type].compactMap { cells[$0]?.cell }
        return levels.allSatisfy { $0.isBlank || $0.number == nil && !"≥≤=<>＝≧≦".contains($0.text.first ?? " ") }
            && cells[.reason]?.cell.number == nil
    }

    private mutating func note(_ cells: [Column: Found]) {
        if let category = cells[.category]?.cell, !category.text.isEmpty {
            if category.text != above[.category]?.text { above[.type] = nil }
            above[.category] = category
        }
        if let type = cells[.type]?.cell, !type.text.isEmpty { above[.type] = type }
    }

    /// 指标3： and ……, printed and not used.
    private static func isUnused(_ cells: [Column: Found]) -> Bool {
        let rest = cells.filter { $0.key != .name }
        guard rest.values.allSatisfy(\.cell.isBlank), let name = cells[.name]?.cell.text.withoutSpaces else { return false }
        return name.allSatisfy { ".…·".contains($0) } || (name.begins(with: "指标") && name.count <= 5) || name == "无"
    }

    /// Sign, number and unit in one value.
    private static func target(_ cells: [Column: EvaluationForm.Cell]) -> Target {
        let value = cells[.target]?.text.trimmed ?? ""
        var sign = cells[.sign]?.text.trimmed ?? ""
        var unit = cells[.unit]?.text.trimmed ?? ""
        if cells[.sign]?.isBlank ?? true || sign == "定性" || sign == "定量" { sign = "" }
        if cells[.unit]?.isBlank ?? true { unit = "" }
        guard !value.isEmpty, cells[.target]?.isBlank != true else { return Target(reading: "") }
        let plain = Target(reading: value)
        // 100% beside the unit %: said twice.
        if let quantity = plain.quantity, quantity.unit == unit { unit = "" }
        if plain.quantity?.comparator != nil { sign = "" }
        if plain.quantity == nil, !sign.isEmpty || !unit.isEmpty, plain.deadline != nil { return plain }
        if plain.quantity == nil, cells[.target]?.number == nil { return plain }
        let isPercent = ["百分比", "百分点"].contains(unit)
        return Target(reading: sign + value + (isPercent ? "%" : unit))
    }
}
