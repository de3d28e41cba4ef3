internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// E01: points of all indicators and of execution that are not 100.
enum WeightsNotHundred: FormCheck {
    static let description = FormCheckDescription(
        "E01", "weights-not-100", .error, "分值合计不是100分", reason: "各指标分值与预算执行分值之和应为100分，否则总分和等级不能用",
        remedy: "请调整各指标的分值，使合计为100分")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        guard let rows = form.rowWeights, form.rows.allSatisfy({ ($0.weight ?? 0) >= 0 }) else { return }
        let place =
            form.form.total?.weight?.place ?? form.form.total?.label.place ?? form.form.rows.first?[.weight]?.place
            ?? form.form.place
        if let all = form.allWeights {
            guard all.rounded(2) != 100 else { return }
            let execution = form.money.indicatorRow == nil ? form.money.weight.map { "，预算执行\($0.short)分" } ?? "" : ""
            report(FormRemark("各指标分值合计\(rows.short)分\(execution)，共\(all.short)分，应为100分", at: place))
        } else if ![80, 90, 100].contains(rows.rounded(2)) {
            // Without points of execution: the rest up to 100 may be theirs.
            report(FormRemark("各指标分值合计\(rows.short)分，加上预算执行的10分也不是100分", at: place))
        }
    }
}

/// E02: more points than a row has.
enum ScoreAboveWeight: FormCheck {
    static let description = FormCheckDescription(
        "E02", "score-above-weight", .error, "得分超过分值", reason: "得分最高不能超过该指标的分值", remedy: "请把得分改到分值以内")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        for row in form.rows where row.isScored {
            guard let weight = row.weight, let points = row.points, points > weight else { continue }
            report(FormRemark("\(row.title)得\(points.short)分，超过分值\(weight.short)分", row, .score))
        }
        if form.money.indicatorRow == nil, let weight = form.money.weight, let points = form.money.points, points > weight,
            let cell = form.money.pointsCell
        {
            report(FormRemark("预算执行得\(points.short)分，超过分值\(weight.short)分", at: cell.place))
        }
    }
}

/// E03: a total that is another than the sum of the points.
enum TotalNotSum: FormCheck {
    static let description = FormCheckDescription(
        "E03", "total-not-sum", .error, "总分与各项得分之和不符", reason: "总分应等于预算执行得分与各指标得分之和", remedy: "请重新加总，或改正各项得分")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        guard !form.isUnfilled, let rows = form.rowPoints, let sums = allowed(form, rows), !sums.isEmpty else { return }
        var printed: [EvaluationForm.Cell] = []
        if let score = form.form.total?.score, !score.isBlank { printed.append(score) }
        printed += form.form.statedScores
        for cell in printed {
            let values = [cell.number, cell.shown].compactMap(\.self)
            guard !values.isEmpty, !values.contains(where: { value in sums.contains { fits(value, $0) } }) else { continue }
            let execution = form.money.indicatorRow == nil ? form.money.points.map { "预算执行\($0.short)＋" } ?? "" : ""
            let sum =
                sums[0].lowerBound == sums[0].upperBound
                ? sums[0].lowerBound.short : "\(sums[0].lowerBound.short)至\(sums[0].upperBound.short)"
            report(FormRemark("\(execution)各指标\(rows.lowerBound.short) = \(sum)，表中总分填\(cell.text)", at: cell.place))
            return
        }
    }

    private static func fits(_ value: Decimal, _ range: ClosedRange<Decimal>) -> Bool {
        let slack = Decimal(1) / 100
        return value >= range.lowerBound - slack && value <= range.upperBound + slack
    }

    /// What the total may be; `nil` where the points of execution are not certain.
    private static func allowed(_ form: JudgedForm, _ rows: ClosedRange<Decimal>) -> [ClosedRange<Decimal>]? {
        let money = form.money
        if money.indicatorRow != nil { return [rows] }
        let total = form.form.total
        // A sum of the indicators alone has their weights beside it.
        let isOfRows =
            total?.weight?.number.map { $0 != 100 && ($0 == form.rowWeights || $0 + (money.weight ?? 10) == 100) } ?? false
        if let points = money.points {
            let all = (rows.lowerBound + points)...(rows.upperBound + points)
            let isOpen = total?.weight?.number == nil
            return isOfRows ? [rows, all] : isOpen && form.rowWeights != nil && money.weight == nil ? [all, rows] : [all]
        }
        if form.form.moneyColumns.contains(.score), let weight = money.weight {
            return [rows.lowerBound...(rows.upperBound + weight)]
        }
        // No points of execution are printed anywhere: certain only where the indicators have all the points.
        if form.rowWeights == 100, form.form.moneyColumns.isDisjoint(with: [.score, .weight]) { return [rows] }
        return nil
    }
}

/// E13: points of a level that differ from the official division.
enum WeightsOffScheme: FormCheck {
    static let description = FormCheckDescription(
        "E13", "weights-off-scheme", .warning, "一级指标分值与规定不同",
        reason: "自评统一的分值一般为：预算执行率10分、产出50分、效益30分、满意度10分（设成本指标的为成本20、产出40、效益20、满意度10）", remedy: "请按当地规定核对一级指标的分值")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        guard form.isNational, form.rowWeights != nil, form.allWeights?.rounded(2) == 100 else { return }
        var sums: [Level: Decimal] = [:]
        for row in form.scoredRows where !row.row.isExecution {
            guard let level = Level(row) else { return }
            sums[level, default: 0] += row.weight ?? 0
        }
        guard sums.count > 1, let first = form.rows.first, !schemes.contains(where: { $0 == sums }) else { return }
        let told = Level.allCases.compactMap { level in sums[level].map { "\(level.rawValue)\($0.short)分" } }
        report(
            FormRemark(
                "一级指标分值为\(told.joined(separator: "、"))，与产出50、效益30、满意度10不同",
                at: first.row[.weight]?.place ?? first.row.place))
    }

    private enum Level: String, CaseIterable {
        case cost = "成本"
        case output = "产出"
        case benefit = "效益"
        case satisfaction = "满意度"

        init?(_ row: JudgedRow) {
            let word = row.row[.category]?.text.withoutSpaces ?? ""
            if word.holds("产出") {
                self = .output
            } else if word.holds("满意") {
                self = .satisfaction
            } else if word.holds("成本") {
                self = .cost
            } else if word.holds("效益") || word.holds("效果") {
                self = .benefit
            } else {
                return nil
            }
        }
    }

    private static let schemes: [[Level: Decimal]] = [
        [.output: 50, .benefit: 30, .satisfaction: 10], [.output: 50, .benefit: 40],
        [.cost: 20, .output: 40, .benefit: 20, .satisfaction: 10], [.cost: 20, .output: 40, .benefit: 30],
    ]
}

/// E35: a grade that is another than that of the total.
enum GradeDiffers: FormCheck {
    static let description = FormCheckDescription(
        "E35", "grade-differs", .error, "等级与总分不符", reason: "总分90分（含）以上为优，80（含）至90分为良，60（含）至80分为中，60分以下为差", remedy: "请按总分改正等级")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        guard let grade = form.form.grade, let total = form.total?.number, let own = grades[grade.text.withoutSpaces] else {
            return
        }
        let right = FormGrade(of: Marks(nearest: total))
        guard right != own else { return }
        // Some places end 良 at 70.
        let other = FormGrade(of: Marks(nearest: total), limits: .init(excellent: Marks(80), good: Marks(70), fair: Marks(60)))
        guard other != own else { return }
        report(FormRemark("总分\(total.short)的等级是\(right.rawValue)，表中填\(grade.text)", at: grade.place))
    }

    private static let grades: [String: FormGrade] = [
        "优": .excellent, "优秀": .excellent, "良": .good, "良好": .good, "中": .fair, "中等": .fair, "差": .poor, "较差": .poor,
    ]
}
