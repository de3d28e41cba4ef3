internal import BookLayout
internal import GoalModel
internal import Typesetting

/// The six columns of a project's indicators: what is merged in them, and how wide they are.
struct IndicatorColumns {
    let indicators: [Indicator]
    let setting: TableSetting
    let measurer: FontContext

    init(_ indicators: [Indicator], _ setting: TableSetting, measurer: FontContext) {
        (self.indicators, self.setting, self.measurer) = (indicators, setting, measurer)
    }

    /// How many rows a cell takes in; `nil` where the cell above holds this one too.
    func span(of field: Indicator.Field, at index: Int) -> Int? {
        guard field == .category || field == .type else { return 1 }
        func belongsTogether(_ a: Int, _ b: Int) -> Bool {
            guard !indicators[a][field].isEmpty, indicators[a].category == indicators[b].category else { return false }
            return indicators[a][field] == indicators[b][field]
        }
        if index > 0, belongsTogether(index - 1, index) { return nil }
        var end = index + 1
        while end < indicators.count, belongsTogether(index, end) { end += 1 }
        return end - index
    }

    /// A heading on two lines.
    static func head(of field: Indicator.Field) -> String {
        switch field {
        case .description: "绩效指标\n描述"
        case .basis: "指标值\n确定依据"
        default: field.title
        }
    }

    /// - Parameter padding: at both sides of a cell's text, in pt.
    /// - Returns: widths in pt that add up to `total`.
    func widths(total: Double, padding: Double) -> [Double] {
        ColumnWidths.widths(of: columns, total: total, padding: padding, step: setting.size)
    }

    /// What the widths depend on.
    var columns: [ColumnWidths.Column] { Indicator.Field.allCases.map(column(of:)) }

    private func column(of field: Indicator.Field) -> ColumnWidths.Column {
        let size = setting.size
        let head = Self.head(of: field).split(separator: "\n").map { Double($0.count) * size }
        // Of two lines where the column is narrow, of one elsewhere.
        var cells = [ColumnWidths.Cell(rows: 0..<1, paragraphs: [head])]
        var minimum = max(head.max() ?? 0, (field == .category ? 5 : field == .target ? 3 : 4) * size)
        for index in indicators.indices {
            guard let span = span(of: field, at: index) else { continue }
            let text = indicators[index][field]
            let paragraphs: [[Double]]
            switch field {
            case .category, .type: paragraphs = [label(text, &minimum)]
            case .target where !text.hasPhrase && measurer.width(of: text, in: setting.text) <= 10 * size:
                // Such as 300元/人/月. A phrase may break, or it starves the columns of real text.
                paragraphs = text.split(separator: "\n").map { [measurer.width(of: String($0), in: setting.text)] }
                minimum = max(minimum, paragraphs.compactMap(\.first).max() ?? 0)
            default:
                paragraphs = TextPieces.paragraphs(of: text, in: setting.text, measurer: measurer)
                minimum = max(minimum, paragraphs.joined().filter { $0 <= 6 * size }.max() ?? 0)
            }
            cells.append(ColumnWidths.Cell(rows: (index + 1)..<(index + 1 + span), paragraphs: paragraphs))
        }
        return ColumnWidths.Column(minimum: minimum + 0.5, cells: cells)
    }

    private func label(_ text: String, _ minimum: inout Double) -> [Double] {
        let label = IndicatorLabel(text)
        guard !label.isRunningText else {
            minimum = max(minimum, 6 * setting.size)
            return TextPieces.paragraphs(of: text, in: setting.text, measurer: measurer).flatMap(\.self)
        }
        let pieces = (label.halves ?? [text]).map { measurer.width(of: $0, in: setting.text) }
        minimum = max(minimum, pieces.max() ?? 0)
        return pieces
    }
}

extension String {
    /// Five or more Chinese characters in a row: more than a unit or a date has.
    fileprivate var hasPhrase: Bool {
        unicodeScalars.split { !$0.properties.isIdeographic }.contains { $0.count >= 5 }
    }
}
