internal import Diagnostics
internal import GoalModel
internal import Linting
internal import Reporting

extension DataWorkbook {
    /// What was found and what could not be read, a row each.
    var findingList: SheetList {
        var list = SheetList(
            name: "问题", title: title("问题清单"),
            columns: [
                .init("级别"), .init("规则"), .init("问题类型", upTo: 18), .init("审核内容"), .init("项目序号"), .init("项目名称", upTo: 20),
                .init("指标行"), .init("位置", upTo: 28), .init("问题", upTo: 40), .init("改法", upTo: 40), .init("可改为", upTo: 20),
                .init("指纹", upTo: 18),
            ])
        list.rows = report.diagnostics.map(row) + report.findings.map(row)
        list.frozenColumns = 2
        list.colour = 0xC0_0000
        return list
    }

    private func row(_ diagnostic: Diagnostic) -> [CellValue] {
        [
            .severity(diagnostic.severity), .code("读取"), .text(diagnostic.id), .blank, .blank, .blank, .blank,
            .text(diagnostic.location?.description ?? ""),
            .text([diagnostic.summary, diagnostic.explanation].filter { !$0.isEmpty }.joined(separator: "。")),
            .text(diagnostic.remedy), .blank, .blank,
        ]
    }

    private func row(_ finding: Finding) -> [CellValue] {
        let place = report.place(of: finding)
        return [
            .severity(finding.severity), .code(finding.code), .text(finding.title), .text(finding.criterion.rawValue),
            .optional(finding.project) { .count($0) }, .text(place.name), .optional(finding.indicator) { .count($0) },
            .text(place.location?.description ?? ""), .text(finding.message), .text(finding.remedy),
            .text(finding.suggestion ?? ""), .code(finding.fingerprint),
        ]
    }
}
