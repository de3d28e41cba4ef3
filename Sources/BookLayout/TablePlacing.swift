extension PageBuilder {
    /// Sets a table from the current place on, over as many pages as it takes.
    public func place(_ laid: LaidTable<Measurer>) {
        _ = set(laid)
    }

    /// Sets a table and tells what stands on which page.
    func set(_ laid: LaidTable<Measurer>) -> TablePages<Block> {
        if pages.isEmpty { beginPage() }
        let elements = structure.add(laid.table, under: section)
        var found = TablePages(plain: paginate(laid, elements, breaks: []))
        if let better = balancingBreak(of: found.plain, in: laid) {
            let balanced = paginate(laid, elements, breaks: [better])
            if balanced.count == found.plain.count { found.balanced = balanced }
        }
        for (index, part) in found.parts.enumerated() {
            if index > 0 { beginPage() }
            append(part)
        }
        return found
    }

    private func paginate(_ laid: LaidTable<Measurer>, _ elements: [ElementID], breaks: Set<Int>) -> [TablePart<Block>] {
        var pagination = TablePagination(laid, elements: elements, from: y, height: geometry.height, breaks: breaks)
        return pagination.run()
    }

    /// A better last break: where a group begins if the page before stays well filled, else so that no row stands alone.
    private func balancingBreak(of parts: [TablePart<Block>], in laid: LaidTable<Measurer>) -> Int? {
        guard parts.count > 1, let last = parts.last, !parts[parts.count - 2].splitsLastRow else { return nil }
        let before = parts[parts.count - 2].rows
        let first = last.rows.lowerBound
        guard last.bottom < geometry.height * 0.75, before.count > 3,
            before.lowerBound >= laid.table.header.lowerBound || parts.count == 2
        else { return nil }
        let earliest = max(laid.table.header.upperBound + 1, before.lowerBound + before.count * 2 / 3)
        guard earliest < first else { return nil }
        let groups = laid.table.cells.filter { $0.left < 0.01 && $0.continuation != nil }.map(\.rows.lowerBound)
        let isAlone = last.rows.count == 1
        if let start = groups.filter({ $0 >= earliest && (isAlone ? $0 < first : $0 <= first) }).max() {
            return start == first ? nil : start
        }
        return isAlone ? first - 1 : nil
    }
}

struct TablePages<Block> {
    /// Each page filled as far as it goes.
    var plain: [TablePart<Block>]
    /// With a better last page end, where there is one.
    var balanced: [TablePart<Block>]?

    var parts: [TablePart<Block>] { balanced ?? plain }
}
