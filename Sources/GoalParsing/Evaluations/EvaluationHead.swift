internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// What stands around money and indicators: name, unit, goals, sum, reasons and signatures.
extension EvaluationReading {
    mutating func readHead(_ row: FilledRow) {
        let written = row.written
        guard let first = written.first else { return }
        for slot in written { form?.texts.append(slot.cell) }
        if let columns = goalColumns, takeGoals(row, columns) { return }
        if headsGoals(row) { return }
        if isSignature(first.text) {
            form?.signatures += written.map(\.cell)
            return
        }
        if FilledTitle.isOfEvaluation(first.text), written.count == 1 {
            keep(\.title, first.cell)
            readYear(first.text)
            return
        }
        readYear(first.text)
        for (index, slot) in written.enumerated() {
            keep(\.moneyUnit, StatedUnit(statement: slot.text.withoutSpaces.folded)?.known)
            if slot.text.utf8.count < 60, slot.text.withoutSpaces.holds("执行"), form?.money.isEmpty == true {
                keep(\.statedExecutionPoints, FilledNumber.points(in: slot.text))
            }
            readPair(slot, written.dropFirst(index + 1).first, in: row)
        }
        readReasons(written)
    }

    /// 自评得分：98分 in one cell or line.
    private mutating func readStatedScore(_ cell: EvaluationForm.Cell) {
        guard cell.text.utf8.count <= 60, let colon = cell.text.firstIndex(where: { "：:".contains($0) }),
            EvaluationReading.scoreLabels.contains(FormLabel.bare(String(cell.text[..<colon]).withoutSpaces.folded)),
            let number = FilledNumber.read(String(cell.text[cell.text.index(after: colon)...]))
        else { return }
        form?.statedScores.append(EvaluationForm.Cell(cell.text, number: number, at: cell.place))
    }

    /// A label and the value beside it.
    private mutating func readPair(_ slot: FilledRow.Slot, _ value: FilledRow.Slot?, in row: FilledRow) {
        let word = FormLabel.bare(slot.text.withoutSpaces.folded)
        if let (label, text) = FormLabel.splitting(slot.text, lexicon) {
            set(label, EvaluationForm.Cell(text, at: slot.cell.place))
        }
        readStatedScore(slot.cell)
        guard let value, lexicon.label(value.text) == nil else { return }
        if let label = lexicon.label(slot.text) { set(label, value.cell) }
        if EvaluationReading.scoreLabels.contains(word), value.cell.number != nil {
            form?.statedScores.append(value.cell)
        }
        if EvaluationReading.gradeLabels.contains(word), EvaluationReading.isGrade(value.text) {
            keep(\.grade, value.cell)
        }
    }

    private mutating func set(_ label: FormLabel, _ cell: EvaluationForm.Cell) {
        switch label {
        case .name: keep(\.projectName, cell)
        case .budgetUnit: keep(\.unit, cell)
        case .foreign(.department, _): keep(\.department, cell)
        case .moneyUnitBeside: keep(\.moneyUnit, StatedUnit(cell: cell.text)?.known)
        case .goals: keep(\.goal, cell)
        case .otherGoals(.actualGoals): keep(\.achievement, cell)
        default: break
        }
    }

    /// 预期目标 beside 实际完成情况: what stands below them, or beside them.
    private mutating func headsGoals(_ row: FilledRow) -> Bool {
        let written = row.written
        let actual = written.last { lexicon.word($0.text)?.label == .actualGoals && $0.text.count <= 24 }
        guard let actual else { return false }
        let goals = written.filter { lexicon.word($0.text)?.label == .goals && $0.text.count <= 24 }
        guard let goal = goals.last else { return false }
        let labels = goals + [actual]
        // 年度总体目标 at the side is a label, too; whatever else is written is a value beside one.
        if written.contains(where: { slot in !labels.contains { $0.range == slot.range } }) { return false }
        goalColumns = (goal.range, actual.range)
        return true
    }

    private mutating func takeGoals(_ row: FilledRow, _ columns: (goal: Range<Int>, achievement: Range<Int>)) -> Bool {
        goalColumns = nil
        func text(_ range: Range<Int>) -> EvaluationForm.Cell? {
            if row.isCertain { return row.slots.first { $0.range.overlaps(range) && !$0.continuesAbove }?.cell }
            return row.slots.first { $0.range == range }?.cell
        }
        let (goal, actual) = (text(columns.goal), text(columns.achievement))
        guard let actual, goal?.place != actual.place else { return false }
        keep(\.goal, goal)
        keep(\.achievement, actual)
        return true
    }

    /// The row of the sum: 总分, with weights and points, and the grade behind them.
    mutating func readTotal(_ row: FilledRow) -> Bool {
        let written = row.written
        guard let first = written.first, written.count <= 5, form?.rows.isEmpty == false || rows?.rows.isEmpty == false,
            EvaluationReading.totals.contains(FormLabel.bare(first.text.withoutSpaces.folded)),
            written.dropFirst().allSatisfy({
                $0.cell.number != nil || EvaluationReading.isGrade($0.text) || $0.cell.isBlank || $0.text.count <= 12
            })
        else { return false }
        guard form?.total == nil || form?.total?.score?.isBlank == true else { return true }
        let own = row.slots.filter { !$0.continuesAbove && $0.range != first.range }
        var total = EvaluationForm.Total(label: first.cell)
        (total.weight, total.score) = sums(own, in: row, behind: first)
        if let grade = own.first(where: { EvaluationReading.isGrade($0.text) }) { keep(\.grade, grade.cell) }
        form?.total = total
        return true
    }

    /// The sum of the weights and that of the points, by the columns that they stand in, else by their order.
    private mutating func sums(
        _ own: [FilledRow.Slot], in row: FilledRow, behind label: FilledRow.Slot
    ) -> (weight: EvaluationForm.Cell?, score: EvaluationForm.Cell?) {
        let (weight, score) = (lastHeading?.range(.weight), lastHeading?.range(.score))
        let numbers = own.filter { $0.cell.number != nil }
        let blank = EvaluationForm.Cell("", at: label.cell.place)
        func cell(_ range: Range<Int>?, _ shift: Int) -> EvaluationForm.Cell? {
            range.map { range in
                let place = (range.lowerBound - shift)..<(range.upperBound - shift)
                return own.first { $0.range.overlaps(place) }?.cell ?? row.blank(at: place) ?? blank
            }
        }
        // Cells of a text stand at the left or, behind a label over several columns, at the right.
        let shifts = row.isCertain ? [0] : [0, max(0, (lastHeading?.width ?? 0) - row.slots.count)]
        for shift in shifts {
            let isPlaced = numbers.allSatisfy { slot in
                [weight, score].contains {
                    $0.map { $0.lowerBound - shift == slot.range.lowerBound || row.isCertain && $0.overlaps(slot.range) } ?? false
                }
            }
            if isPlaced, !numbers.isEmpty || row.isCertain { return (cell(weight, shift), cell(score, shift)) }
        }
        if numbers.count > 1, let first = numbers.first?.cell, let second = numbers.dropFirst().first?.cell, let weight {
            // The points stand before the weights where the form's columns do.
            return (score?.lowerBound ?? .max) < weight.lowerBound ? (second, first) : (first, second)
        }
        guard numbers.count == 1, let only = numbers.first?.cell else { return (nil, numbers.first?.cell ?? blank) }
        if weight != nil, only.number == 100 {
            form?.doubts.append(Passage("看不出总分行的\(only.text)是分值还是得分", at: only.place))
        }
        return (nil, only)
    }

    /// Words below the indicators that are none of them.
    func isTail(_ row: FilledRow) -> Bool {
        guard let first = row.written.first else { return false }
        if isSignature(first.text) { return true }
        let word = FormLabel.bare(first.text.withoutSpaces.folded)
        if EvaluationReading.reasonLabels.contains(where: word.holds), word.count <= 24, first.range.lowerBound <= 2,
            row.written.count <= 3
        {
            return true
        }
        if row.written.count <= 2, lexicon.word(first.text)?.label == .tail { return true }
        return row.written.count == 1 && ["注:", "注1", "备注:", "说明:", "填表说明", "其他需要说明"].contains { word.begins(with: $0) }
            || word.begins(with: "注:") || word.begins(with: "备注:") || word.begins(with: "其他需要说明")
    }

    private func isSignature(_ text: String) -> Bool {
        let word = text.withoutSpaces.folded
        return word.utf8.count <= 200
            && ["填表人", "填报人", "财务负责人", "单位负责人", "项目负责人:", "经办人", "联系人", "联系电话", "审核人", "制表人", "负责人:", "填报日期", "填表日期", "分管领导"]
                .contains { word.begins(with: $0) }
    }

    /// 偏差大或目标未完成原因分析 and its like, with what is written beside it.
    private mutating func readReasons(_ written: [FilledRow.Slot]) {
        guard let label = written.first, let value = written.dropFirst().first else { return }
        let word = FormLabel.bare(label.text.withoutSpaces.folded)
        if word.count <= 24, EvaluationReading.reasonLabels.contains(where: word.holds) { form?.remarks.append(value.cell) }
    }

    /// A line above the table: title, year, unit of money, unit.
    mutating func readLead(_ cell: EvaluationForm.Cell) {
        form?.texts.append(cell)
        readStatedScore(cell)
        let text = cell.text
        if FilledTitle.isOfEvaluation(text) { form?.title = cell }
        readYear(text)
        var line = UnitLine()
        if line.read(text, at: cell.place) {
            keep(\.moneyUnit, line.moneyUnit?.known)
            if let unit = line.unit, form?.unit == nil { form?.unit = EvaluationForm.Cell(unit.name, at: cell.place) }
        } else if let (label, value) = FormLabel.splitting(text, lexicon) {
            set(label, EvaluationForm.Cell(value, at: cell.place))
        }
        keep(\.moneyUnit, StatedUnit(statement: text.withoutSpaces.folded)?.known)
    }

    mutating func readTail(_ cell: EvaluationForm.Cell) {
        form?.texts.append(cell)
        readStatedScore(cell)
        if isSignature(cell.text) {
            form?.signatures.append(cell)
            return
        }
        let word = cell.text.withoutSpaces.folded
        if EvaluationReading.reasonLabels.contains(where: { label in
            word.prefix(40).contains(label) && word.count > label.count + 4
        }),
            !word.begins(with: "注")
        {
            form?.remarks.append(cell)
        }
    }

    mutating func readYear(_ text: String) {
        guard form?.fiscalYear == nil else { return }
        form?.fiscalYear = FiscalYear.stated([Passage(text)])
    }

    private static let scoreLabels: Set<String> = [
        "自评得分", "自评总分", "自评总得分", "项目自评得分", "综合得分", "评价得分", "自评分数", "总得分", "总分", "自评综合得分", "绩效自评得分",
    ]
    static let totals: Set<String> = [
        "总分", "合计", "总计", "总得分", "得分合计", "合计得分", "自评总分", "总分值", "评价总分", "项目总得分", "综合得分", "自评得分合计", "总评分", "自评总得分", "自评得分", "分值合计",
        "得分总计",
    ]
    static let reasonLabels = ["原因", "存在问题", "存在的问题", "改进措施", "需要说明", "需说明", "情况说明"]
    private static let gradeLabels: Set<String> = [
        "自评等级", "评价等级", "自评等次", "评价等次", "绩效等级", "自评结果", "评价结果", "绩效评级", "等级", "等次", "自评结论", "综合评价等次",
    ]

    static func isGrade(_ text: String) -> Bool {
        let word = text.withoutSpaces
        return ["优", "良", "中", "差", "优秀", "良好", "中等", "一般", "较差", "合格", "不合格"].contains(word)
    }
}
