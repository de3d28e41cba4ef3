public import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

extension ProjectForm {
    /// Takes what another place says of the same project and this one does not.
    ///
    /// - Returns: a diagnostic for each thing that both say, but differently; what stood here stays.
    mutating func complete(with other: ProjectForm) -> [Diagnostic] {
        var troubles: [Diagnostic] = []
        let unit = moneyUnit ?? other.moneyUnit ?? .known(.wan)
        for (label, cell) in other.values.sorted(by: { $0.value.location < $1.value.location }) where !cell.text.isEmpty {
            guard let mine = values[label], !mine.text.isEmpty else {
                values[label] = cell
                valueUnits[label] = other.valueUnits[label] ?? other.unitLine.moneyUnit
                continue
            }
            let amounts = label.isOfMoney ? (amount(label, in: unit), other.amount(label, in: unit)) : (nil, nil)
            let agree = if let one = amounts.0, let two = amounts.1 { one == two } else { Self.agree(mine.text, cell.text) }
            if !agree, label != .budgetUnit || UnitLine.unit(in: mine.text) != nil {
                troubles.append(.differs(label.title, mine.text, cell.text, project: name, mine.location, cell.location))
            }
        }
        if fundParts.isEmpty {
            fundParts = other.fundParts
            for index in fundParts.indices { fundParts[index].unit = fundParts[index].unit ?? other.unitLine.moneyUnit }
        }
        unitLine.take(other.unitLine)
        labelledUnit.take(other.labelledUnit)
        if planDates.isEmpty {
            (planDates, planCells) = (other.planDates, other.planCells)
        } else if !other.planDates.isEmpty, planWords != other.planWords {
            troubles.append(
                .differs("资金支出计划", planWords, other.planWords, project: name, percentPlace, other.percentPlace))
        }
        takeGoals(other, &troubles)
        if indicators.isEmpty {
            (indicators, rowTroubles, columns) = (other.indicators, other.rowTroubles, columns ?? other.columns)
        } else if !other.indicators.isEmpty, indicators.map(Self.words) != other.indicators.map(Self.words) {
            let at = (indicators.first?.places[.name], other.indicators.first?.places[.name])
            troubles.append(
                .differs("绩效指标", "\(indicators.count)行", "\(other.indicators.count)行", project: name, at.0, at.1))
        }
        labelPlaces.take(other.labelPlaces)
        listsPlan = listsPlan || other.listsPlan
        isFromList = isFromList && other.isFromList
        title = title ?? other.title
        return troubles
    }

    private mutating func takeGoals(_ other: ProjectForm, _ troubles: inout [Diagnostic]) {
        let mine = Set(goals.map { $0.text.withoutSpaces }.filter { !$0.isEmpty })
        let theirs = other.goals.filter { !$0.text.isEmpty && !mine.contains($0.text.withoutSpaces) }
        if mine.isEmpty || (isFromList && other.isFromList && mine.count < 50) {
            goals += theirs
        } else if let first = theirs.first, let place = goals.first {
            let whole = theirs.map { $0.text.withoutSpaces }.joined()
            if goals.map({ $0.text.withoutSpaces }).joined() != whole {
                troubles.append(.differs("绩效目标", place.text, first.text, project: name, place.location, first.location))
            }
        }
    }

    private var planWords: String {
        let cells = planCells.filter { !$0.text.isEmpty }.map { cell in
            Percent(written: cell.text).map(\.description) ?? cell.text.withoutSpaces
        }
        return planDates.map(\.day.title).joined(separator: "、") + "：" + cells.joined(separator: "、")
    }

    /// The dates, or where a list has none in the row its blank cells.
    var planPlace: Location? {
        planDates.first?.place ?? (isFromList ? labelPlaces[.plan(0)] : nil) ?? firstPlace
    }

    /// The first percentage.
    private var percentPlace: Location? { planCells.first { !$0.text.isEmpty }?.location ?? planPlace }

    /// The same text but for spaces and width.
    private static func agree(_ a: String, _ b: String) -> Bool {
        a.withoutSpaces.folded == b.withoutSpaces.folded
    }

    private static func words(_ indicator: Indicator) -> [String] {
        Indicator.Field.allCases.map { indicator[$0].withoutSpaces.folded }
    }
}

extension FormLabel {
    /// The label as a message names it.
    var title: String {
        switch self {
        case .budgetUnit: Project.Field.unit.title
        case .code: Project.Field.code.title
        case .name: Project.Field.name.title
        case .budget: Project.Field.budget.title
        case .fiscalFunds: Project.Field.fiscalFunds.title
        case .otherFunds: Project.Field.otherFunds.title
        case .purpose: Project.Field.purpose.title
        default: "内容"
        }
    }
}

extension Diagnostic {
    /// What two places of one project say differently; two files that do so are no one book.
    public static let differenceID = "project-differs"

    fileprivate static func differs(
        _ what: String, _ mine: String, _ theirs: String, project: String, _ place: Location?, _ other: Location?
    ) -> Diagnostic {
        let before = place.map { "（\($0)）" } ?? ""
        return Diagnostic(
            .error, id: differenceID, at: other,
            "项目\(project.shortened(to: 24).quoted)的\(what)前后不一致：\(mine.shortened(to: 24).quoted)\(before)和\(theirs.shortened(to: 24).quoted)",
            explanation: "已按前一处处理", remedy: "请核对后改成一致；是两个项目的，请改正项目编码")
    }
}
