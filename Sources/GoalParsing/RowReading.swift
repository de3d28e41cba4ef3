internal import GoalModel
internal import SourceFiles

/// Forms in a table whose row ends are uncertain, as text that was taken out of a document has them.
extension FormReading {
    /// Rows that go on with the table before, in columns of their own.
    mutating func readRest(_ table: SourceDocument.Table, _ columns: IndicatorColumns) {
        let reading = IndicatorReading(rows: table.rows, columns)
        take(reading, columns)
        forms.append(form)
    }

    /// Rows whose ends are uncertain: where they have as many cells as the row above, those stand in columns.
    mutating func readRows(_ rows: [SourceDocument.Row]) {
        var index = 0
        while index < rows.count {
            let alike = rows[index...].prefix { $0.cells.count == rows[index].cells.count }
            if self.rows == nil, alike.count > 1, rows[index].cells.count > 2 {
                let placed = alike.prefix(12).map(\.inColumns)
                if let money = MoneyColumns(placed, year: year, lexicon) {
                    take(money)
                    index += money.count
                    continue
                }
                if let money = MoneyAcross(placed, lexicon) {
                    take(money)
                    index += 2
                    continue
                }
                if let goals = GoalColumns(placed, lexicon) {
                    take(goals)
                    index += goals.count
                    continue
                }
            }
            read(rows[index])
            index += 1
        }
    }

    /// Reads the cells of a row whose end is uncertain.
    private mutating func read(_ row: SourceDocument.Row) {
        var cells = row.cells[...]
        if let columns = rows?.columns, rows?.isEmpty == true, let parts = IndicatorHeading.lowerRow(cells, lexicon),
            let split = columns.splittingTarget(into: parts)
        {
            rows = IndicatorRows(columns: split)
            return
        }
        if rows != nil, let first = cells.first(where: { !$0.text.isEmpty }), isTail(first, of: row) {
            residue.append(Passage(cells.map(\.text).filter { !$0.isEmpty }.joined(separator: "："), at: first.location))
            return
        }
        while let cell = cells.first {
            if let columns = IndicatorColumns(cells, lexicon) {
                // The heading of the page before again, or that of other rows: of all years, of this one.
                let isRepeated = rows?.columns.longSide == columns.longSide && rows?.columns.columns == columns.columns
                if let rows, !isRepeated { takeRows(rows) }
                if !isRepeated { rows = IndicatorRows(columns: columns) }
                cells = cells.dropFirst(columns.width)
                part = .none
            } else if rows != nil {
                let next = cells.indices.first { beginsForm(cells[$0...], first: $0 == cells.startIndex) }
                guard let next else {
                    rows?.append(cells)
                    return
                }
                if next > cells.startIndex { rows?.append(cells[..<next]) }
                cells = cells[next...]
                closeForm()
            } else {
                read(cell)
                cells = cells.dropFirst()
            }
        }
    }

    /// Words below the indicators that are none: who signs, a note, 保障措施 beside its text.
    private func isTail(_ first: SourceDocument.Cell, of row: SourceDocument.Row) -> Bool {
        if lexicon.word(first.text)?.label == .tail || Remark.isRow(row.cells) { return true }
        guard row.cells.count(where: { !$0.text.isEmpty }) == 2, rows?.columns.width ?? 0 > 3 else { return false }
        if case .foreign(.foreign, _) = lexicon.label(first.text) { return true }
        return false
    }

    /// Rows without certain ends: most of them begin with one of the official words, or they were put together wrongly.
    mutating func takeRows(_ rows: IndicatorRows) {
        if let label = rows.columns.longSide { return keepAside(rows.complete, beside: label) }
        let reading = IndicatorReading(rows)
        var doubts = TableCheck.doubts(ofPutTogether: reading, rows.columns)
        // A list of which the projects were taken for cells of indicators: no label of a project stands above its rows.
        if doubts.isEmpty, form.values.isEmpty, forms.isEmpty, !goesOn, reading.troubles.count > 1 {
            doubts = ["文字里看不出每一行从哪里开始，\(reading.troubles.count)行的格数与表头不同，也没有项目名称"]
        }
        guard !doubts.isEmpty else { return take(reading, rows.columns) }
        form.tables.append(FormTable(headless: rows.complete.map { SourceDocument.Row(cells: $0) }, doubts: doubts))
        form.columns = form.columns ?? rows.columns
    }
}
