internal import BookLayout
internal import GoalModel
internal import Typesetting

/// The six columns of a project's indicators: what is merged in them, and what of their texts cannot be broken.
struct IndicatorColumns {
    let indicators: [Indicator]

    /// The columns whose widths follow the texts; the two before them hold labels.
    static let free: [Indicator.Field] = [.name, .description, .target, .basis]

    /// How many rows a cell takes in; `nil` where the cell above holds this one too.
    func span(of field: Indicator.Field, at index: Int) -> Int? {
        guard field == .category || field == .type || field == .basis else { return 1 }
        if index > 0, indicators.areMerged(index - 1, index, in: field) { return nil }
        var end = index + 1
        while end < indicators.count, indicators.areMerged(index, end, in: field) { end += 1 }
        return end - index
    }

    /// What a search for column widths wants to know, the heads as first row.
    func cells(_ setting: TableSetting, measurer: FontContext) -> [[ColumnGrid.Cell]] {
        Self.free.map { field in
            let head = ColumnGrid.Cell(rows: 0..<1, paragraphs: measurer.pieces(of: field.title, in: setting.head))
            return [head]
                + indicators.indices.compactMap { index in
                    span(of: field, at: index).map { span in
                        let paragraphs = measurer.pieces(of: indicators[index][field], in: setting.text)
                        return ColumnGrid.Cell(rows: (index + 1)..<(index + 1 + span), paragraphs: paragraphs)
                    }
                }
        }
    }
}

extension [Indicator] {
    /// The length of a basis from which on it stands once beside all rows that it is the basis of.
    private static var longBasis: Int { 9 }

    /// Whether neighbouring rows share one cell of a column.
    func areMerged(_ one: Int, _ other: Int, in field: Indicator.Field) -> Bool {
        guard !self[one][field].isEmpty, self[one][field] == self[other][field] else { return false }
        return field == .basis ? self[one][field].count >= Self.longBasis : self[one].category == self[other].category
    }
}
