internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// E08: all points for a target that was missed.
enum FullThoughMissed: FormCheck {
    static let description = FormCheckDescription(
        "E08", "full-though-missed", .error, "没有完成却得满分", reason: "没有达到指标值的，应按完成的比例计分", remedy: "请按算式改正得分，并说明没有完成的原因")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows where row.isScored {
            guard let comparison = row.comparison, comparison.isMissed, let weight = row.weight, weight > 0, row.points == weight,
                let score = row.score, comparison.scores.allSatisfy({ $0.points.map { $0.decimal < weight } ?? false })
            else { continue }
            report(FormRemark("\(row.title)没有完成：\(score.working)，表中填\(row.printedPoints)", row, .score))
        }
    }
}

/// E09: points lost for a target that was met.
enum LostThoughMet: FormCheck {
    static let description = FormCheckDescription(
        "E09", "lost-though-met", .warning, "已经完成却扣了分", reason: "达到指标值的应得满分；扣分的应当说明原因", remedy: "请改为满分，或说明扣分的原因")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows where row.isScored && !row.isTwice {
            guard let comparison = row.comparison, !comparison.isMissed, let weight = row.weight, let points = row.points,
                points < weight, form.hasReason(row) != true, let score = row.score
            else { continue }
            report(FormRemark("\(row.title)已经完成：\(score.working)，表中填\(row.printedPoints)，没有说明原因", row, .score))
        }
    }
}

/// E10: points for a missed target that the proportion does not give.
enum RatioWrong: FormCheck {
    static let description = FormCheckDescription(
        "E10", "ratio-wrong", .warning, "没有完成的指标得分比例不对", reason: "没有达到指标值的定量指标，得分 = 分值 × 实际完成值 ÷ 指标值（越少越好的指标相反）",
        remedy: "请按算式改正得分；另有评分细则的，请附上")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows where row.isScored && !row.isTwice && !row.hasOwnRule {
            guard let comparison = row.comparison, comparison.isMissed, let weight = row.weight, let points = row.points,
                points < weight,
                let score = row.score
            else { continue }
            let values = [points, row.row[.score]?.shown ?? points]
            let isRight = comparison.scores.contains { score in
                score.points.map { right in values.contains { abs($0 - right.decimal) <= Decimal(1) / 100 } } ?? false
            }
            if !isRight { report(FormRemark("\(row.title)：\(score.working)，表中填\(row.printedPoints)", row, .score)) }
        }
    }
}

/// E11: the weight as a percentage of itself.
enum WeightTwice: FormCheck {
    static let description = FormCheckDescription(
        "E11", "weight-twice", .error, "分值重复计算", reason: "得分恰好是分值的平方除以100：分值被当作百分比又乘了一次", remedy: "请改为满分或按比例计算的得分")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows where row.isScored && row.isTwice {
            guard let weight = row.weight else { continue }
            let (short, points) = (weight.short, row.printedPoints)
            report(
                FormRemark(
                    "\(row.title)：\(short)×\(short)/100 = \((weight * weight / 100).short)，表中填\(points)；完成的应得\(short)", row,
                    .score))
        }
    }
}

/// E16: a missed target, or lost points, without a reason.
enum IndicatorReason: FormCheck {
    static let description = FormCheckDescription(
        "E16", "indicator-reason", .error, "没有完成或扣了分的指标没有说明原因", reason: "没有达到指标值的、得分低于分值的，都要写明偏差原因和改进措施",
        remedy: "请在偏差原因一栏写明原因和改进措施")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        guard !form.isUnfilled else { return }
        for row in form.rows where !row.row.isPart && !row.row.isExecution {
            let isMissed = row.isMissed ?? false
            let isLost = row.isScored && row.weight.flatMap { weight in row.points.map { $0 < weight } } ?? false
            guard isMissed || isLost, form.hasReason(row) == false else { continue }
            let column: EvaluationForm.Column = form.form.columns.contains(.reason) ? .reason : .note
            let points = row.points.map { "，得\($0.short)分" } ?? ""
            let actual = row.row[.actual].map { "，完成\($0.text.oneLine.shortened(to: 16).quoted)" } ?? ""
            let target = row.row.target.text.oneLine.shortened(to: 16)
            let weight = row.weight.map { "，分值\($0.short)" } ?? ""
            report(
                FormRemark(
                    "\(row.title)\(isMissed ? "没有完成" : "扣了分")（指标值\(target.quoted)\(actual)\(weight)\(points)），没有说明原因", row, column
                ))
        }
    }
}

/// E18: far more than was aimed at.
enum FarAboveTarget: FormCheck {
    static let description = FormCheckDescription(
        "E18", "far-above-target", .warning, "远远超过指标值而没有说明", reason: "完成值达到指标值的1.3倍以上，说明指标值定得偏低", remedy: "请说明超额完成的原因，下年提高指标值")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows {
            guard let comparison = row.comparison, comparison.isFarAbove, form.hasReason(row) != true else { continue }
            let share = (comparison.actual.number / comparison.target.number * 100).rounded(2)
            report(
                FormRemark(
                    "\(row.title)完成\(comparison.actual.printed)，是指标值\(comparison.target.printed)的\(share)%，没有说明", row, .actual))
        }
    }
}

extension JudgedRow {
    /// As the cell shows them.
    var printedPoints: String { row[.score]?.text.oneLine ?? "" }

    /// The points are the square of the weight over a hundred.
    var isTwice: Bool {
        guard let weight, let points, points < weight, weight > 1 else { return false }
        return abs(points - weight * weight / 100) <= Decimal(1) / 100
    }

    /// The form's own rule takes points off by steps.
    var hasOwnRule: Bool { row[.standard].map { cell in ["扣", "不得分", "得0分"].contains { cell.text.holds($0) } } ?? false }
}
