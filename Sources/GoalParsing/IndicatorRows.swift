internal import Diagnostics
internal import GoalModel
internal import SourceFiles

/// Gathers the cells below the heading row into indicator rows.
///
/// Where row ends are uncertain, pieces between blank lines are joined until a row has as many cells as the heading; a piece
/// that is itself a whole row ends a short one before it.
struct IndicatorRows {
    let headings: [Indicator.Field]
    let certain: Bool
    private(set) var rows: [[SourceDocument.Cell]] = []
    private var open: [SourceDocument.Cell] = []

    init(headings: [Indicator.Field], certain: Bool) {
        self.headings = headings
        self.certain = certain
    }

    /// The heading cells that `cells` begin with: at least three in a row, 一级指标 first.
    static func headings(_ cells: ArraySlice<SourceDocument.Cell>) -> [Indicator.Field]? {
        guard FormLabel(cells.first?.text ?? "") == .heading(.category) else { return nil }
        var headings: [Indicator.Field] = []
        for cell in cells {
            guard case .heading(let field) = FormLabel(cell.text), !headings.contains(field) else { break }
            headings.append(field)
        }
        return headings.count >= 3 ? headings : nil
    }

    mutating func append(_ piece: ArraySlice<SourceDocument.Cell>) {
        if certain {
            rows.append(Array(piece))
            return
        }
        if !open.isEmpty, beginsRow(piece), piece.count >= width || open.count + piece.count > width { closeRow() }
        open += piece
        while open.count > width, open.count.isMultiple(of: width) || open.count >= 2 * width {
            rows.append(Array(open.prefix(width)))
            open.removeFirst(width)
        }
        if open.count >= width { closeRow() }
    }

    private var width: Int {
        headings.count
    }

    private mutating func closeRow() {
        rows.append(open)
        open = []
    }

    /// Rows begin with a category (or a blank under a merged one) and a type.
    private func beginsRow(_ piece: ArraySlice<SourceDocument.Cell>) -> Bool {
        guard let first = piece.first, let second = piece.dropFirst().first else { return false }
        let isCategory = first.text.isEmpty || first.text.isLevelWord
        return isCategory && second.text.isLevelWord
    }

    private var complete: [[SourceDocument.Cell]] {
        (open.isEmpty ? rows : rows + [open]).filter { row in row.contains { !$0.text.isEmpty } }
    }

    /// Cells beyond the last column.
    var surplus: [Passage] {
        complete.flatMap { $0.dropFirst(width) }.filter { !$0.text.isEmpty }.map { Passage($0.text, at: $0.location) }
    }

    /// A row with more or fewer cells than the heading.
    struct Trouble {
        let found: Int
        let expected: Int
        /// Counted from 1 within the project.
        let row: Int
        let place: Location
    }

    /// The indicators, with categories and types of merged cells filled in from above, and the rows that were not whole.
    func indicators() -> (rows: [Indicator], troubles: [Trouble]) {
        var result: [Indicator] = []
        var troubles: [Trouble] = []
        for row in complete {
            if row.count != width {
                troubles.append(Trouble(found: row.count, expected: width, row: result.count + 1, place: row[0].location))
            }
            var texts: [Indicator.Field: String] = [:]
            var places: [Indicator.Field: Location] = [:]
            for (field, cell) in columns(of: row) {
                texts[field] = cell.text
                places[field] = cell.location
            }
            let above = result.last
            for field in Indicator.Field.allCases where places[field] == nil { places[field] = row[0].location }
            let category = texts[.category].flatMap { $0.isEmpty ? nil : $0 } ?? above?.category ?? ""
            let type = texts[.type].flatMap { $0.isEmpty ? nil : $0 } ?? above?.type ?? ""
            result.append(
                Indicator(
                    category: category, type: type, name: texts[.name] ?? "", description: texts[.description] ?? "",
                    target: Target(reading: texts[.target] ?? ""), basis: texts[.basis] ?? "", places: places))
        }
        return (result, troubles)
    }

    /// The cells of a row with their columns; a short row is aligned by what its cells look like.
    private func columns(of row: [SourceDocument.Cell]) -> [(Indicator.Field, SourceDocument.Cell)] {
        guard row.count < width else { return Array(zip(headings, row)) }
        var cells = row[...]
        var columns = headings[...]
        var result: [(Indicator.Field, SourceDocument.Cell)] = []
        if columns.starts(with: [.category, .type]) {
            if let first = cells.first, first.text.isEmpty || first.text.isCategoryWord {
                result.append((.category, first))
                cells = cells.dropFirst()
            }
            if let next = cells.first, next.text.isLevelWord {
                result.append((.type, next))
                cells = cells.dropFirst()
            }
            columns = columns.dropFirst(2)
        }
        // The value is the cell that reads as one; what stands behind it is its basis.
        if let value = cells.dropFirst().firstIndex(where: { Target(reading: $0.text).kind != "text" }),
            let column = columns.firstIndex(of: .target)
        {
            result += zip(columns[..<column], cells[..<value])
            result += zip(columns[column...], cells[value...])
        } else {
            result += zip(columns, cells)
        }
        return result
    }
}

extension String {
    /// 产出指标, 数量指标, 满意度 …: a word of one of the two official trees.
    fileprivate var isLevelWord: Bool {
        isCategoryWord || (count <= 14 && IndicatorKind(type: self, category: "") != nil)
    }

    fileprivate var isCategoryWord: Bool {
        ["产出指标", "效益指标", "满意度指标", "成本指标", "产出", "效益", "满意度", "成本"].contains(withoutSpaces)
    }
}
