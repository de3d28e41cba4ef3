internal import GoalModel
internal import SourceFiles
internal import Text

/// The heading row above the indicators: which column holds what.
struct IndicatorColumns {
    enum Column: Hashable {
        case field(Indicator.Field)
        /// 指标性质: the sign that other layouts print in a column of its own.
        case comparator
        /// 度量单位, likewise.
        case unit
        /// A column that the goal book does not have, with its heading.
        case other(String)
    }

    /// From the first column to the last, those before 一级指标 left off.
    private(set) var columns: [Column] = []
    /// The table's own columns that the headings cover, where the table has columns.
    private(set) var positions: [Range<Int>] = []
    /// How many columns stand before 一级指标: a merged 绩效指标, 序号.
    private(set) var lead = 0

    var width: Int {
        lead + columns.count
    }

    var fields: [Indicator.Field] {
        columns.compactMap { if case .field(let field) = $0 { field } else { nil } }
    }

    /// Reads the heading cells that `cells` begin with: 一级指标 and at least two more of the form's columns.
    ///
    /// Where row ends are uncertain the heading ends at the first cell of an indicator row.
    init?(_ cells: ArraySlice<SourceDocument.Cell>) {
        while lead < 2, let cell = cells.dropFirst(lead).first, IndicatorColumns.leadWords.contains(cell.text.withoutSpaces) {
            lead += 1
        }
        let cells = cells.dropFirst(lead)
        guard let first = cells.first, FormLabel(first.text) == .heading(.category) else { return nil }
        for (offset, cell) in cells.prefix(40).enumerated() {
            if repeats(cell) { setAside(fields: [.type, .name, .description, .target], beside: cells) }
            guard let column = column(cell, ahead: cells.dropFirst(offset + 1).prefix(3)) else { break }
            columns.append(column)
        }
        guard fields.count >= 3 else { return nil }
        let places = cells.prefix(columns.count).compactMap { cell in cell.column.map { $0..<($0 + max(1, cell.span)) } }
        if places.count == columns.count { positions = places }
    }

    /// In the form for several years the columns of all its years stand before those of this year, under the same headings.
    private func repeats(_ cell: SourceDocument.Cell) -> Bool {
        FormLabel(cell.text) == .heading(.type) && columns.contains(.field(.type)) && columns.contains(.field(.target))
            && cell.column != nil
    }

    private mutating func setAside(fields: [Indicator.Field], beside cells: ArraySlice<SourceDocument.Cell>) {
        for (index, cell) in zip(columns.indices, cells) {
            if case .field(let field) = columns[index], fields.contains(field) {
                columns[index] = .other("实施期" + cell.text.withoutSpaces)
            }
        }
    }

    /// Reads a second row of the heading: 符号, 值 and 单位 below 指标值, or 优 良 中 差 below 绩效标准.
    ///
    /// - Returns: false, and nothing read, when the row is none.
    mutating func split(by row: SourceDocument.Row) -> Bool {
        let parts = row.cells.filter { !$0.text.isEmpty }
        guard positions.count == columns.count, parts.count > 1, let end = positions.last?.upperBound,
            parts.allSatisfy({ IndicatorColumns.part($0.text) != nil && $0.column.map { $0 < end + 8 } == true })
        else { return false }
        var split: [(column: Column, position: Range<Int>)] = []
        for (index, position) in positions.enumerated() {
            // Without merged cells a heading reaches to the next one.
            let next = index + 1 < positions.count ? positions[index + 1].lowerBound : Int.max
            let below = parts.filter { part in part.column.map { $0 >= position.lowerBound && $0 < next } == true }
            if below.isEmpty {
                split.append((columns[index], position))
            } else {
                for part in below {
                    guard let column = part.column, let kind = IndicatorColumns.part(part.text) else { continue }
                    split.append((kind, column..<(column + max(1, part.span))))
                }
            }
        }
        // The blank cells behind a heading that is not merged are columns of its parts.
        split.removeAll { $0.column == .other("") }
        columns = split.map(\.column)
        positions = split.map(\.position)
        return true
    }

    /// The same for the rest of a table on the next page, whose own columns may be others.
    var withoutPositions: IndicatorColumns {
        var copy = self
        copy.positions = []
        return copy
    }

    private func column(_ cell: SourceDocument.Cell, ahead: ArraySlice<SourceDocument.Cell>) -> Column? {
        let word = cell.text.withoutSpaces.folded
        // 计量单位 is a label of money outside of a heading.
        if IndicatorColumns.unitWords.contains(word) || word.hasPrefix("单位(文字") { return .unit }
        if IndicatorColumns.comparatorWords.contains(word) { return .comparator }
        if case .heading(let field) = FormLabel(cell.text), !columns.contains(.field(field)) { return .field(field) }
        // In a table that has columns the heading reaches to the end of its row.
        if cell.column != nil { return .other(cell.text.withoutSpaces) }
        if word.isLevelWord || word.count > 12 { return nil }
        let goesOn = ahead.contains { cell in
            if case .heading(let field) = FormLabel(cell.text) { !columns.contains(.field(field)) } else { false }
        }
        let isOther = IndicatorColumns.otherWords.contains { word.hasPrefix($0) }
        return goesOn || isOther ? .other(cell.text.withoutSpaces) : nil
    }

    /// What the lower row of the heading says of a column.
    private static func part(_ text: String) -> Column? {
        let word = text.withoutSpaces.folded
        if unitWords.contains(word) || word.hasPrefix("单位(") || word == "文字描述" { return .unit }
        if comparatorWords.contains(word) { return .comparator }
        if targetParts.contains(word) { return .field(.target) }
        return otherParts.contains(word) ? .other(word) : nil
    }

    private static let targetParts: Set<String> = [
        "值", "数值", "指标值", "目标值", "年度值", "全年", "全年值", "全年目标值", "全年指标值", "年度指标值", "年度目标值", "内容", "优", "优秀",
    ]
    private static let otherParts: Set<String> = [
        "半年", "半年值", "半年目标值", "半年指标值", "上半年", "良", "良好", "中", "差", "上年值", "上年实际", "历史值", "实际值", "完成值",
    ]
    private static let leadWords: Set<String> = ["绩效指标", "年度绩效指标", "项目绩效指标", "指标", "序号", "绩效指标体系"]
    private static let unitWords: Set<String> = ["度量单位", "计量单位", "指标单位", "单位", "指标值单位"]
    private static let comparatorWords: Set<String> = ["指标性质", "指标符号", "符号", "计算符号", "运算符号", "比较符号", "指标值符号"]
    private static let otherWords = [
        "权重", "分值", "指标分值", "指标权重", "备注", "得分", "半年目标值", "实际完成值", "完成值", "偏差原因", "评分标准", "评价标准", "指标方向性", "指标方向", "指标类型",
        "半年指标值", "序号", "扣分标准", "上年指标值", "历史指标值", "责任科室", "责任人",
    ]
}

extension String {
    /// 产出指标, 数量指标, 满意度 …: a word of one of the two official trees.
    var isLevelWord: Bool {
        utf8.count <= 60 && (isCategoryWord || (count <= 14 && IndicatorKind(type: self, category: "") != nil))
    }

    var isCategoryWord: Bool {
        utf8.count <= 60 && categoryWords.contains(withoutSpaces)
    }
}

private let categoryWords: Set<String> = ["产出指标", "效益指标", "满意度指标", "成本指标", "产出", "效益", "满意度", "成本", "效果指标"]
