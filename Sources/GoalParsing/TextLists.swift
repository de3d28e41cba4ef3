internal import GoalModel
internal import SourceFiles
internal import Text

extension SourceDocument.Table {
    /// A list whose row ends are uncertain, with the cells in columns, where each of its rows has as many as the heading; `nil` for
    /// what is no list, and where the rows differ.
    func listInColumns(_ lexicon: Lexicon) -> SourceDocument.Table? {
        guard !rowsAreCertain else { return nil }
        for place in rows.indices.prefix(4) {
            if rows[place].headsList(lexicon), let list = list(heading: [rows[place].inColumns], at: place) { return list }
            guard let next = rows[(place + 1)...].first, let upper = rows[place].spread(above: next, lexicon),
                SourceDocument.Row(cells: upper.leaves(with: next, lexicon)).headsList(lexicon)
            else { continue }
            if let list = list(heading: [upper, next.inColumns], at: place) { return list }
        }
        return nil
    }

    private func list(heading: [SourceDocument.Row], at place: Int) -> SourceDocument.Table? {
        let width = heading.last?.cells.count
        let list = rows[(place + heading.count)...].filter { row in row.cells.contains { !$0.text.isEmpty } }
        guard !list.isEmpty, list.allSatisfy({ $0.cells.count == width || Remark.isRow($0.cells) }) else { return nil }
        let lead = rows[..<place].map { SourceDocument.Row(cells: Array($0.cells.prefix(1))).inColumns }
        return SourceDocument.Table(rows: lead + heading + list.map(\.inColumns), rowsAreCertain: true, isSheet: isSheet)
    }
}

extension SourceDocument.Row {
    /// Whether the row holds headings of a list only: a project's name among them, and columns of indicators or one of budgets.
    fileprivate func headsList(_ lexicon: Lexicon) -> Bool {
        guard cells.count > 3, cells.allSatisfy({ !$0.text.isEmpty }),
            cells.contains(where: { lexicon.label($0.text) == .name })
        else { return false }
        let meanings = cells.compactMap { lexicon.lists.meaning(of: $0.text) }
        // Names and amounts alone are a summary.
        if meanings.count == cells.count, meanings.contains(.column(.budget)), meanings.contains(.column(.goals)) { return true }
        return cells.count > 5 && meanings.count * 3 >= cells.count * 2
            && cells.indices.dropFirst(3).contains { IndicatorColumns(cells[$0...], lexicon) != nil }
    }

    /// The upper row of a heading whose merged cells were lost, each cell above as many of the lower row's as it covered: a blank
    /// one below belongs to a cell alone, and those that are written side by side share one; `nil` where that does not come out even.
    fileprivate func spread(above lower: SourceDocument.Row, _ lexicon: Lexicon) -> SourceDocument.Row? {
        let written = cells.filter { !$0.text.isEmpty }
        guard written.count > 2, lower.cells.count > written.count else { return nil }
        var spans: [Int] = []
        for (place, cell) in lower.cells.enumerated() {
            let start = place - (spans.last ?? 0)
            let goesOn = place > 0 && !cell.text.isEmpty && !lower.cells[place - 1].text.isEmpty
            // Parts of money end where columns of indicators begin, and those of 产出指标 where its first comes again.
            let begins = lexicon.column(cell.text) == .category
            if goesOn, !begins, cell.text != lower.cells[start].text { spans[spans.count - 1] += 1 } else { spans.append(1) }
        }
        guard spans.count == written.count else { return nil }
        var column = 1
        return SourceDocument.Row(
            cells: zip(written, spans).map { cell, span in
                var cell = cell
                (cell.column, cell.span) = (column, span)
                column += span
                return cell
            })
    }

    /// What each column is headed with at last: the lower row's cell, or the one above where that is blank or only a part of it.
    fileprivate func leaves(with lower: SourceDocument.Row, _ lexicon: Lexicon) -> [SourceDocument.Cell] {
        let upper = cells.flatMap { cell in [SourceDocument.Cell](repeating: cell, count: max(1, cell.span)) }
        return zip(upper, lower.cells).map { $1.text.isEmpty || lexicon.lists.isPart($1.text) ? $0 : $1 }
    }

    /// The cells as if each stood in a column of its own.
    var inColumns: SourceDocument.Row {
        SourceDocument.Row(
            cells: cells.enumerated().map { index, cell in
                var cell = cell
                cell.column = index + 1
                return cell
            })
    }
}
