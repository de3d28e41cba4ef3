internal import GoalModel
internal import SourceFiles
internal import Text

/// Which column of a table of indicators holds what.
struct IndicatorColumns {
    enum Column: Hashable {
        case field(Indicator.Field)
        /// 指标性质: the sign that other layouts print in a column of its own.
        case comparator
        /// 度量单位, likewise.
        case unit
        /// One of several columns with a part of the value each, with its heading: a village.
        case share(String)
        /// A column that the goal book does not have, with its heading.
        case other(String)
    }

    /// From the first column to the last, those before the first of the indicators left off.
    private(set) var columns: [Column] = []
    /// The table's own columns that the headings cover, where the table has columns.
    private(set) var positions: [Range<Int>] = []
    /// How many columns stand before the first: a merged 绩效指标, 序号.
    private(set) var lead = 0
    /// The label at the side of rows that are of all years, and not of this one.
    private(set) var longSide: String?

    var width: Int {
        lead + columns.count
    }

    var fields: [Indicator.Field] {
        columns.compactMap { if case .field(let field) = $0 { field } else { nil } }
    }

    /// Whether a column of values, or of parts of one, is among them.
    var holdsValues: Bool {
        columns.contains { column in
            switch column {
            case .field(.target), .share: true
            default: false
            }
        }
    }

    init(columns: [Column], positions: [Range<Int>], lead: Int) {
        (self.columns, self.positions, self.lead) = (columns, positions, lead)
    }

    /// Reads the heading cells that `cells` begin with, where row ends are uncertain: 一级指标 and at least two more of the
    /// form's columns, up to the first cell of an indicator row.
    init?(_ cells: ArraySlice<SourceDocument.Cell>, _ lexicon: Lexicon) {
        var cells = cells
        var word = cells.first.flatMap { lexicon.word($0.text) }
        while lead < 2, let cell = cells.first, let found = word, IndicatorColumns.isLead(found) {
            if found.label == .longSide { longSide = cell.text.withoutSpaces }
            lead += 1
            cells = cells.dropFirst()
            word = cells.first.flatMap { lexicon.word($0.text) }
        }
        let first = word?.column
        guard first == .category || first == .name else { return nil }
        for (offset, cell) in cells.prefix(40).enumerated() {
            guard let column = column(cell, ahead: cells.dropFirst(offset + 1).prefix(4), lexicon) else { break }
            columns.append(column)
        }
        // Where nothing is headed as a name 指标内容 is one.
        if !fields.contains(.name), let place = columns.firstIndex(of: .field(.description)) { columns[place] = .field(.name) }
        // Without 一级指标 nothing but a whole row of headings, with the value among them, is one.
        guard first == .category ? fields.count >= 3 : columns.count >= 3 && columns.count == cells.count && holdsValues else {
            return nil
        }
    }

    /// The same with sign, number and unit in the place of the value; `nil` where no value is among the columns.
    func splittingTarget(into parts: [Column]) -> IndicatorColumns? {
        guard let place = columns.firstIndex(of: .field(.target)) else { return nil }
        var copy = self
        copy.columns.replaceSubrange(place...place, with: parts)
        return copy
    }

    /// The same with another column at a place.
    func holding(_ column: Column, at index: Int) -> IndicatorColumns {
        var copy = self
        copy.columns[index] = column
        return copy
    }

    private static func mayHead(_ text: String) -> Bool {
        let word = text.withoutSpaces
        return !word.isEmpty && word.count <= 12 && !word.isLevelWord && !word.contains(where: \.isDecimal)
    }

    private static func isLead(_ word: Lexicon.Word) -> Bool {
        word.label == .side || word.label == .longSide || word.column == .serial
    }

    /// The same for the rest of a table on the next page, whose own columns may be others.
    var withoutPositions: IndicatorColumns {
        var copy = self
        copy.positions = []
        return copy
    }

    private func column(
        _ cell: SourceDocument.Cell, ahead: ArraySlice<SourceDocument.Cell>, _ lexicon: Lexicon
    ) -> Column? {
        let word = cell.text.withoutSpaces.folded
        let meaning = lexicon.column(cell.text)
        if let meaning, let column = Column(meaning, title: cell.text.withoutSpaces), !columns.contains(column) { return column }
        // 数值 behind 运算符号 is too short to be a heading by itself.
        if columns.last == .comparator, !holdsValues, IndicatorHeading.isValue(word) { return .field(.target) }
        if word == "单位" || word.begins(with: "单位(文字") { return .unit }
        if word == "符号" || word == "性质" { return .comparator }
        if meaning != nil { return .other(cell.text.withoutSpaces) }
        if word.isLevelWord || word.count > 12 { return nil }
        // The last words of the row, where those before it are headings: a column that nobody knows.
        let endsRow = ahead.count < 3 && holdsValues && ([cell] + ahead).allSatisfy { IndicatorColumns.mayHead($0.text) }
        if endsRow { return .other(cell.text.withoutSpaces) }
        let goesOn = ahead.contains { cell in
            lexicon.column(cell.text).flatMap { Column($0, title: cell.text) }.map { !columns.contains($0) } == true
        }
        return goesOn ? .other(cell.text.withoutSpaces) : nil
    }
}

extension IndicatorColumns.Column {
    /// What a heading's meaning is to the goal book.
    init?(_ meaning: Meaning, title: String) {
        switch meaning {
        case .category: self = .field(.category)
        case .type: self = .field(.type)
        case .name: self = .field(.name)
        case .description: self = .field(.description)
        case .target: self = .field(.target)
        case .basis: self = .field(.basis)
        case .comparator: self = .comparator
        case .measure: self = .unit
        default:
            guard meaning.isColumn else { return nil }
            self = .other(title)
        }
    }
}

extension String {
    /// 产出指标, 数量指标, 满意度 …: a word of one of the two official trees.
    var isLevelWord: Bool {
        utf8.count <= 60 && (isCategoryWord || (count <= 14 && IndicatorKind(type: self, category: "") != nil))
    }

    var isCategoryWord: Bool {
        guard utf8.count <= 60 else { return false }
        let word = withoutSpaces
        return categoryWords.contains(word)
            || (word.unicodeScalars.first == "项" && word.begins(with: "项目") && categoryWords.contains(String(word.dropFirst(2))))
    }
}

private let categoryWords: Set<String> = [
    "产出指标", "效益指标", "满意度指标", "成本指标", "完成指标", "产出", "效益", "满意度", "成本", "效果指标", "效果", "满意指标", "过程指标", "投入指标", "影响力指标", "管理指标",
    "履职效能", "履职效益指标", "运行成本", "预期产出指标", "实施效果指标", "过程管理指标", "投入管理指标", "投入和管理目标", "产出目标", "效果目标", "影响力目标",
    "产出（工作量）指标", "产出(工作量)指标", "决策指标", "预算执行指标", "预算执行率指标", "履职效能指标", "管理效率", "管理效率指标", "社会效应", "社会效应指标", "可持续发展能力",
    "可持续发展能力指标", "运行成本指标", "履职产出指标", "效益指标体系", "产出类指标", "效益类指标", "满意度类指标", "成本类指标",
]
