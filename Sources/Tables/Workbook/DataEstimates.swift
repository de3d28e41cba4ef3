internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Linting
internal import Reporting

extension DataWorkbook {
    /// 测算: quantity times unit cost beside the budget, a row a project that states both.
    var estimates: SheetList {
        let projects = Dictionary(report.book.projects.map { ($0.number, $0) }) { first, _ in first }
        var list = SheetList(
            name: "测算", title: title("测算核对（数量×单价与预算数）", unit: "万元"),
            columns: [
                .init("项目序号"), .init("项目编码", upTo: 22), .init("项目名称", upTo: 24), .init("算式", upTo: 40), .init("性质"),
                .init("测算数（万元）"), .init("预算数（万元）"), .init("测算与预算之比"), .init("一致"), .init("级别"), .init("说明", upTo: 50),
            ])
        list.rows = report.estimates.map { estimate in
            let project = projects[estimate.project]
            return [
                .count(estimate.project), .code(project?.code ?? ""), .text(project?.name ?? ""), .text(estimate.formula),
                .text(estimate.bound.rawValue), .optional(estimate.estimateFen) { .exact(Money(fen: $0)) },
                .exact(estimate.budget), .optional(estimate.ratio) { .ratio($0) }, .code(estimate.agrees ? "是" : "否"),
                .optional(estimate.severity) { .severity($0) }, .text(estimate.text),
            ]
        }
        list.frozenColumns = 3
        list.colour = 0x7F_6000
        return list
    }
}
