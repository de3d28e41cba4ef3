internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// One value for every row was typed, not thought about.
struct ValuesAlike: ProjectRule {
    static let description = RuleDescription(
        code: "I18", id: "values-alike", title: "指标值雷同", level: .project, severity: .warning, criterion: .relevance,
        why: "数量、成本、满意度性质不同，却全部填同一个数，说明没有测算，年底也无从区分完成得好坏。", remedy: "请逐条测算：数量填实物量，成本填金额，质量和满意度填比率，时效填完成时间。",
        action: "分别确定各行的指标值",
        sources: [.quantified, .guidePrinciples],
        passing: [
            .rows(["数量指标 人数 ≥95人", "质量指标 合格率 ≥95%", "时效指标 完成时间 12月底前", "满意度指标 满意度 ≥95%"]),
            .rows(["数量指标 人数 ≥95人", "质量指标 合格率 ≥95%", "时效指标 及时率 ≥95%", "满意度指标 满意度 ≥90%"]),
            .rows(["质量指标 合格率 ≥95%", "满意度指标 满意度 ≥95%"]),
        ],
        failing: [
            .rows(["数量指标 资金到位率 ≥95百分比", "质量指标 合格率 ≥95%", "时效指标 及时率 ≥95", "满意度指标 满意度 ≥95群众满意"], finds: .field(.title)),
            .rows(["数量指标 到位率 100%", "质量指标 合格率 =100%", "时效指标 及时率 100％", "满意度指标 满意度 100%"], finds: .field(.title)),
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        let rows = project.indicators.filter { !$0.target.text.isEmpty }
        guard rows.count >= scope.tables.indicators.alikeRows, let first = rows.first?.target.quantity, let number = first.number
        else {
            return
        }
        let sign = first.comparator ?? .equal
        let isAlike = rows.allSatisfy { row in
            guard let quantity = row.target.quantity else { return false }
            return quantity.number == number && (quantity.comparator ?? .equal) == sign
        }
        if isAlike {
            let value = (first.comparator?.rawValue ?? "") + "\(number)"
            report(Violation(.alike(value, rows.count), at: .field(.title), location: rows.first?.places[.target]))
        }
    }
}

extension Finding.Message {
    fileprivate static func alike(_ value: String, _ count: Int) -> Self { "全部\(count)条指标的指标值都是\(value.quoted)" }
}
