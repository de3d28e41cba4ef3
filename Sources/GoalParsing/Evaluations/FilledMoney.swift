internal import Foundation
internal import GoalModel
internal import Text

/// The money of a filled form: a heading of columns with the sum and its parts below it.
struct FilledMoney {
    typealias Column = EvaluationForm.MoneyColumn

    private(set) var rows: [EvaluationForm.MoneyRow] = []
    private(set) var columns: Set<Column> = []
    /// How many rows were read, the heading among them.
    private(set) var count = 1
    private(set) var unit: MoneyUnit?
    /// 20 of `得分（20分×执行率）`.
    private(set) var points: Decimal?

    /// `nil` where the first row does not head columns of money.
    init?(_ rows: ArraySlice<FilledRow>, _ lexicon: Lexicon) {
        guard let head = rows.first else { return nil }
        var titles = head.written.compactMap { slot in FilledMoney.column(slot.text).map { ($0, slot) } }
        titles = FilledMoney.settled(titles.filter { FilledMoney.headsFigures($0.1, rows.dropFirst().first) })
        let found = Set(titles.map(\.0))
        guard found.contains(.paid), !found.isDisjoint(with: [.initial, .adjusted, .rate]), found.count > 1,
            let start = titles.map(\.1.range.lowerBound).min()
        else { return nil }
        for slot in head.slots {
            unit = unit ?? FilledMoney.unit(of: slot.text)
            points = points ?? (slot.text.utf8.count < 90 ? FilledNumber.points(in: slot.text) : nil)
        }
        for row in rows.dropFirst() {
            guard let next = FilledMoney.row(row, titles, before: start, lexicon) else { break }
            count += 1
            if let next { self.rows.append(next) }
        }
        columns = found
        putTotalFirst()
    }

    /// Whether a heading stands above figures: 年度预算数 may stand above the labels of the rows.
    private static func headsFigures(_ title: FilledRow.Slot, _ next: FilledRow?) -> Bool {
        guard let cell = next?.slots.first(where: { $0.range.overlaps(title.range) })?.cell, !cell.isBlank else { return true }
        return cell.number != nil || isNothing(cell.text)
            || cell.text.utf8.count <= 60 && cell.text.contains(where: \.isDecimal)
                && cell.text != title.text
            || column(title.text) == .reason
    }

    /// A row of amounts; a `nil` inside for one that says nothing, and no value at all where the money ends.
    private static func row(
        _ row: FilledRow, _ titles: [(Column, FilledRow.Slot)], before start: Int, _ lexicon: Lexicon
    ) -> EvaluationForm.MoneyRow?? {
        let own = row.slots.filter { !$0.continuesAbove }
        var cells: [Column: EvaluationForm.Cell] = [:]
        for (column, title) in titles {
            let slot = own.first { $0.range.overlaps(title.range) }
            if let slot, slot.range.lowerBound < start { continue }
            cells[column] = slot?.cell ?? row.blank(at: title.range)
        }
        let label = own.last { $0.range.lowerBound < start && !$0.text.isEmpty }
        // Amounts directly below their headings stand beside the label at the side.
        let side = row.slots.last { $0.range.lowerBound < start && !$0.text.isEmpty }
        guard let name = label ?? side, !cells.isEmpty else { return .none }
        let amounts = [Column.initial, .adjusted, .paid].compactMap { cells[$0] }
        // A heading of anything else ends the money: its cells hold words.
        let isOfMoney = amounts.allSatisfy {
            $0.isBlank || $0.number != nil || Money(cell: $0.text, in: .wan) != nil || isNothing($0.text)
        }
        guard isOfMoney, !amounts.isEmpty else { return .none }
        let isLabelled = label.map { FilledMoney.isLabel($0.text, lexicon) } ?? true
        let hasFigures = amounts.contains { !$0.isBlank }
        guard isLabelled || hasFigures else { return .none }
        if label == nil, !hasFigures { return .none }
        return .some(EvaluationForm.MoneyRow(label: name.cell, cells: cells))
    }

    private static func isNothing(_ text: String) -> Bool { ["无", "无。"].contains(text.withoutSpaces) }

    private static func isLabel(_ text: String, _ lexicon: Lexicon) -> Bool {
        let word = text.withoutSpaces
        guard word.count <= 30 else { return false }
        return lexicon.amountLabel(text) != nil
            || ["资金", "拨款", "总额", "合计", "其他", "支出", "自筹", "预算", "结转", "收入", "其中", "经费"].contains { word.holds($0) }
    }

    /// The sum stands first nearly always; where it stands below its parts it is put before them.
    private mutating func putTotalFirst() {
        guard let first = rows.first, !FilledMoney.isTotal(first.label.text),
            let place = rows.firstIndex(where: { FilledMoney.isTotal($0.label.text) })
        else { return }
        rows.insert(rows.remove(at: place), at: 0)
    }

    static func isTotal(_ text: String) -> Bool {
        let word = text.withoutSpaces
        return ["总额", "合计", "总计", "总金额"].contains { word.holds($0) }
    }

    private static func unit(of text: String) -> MoneyUnit? {
        FormLabel.moneyUnit(behind: text)?.known ?? StatedUnit(statement: text.withoutSpaces.folded)?.known
    }

    /// What a heading of a column of money means.
    static func column(_ text: String) -> Column? {
        let full = text.withoutSpaces.folded
        guard full.utf8.count <= 90, !full.contains("。") else { return nil }
        let word = FormLabel.bare(full)
        if word.ends(with: "情况") { return nil }
        if word.ends(with: "得分") || word == "自评分" { return .score }
        if ["分值", "权重", "满分", "标准分", "分值权重", "权重分值"].contains(word) { return .weight }
        if word.holds("原因") || word.holds("改进措施") { return .reason }
        if ["执行率", "执行进度", "支付率", "支出率", "完成率", "执行比例", "支付进度", "支出进度"].contains(where: { word.ends(with: $0) }) { return .rate }
        if word.holds("到位") || word.holds("下达") || word.holds("结余") || word.holds("结转") { return nil }
        if ["执行", "支出数", "支付", "实际支出", "决算", "支出金额", "累计支出", "使用"].contains(where: { word.holds($0) }) { return .paid }
        if ["调整", "全年预算", "调剂"].contains(where: { word.holds($0) }) { return .adjusted }
        if ["年初", "预算数", "预算金额", "批复数", "预算安排", "计划"].contains(where: { word.holds($0) }) || word == "预算" {
            return .initial
        }
        return nil
    }

    /// Of several columns of one kind the first; a budget that is the only one is that of the whole year.
    private static func settled(_ titles: [(Column, FilledRow.Slot)]) -> [(Column, FilledRow.Slot)] {
        var result: [(Column, FilledRow.Slot)] = []
        for (column, slot) in titles {
            if let place = result.firstIndex(where: { $0.0 == column }) {
                if column == .initial, slot.text.holds("年初"), !result[place].1.text.holds("年初") { result[place] = (column, slot) }
            } else {
                result.append((column, slot))
            }
        }
        guard let place = result.firstIndex(where: { $0.0 == .initial }), !result.contains(where: { $0.0 == .adjusted }) else {
            return result
        }
        let isOfBeginning = result[place].1.text.holds("年初")
        if !isOfBeginning { result[place].0 = .adjusted }
        return result
    }
}
