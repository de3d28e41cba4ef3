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
            [list, entries], file: ResultFile.opinions.rawValue, title: title, isMasked: reports.allSatisfy(\.isMasked),
            created: created,
            year: reports.compactMap(\.book.fiscalYear).max())
    }

    private var title: String {
        let name = reports.count == 1 ? reports.first.map { "\($0.town)\($0.year)" } ?? "" : ""
        return "\(name)预算绩效目标审核意见表"
    }

    private typealias Heading = FindingReply.Heading

    /// A finding, with what was agreed or answered.
    private struct Row {
        let finding: Finding
        let report: Report
        let first: Project?
        let status: FindingReply.Status
        let reply: FindingReply?
        let waiver: Waiver?
        /// What its rule rests on, for the book.
        let source: String?

        init(_ finding: Finding, of report: Report, waiver: Waiver?, source: String?) {
            (self.finding, self.report, self.waiver, self.source) = (finding, report, waiver, source)
            reply = report.replies[finding.fingerprint]
            status = waiver == nil ? reply?.status ?? .toChange : .kept
            first = report.book.project(numbered: finding.projects.first ?? finding.project)
        }

        /// An answer that keeps the finding is told as it was written.
        var settled: Waiver? { waiver?.isAnswer == true ? nil : waiver }

        var advice: String {
            finding.remedy.asSentence + finding.offer
        }

        var names: String {
            guard let number = finding.projects.first ?? finding.project else { return "全书" }
            let others = finding.projects.dropFirst().map { "、\($0)" }.joined()
            return "\(number).\(first?.name ?? "")" + (others.isEmpty ? "" : "，另有项目\(others.dropFirst())")
        }
    }

    private var columns: [Column<Row>] {
        [
            Column("乡镇", "town") { $0.report.town },
            Column("项目", "project", upTo: 18) { $0.names },
            Column("位置", "place", upTo: 18) { $0.report.place(of: $0.finding).withoutProject },
            Column("原文", "original", upTo: 20) { $0.report.original(of: $0.finding) },
            Column("问题", "message", upTo: 30) { $0.finding.message },
            Column("建议", "advice", upTo: 30) { $0.advice },
            Column("依据", "source", upTo: 18) { $0.source },
            Column(Heading.status, "status", upTo: 10) { Code($0.status.rawValue) },
            Column(Heading.note, "note", upTo: 24, least: 24) { $0.settled?.reason ?? $0.reply?.note },
            Column(Heading.person, "person", upTo: 10, least: 10) { $0.settled?.person ?? $0.reply?.person },
            Column(Heading.remark, "remark", upTo: 14) { Self.remark($0) },
            Column("级别", "severity") { $0.finding.severity },
            Column("规则", "rule") { Code($0.finding.code) },
            Column("项目编码", "code", upTo: 24) { Code($0.first?.code) }.unprinted(),
            Column(Heading.year, "year") { Code($0.report.book.fiscalYear.map(String.init)) }.unprinted(),
            Column(Heading.fingerprint, "fingerprint", upTo: 18) { Code($0.finding.fingerprint) }.unprinted(),
        ]
    }

    /// What must be put right leads; of equal weight, in the order of the books, and what is kept behind it.
    private var list: SheetList {
        var (found, kept): ([Row], [Row]) = ([], [])
        for report in reports {
            let codes = Set((report.findings + report.waived.map(\.finding)).map(\.code))
            // Of a rule all findings of a book have the same.
            let sources = RuleCatalogue.descriptions.filter { codes.contains($0.code) }
                .map { ($0.code, $0.sources.text(for: report.book)) }
            let byCode = Dictionary(sources) { first, _ in first }
            found += report.findings.map { Row($0, of: report, waiver: nil, source: byCode[$0.code]) }
            kept += report.waived.map {
                Row($0.finding, of: report, waiver: $0.waiver, source: byCode[$0.finding.code])
            }
        }
        let rows = Severity.allCases.sorted(by: >).flatMap { severity in found.filter { $0.finding.severity == severity } } + kept
        var list = SheetList(DataList(rows, columns), name: "审核意见表", title: title, frozen: 2, colour: 0xC0_0000)
        guard let filled = list.filled else { return list }
        let (status, note) = (list.place(of: "status"), list.place(of: "note"))
        list.checks = [
            CellCheck(
                range: CellRange(rows: filled, columns: status...status),
                condition: .list(FindingReply.Status.allCases.map(\.rawValue)), answer: .refused, title: Heading.status,
                message: "从下拉框中选。选“同意保留”的，请在“说明”中写明理由，下次运行时不再计为问题；选“已改”而仍查出的，会在“核对”中注明。", complaint: "只能选 待改、已改、同意保留、退回。")
        ]
        let (state, reason) = (
            CellName(row: SheetList.firstRow, column: status).inColumn, CellName(row: SheetList.firstRow, column: note).inColumn
        )
        list.marks = [
            CellMark(
                range: CellRange(rows: filled, columns: note...note),
                formula: "=AND(\(state)=\"\(FindingReply.Status.kept.rawValue)\",\(reason)=\"\")", look: .wrong)
        ]
        return list
    }

    /// What the reviewer writes into the opinion.
    private var entries: SheetList {
        let rows = reports.flatMap { report in report.opinionEntries.map { (report, $0) } }
        let columns: [Column<(report: Report, entry: OpinionEntry)>] = [
            Column("乡镇", "town") { $0.report.town },
            Column("审核内容", "part", upTo: 30) { $0.entry.title(in: $0.report) },
            Column("程序建议", "advice", upTo: 60) { $0.entry.kind == .demands ? $0.report.demands : "" },
            Column(Heading.note, "note", upTo: 60, least: 40) { $0.entry.text },
            Column(Heading.person, "person", upTo: 10, least: 10) { $0.entry.reply?.person },
            Column(Heading.status, "status") { _ in "" },
            Column(Heading.year, "year") { Code($0.report.book.fiscalYear.map(String.init)) }.unprinted(),
            Column(Heading.fingerprint, "fingerprint", upTo: 18) { Code($0.entry.fingerprint) }.unprinted(),
        ]
        let title = "审核人在“说明”栏填写意见和等级，下次生成时印在审核意见书上"
        var list = SheetList(DataList(rows, columns), name: "审核人意见", title: title, frozen: 2, colour: 0x1F_4E79)
        let note = list.place(of: "note")
        list.checks = rows.enumerated().filter { $0.element.1.isGrade }.map { index, _ in
            let row = SheetList.firstRow + index
            return CellCheck(
                range: CellRange(rows: row...row, columns: note...note), condition: .list(OpinionEntry.grades),
                answer: .questioned,
                title: "等级", message: "优、良、中、差。", complaint: "等级一般是 优、良、中、差。")
        }
        return list
    }

    private static func remark(_ row: Row) -> String {
        switch row.status {
        case .changed: "标为已改，仍然查出"
        case .kept where row.waiver == nil:
            row.finding.isLeak ? "个人信息只能按审核设定保留，仍然计为问题" : "没有写说明，仍然计为问题"
        case .kept: row.waiver?.isAnswer == true ? "不计为问题" : FindingReply.keptBySettings
        case .toChange, .returned: ""
        }
    }
}

extension OpinionEntry {
    fileprivate var isGrade: Bool { kind != .overall && kind != .demands }

    fileprivate func title(in report: Report) -> String {
        switch kind {
        case .overall: "总体意见"
        case .demands: "需补充完善事项"
        case .grade: "等级：部门整体"
        case .projectGrade(let number): "等级：\(number).\(report.book.project(numbered: number)?.name ?? "")"
        }
    }
}
