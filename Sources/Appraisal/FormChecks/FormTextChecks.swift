internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// E29: an account of what was reached that tells nothing.
enum GoalThin: FormCheck {
    static let description = FormCheckDescription(
        "E29", "goal-thin", .warning, "总体目标完成情况太空", reason: "实际完成情况应写做了什么、效果怎样，不能只写“完成”、一个数，或照抄目标", remedy: "请写明完成的数量、效果和没有完成的部分")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        guard let cell = form.form.achievement, !form.isUnfilled else { return }
        let word = cell.text.withoutSpaces.folded.filter { !"。.,，;；、".contains($0) }
        let goal = form.form.goal?.text.withoutSpaces.folded.filter { !"。.,，;；、".contains($0) }
        let isFigure = !word.isEmpty && word.allSatisfy { $0.isNumber || ".%万元亿≥≤>".contains($0) }
        let isWord = ["完成", "已完成", "全部完成", "完成目标", "已全部完成", "达成", "达成目标", "按计划完成", "无"].contains(word)
        if cell.isBlank {
            report(FormRemark("总体目标的实际完成情况空着", at: cell.place))
        } else if isFigure || isWord {
            report(FormRemark("总体目标的实际完成情况只写\(cell.text.oneLine.shortened(to: 24).quoted)", at: cell.place))
        } else if word == goal, word.count > 6 {
            report(FormRemark("总体目标的实际完成情况照抄了预期目标", at: cell.place))
        }
    }
}

/// E30: money or a rate in the text that the table contradicts.
enum TextAmounts: FormCheck {
    static let description = FormCheckDescription(
        "E30", "text-amounts", .warning, "文字里的金额与表不符", reason: "完成情况里说的支出和执行率应与资金一栏一致", remedy: "请核对文字和资金栏")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        let texts = [form.form.achievement].compactMap(\.self) + form.form.remarks
        for cell in texts {
            let text = cell.text.withoutSpaces.folded
            if let rate = number(behind: ["预算执行率为", "预算执行率达", "执行率为", "执行率达到", "执行率达", "预算执行率"], in: text, unit: "%"),
                let paid = form.money.paid, let adjusted = form.money.adjusted,
                let rates = JudgedMoney.rates(paid: paid, adjusted: adjusted, in: form.money.unit)
            {
                let half = pow(10, -JudgedMoney.decimals(rate)) / 2
                if rate < rates.lowerBound - half || rate > rates.upperBound + half {
                    report(FormRemark("文字里执行率\(rate)%，按表是\((paid / adjusted * 100).rounded(2))%", at: cell.place))
                }
            }
            if let spent = number(behind: ["全年共支出", "全年支出", "实际支出", "共支出", "全年执行数为", "全年执行数"], in: text, unit: "万元"),
                let paid = form.money.paidMoney, let money = Money(nearest: spent, in: .wan)
            {
                // What is written with fewer digits was rounded.
                let half = Decimal(MoneyUnit.wan.fen) * pow(10, -JudgedMoney.decimals(spent)) / 2
                if Decimal(abs(money.fen - paid.fen)) > half {
                    report(
                        FormRemark(
                            "文字里支出\(spent)万元，资金栏执行数是\(form.money.paid.map { "\($0)" } ?? "")\(form.money.unit.rawValue)",
                            at: cell.place))
                }
            }
        }
    }

    private static func number(behind words: [String], in text: String, unit: String) -> Decimal? {
        for word in words {
            guard let place = text.firstRange(of: word) else { continue }
            let digits = text[place.upperBound...].prefix { $0.isNumber || $0 == "." }
            guard !digits.isEmpty, text[digits.endIndex...].hasPrefix(unit) else { continue }
            return Decimal(written: String(digits))
        }
        return nil
    }
}

/// E33: personal data in a form that is published.
enum PersonalDataCheck {
    static let description = FormCheckDescription(
        "E33", "personal-data", .error, "公开的表里有个人信息", reason: "手机号码、身份证号、银行卡号和受助人的姓名不得公开", remedy: "请删去，或用星号遮住")

    /// - Parameters:
    ///   - personal: the personal numbers in a text, as messages may show them.
    ///   - names: the names of persons in it, likewise.
    static func check(
        _ form: JudgedForm, _ personal: (String) -> [String], _ names: (String) -> [String], report: (FormRemark) -> Void
    ) {
        var seen: Set<String> = []
        for cell in form.form.texts + form.form.signatures where seen.insert(cell.text).inserted {
            let numbers = personal(cell.text)
            if !numbers.isEmpty { report(FormRemark("有个人号码\(numbers.joined(separator: "、"))", at: cell.place)) }
        }
        let signed = Set(form.form.signatures.map(\.place))
        var told: Set<String> = []
        for cell in form.form.texts where !signed.contains(cell.place) && told.insert(cell.text).inserted {
            let found = names(cell.text)
            if !found.isEmpty {
                let shown = found.map(\.quoted).joined(separator: "、")
                report(FormRemark("签名处以外疑有个人姓名\(shown)", at: cell.place, severity: .warning))
            }
        }
        for cell in form.form.signatures {
            let names = PersonalDataCheck.names(in: cell.text)
            if let first = names.first {
                report(FormRemark("签名处写着姓名\((first.prefix(1) + "某").quoted)，公开前请核对是否需要", at: cell.place, severity: .hint))
            }
        }
    }

    /// 张某某 of 填表人：张某某.
    private static func names(in text: String) -> [String] {
        text.folded.split(whereSeparator: { $0.isWhitespace }).compactMap { piece in
            guard let colon = piece.firstIndex(of: ":") else { return nil }
            let name = piece[piece.index(after: colon)...]
            let isName =
                (2...4).contains(name.count) && name.allSatisfy { ("\u{4E00}"..."\u{9FFF}").contains($0) } && !name.contains("某")
            return isName && ["人", "负责人"].contains(where: piece[..<colon].hasSuffix) ? String(name) : nil
        }
    }
}

/// E36: every actual value is just what was promised.
enum ExactlyAtTarget: FormCheck {
    static let description = FormCheckDescription(
        "E36", "exactly-at-target", .hint, "完成值全都恰好等于指标值", reason: "三个以上定量指标的完成值都恰好等于指标值，可能是照抄", remedy: "请核对是否为实际完成的数")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        let compared = form.rows.compactMap { row in row.comparison.map { (row, $0) } }
        guard compared.count >= 3, compared.allSatisfy(\.1.isExactly), let first = compared.first?.0 else { return }
        report(FormRemark("\(compared.count)个定量指标的完成值都恰好等于指标值", at: first.row[.actual]?.place ?? first.row.place))
    }
}

/// E38: 100 points beside something that was not reached.
enum PerfectThoughMissed: FormCheck {
    static let description = FormCheckDescription(
        "E38", "perfect-though-missed", .warning, "总分100而有没完成的", reason: "有指标没有完成，或预算没有执行完，总分不应是100分", remedy: "请核对总分和各项得分")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        guard let total = form.total, total.number == 100 else { return }
        if let row = form.rows.first(where: { $0.isMissed == true }) {
            report(FormRemark("总分100，\(row.title)却没有完成", at: total.place))
        } else if let rate = form.money.score?.rate, rate.isBelow(percent: 100), let percent = form.money.score?.percent {
            report(FormRemark("总分100，预算执行率却是\(percent)", at: total.place))
        }
    }
}
