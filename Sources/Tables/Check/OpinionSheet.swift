internal import Diagnostics
public import Foundation
internal import GoalModel
internal import Linting
public import Reporting

/// 审核意见表.xlsx: a row a finding, with a drop-down for what becomes of it; it is read back on the next run.
public struct OpinionSheet {
    private let reports: [Report]

    /// - Parameter reports: of one town, or of several on one sheet.
    public init(_ reports: [Report]) {
        self.reports = reports
    }

    /// - Parameter created: the date inside the file; without one, 1 January of the book's year.
    /// - Throws: ``WorkbookError`` when the temporary file cannot be written.
    public func written(created: Date? = nil) throws(WorkbookError) -> WrittenWorkbook {
        try WrittenWorkbook(
            [list], file: ResultFile.opinions.rawValue, title: title, isMasked: reports.allSatisfy(\.isMasked), created: created,
            year: reports.compactMap(\.book.fiscalYear).max())
    }

    private var title: String {
        let name = reports.count == 1 ? reports.first.map { "\($0.town)\($0.year)" } ?? "" : ""
        return "\(name)预算绩效目标审核意见表"
    }

    private var list: SheetList {
        var list = SheetList(
            name: "审核意见表", title: title,
            columns: [
                .init("乡镇"), .init("项目", upTo: 20), .init("位置", upTo: 20), .init("原文", upTo: 24), .init("问题", upTo: 36),
                .init("建议", upTo: 36), .init("依据", upTo: 24), .init(FindingReply.Heading.status, upTo: 10),
                .init(FindingReply.Heading.note, upTo: 24),
                .init(FindingReply.Heading.person, upTo: 10), .init(FindingReply.Heading.remark, upTo: 14), .init("级别"),
                .init("规则"), .init("项目编码", upTo: 24),
                .init(FindingReply.Heading.year), .init(FindingReply.Heading.fingerprint, upTo: 18),
            ])
        list.rows = reports.flatMap { report in
            report.findings.map { row($0, of: report, waiver: nil) }
                + report.waived.map { row($0.finding, of: report, waiver: $0.waiver) }
        }
        list.widths = [Self.noteColumn: 24, Self.noteColumn + 1: 10]
        list.frozenColumns = 2
        list.colour = 0xC0_0000
        guard !list.rows.isEmpty else { return list }
        let rows = SheetList.firstRow...(SheetList.firstRow + list.rows.count - 1)
        let states = CellRange(rows: rows, columns: Self.statusColumn...Self.statusColumn)
        list.checks = [
            CellCheck(
                range: states, condition: .list(FindingReply.Status.allCases.map(\.rawValue)), answer: .refused,
                title: FindingReply.Heading.status,
                message: "从下拉框中选。选“同意保留”的，请在“说明”中写明理由，下次运行时不再计为问题；选“已改”而仍查出的，会在“核对”中注明。",
                complaint: "只能选 待改、已改、同意保留、退回。")
        ]
        let (state, note) = (
            CellName(row: SheetList.firstRow, column: Self.statusColumn).inColumn,
            CellName(row: SheetList.firstRow, column: Self.noteColumn).inColumn
        )
        list.marks = [
            CellMark(
                range: CellRange(rows: rows, columns: Self.noteColumn...Self.noteColumn),
                formula: "=AND(\(state)=\"\(FindingReply.Status.kept.rawValue)\",\(note)=\"\")", look: .wrong)
        ]
        return list
    }

    private static let statusColumn = 7
    private static let noteColumn = 8

    private func row(_ finding: Finding, of report: Report, waiver: Waiver?) -> [CellValue] {
        let reply = report.replies[finding.fingerprint]
        let status = waiver == nil ? reply?.status ?? .toChange : .kept
        // An answer that keeps the finding is told as it was written.
        let settled = waiver?.isAnswer == true ? nil : waiver
        let projects = finding.projects.isEmpty ? [finding.project].compactMap(\.self) : finding.projects
        let first = projects.first.flatMap { number in report.book.projects.first { $0.number == number } }
        let suggestion = finding.suggestion.map { "可改为“\($0)”。" }
        return [
            .text(report.town), .text(Self.names(of: projects, first?.name)),
            .text(report.place(of: finding).withoutProject),
            .text(report.original(of: finding) ?? ""), .text(finding.message),
            .text([finding.remedy.asSentence, suggestion].compactMap(\.self).joined()),
            .text(RuleCatalogue.description(of: finding.code)?.source ?? ""), .code(status.rawValue),
            .text(settled?.reason ?? reply?.note ?? ""), .text(settled?.person ?? reply?.person ?? ""),
            .text(remark(status, waiver)), .severity(finding.severity), .code(finding.code),
            .code(first?.code ?? ""), .code(report.book.fiscalYear.map(String.init) ?? ""), .code(finding.fingerprint),
        ]
    }

    private func remark(_ status: FindingReply.Status, _ waiver: Waiver?) -> String {
        switch status {
        case .changed: "标为已改，仍然查出"
        case .kept where waiver == nil: "没有写说明，仍然计为问题"
        case .kept: waiver?.isAnswer == true ? "不计为问题" : FindingReply.keptBySettings
        case .toChange, .returned: ""
        }
    }

    private static func names(of projects: [Int], _ first: String?) -> String {
        guard let number = projects.first else { return "全书" }
        let others = projects.dropFirst().map { "、\($0)" }.joined()
        return "\(number).\(first ?? "")" + (others.isEmpty ? "" : "，另有项目\(others.dropFirst())")
    }
}
