internal import BookLayout
internal import Typesetting

/// The edges that all forms of a document share.
struct FormGrid {
    let width: Double
    /// Of the labels at the left, in pt.
    let label: Double
    /// Room at the sides of a cell, in pt.
    let across: Double
    /// The widths in pt of the list's free columns, by their titles.
    private var free: [String: Double] = [:]

    init(width: Double, label: Double, across: Double) {
        (self.width, self.label, self.across) = (width, label, across)
    }

    /// Finds the widths of the lists' free columns for all forms at once.
    ///
    /// - Parameter room: the height in pt that a page has for a form.
    init(for forms: [AppraisalForm], width: Double, label: Double, across: Double, room: Double, measurer: FontContext) {
        self.init(width: width, label: label, across: across)
        guard let list = forms.first?.list else { return }
        let setting = TableSetting.standard
        let places = list.columns.indices.filter { list.columns[$0].isFree }
        let minimums = places.map { place -> Double in
            if case .free(let least) = list.columns[place].width { least * setting.size + 0.5 } else { 0 }
        }
        let side = list.side.isEmpty ? 0 : FormList.sideWidth
        let total = width - side - list.columns.reduce(0) { $0 + $1.fixed } - Double(places.count) * 2 * across
        let tightest = TableFit.sizes[0].last ?? .standard
        let search = ColumnGrid.Room(
            total: total, minimums: minimums, step: setting.size,
            wanted: ColumnGrid.Spacing(leading: setting.leading, along: setting.padding),
            tightest: ColumnGrid.Spacing(leading: tightest.leading, along: tightest.padding))
        let grid = ColumnGrid(
            for: forms.compactMap { FormGrid.form($0, places, room: room, setting, measurer) }, in: search)
        // One set for all: a form's choice of two would be seen as disorder here, where all forms are of one kind.
        let widths = grid.widths.count == 1 ? grid.widths[0] : FormGrid.usual(grid)
        for (place, width) in zip(places, widths) { free[list.columns[place].title] = width + 2 * across }
    }

    /// The set that more forms chose.
    private static func usual(_ grid: ColumnGrid) -> [Double] {
        let second = grid.choices.count { $0 == 1 }
        return grid.widths[2 * second > grid.choices.count ? 1 : 0]
    }

    private static func form(
        _ form: AppraisalForm, _ places: [Int], room: Double, _ setting: TableSetting, _ measurer: FontContext
    ) -> ColumnGrid.Form? {
        guard let list = form.list else { return nil }
        let columns = places.map { place in
            [ColumnGrid.Cell(rows: 0..<1, paragraphs: measurer.pieces(of: list.columns[place].title, in: setting.head))]
                + list.rows.enumerated().map { index, texts in
                    ColumnGrid.Cell(
                        rows: (index + 1)..<(index + 2), paragraphs: measurer.pieces(of: texts[place], in: setting.text))
                }
        }
        return ColumnGrid.Form(columns: columns, otherLines: 12, otherRows: 10, room: room)
    }

    /// The edges in pt of columns that fill the width from a place on.
    func edges(of columns: [FormColumn], from left: Double) -> [Double] {
        let wanted = columns.map { column -> Double in
            switch column.width {
            case .fixed(let width): width
            case .free(let least): free[column.title] ?? least * 24
            }
        }
        // What the free ones leave or lack is shared among them.
        let spare = width - left - wanted.reduce(0, +)
        let shared = zip(columns, wanted).reduce(0) { $0 + ($1.0.isFree ? $1.1 : 0) }
        var edge = left
        return [left]
            + zip(columns, wanted).enumerated().map { index, pair in
                let (column, wish) = pair
                let part =
                    shared > 0
                    ? column.isFree ? spare * wish / shared : 0
                    : spare * wish / max(1, wanted.reduce(0, +))
                edge += wish + part
                return index == columns.count - 1 ? width : edge
            }
    }
}

extension FormColumn {
    fileprivate var fixed: Double { if case .fixed(let width) = width { width } else { 0 } }
}
