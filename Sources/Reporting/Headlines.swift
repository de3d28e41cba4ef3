import Aggregation
public import Diagnostics
import GoalModel
public import Linting
internal import Text

/// The three figures at the top of everything: how much, how well, what is wrong.
struct Headlines {
    let funding: Funding
    /// 人员类 and 日常公用类 as part one states them.
    let expenseClasses: [Statement]
    let quality: Quality
    let counts: FindingCounts

    var figures: [Figure] {
        [
            Figure(label: "项目预算总额", value: funding.total.description, unit: "万元", sentence: money),
            Figure(label: "指标质量得分", value: quality.score?.description ?? "—", unit: "分", sentence: score),
            Figure(label: "必须改正", value: "\(counts.errors)", unit: "处", sentence: faults),
        ]
    }

    private var money: String {
        if funding.projects.isEmpty { return "没有读到项目。" }
        var words = "共\(funding.projects.count)个项目"
        if let greatest = funding.byKind.first, greatest.amount.exact > .zero {
            words += "，\(greatest.share)用于\(greatest.label)"
        }
        if !funding.withoutBudget.isEmpty { words += "；\(funding.withoutBudget.count)个项目没有预算数，未计入" }
        let others = expenseClasses.compactMap { expense in expense.amount.map { "\(expense.name)\(ShownAmount($0))万元" } }
        if !others.isEmpty { words += "；另有" + others.joined(separator: "、") }
        return words + "。"
    }

    private var score: String {
        guard let score = quality.score else { return quality.projects.isEmpty ? "没有项目，不评分。" : "有内容没有读全，补全以后再评分。" }
        guard score < .full, let greatest = quality.losses.first, greatest.points > .zero else {
            let lost = quality.projects.contains { $0.score < .full }
            return lost ? "满分100分；有问题的项目金额小，按预算折算后失分不足0.1分。" : "满分100分，没有失分。"
        }
        return "满分100分；失分最多的是\(greatest.title.quoted)，失\(greatest.points)分。"
    }

    private var faults: String {
        let others = [(counts.warnings, "警告"), (counts.hints, "提示")].filter { $0.0 > 0 }.map { "\($1)\($0)处" }
        let rest = others.isEmpty ? "" : "另有" + others.joined(separator: "、")
        if counts.errors > 0 {
            let place = counts.projectsWithErrors > 0 ? "错误在\(counts.projectsWithErrors)个项目" : "错误在第一部分"
            let unread = "\(counts.unread)处内容没有读全"
            let whereabouts = counts.unread == 0 ? place : counts.unread == counts.errors ? unread : "\(place)，其中\(unread)"
            return whereabouts + (rest.isEmpty ? "。" : "；\(rest)，供核对。")
        }
        return rest.isEmpty ? "没有发现问题。" : "没有错误；\(rest)，供核对。"
    }
}

/// How many findings there are of each severity.
public struct FindingCounts: Hashable, Sendable {
    public let errors: Int
    public let warnings: Int
    public let hints: Int
    public let projectsWithErrors: Int

    /// How many of the errors are places that could not be read.
    public let unread: Int

    /// - Parameter unread: places that could not be read, each an error.
    public init(_ findings: [Finding], unread: Int = 0) {
        self.unread = unread
        errors = findings.count { $0.severity == .error } + unread
        warnings = findings.count { $0.severity == .warning }
        hints = findings.count { $0.severity == .hint }
        projectsWithErrors = Set(findings.filter { $0.severity == .error }.flatMap(\.projects)).count
    }

    public subscript(severity: Severity) -> Int {
        switch severity {
        case .error: errors
        case .warning: warnings
        case .hint: hints
        }
    }
}
