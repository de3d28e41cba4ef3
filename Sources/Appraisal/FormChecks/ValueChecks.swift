internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// E14: points of a graded indicator outside the band of what was reached.
enum GradeBand: FormCheck {
    static let description = FormCheckDescription(
        "E14", "grade-band", .error, "定性指标得分不在档内", reason: "达成得100%至80%（含），部分达成得80%至60%（含），未达成得60%以下（有的地方第二档到50%）",
        remedy: "请把得分改到该档以内")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows where row.isScored {
            guard case .graded(let completion) = row.outcome, let weight = row.weight, let points = row.points, weight > 0 else {
                continue
            }
            let bands = [GradeBands(), GradeBands(reached: 80, partly: 50)].map {
                $0.band(of: completion, weight: Marks(nearest: weight))
            }
            guard bands.allSatisfy({ points < $0.lowerBound.decimal || points > $0.upperBound.decimal }) else { continue }
            report(
                FormRemark(
                    "\(row.title)\(completion.rawValue)，应得\(bands[0].lowerBound)至\(bands[0].upperBound)，表中填\(row.printedPoints)",
                    row, .score))
        }
    }
}

/// E20: words, or another unit, where a number was promised.
enum ActualNoNumber: FormCheck {
    static let description = FormCheckDescription(
        "E20", "actual-no-number", .error, "定量指标没有填完成的数", reason: "指标值是数的，实际完成值也要是同一单位的数，不能填“完成”或换一个单位", remedy: "请填写实际完成的数和单位")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows where !row.row.isPart {
            let target = row.row.target.text.oneLine.shortened(to: 20).quoted
            let actual = row.row[.actual]?.text.oneLine.shortened(to: 20).quoted ?? ""
            switch row.outcome {
            case .wordsForNumber: report(FormRemark("\(row.title)的指标值是\(target)，完成值只填\(actual)", row, .actual))
            case .otherUnit(let own, let other):
                report(FormRemark("\(row.title)的指标值是\(target)，完成值是\(actual)，单位不同（\(own)、\(other)）", row, .actual))
            default: continue
            }
        }
    }
}

/// E21: a sign of the target in the actual value.
enum ActualCarriesSign: FormCheck {
    static let description = FormCheckDescription(
        "E21", "actual-carries-sign", .warning, "实际完成值带着符号", reason: "实际完成多少就填多少，“≥90%”不是完成值", remedy: "请去掉符号，填写实际的数")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows {
            guard let cell = row.row[.actual], cell.text.utf8.count <= 60, let quantity = Target(reading: cell.text).quantity,
                quantity.number != nil, let sign = quantity.comparator, sign != .equal
            else { continue }
            report(FormRemark("\(row.title)的实际完成值写成\(cell.text.oneLine.quoted)", row, .actual))
        }
    }
}

/// E22: a deadline answered by a rate, or the reverse.
enum DateByRate: FormCheck {
    static let description = FormCheckDescription(
        "E22", "date-by-rate", .warning, "期限与完成值不对应", reason: "指标值是日期的，完成值应是日期；指标值是数的，完成值应是数", remedy: "请填写完成的日期（或数）")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows {
            guard case .crossed = row.outcome else { continue }
            let (target, actual) = (row.row.target.text.oneLine, row.row[.actual]?.text.oneLine ?? "")
            report(FormRemark("\(row.title)的指标值是\(target.quoted)，完成值填\(actual.quoted)", row, .actual))
        }
    }
}

/// E23: all points for what came late.
enum LateFullPoints: FormCheck {
    static let description = FormCheckDescription(
        "E23", "late-full-points", .error, "超过期限却得满分", reason: "完成日期晚于期限，不能得满分", remedy: "请扣减得分，并说明延迟的原因")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows where row.isScored {
            guard case .dated(let isLate) = row.outcome, isLate, let weight = row.weight, weight > 0, row.points == weight else {
                continue
            }
            report(
                FormRemark(
                    "\(row.title)应于\(row.row.target.text.oneLine)完成，实际\(row.row[.actual]?.text.oneLine ?? "")，却得满分\(weight.short)",
                    row, .score))
        }
    }
}

/// E24: a rate of more than 100 %.
enum RateAboveHundred: FormCheck {
    static let description = FormCheckDescription(
        "E24", "rate-above-100", .error, "比率超过100%", reason: "合格率、覆盖率、满意度等不可能超过100%", remedy: "请核对完成值")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows {
            guard let cell = row.row[.actual], cell.text.utf8.count <= 40, let value = MeasuredValue(actual: cell.text),
                value.unit.kind == .percent, value.printed > 100, bounded.contains(where: row.row.name.holds)
            else { continue }
            report(FormRemark("\(row.title)填\(cell.text.oneLine)，超过100%", row, .actual))
        }
    }

    private static let bounded = ["合格率", "覆盖率", "满意度", "达标率", "及时率", "准确率", "知晓率", "合规率", "完好率", "入学率", "参与率", "验收率", "到位率"]
}

/// E25: the name of a scale where a grade belongs.
enum GradeEmpty: FormCheck {
    static let description = FormCheckDescription(
        "E25", "grade-empty", .warning, "定性的值只是尺度的名称", reason: "“好坏”“优良中差”说的是怎样分档，不是达到哪一档", remedy: "请写明目标和实际达到哪一档")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows {
            for column in [EvaluationForm.Column.target, .actual] {
                guard let cell = row.row[column], scales.contains(cell.text.withoutSpaces.filter { !"、/，,".contains($0) }) else {
                    continue
                }
                report(
                    FormRemark("\(row.title)的\(column == .target ? "指标值" : "完成值")\(cell.text.oneLine.quoted)是尺度的名称", row, column))
                break
            }
        }
    }

    private static let scales: Set<String> = [
        "好坏", "优良中差", "优良中低差", "优良差", "高中低", "是否", "大小", "多少", "高低", "优劣", "强弱", "显著一般", "好中差", "达标不达标",
    ]
}

/// E26: a direction that contradicts what is measured.
enum IndicatorDirection: FormCheck {
    static let description = FormCheckDescription(
        "E26", "direction", .warning, "指标方向不对", reason: "成本应是不超过（≤），数量和效益一般是不低于（≥）", remedy: "请核对指标值的符号")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows {
            guard let sign = row.row.target.quantity?.comparator, row.row.target.quantity?.number != nil, let kind = row.kind
            else { continue }
            let isUp = sign == .atLeast || sign == .moreThan
            let isDown = sign == .atMost || sign == .lessThan
            let lessIsBetter = ["率", "数", "下降", "减少", "投诉", "事故", "死亡", "时间", "天", "发生", "案"].contains { row.row.name.holds($0) }
            let saves = ["节约", "节省", "降低", "压减", "下降"].contains { row.row.name.holds($0) }
            if kind == .cost, isUp, !saves {
                report(FormRemark("\(row.title)是成本，指标值却是\(row.row.target.text.oneLine.quoted)", row, .target))
            } else if kind == .quantity, isDown, !lessIsBetter || row.row.name.hasSuffix("数量") {
                report(FormRemark("\(row.title)是数量，指标值却是\(row.row.target.text.oneLine.quoted)", row, .target))
            }
        }
    }
}

/// E27: money as a quantity.
enum QuantityIsMoney: FormCheck {
    static let description = FormCheckDescription(
        "E27", "quantity-is-money", .warning, "数量指标写的是钱", reason: "数量指标应说明做了多少事，花了多少钱属于成本指标", remedy: "请换成提供产品或服务的数量")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows where row.kind == .quantity {
            guard let quantity = row.row.target.quantity, quantity.number != nil, MeasuredValue.Unit(quantity.unit).kind == .money
            else { continue }
            report(FormRemark("\(row.title)是数量指标，指标值\(row.row.target.text.oneLine.quoted)却是金额", row, .target))
        }
    }
}

/// E28: a total cost that is another than what was paid.
enum CostNotPaid: FormCheck {
    static let description = FormCheckDescription(
        "E28", "cost-not-paid", .warning, "总成本与执行数不符", reason: "项目总成本的完成值应与全年执行数一致", remedy: "请核对成本和执行数，跨年付款的请说明")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        guard let paid = form.money.paidMoney, paid > .zero else { return }
        for row in form.rows where row.isCost {
            guard ["总成本", "总投资", "总费用", "项目成本", "项目总额", "成本控制数"].contains(where: row.row.name.holds),
                let value = row.row[.actual].flatMap({ MeasuredValue(actual: $0.text) }), value.sign == nil,
                value.unit.kind == .money,
                let cost = Money(nearest: value.number, in: .yuan), abs(cost.fen - paid.fen) > 10_000
            else { continue }
            let money = form.money
            report(
                FormRemark(
                    "\(row.title)完成\(row.row[.actual]?.text.oneLine ?? "")，全年执行数是\(money.paid.map { "\($0)" } ?? "")\(money.unit.rawValue)",
                    row, .actual))
        }
    }
}
