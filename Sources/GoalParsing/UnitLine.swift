internal import Diagnostics
internal import GoalModel
internal import Text

/// The line above a form: the budget unit's code and name, and the unit of money.
struct UnitLine {
    var unit: BudgetUnit?
    var moneyUnit: StatedUnit?
    var unitPlace: Location?
    var moneyPlace: Location?
    /// 2026年度, where the line states it, too.
    var year: Passage?

    /// Takes what the text says; false, and nothing taken, when it is no unit line.
    mutating func read(_ text: String, at place: Location) -> Bool {
        guard text.utf8.count <= 1_500 else { return false }
        var line = UnitLine()
        var pieces = text.unicodeScalars.split(whereSeparator: \.isWhiteSpace).map { String($0) }[...]
        while let piece = pieces.first {
            if let (unit, count) = UnitLine.moneyUnit(beginning: pieces) {
                line.moneyUnit = line.moneyUnit ?? unit
                line.moneyPlace = place
                pieces = pieces.dropFirst(count)
                continue
            }
            pieces = pieces.dropFirst()
            if line.unit == nil, let unit = UnitLine.unit(code: piece, name: pieces.first) {
                (line.unit, line.unitPlace) = (unit, place)
                pieces = pieces.dropFirst()
                continue
            }
            if FormLead.isNote(piece) {
                line.year = Passage(piece, at: place)
            } else if let unit = UnitLine.unit(in: piece), line.unit == nil {
                line.unit = unit
                line.unitPlace = place
            } else if line.unit == nil, let unit = UnitLine.namedUnit(in: piece) {
                line.unit = unit
                line.unitPlace = place
            } else if line.unit?.code != nil {
                line.unit?.name += piece
            } else if !UnitLine.isLabel(piece) {
                return false
            }
        }
        // The year alone is a remark and no unit line.
        guard line.unit != nil || line.moneyUnit != nil else { return false }
        take(line)
        return true
    }

    /// Takes the unit of money in brackets at the end of a title: 项目支出清单（单位：元）.
    mutating func readMoneyUnit(behind title: String, at place: Location) {
        guard moneyUnit == nil, title.utf8.count <= 300, let last = title.trimmed.unicodeScalars.last,
            UnitLine.closingBrackets.contains(last), let open = title.lastIndex(where: { "（(【[".contains($0) }),
            let unit = StatedUnit(behind: String(title[open...]))
        else { return }
        (moneyUnit, moneyPlace) = (unit, place)
    }

    private static let closingBrackets = ScalarSet("）)】]".unicodeScalars)

    /// The unit of money that the first pieces state, and how many they are: blanks may part 单 from 位, and stand behind the
    /// colon.
    private static func moneyUnit(beginning pieces: ArraySlice<String>) -> (StatedUnit, Int)? {
        guard let first = pieces.first?.unicodeScalars.first?.folded,
            StatedUnit.mayBegin(first) || moneyBeginnings.contains(first)
        else { return nil }
        let counts = 1...min(6, pieces.count)
        let words = counts.map { pieces.prefix($0).joined() }
        for (count, word) in zip(counts, words).reversed() {
            if case .known(let unit) = StatedUnit(statement: word) { return (.known(unit), count) }
        }
        if let unit = MoneyUnit(written: words[0]), words[0].holds("元") { return (.known(unit), 1) }
        for (count, word) in zip(counts, words) {
            if let unit = StatedUnit(statement: word) { return (unit, count) }
        }
        return nil
    }

    /// What a unit of money begins with.
    private static let moneyBeginnings = ScalarSet("人元百千万亿十".unicodeScalars)

    /// Takes what is known there and not yet here.
    mutating func take(_ other: UnitLine) {
        let isBetter = unit == nil || (unit?.code == nil && other.unit?.code != nil)
        if isBetter, let found = other.unit { (unit, unitPlace) = (found, other.unitPlace) }
        year = year ?? other.year
        if moneyUnit == nil, let found = other.moneyUnit { (moneyUnit, moneyPlace) = (found, other.moneyPlace) }
    }

    /// `填报单位：`, `填报单位（盖章）`, `填报单位：（公章）`: a label whose name is not filled in.
    private static func isLabel(_ piece: String) -> Bool {
        if labels.contains(piece.trimmingSuffix("：").trimmingSuffix(":")) { return true }
        guard piece.utf8.count <= 60, piece.holds("章") else { return false }
        var word = piece.folded
        for stamp in ["(盖章)", "(公章)", "(签章)", "(章)", "(盖公章)"] { word = word.replacing(stamp, with: "") }
        return labels.contains(word.trimmingSuffix(":"))
    }

    /// `填报单位（盖章）：某县某镇人民政府`: a town's name without a code behind a label.
    private static func namedUnit(in piece: String) -> BudgetUnit? {
        guard piece.utf8.count <= 150, let colon = piece.unicodeScalars.firstIndex(where: { $0 == "：" || $0 == ":" }) else {
            return nil
        }
        var label = String(piece[..<colon]).folded[...]
        if label.ends(with: ")"), let open = label.lastIndex(of: "(") { label = label[..<open] }
        let name = String(piece[piece.index(after: colon)...])
        guard labels.contains(String(label)), TownName(in: name) != nil || TownName.isCountyOffice(name) else { return nil }
        return BudgetUnit(code: nil, name: name)
    }

    private static let labels = Set(orderedLabels)

    private static let orderedLabels = [
        "预算单位", "单位名称", "部门名称", "预算部门", "编制单位", "填报单位", "填表单位", "申报单位", "编报单位", "部门", "填报部门", "申报部门", "编报部门",
        "项目单位", "实施单位", "部门（单位）名称", "部门(单位)名称", "单位", "部门/单位", "单位/部门",
    ]

    /// A code and a name that a blank parts.
    private static func unit(code: String, name: String?) -> BudgetUnit? {
        guard code.utf8.count == 6, code.utf8.allSatisfy(\.isDigit), let name else { return nil }
        return unit(in: code + name)
    }

    /// Nearly all texts begin otherwise, or have fewer digits than a code.
    private static func mayHoldCode(_ text: String) -> Bool {
        guard text.utf8.count <= 1_500, let first = text.unicodeScalars.first, first.isDecimal || codeBeginnings.contains(first)
        else { return false }
        var digits = 0
        for scalar in text.unicodeScalars where scalar.isDecimal {
            digits += 1
            if digits == 6 { return true }
        }
        return false
    }

    private static let codeBeginnings = ScalarSet("预单部编填[【(（ ".unicodeScalars)

    /// A code of six digits followed by a name, also behind a label such as 预算单位：.
    static func unit(in text: String) -> BudgetUnit? {
        guard mayHoldCode(text) else { return nil }
        var rest = Substring(text.trimmed)
        if rest.unicodeScalars.first?.isDecimal == false {
            for label in orderedLabels where rest.begins(with: label) {
                rest = rest.dropFirst(label.count).drop { "：: ".contains($0) }
                break
            }
            if let open = rest.first, "[【(（".contains(open) { rest = rest.dropFirst() }
        }
        let code = String(rest.prefix { $0.isDecimal }).folded
        guard code.utf8.count == 6, code.utf8.allSatisfy(\.isDigit) else { return nil }
        let name = rest.dropFirst(6).drop { $0.isWhitespace || "-—_]】)）".contains($0) }
        guard let first = name.unicodeScalars.first, first.value >= 0x4E00, first.value < 0xFF00 else { return nil }
        return BudgetUnit(code: code, name: String(name))
    }
}
