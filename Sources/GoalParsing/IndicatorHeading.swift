internal import GoalModel
internal import SourceFiles
internal import Text

/// The heading above rows of indicators in a table that has columns: one row, or several with the parts of a column below it.
struct IndicatorHeading {
    /// From left to right, those before the first column of indicators left off.
    private(set) var columns: [Column] = []
    /// The cells before the first column: a merged 绩效指标, 序号.
    private(set) var lead: [SourceDocument.Cell] = []
    private(set) var rows: [SourceDocument.Row] = []
    /// The meaning of the label at the side; `nil` where there is none that is known.
    private(set) var side: Meaning?

    struct Column {
        /// The grid columns that the lowest heading cell covers.
        var range: Range<Int>
        /// From the upper to the lower one; blank cells are none.
        var cells: [SourceDocument.Cell]
        var meaning: Meaning?
        /// A part without a meaning of its own below 指标值: a village, an item.
        var isShare = false

        /// What is read in its cells, as a remark names it.
        var title: String {
            // 良, 中 and 差 say what they are without 绩效标准 above them.
            let cells = meaning == .lowerGrade ? self.cells.suffix(1) : self.cells[...]
            return cells.map { $0.text.withoutSpaces }.joined()
        }
    }

    /// `nil` for a row that is no heading of indicators.
    init?(_ row: SourceDocument.Row, _ lexicon: Lexicon) {
        let words = row.cells.map { $0.text.isEmpty ? nil : lexicon.word($0.text) }
        guard let first = words.firstIndex(where: { $0?.column.map { $0 != .serial } == true }) else { return nil }
        let meanings = IndicatorHeading.meanings(words, of: row.cells)
        guard IndicatorHeading.isHeading(Set(meanings[first...].compactMap(\.self)), cells: row.cells[first...]) else {
            return nil
        }
        lead = Array(row.cells[..<first])
        guard lead.count(where: { !$0.text.isEmpty }) < 8 else { return nil }
        side = zip(lead, words).lazy.compactMap { $1?.label }.first { $0 == .side || $0 == .longSide }
        rows = [row]
        for (cell, meaning) in zip(row.cells[first...], meanings[first...]) {
            guard let start = cell.column else { return nil }
            columns.append(Column(range: cell.range(from: start), cells: cell.text.isEmpty ? [] : [cell], meaning: meaning))
        }
    }

    /// 绩效指标 among the columns, where no other names the indicators, is their name.
    private static func meanings(_ words: [Lexicon.Word?], of cells: [SourceDocument.Cell]) -> [Meaning?] {
        var meanings = words.map { $0?.column }
        for (place, cell) in cells.enumerated() where words[place] == nil {
            meanings[place] = shortWords[cell.text.withoutSpaces.folded]
        }
        let start = meanings.firstIndex { $0 == .category || $0 == .type } ?? meanings.count
        if !meanings.contains(.name), let place = words.indices.first(where: { $0 > start && words[$0]?.label == .side }) {
            meanings[place] = .name
        }
        return meanings
    }

    /// Three columns of indicators at least, their name or kind among these: 年初预算数, 分值, 得分 head columns of money.
    private static func isHeading(_ meanings: Set<Meaning>, cells: ArraySlice<SourceDocument.Cell>) -> Bool {
        let written = cells.count { !$0.text.isEmpty }
        guard meanings.count >= 3, meanings.count * 3 >= written else { return false }
        if meanings.contains(.category) || meanings.contains(.type) {
            return !meanings.isDisjoint(with: [.type, .name, .description, .target, .standard])
        }
        return meanings.contains(.name) && !meanings.isDisjoint(with: [.target, .comparator, .measure, .standard])
    }

    /// Takes a further row of the heading; false, and nothing taken, where the row is none.
    mutating func take(_ row: SourceDocument.Row, _ lexicon: Lexicon) -> Bool {
        guard rows.count < 4, let first = columns.first?.range.lowerBound, let end = columns.last?.range.upperBound else {
            return false
        }
        let cells = row.cells.filter { ($0.column ?? first) >= first }
        let parts = cells.filter { !$0.text.isEmpty }
        // Below the columns before those of indicators the heading may go on alone.
        if parts.isEmpty, cells.contains(where: \.continuesAbove), row.cells.contains(where: { !$0.text.isEmpty }) {
            rows.append(row)
            return true
        }
        guard !parts.isEmpty, parts.allSatisfy({ $0.column.map { $0 < end + 8 } == true }) else { return false }
        let goesOn = cells.contains { cell in
            cell.continuesAbove && columns.contains { $0.range.lowerBound == cell.column && !$0.cells.isEmpty }
        }
        // Parts share a wide heading; where every heading is wide the cells below are the first row.
        let isBelowWide =
            parts.allSatisfy { part in
                columns.contains { $0.range.count > 1 && $0.range.contains(part.column ?? 0) }
            } && columns.contains { column in parts.count { column.range.contains($0.column ?? 0) } > 1 }
            && !parts.contains { OfficialWord.isType($0.text) || $0.text.isCategoryWord }
        let areParts =
            parts.count > 1
            && parts.allSatisfy { IndicatorHeading.isFiller($0.text) || IndicatorHeading.part($0.text, lexicon) != nil }
        guard goesOn || areParts || (isBelowWide && parts.count > 1) else { return false }
        rows.append(row)
        columns = columns.enumerated().flatMap { index, column -> [Column] in
            // Without merged cells a heading reaches to the next one.
            let next = columns[(index + 1)...].first { !$0.cells.isEmpty }?.range.lowerBound ?? Int.max
            let reach =
                column.range.lowerBound..<(column.cells.isEmpty ? column.range.upperBound : max(next, column.range.upperBound))
            let below = parts.filter { part in part.column.map(reach.contains) == true }
            // What stands below a blank cell is a part of the heading to the left of it.
            if column.cells.isEmpty, !below.isEmpty, index > 0 { return [] }
            return below.isEmpty ? [column] : below.map { IndicatorHeading.column(column, $0, lexicon) }
        }
        // The blank cells behind a heading that is not merged are columns of its parts.
        let written = columns.filter { !$0.cells.isEmpty }
        columns.removeAll { column in column.cells.isEmpty && written.contains { $0.range.overlaps(column.range) } }
        return true
    }

    private static func column(_ upper: Column, _ part: SourceDocument.Cell, _ lexicon: Lexicon) -> Column {
        let start = part.column ?? upper.range.lowerBound
        var column = Column(range: part.range(from: start), cells: upper.cells + [part], meaning: upper.meaning)
        let own = isFiller(part.text) ? upper.meaning : IndicatorHeading.part(part.text, lexicon)
        switch (upper.meaning, own) {
        case (.halfYear, .target), (.longTarget, .target), (.lastTarget, .target), (.actual, .target), (.longTarget, .halfYear):
            break
        case (_, let own?): column.meaning = own
        case (.target, nil), (.standard, nil), (nil, nil):
            column.meaning = nil
            column.isShare = true
        case (_, nil): break
        }
        return column
    }

    /// The second half of a heading that is written in two rows: 指标 below 一级, （含单位） below 指标值.
    private static func isFiller(_ text: String) -> Bool {
        let word = text.withoutSpaces.folded
        return ["指标", "名称", "指标名称"].contains(word) || (word.begins(with: "(") && word.ends(with: ")") && word.count <= 12)
    }

    /// The columns that the lower row of a heading names below 目标值, as 符号, 数值 and 单位; `nil` for any other row.
    static func lowerRow(
        _ cells: some Sequence<SourceDocument.Cell>, _ lexicon: Lexicon
    ) -> [IndicatorColumns.Column]? {
        let written = cells.filter { !$0.text.isEmpty }
        guard written.count > 1, written.allSatisfy({ $0.text.utf8.count <= 24 }) else { return nil }
        let columns = written.compactMap { cell in
            part(cell.text, lexicon).flatMap { IndicatorColumns.Column($0, title: cell.text.withoutSpaces) }
        }
        return columns.count > 1 && columns.count == written.count && columns.contains(.field(.target)) ? columns : nil
    }

    /// What the lower row of the heading says of a column: 符号, 值 and 单位 below 指标值, 优 良 中 差 below 绩效标准.
    private static func part(_ text: String, _ lexicon: Lexicon) -> Meaning? {
        let word = text.withoutSpaces.folded
        if let part = parts[FormLabel.bare(word)] { return part }
        if word.begins(with: "单位(") { return .measure }
        // 前年 and 预计当年实现 below 绩效标准 say whose value it is.
        return lexicon.column(text) ?? lexicon.composed(word + "指标值")?.column
    }

    /// Whether the lower row of a heading, or a column behind one of signs, names the value so: 数值, 年度值.
    static func isValue(_ text: String) -> Bool { parts[FormLabel.bare(text.withoutSpaces.folded)] == .target }

    /// What is too short to be a heading anywhere else.
    private static let shortWords: [String: Meaning] = ["单位": .measure, "符号": .comparator, "性质": .comparator, "方向": .direction]

    private static let parts: [String: Meaning] = [
        "值": .target, "数值": .target, "年度值": .target, "全年": .target, "全年值": .target, "内容": .target, "年度": .target, "本年": .target,
        "当年": .target, "半年": .halfYear, "半年值": .halfYear, "上半年": .halfYear, "年中": .halfYear, "单位": .measure, "文字描述": .measure,
        "符号": .comparator, "性质": .comparator, "上年": .lastTarget, "上年实际": .lastTarget, "中期": .longTarget, "实施期": .longTarget,
        "长期": .longTarget,
    ]

    /// Whether a row repeats this heading, as on each printed page.
    func isRepeated(in row: SourceDocument.Row) -> Bool {
        let written = row.cells.map { $0.text.withoutSpaces }.filter { !$0.isEmpty }
        guard written.count > 2 else { return false }
        return rows.contains { own in
            written.allSatisfy { word in own.cells.contains { $0.text.withoutSpaces == word } }
        }
    }
}
