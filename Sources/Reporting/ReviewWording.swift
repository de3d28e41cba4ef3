internal import Aggregation
internal import GoalModel
public import Linting

extension Report {
    /// What the review says before it goes into particulars.
    ///
    /// A county judges by its own rules; those for departments of the central government are only followed in sense
    /// (《预算法实施条例》第五条第五款).
    var opening: String {
        let rows = book.projects.reduce(0) { $0 + $1.indicators.count }
        let year = book.fiscalYear.map { "\($0)年" } ?? ""
        let extent = book.projects.isEmpty ? "" : "（\(book.projects.count)个项目，预算\(funding.total)万元，\(rows)条绩效指标）"
        return "根据\(basis)，对你单位报送的\(year)部门预算绩效目标\(extent)进行了审核。\(judgement)"
    }

    private var basis: String {
        func isCited(_ document: Regulation) -> Bool { document.isOlder(than: book) }
        let own = opinion.basis.filter { $0.isFor(book) }.map(\.text)
        var texts = [Regulation.budgetLaw.title + "及其实施条例"]
        if isCited(.performanceOpinions) { texts.append(Regulation.performanceOpinions.title) }
        texts += own.isEmpty ? [book.ownRules] : own
        let binding = texts.dropLast().joined(separator: "、") + "和" + (texts.last ?? "")
        return binding + (isCited(.goalMeasures) ? "，参照\(Regulation.goalMeasures.title)规定的审核内容" : "")
    }

    private var judgement: String {
        if book.projects.isEmpty { return "报送材料中没有读到项目绩效目标表，请核对后重新报送。" }
        guard let words = counts.words else { return "程序检查未发现问题。" }
        let verdict =
            counts.errors > 0
            ? "错误必须改正，请逐条修改后重新报送。"
            : counts.warnings > 0 ? "没有必须改正的错误；警告很可能有误，请逐条核对。" : "没有必须改正的错误；提示供修改时参考。"
        return "程序检查发现问题\(counts.all)处：\(words)。\(verdict)"
    }

    var scoreLine: String? {
        guard opinion.showsScore, !book.projects.isEmpty, let score = quality.score else { return nil }
        return "指标质量参考分\(score)分（满分100分），由程序按扣分规则算出，供参考，不是审核等级。"
    }
}

extension FindingCounts {
    /// `错误3处、警告2处`; `nil` when there is nothing.
    public var words: String? {
        let parts = [(errors, "错误"), (warnings, "警告"), (hints, "提示")].filter { $0.0 > 0 }.map { "\($1)\($0)处" }
        return parts.isEmpty ? nil : parts.joined(separator: "、")
    }

    public var all: Int { errors + warnings + hints }
}

extension Criterion {
    /// What the criterion asks and no program can judge (财预〔2015〕88号; for 公开 the rules on publishing budgets).
    public var question: String {
        switch self {
        case .completeness: "内容是否完整，目标是否明确、清晰"
        case .relevance: "与部门职能、事业发展规划是否相关，指标是否细化、量化"
        case .appropriateness: "资金规模与绩效目标是否匹配"
        case .feasibility: "是否经过合理测算，措施是否切实可行，是否有必要安排资金"
        case .publication: "除个人信息外，是否还有不宜公开的内容"
        }
    }
}
