import Aggregation
import GoalModel
public import Linting

extension Report {
    /// What the review says before it goes into particulars.
    var opening: String {
        let rows = book.projects.reduce(0) { $0 + $1.indicators.count }
        let year = book.fiscalYear.map { "\($0)年" } ?? ""
        let extent = book.projects.isEmpty ? "" : "（\(book.projects.count)个项目，预算\(funding.total)万元，\(rows)条绩效指标）"
        let order = "根据《中央部门预算绩效目标管理办法》（财预〔2015〕88号）"
        return
            "\(order)，对你单位报送的\(year)部门预算绩效目标\(extent)进行了完整性、相关性、适当性、可行性审核和公开检查。\(judgement)"
    }

    private var judgement: String {
        let score = quality.score.map { "指标质量得分\($0)分（满分100分）。" } ?? ""
        if book.projects.isEmpty { return "报送材料中没有读到项目绩效目标表，请核对后重新报送。" }
        guard let words = counts.words else { return "\(score)未发现问题。" }
        let verdict =
            counts.errors > 0
            ? "错误必须改正，请逐条修改后重新报送。"
            : counts.warnings > 0 ? "没有必须改正的错误；警告很可能有误，请逐条核对。" : "没有必须改正的错误；提示供修改时参考。"
        return "\(score)共发现问题\(counts.all)处：\(words)。\(verdict)"
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
    /// What the criterion asks (财预〔2015〕88号; for 公开 the rules on publishing budgets).
    public var question: String {
        switch self {
        case .completeness: "内容是否完整，目标是否明确、清晰"
        case .relevance: "目标与职能是否相关，指标是否相关联、细化、量化"
        case .appropriateness: "资金规模与绩效目标是否匹配"
        case .feasibility: "是否经过合理测算，能否如期实现"
        case .publication: "公开后是否会泄露个人信息"
        }
    }
}
