internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// E06: a sum of funds that is another than its parts.
enum MoneyParts: FormCheck {
    static let description = FormCheckDescription(
        "E06", "money-parts", .error, "资金合计与各来源之和不符", reason: "年度资金总额应等于当年财政拨款、上年结转资金与其他资金之和", remedy: "请核对资金总额和各来源的金额")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        let parts = Array(form.form.fundParts)
        guard let total = form.money.row, total.label.text.withoutSpaces.isTotalOfFunds, !parts.isEmpty else { return }
        for column in [EvaluationForm.MoneyColumn.initial, .adjusted, .paid] {
            guard let cell = total.cells[column], !cell.isBlank, let sum = cell.number else { continue }
            let cells = parts.map { ($0.label.text.withoutSpaces, $0.cells[column]) }
            guard cells.allSatisfy({ $0.1 == nil || $0.1?.isBlank == true || $0.1?.number != nil }) else { continue }
            let amounts = cells.compactMap { label, cell in cell.flatMap { $0.isBlank ? nil : $0.number }.map { (label, $0) } }
            guard !amounts.isEmpty, let fault = fault(sum, amounts, labels: cells.map(\.0), in: form.money.unit) else { continue }
            report(FormRemark("\(column.title)：\(fault)，表中总额填\(cell.text)", at: cell.place))
        }
    }

    /// The sum that is right; `nil` where the total can be that of the parts in any way that they can be understood.
    private static func fault(_ total: Decimal, _ amounts: [(String, Decimal)], labels: [String], in unit: MoneyUnit) -> String? {
        let all = amounts.map(\.1)
        // 其中：中央 below 财政拨款; 中央资金 beside 地方资金 is a source of its own.
        let whole = labels.firstIndex { !$0.isPartOfPart && ["财政", "拨款"].contains(where: $0.holds) }
        let lowerLabels = whole.map { Set(labels[$0...].filter(\.isPartOfPart)) } ?? []
        let main = amounts.filter { !lowerLabels.contains($0.0) }.map(\.1)
        let lower = amounts.filter { lowerLabels.contains($0.0) }.map(\.1)
        let sums = [all, main, lower].filter { !$0.isEmpty }
        if sums.contains(where: { isSame(total, $0, unit) }) { return nil }
        let ownParts = main.isEmpty ? all : main
        let sum = ownParts.reduce(0, +)
        // Without a line for all other money the sum may be more than the parts that are told.
        guard sum > total || labels.contains(where: \.isOtherFunds) || (total == 0 && sum > 0) else { return nil }
        return ownParts.map { "\($0)" }.joined(separator: "+") + " = \(sum)"
    }

    /// Parts that were rounded each for itself may be off by the last digit.
    private static func isSame(_ total: Decimal, _ parts: [Decimal], _ unit: MoneyUnit) -> Bool {
        let gap = abs(parts.reduce(0, +) - total)
        if gap == 0 { return true }
        let written = parts.filter { $0 != 0 }
        let places = max(2, (written + [total]).map(JudgedMoney.decimals).max() ?? 2)
        guard unit.fen >= MoneyUnit.wan.fen, written.count > 1, places < unit.decimals else {
            return gap < Decimal(1) / 1_000_000
        }
        return gap * 2 <= pow(10, -places) * Decimal(written.count + 1)
    }
}

extension EvaluationForm.MoneyColumn {
    var title: String {
        switch self {
        case .initial: "年初预算数"
        case .adjusted: "全年预算数"
        case .paid: "全年执行数"
        case .weight: "分值"
        case .rate: "执行率"
        case .score: "得分"
        case .reason: "原因"
        }
    }
}

extension String {
    fileprivate var isTotalOfFunds: Bool { ["总额", "合计", "总计", "总金额", "资金总", "预算数", "小计"].contains { holds($0) } }

    /// 其中：中央 below 财政拨款: a part of a part.
    fileprivate var isPartOfPart: Bool {
        ["中央", "省", "市", "县", "区级", "乡镇", "一般公共预算", "政府性基金", "国有资本", "债券", "上级", "本级", "衔接资金", "转移支付", "基本工资", "人员经费", "公用经费"]
            .contains { holds($0) } && !["其他", "结转", "自筹", "单位资金"].contains { holds($0) }
    }

    fileprivate var isOtherFunds: Bool {
        ["其他", "单位资金", "自筹", "非财政"].contains { holds($0) } || (holds("项目支出") && !holds("其中"))
    }
}
