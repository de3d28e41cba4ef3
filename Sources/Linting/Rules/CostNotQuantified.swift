internal import Diagnostics
internal import GoalModel
internal import Text

/// A cost without a number limits nothing.
struct CostNotQuantified: IndicatorRule {
    static let description = RuleDescription(
        code: "I09", id: "cost-not-quantified", title: "成本指标无数值", level: .indicator, severity: .warning,
        criterion: .appropriateness,
        why: "成本指标没有数字，年底无法判断是否超出，也无法与预算数核对。", remedy: "请填写总额或单价的数字和单位，如“≤500元/人/月”；标准由文件规定的，把数字抄入指标值，文件名写在依据栏。",
        action: "给成本指标填上金额",
        sources: [.quantified, .costType, .guideCosts],
        passing: [
            .row(.cost, "补贴标准", "≤2800元/月/人"), .row(.cost, "补贴标准", "300-500元/人/月"), .row(.cost, "补贴标准", "每人每月三百元"),
            .row(.cost, "经费标准", "万元"), .row(.cost, "经费标准", ""), .row(.quality, "考核等次", "良以上"),
            .rows(["社会成本指标 施工扰民程度 较低"]),
        ],
        failing: [
            .row(.cost, "补贴发放标准", "档案工资", finds: .target), .row(.cost, "成本控制", "不超预算", finds: .target),
            .row(.cost, "成本控制情况", "优", finds: .target), .row(.cost, "资金支付", "12月底前", finds: .target),
            .row(.cost, "发放标准", "按某财建〔2025〕245号执行", finds: .target), .row(.cost, "发放标准", "按统一标准，以万元计", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard row.isPaidCost else { return }
        let text = row.indicator.target.text.compact
        switch row.indicator.target.value {
        case .quantity: return
        case .deadline: report(Violation(.time(row), at: .target))
        case .grade, .text: if text.hasWords, !text.statesNumber { report(Violation(.words(row), at: .target)) }
        }
    }
}

extension String {
    /// Whether a number stands in the text that is neither a year nor that of a document; `三百元` is one, `统一` is not.
    fileprivate var statesNumber: Bool {
        let scalars = Array(unicodeScalars)
        var index = 0
        while index < scalars.count {
            let start = index
            while index < scalars.count, scalars[index].isDigit { index += 1 }
            if index > start {
                let after = index < scalars.count ? scalars[index] : " "
                if !"年号〕】])".unicodeScalars.contains(after) { return true }
                continue
            }
            while index < scalars.count, "一二三四五六七八九十百千万两零〇壹贰叁肆伍陆柒捌玖拾佰仟".unicodeScalars.contains(scalars[index]) { index += 1 }
            let digits = scalars[start..<index]
            if index < scalars.count, scalars[index] == "元", digits.contains(where: { !"百千万".unicodeScalars.contains($0) }) {
                return true
            }
            if index == start { index += 1 }
        }
        return false
    }
}

extension Finding.Message {
    fileprivate static func words(_ row: Row) -> Self {
        "成本指标\(row.indicator.name.quoted)的指标值\(row.indicator.target.text.quoted)没有数字"
    }
    fileprivate static func time(_ row: Row) -> Self {
        "成本指标\(row.indicator.name.quoted)的指标值\(row.indicator.target.text.quoted)是时间，不是金额"
    }
}
