internal import BookLayout
internal import Typesetting

/// A form as a table.
struct FormTable {
    let form: AppraisalForm
    let setting: TableSetting
    let grid: FormGrid
    private var cells: [TableCell] = []
    private var row = 0
    private var header = 0..<0
    private var heavy: Set<Int> = []

    init(_ form: AppraisalForm, _ setting: TableSetting, grid: FormGrid) {
        (self.form, self.setting, self.grid) = (form, setting, grid)
        for block in form.blocks {
            switch block {
            case .fields(let fields): add(fields)
            case .figures(let figures): add(figures)
            case .texts(let label, let parts): add(label, parts)
            case .wide(let label, let texts): addWide(label, texts)
            case .list(let list): add(list)
            }
        }
    }

    func table(caption: TableCaption) -> Table {
        var table = Table(
            width: grid.width, rowCount: row, cells: cells, header: header,
            padding: Table.Padding(across: grid.across, along: setting.padding), minimumRowHeight: setting.rowHeight)
        table.heavyRows = heavy
        table.caption = caption
        return table
    }

    private mutating func add(
        _ text: String, _ style: TextStyle? = nil, rows: Int = 1, from left: Double, to right: Double,
        _ alignment: TextAlignment = .center, head: HeadScope? = nil
    ) {
        var cell = TableCell(
            text, style ?? setting.text, rows: row..<(row + rows), left: left, right: right, alignment: alignment,
            continuation: head == .row && rows > 1 && !text.isEmpty ? text + "（续）" : nil, head: head)
        cell.isTinted = head != nil
        cells.append(cell)
    }

    private mutating func add(_ fields: [FormBlock.Field]) {
        var left = 0.0
        let labels = grid.label * Double(fields.count)
        let shares = fields.reduce(0) { $0 + $1.share }
        for (index, field) in fields.enumerated() {
            let middle = left + grid.label
            let right = index == fields.count - 1 ? grid.width : middle + (grid.width - labels) * field.share / shares
            add(field.label, from: left, to: middle, head: .row)
            add(field.value, from: middle, to: right, field.alignment.value)
            left = right
        }
        row += 1
    }

    private mutating func add(_ figures: FormBlock.Figures) {
        let edges = grid.edges(of: figures.columns, from: grid.label)
        add(figures.label, rows: figures.rows.count + 1, from: 0, to: grid.label, head: .row)
        for (index, column) in figures.columns.enumerated() {
            add(column.title, from: edges[index], to: edges[index + 1], head: .column)
        }
        row += 1
        for texts in figures.rows {
            for (index, text) in texts.enumerated() {
                let column = figures.columns[index]
                add(
                    text, column.kind == .figures ? setting.digits : setting.text, from: edges[index], to: edges[index + 1],
                    column.kind.alignment, head: index == 0 ? .row : nil)
            }
            row += 1
        }
    }

    private mutating func add(_ label: String, _ parts: [FormBlock.Field]) {
        add(label, rows: 2, from: 0, to: grid.label, head: .row)
        let step = (grid.width - grid.label) / Double(parts.count)
        for (index, part) in parts.enumerated() {
            let left = grid.label + Double(index) * step
            let right = index == parts.count - 1 ? grid.width : left + step
            add(part.label, from: left, to: right, head: .column)
            row += 1
            add(part.value, from: left, to: right, .leading)
            row -= 1
        }
        row += 2
    }

    private mutating func addWide(_ label: String, _ texts: [String]) {
        add(label, from: 0, to: grid.label, head: .row)
        let step = (grid.width - grid.label) / Double(max(1, texts.count))
        for (index, text) in texts.enumerated() {
            let left = grid.label + Double(index) * step
            add(text, from: left, to: index == texts.count - 1 ? grid.width : left + step, .leading)
        }
        row += 1
    }

    // MARK: The list

    private mutating func add(_ list: FormList) {
        let isNarrow = !list.side.isEmpty
        let edges = grid.edges(of: list.columns, from: isNarrow ? FormList.sideWidth : 0)
        let headRows = list.hasGroups ? 2 : 1
        let first = row
        heavy.insert(row)
        if isNarrow {
            // The head is repeated over pages, so that the label beside the rows cannot reach into it.
            add("", rows: headRows, from: 0, to: FormList.sideWidth, head: .column)
        }
        addHeads(list, edges)
        header = first..<(first + headRows)
        row = first + headRows
        if isNarrow, !list.rows.isEmpty {
            let label = list.side.map(String.init).joined(separator: "\n")
            add(label, rows: list.rows.count, from: 0, to: FormList.sideWidth, head: .row)
            // One character a line has no room for more.
            cells[cells.count - 1].continuation = label
        }
        for (index, texts) in list.rows.enumerated() {
            for (column, text) in texts.enumerated() {
                guard let span = list.span(of: column, at: index) else { continue }
                let kind = list.columns[column].kind
                if column == 0, kind == .label { heavy.insert(row) }
                add(
                    text, kind == .figures ? setting.digits : setting.text, rows: span, from: edges[column],
                    to: edges[column + 1], kind.alignment, head: kind == .label ? .row : nil)
                if kind == .label, !text.isEmpty { cells[cells.count - 1].continuation = text + "（续）" }
            }
            row += 1
        }
        add(list.sum, edges)
    }

    private mutating func add(_ sum: [FormList.Sum], _ edges: [Double]) {
        guard !sum.isEmpty else { return }
        heavy.insert(row)
        var from = 0
        for (index, part) in sum.enumerated() {
            let left = index == 0 ? 0 : edges[from]
            add(
                part.text, index == 0 ? setting.head : part.isFigure ? setting.digits : setting.text, from: left,
                to: edges[part.through], head: index == 0 ? .row : nil)
            from = part.through
        }
        row += 1
    }

    private mutating func addHeads(_ list: FormList, _ edges: [Double]) {
        var index = 0
        while index < list.columns.count {
            let group = list.columns[index].group
            guard !group.isEmpty else {
                add(
                    list.columns[index].title, setting.head, rows: list.hasGroups ? 2 : 1, from: edges[index],
                    to: edges[index + 1], head: .column)
                index += 1
                continue
            }
            let end = list.columns[index...].firstIndex { $0.group != group } ?? list.columns.count
            add(group, setting.head, from: edges[index], to: edges[end], head: .column)
            row += 1
            for column in index..<end {
                add(list.columns[column].title, setting.head, from: edges[column], to: edges[column + 1], head: .column)
            }
            row -= 1
            index = end
        }
    }
}

extension FormBlock.Alignment {
    fileprivate var value: TextAlignment {
        switch self {
        case .leading: .leading
        case .centre: .center
        case .trailing: .trailing
        }
    }
}

extension FormColumn.Kind {
    fileprivate var alignment: TextAlignment {
        switch self {
        case .label, .short: .center
        case .words: .leading
        case .figures: .trailing
        }
    }
}
