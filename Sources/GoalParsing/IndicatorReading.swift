internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// The indicators that rows of cells describe.
struct IndicatorReading {
    private(set) var indicators: [Indicator] = []
    private(set) var troubles: [Trouble] = []
    /// Cells beyond the last column, and those of columns that the goal book does not have.
    private(set) var surplus: [Passage] = []

    /// A row with more or fewer cells than the heading.
    struct Trouble {
        let found: Int
        let expected: Int
        /// Counted from 1 within the project.
        var row: Int
        var place: Location
        /// The surplus cells are pieces of a description.
        let isJoined: Bool
    }

    /// Rows that a form has ready and nobody has filled in.
    private(set) var unfilled: [Passage] = []
    /// What the row above says; merged cells go on with it.
    private var above: Words?

    /// No column says what kind an indicator is of; its type tells.
    private let categoryFollowsType: Bool

    init(_ rows: IndicatorRows) {
        self.init(rows.complete, rows.columnsBySigns)
    }

    /// - Parameter rows: below the heading, in a table that has columns.
    init(rows: [SourceDocument.Row], _ columns: IndicatorColumns) {
        self.init(rows.map(\.cells), columns)
    }

    private init(_ rows: [[SourceDocument.Cell]], _ columns: IndicatorColumns) {
        categoryFollowsType = !columns.fields.contains(.category)
        for row in rows where row.contains(where: { !$0.text.isEmpty }) {
            if !columns.positions.isEmpty, Remark.isRow(row) {
                surplus += row.filter { !$0.text.isEmpty }.map { Passage($0.text, at: $0.location) }
            } else {
                read(row, columns)
            }
        }
        dropNumbers()
    }

    /// 1.种植面积, 2.购买种苗 in all rows, and 指标1：种植面积: the form counts its rows, and the names are those behind.
    private mutating func dropNumbers() {
        // Most names begin with neither a digit nor 指.
        guard
            indicators.contains(where: { indicator in
                guard let first = indicator.name.unicodeScalars.first(where: { !$0.isBlank }) else { return false }
                return first == "指" || first.folded.isDigit
            })
        else { return }
        var names = indicators.map { $0.name.trimmed }
        for (index, name) in names.enumerated() where name.begins(with: "指标") {
            let rest = name.dropFirst(2).drop(while: \.isDecimal)
            if rest.count < name.count - 2, let mark = rest.first, "：:".contains(mark), rest.count > 1 {
                names[index] = String(rest.dropFirst()).trimmed
            }
        }
        let numbers = names.map { Int($0.prefix { $0.isDecimal }.description.folded) }
        let isCounted =
            names.count > 1 && names.allSatisfy { Numbering($0).isNumbered }
            && numbers.enumerated().allSatisfy { index, number in
                guard let number else { return false }
                return number == 1 || (index > 0 && numbers[index - 1] == number - 1)
            }
        if isCounted { names = names.map { String(Numbering($0).rest) } }
        for (index, name) in names.enumerated() where name != indicators[index].name.trimmed { indicators[index].name = name }
    }

    private mutating func read(_ row: [SourceDocument.Cell], _ columns: IndicatorColumns) {
        guard let first = row.first else { return }
        let cells = withoutLead(row, columns)
        let expected = columns.columns.count
        let aligned = RowAlignment(cells, columns: columns.columns, positions: columns.positions)
        if cells.count != expected, !aligned.isByColumn || !aligned.surplus.isEmpty {
            troubles.append(
                Trouble(
                    found: cells.count, expected: expected, row: indicators.count + 1, place: first.location,
                    isJoined: aligned.isJoined))
        }
        surplus += aligned.surplus.map { Passage($0.text, at: $0.location) }
        var texts = Words()
        var places: FieldPlaces<Indicator.Field> = [:]
        var sign = ""
        var unit = ""
        var shares: [(title: String, cell: SourceDocument.Cell)] = []
        for (column, cell) in aligned.cells {
            switch column {
            case .field(let field):
                texts[field] = cell.continuesAbove ? above?[field] ?? "" : IndicatorReading.words(of: cell, in: field)
                places[field] = cell.location
            case .share(let title): shares.append((title, cell))
            case .comparator: sign = cell.text
            case .unit: unit = cell.text
            case .other(let heading):
                if cell.text.isEmpty { continue }
                surplus.append(Passage(heading.isEmpty ? cell.text : heading + "：" + cell.text, at: cell.location))
            }
        }
        if let value = IndicatorReading.joined(shares) { (texts[.target], places[.target]) = (value.text, value.location) }
        let missing = Indicator.Field.allCases.filter { !places.hold($0) }
        let known = missing.isEmpty ? first.location : places.values.min() ?? first.location
        for field in missing {
            let column = columns.columns.firstIndex(of: .field(field)).flatMap {
                columns.positions.dropFirst($0).first?.lowerBound
            }
            places[field] = known.inSheet(column: column)
        }
        let target = IndicatorReading.glued(sign, texts[.target], unit)
        (texts[.category], texts[.type]) = filled(texts[.category], texts[.type])
        if categoryFollowsType {
            let category = OfficialWord.category(of: texts[.type])
            texts[.category] = category ?? ""
            texts.isOfUnknownCategory = category == nil
        }
        above = texts
        if IndicatorReading.isUnfilled(texts), let place = places[.name] {
            let names = [texts[.name], texts[.type], texts[.category]]
            unfilled.append(Passage(names.first { !$0.isEmpty } ?? "", at: place))
            return
        }
        indicators.append(
            Indicator(
                category: texts[.category], type: texts[.type], name: texts[.name], description: texts[.description],
                target: Target(reading: target), basis: texts[.basis],
                places: places))
    }

    /// A cell's text; in columns of official words without what tells how to fill them in.
    private static func words(of cell: SourceDocument.Cell, in field: Indicator.Field) -> String {
        guard field == .category || field == .type, cell.text.unicodeScalars.contains(where: mayMark) else { return cell.text }
        let bare = OfficialWord.bare(cell.text)
        return bare.utf8.count < cell.text.withoutSpaces.utf8.count ? bare : cell.text
    }

    /// A bracket, a mark, a colon or a number.
    private static func mayMark(_ sign: Unicode.Scalar) -> Bool {
        switch sign {
        case "(", "（", "*", "＊", "★", ":", "：", "0"..."9", "、": true
        default: false
        }
    }

    /// `2公里；4公里（东沟村、西沟村）`: the parts of a value in columns of their own.
    private static func joined(_ shares: [(title: String, cell: SourceDocument.Cell)]) -> SourceDocument.Cell? {
        let written = shares.filter { !AmountCell.isBlank($0.cell.text) }
        guard var value = written.first?.cell else { return nil }
        let titles = written.map(\.title).filter { !$0.isEmpty }
        value.text = written.map(\.cell.text).joined(separator: "；")
        if !titles.isEmpty { value.text += "（" + titles.joined(separator: "、") + "）" }
        return value
    }

    /// `指标1：`, `……` or no name: what the form itself has, a sign and a unit perhaps among it, and nothing beside it.
    private static func isUnfilled(_ texts: Words) -> Bool {
        let others = [texts[.description], texts[.target], texts[.basis]]
        guard others.allSatisfy(AmountCell.isBlank) else { return false }
        let name = texts[.name].withoutSpaces.folded
        if AmountCell.isBlank(name) { return true }
        guard others.allSatisfy(\.isEmpty) else { return false }
        if name.allSatisfy({ "….·".contains($0) }) { return true }
        return name.begins(with: "指标") && name.dropFirst(2).allSatisfy { $0.isDecimal || ":".contains($0) } && name.count > 2
    }

    /// What the columns of a row say.
    private struct Words {
        private var words: [String] = Array(repeating: "", count: Indicator.Field.allCases.count)
        /// No column says the category, and neither does the type.
        var isOfUnknownCategory = false

        subscript(field: Indicator.Field) -> String {
            get { words[Int(field.code)] }
            set { words[Int(field.code)] = newValue }
        }
    }

    /// The cells from 一级指标 on; the merged cells before it say nothing, or a running number.
    private mutating func withoutLead(_ row: [SourceDocument.Cell], _ columns: IndicatorColumns) -> [SourceDocument.Cell] {
        guard columns.lead > 0, row.count > columns.columns.count || columns.positions.first?.lowerBound ?? 1 > 1 else {
            return row
        }
        // Where the table has columns the lead's cells are those before the first heading's.
        if let first = columns.positions.first?.lowerBound, row.allSatisfy({ $0.column != nil }) {
            let lead = row.prefix { ($0.column ?? first) < first }
            for cell in lead where !cell.text.isEmpty && !cell.text.allSatisfy(\.isDecimal) {
                surplus.append(Passage(cell.text, at: cell.location))
            }
            return Array(row.dropFirst(lead.count))
        }
        for cell in row.prefix(columns.lead) where !cell.text.isEmpty && !cell.text.allSatisfy(\.isDecimal) {
            surplus.append(Passage(cell.text, at: cell.location))
        }
        return Array(row.dropFirst(columns.lead))
    }

    /// Blank cells are merged with those above; a type goes on only below the same category.
    private func filled(_ category: String, _ type: String) -> (String, String) {
        guard let above, !above.isOfUnknownCategory else { return (category, type) }
        let goesOn = category.isEmpty || category == above[.category]
        return (category.isEmpty ? above[.category] : category, type.isEmpty && goesOn ? above[.type] : type)
    }

    /// Sign, value and unit of separate columns as the form prints them; 定性 and 定量 are no signs, 文字描述 is no unit.
    static func glued(_ sign: String, _ value: String, _ unit: String) -> String {
        var sign = signs[sign] ?? (noSigns.contains(sign) ? "" : sign)
        let unit = noUnits.contains(unit) || (!unit.isEmpty && value.ends(with: unit)) ? "" : unit
        // The budget system sets = before words, too.
        if ["=", "＝"].contains(sign), value.first.map({ $0.isDecimal || "-－.".contains($0) }) != true || value.holds("月") {
            sign = ""
        }
        // 不少于12 says once more what the sign says.
        if !sign.isEmpty, value.first?.isDecimal == false, Target(reading: value + unit).quantity?.comparator?.rawValue == sign {
            sign = ""
        }
        return (value.begins(with: sign) ? "" : sign) + value + unit
    }

    private static let noSigns: Set<String> = ["定性", "定量", "文字描述", "/", "-", "—", "无"]
    private static let noUnits: Set<String> = ["文字描述", "/", "-", "—", "无"]
    private static let signs = [
        "大于等于": "≥", "不小于": "≥", "不低于": "≥", "小于等于": "≤", "不大于": "≤", "不高于": "≤", "不超过": "≤", "大于": ">", "小于": "<", "等于": "=",
    ]
}
