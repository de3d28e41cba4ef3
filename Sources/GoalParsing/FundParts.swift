internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// A source of money that forms state in place of 财政资金 and 其他资金, or beside them.
struct FundPart {
    enum Kind {
        /// What 财政资金 is made up of: by the government that pays, or by the budget that it comes from.
        case fiscal
        /// Left of the year before, beside this year's 财政拨款.
        case carriedOver
        /// What the unit earns or collects.
        case other
    }

    let kind: Kind
    /// The label without 其中, colon and unit.
    let title: String
    var cell: SourceDocument.Cell
    /// The unit that its own label or heading states.
    var unit: StatedUnit?

    /// `nil` for a label of something else.
    init?(_ label: String, _ cell: SourceDocument.Cell, unit: StatedUnit? = nil) {
        self.unit = unit
        title = FormLabel.bare(label.withoutSpaces.folded)
        guard let kind = FundPart.kinds[title] else { return nil }
        self.kind = kind
        self.cell = cell
    }

    /// `nil` for a label of something else.
    init?(_ meaning: Meaning, _ title: String, _ cell: SourceDocument.Cell, unit: StatedUnit?) {
        switch meaning {
        case .fiscalPart: kind = .fiscal
        case .carriedOver: kind = .carriedOver
        case .otherPart: kind = .other
        default: return nil
        }
        (self.title, self.cell, self.unit) = (title, cell, unit)
    }

    static let kinds: [TextKey: Kind] = {
        let payers = [
            "中央", "省级", "省", "市级", "市", "县级", "县", "区级", "区县", "区县级", "县区", "县区级", "市县", "市县级", "地方", "上级", "本级", "乡级", "镇级",
            "乡镇", "州县", "州", "州级", "盟市", "旗县", "地市", "师市", "兵团", "自治区", "自治区级", "中央和省级", "市县区", "省市",
        ]
        let forms = ["资金", "补助", "补助资金", "财政", "财政资金", "财政补助", "财政补助资金", "财政拨款", "专项资金", "配套资金", "转移支付", "转移支付资金"]
        let budgets = ["一般公共预算", "政府性基金", "政府性基金预算", "国有资本经营预算"]
        var kinds: [TextKey: Kind] = Dictionary(minimumCapacity: payers.count * forms.count + budgets.count * 4)
        for payer in payers { for form in forms { kinds[payer + form] = .fiscal } }
        for budget in budgets { for form in ["", "拨款", "资金", "财政拨款"] { kinds[budget + form] = .fiscal } }
        return kinds
    }()
}

/// The two sources of a project's money, where only together with other parts they add up to its budget.
struct FundSources {
    private(set) var fiscal: Money
    private(set) var other: Money
    private let parts: [FundPart]
    private let unit: MoneyUnit

    /// `nil` where the form states both sources itself, and where the parts do not add up in any way: what a form with parts
    /// of parts means is not guessed.
    ///
    /// - Parameters:
    ///   - fiscal: 财政资金 as stated; `nil` where it is not.
    ///   - other: 其他资金 as stated; zero where it is not.
    init?(budget: Money?, fiscal: Money?, other: Money, parts: [FundPart], in unit: MoneyUnit) {
        let written = parts.filter { !$0.cell.text.isEmpty }
        var amounts: [Money] = []
        for part in written {
            guard let amount = AmountCell(part.cell, in: part.unit ?? .known(unit)).amount else { return nil }
            amounts.append(amount)
        }
        func sum(_ kind: FundPart.Kind) -> Money { zip(written, amounts).filter { $0.0.kind == kind }.map(\.1).total() }
        guard let budget, !written.isEmpty, fiscal.map({ $0 + other != budget }) ?? true else { return nil }
        let stated = fiscal ?? sum(.fiscal)
        let ways: [Set<FundPart.Kind>] = [[], [.carriedOver], [.other], [.carriedOver, .other]]
        let way = ways.first { way in stated + other + way.map(sum).total() == budget }
        guard let way else { return nil }
        self.fiscal = stated + (way.contains(.carriedOver) ? sum(.carriedOver) : .zero)
        self.other = other + (way.contains(.other) ? sum(.other) : .zero)
        self.unit = unit
        self.parts = written.filter { way.contains($0.kind) || (fiscal == nil && $0.kind == .fiscal) }
    }

    /// Where the first of the parts stands.
    var place: Location? { parts.first?.cell.location }

    func written(_ money: Money) -> String { FundSources.written(money, in: unit) }

    /// `110.00`, as the form would say it.
    static func written(_ money: Money, in unit: MoneyUnit) -> String {
        var fraction = (money.fen.magnitude % UInt64(unit.fen)).padded(to: unit.decimals)
        while fraction.count > min(2, unit.decimals), fraction.last == "0" { fraction.removeLast() }
        return (money < .zero ? "-" : "") + "\(money.fen.magnitude / UInt64(unit.fen)).\(fraction)"
    }

    func remark(project: Int) -> Diagnostic {
        let stated = parts.map { "\($0.title)\($0.cell.text)" }.joined(separator: "、")
        return Diagnostic(
            .hint, id: "funds-by-parts", at: place, "第\(project)个项目的资金按来源分列：\(stated)",
            explanation: "已计作财政资金\(written(fiscal))\(unit.rawValue)、其他资金\(written(other))\(unit.rawValue)，合计与预算数一致",
            remedy: "不必修改；如果归类不对，请在表中写明“财政资金”和“其他资金”")
    }
}
