internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// E12: a rate, points, the total or what was paid left blank.
enum CellBlank: FormCheck {
    static let description = FormCheckDescription(
        "E12", "cell-blank", .error, "应填的格空着", reason: "执行数、执行率、各项得分和总分都要填写，空着不能计算总分", remedy: "请补填")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        guard !form.isUnfilled else { return }
        checkMoney(form, report)
        if form.form.columns.contains(.score) {
            for row in form.scoredRows where row.row.continued.isDisjoint(with: [.score, .weight]) {
                guard let cell = row.row[.score], cell.isBlank, !row.isOut else { continue }
                // Without a column of weights each indicator that has a value has points.
                let isOpen = !form.form.columns.contains(.weight) && row.row[.actual].map { !$0.isBlank } ?? false
                guard row.weight.map({ $0 > 0 }) ?? isOpen else { continue }
                report(FormRemark("\(row.title)的得分空着" + (row.weight.map { "（分值\($0.short)）" } ?? ""), row, .score))
            }
        }
        if let total = form.form.total, form.form.columns.contains(.score), form.form.statedScores.isEmpty,
            let score = total.score, score.isBlank
        {
            let sum = form.rowPoints.flatMap { rows in form.money.points.map { "，各项得分合计\((rows.lowerBound + $0).short)" } } ?? ""
            report(FormRemark("总分空着\(sum)", at: score.place))
        }
    }

    private static func checkMoney(_ form: JudgedForm, _ report: (FormRemark) -> Void) {
        guard let row = form.money.row else { return }
        // Nothing was planned and nothing was paid: there is no rate.
        let isNothing = form.money.adjusted == 0 && (form.money.paid ?? 0) == 0
        for column in [EvaluationForm.MoneyColumn.paid, .rate, .score] {
            guard form.form.moneyColumns.contains(column), let cell = row.cells[column], cell.isBlank else { continue }
            if column == .rate, isNothing { continue }
            // 分值 blank as well: execution is not scored here.
            if column == .score, isNothing || (form.form.moneyColumns.contains(.weight) && row.cells[.weight]?.isBlank != false) {
                continue
            }
            let right = column == .rate ? form.money.score?.percent.map { "，应为\($0)" } ?? "" : ""
            let points = column == .score ? form.money.score.map { "，应为：\($0.working)" } ?? "" : ""
            report(FormRemark("预算执行的\(column.title)空着\(right)\(points)", at: cell.place))
        }
    }
}

extension JudgedRow {
    /// 不适用: the row drops out.
    fileprivate var isOut: Bool {
        [EvaluationForm.Column.target, .actual, .reason, .note].contains { column in
            row[column].map { cell in ["不适用", "不涉及"].contains { cell.text.holds($0) } } ?? false
        }
    }
}

/// E19: no target or no actual value where points are given, and forms that nobody has filled in.
enum ValueMissing: FormCheck {
    static let description = FormCheckDescription(
        "E19", "value-missing", .error, "没有指标值或实际完成值", reason: "没有指标值或完成值的不能得分；空白的表不能公开", remedy: "请补填指标值和实际完成值")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        if form.isUnfilled {
            if !form.rows.isEmpty { report(FormRemark("表是空白的，没有填实际完成值和得分", at: form.form.rows.first?.place ?? form.form.place)) }
            return
        }
        for row in form.rows where !row.row.isPart && !row.row.isExecution {
            guard let points = row.points, points > 0 else { continue }
            switch row.outcome {
            case .targetMissing where form.form.columns.contains(.target) && row.row[.target]?.isBlank == true:
                report(FormRemark("\(row.title)没有指标值，却得了\(points.short)分", row, .target))
            case .actualMissing where !row.row.continued.contains(.actual):
                report(FormRemark("\(row.title)没有实际完成值，却得了\(points.short)分", row, .actual))
            default: continue
            }
        }
    }
}

/// E31: words of the form's guide that were left standing.
enum PromptLeft: FormCheck {
    static let description = FormCheckDescription(
        "E31", "prompt-left", .error, "填写提示没有删去", reason: "表中留着填写提示或“XX”一类的占位，说明没有按实际填写", remedy: "请改成实际情况")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        var seen: Set<String> = []
        for cell in form.filledTexts {
            let word = cell.text.withoutSpaces.folded
            guard let prompt = prompts.first(where: word.holds) ?? placeholder(in: word), seen.insert(cell.text).inserted else {
                continue
            }
            report(FormRemark("\(cell.text.oneLine.shortened(to: 24).quoted)里留着填写提示\(prompt.quoted)", at: cell.place))
        }
    }

    private static let prompts = ["100字以内)", "200字以内)", "字以内)", "结合自评情况", "请填写", "请在此填", "此处填写", "(填写说明", "在此输入"]

    /// XX, ×× or **, where a name or a number should be.
    private static func placeholder(in word: String) -> String? {
        guard let found = ["XX", "××", "xx", "**"].first(where: { word.holds($0) }) else { return nil }
        // 王** and 139**** are masked on purpose.
        if found == "**" {
            guard let place = word.firstRange(of: "**") else { return nil }
            let before = word[..<place.lowerBound]
            return before.last?.isNumber == true || before.count < 2 || word.holds("***") ? nil : found
        }
        guard let place = word.firstRange(of: found) else { return nil }
        let next = word[place.upperBound...].first { !"Xx×".contains($0) }
        return next.map { $0.isASCII } ?? true ? nil : found
    }
}

extension JudgedForm {
    /// Cells that people fill in, and no labels.
    var filledTexts: [EvaluationForm.Cell] {
        [form.goal, form.achievement].compactMap(\.self) + form.remarks
            + form.rows.flatMap { row in [row[.name], row[.target], row[.actual], row[.reason], row[.note]].compactMap(\.self) }
    }
}
