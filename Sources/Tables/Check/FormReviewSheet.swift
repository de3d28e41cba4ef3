public import Appraisal
internal import Diagnostics
internal import Foundation
internal import GoalModel

/// 自评审核意见.xlsx: a row a finding in a filled self-evaluation form, and a row a form with its sums.
public struct FormReviewSheet {
    private let forms: [ReviewedForm]

    public init(_ forms: [ReviewedForm]) {
        self.forms = forms
    }

    public static let fileName = "自评审核意见.xlsx"

    /// - Throws: ``WorkbookError`` when the temporary file cannot be written.
    public func written() throws(WorkbookError) -> WrittenWorkbook {
        try WrittenWorkbook(
            [findings, overview], file: FormReviewSheet.fileName, title: FormReviewSheet.title, isMasked: true, created: nil,
            year: forms.compactMap(\.form.fiscalYear).max())
    }

    private static let title = "绩效自评表审核意见"

    private var findings: SheetList {
        let rows = forms.flatMap { form in form.findings.map { (form: form, finding: $0) } }
        let columns: [Column<(form: ReviewedForm, finding: FormFinding)>] = [
            Column("文件", "file", upTo: 20) { $0.finding.location.file },
            Column("项目", "project", upTo: 20) { $0.form.form.shownName },
            Column("位置", "place", upTo: 16) { $0.finding.location.inFile },
            Column("级别", "severity") { $0.finding.severity },
            Column("编号", "check") { Code($0.finding.check.id) },
            Column("问题", "title", upTo: 16) { $0.finding.check.title },
            Column("说明", "message", upTo: 36) { $0.finding.message },
            Column("理由", "reason", upTo: 30) { $0.finding.check.reason },
            Column("改法", "remedy", upTo: 24) { $0.finding.check.remedy },
        ]
        return SheetList(DataList(rows, columns), name: "审核意见", title: FormReviewSheet.title, frozen: 2, colour: 0xC0_0000)
    }

    private var overview: SheetList {
        let columns: [Column<ReviewedForm>] = [
            Column("文件", "file", upTo: 20) { $0.form.place.file },
            Column("项目", "project", upTo: 24) { $0.form.shownName },
            Column("单位", "unit", upTo: 20) { $0.form.unit?.text },
            Column("年度", "year") { Code($0.form.fiscalYear.map(String.init)) },
            Column("执行率", "rate") { Code($0.judged.money.score?.percent?.description) },
            Column("执行得分", "execution") { $0.judged.money.points },
            Column("应得", "executionRight") { $0.judged.money.due },
            Column("总分", "total") { $0.form.totalNumber },
            Column("等级", "grade") { $0.form.grade?.text },
            Column("错误", "errors") { form in form.findings.count { $0.severity == .error } },
            Column("警告", "warnings") { form in form.findings.count { $0.severity == .warning } },
            Column("没有读懂", "doubts", upTo: 24) { form in form.form.doubts.map(\.text).joined(separator: "；") },
        ]
        return SheetList(DataList(forms, columns), name: "各表", title: "各项目自评表", frozen: 2, colour: 0x1F_4E79)
    }
}
