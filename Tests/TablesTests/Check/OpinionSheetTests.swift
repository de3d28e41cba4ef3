import Diagnostics
import Foundation
import GoalModel
import Linting
import Reporting
import SourceFiles
import Tables
import TestSupport
import Testing

/// 审核意见表.xlsx as our own reader and as its XML says it.
@Suite struct OpinionSheetTests {
    private func report(replies: [FindingReply] = []) throws -> Report {
        let engine = try Reviewer(file: Repository.resource)
        let book = try #require(Corpus.all.first).book(of: "巨鹿镇")
        return try engine.laidOver([], replies: replies, for: book).report(book)
    }

    private func rows(_ bytes: Data) throws -> [[String]] {
        let document = try SourceReader.document(Array(bytes), path: "审核意见表.xlsx").value
        for case .table(let table) in document.blocks {
            return table.rows.map { row in
                let width = row.cells.compactMap(\.column).max() ?? 0
                return (0..<width).map { column in row.cells.first { $0.column == column + 1 }?.text ?? "" }
            }
        }
        return []
    }

    @Test func aRowAFindingWithCodesAsText() throws {
        let report = try report()
        let rows = try rows(OpinionSheet([report]).written().bytes)
        #expect(rows[0][0] == "巨鹿镇2024年预算绩效目标审核意见表　内部资料，仅供内部审核使用")
        #expect(rows[1].prefix(9) == ["乡镇", "项目", "位置", "原文", "问题", "建议", "依据", "状态", "说明"])
        #expect(rows.count == report.findings.count + 2)
        // Errors lead, then in the order of the book.
        let ordered = Severity.allCases.sorted(by: >).flatMap { severity in report.findings.filter { $0.severity == severity } }
        #expect(ordered.count == report.findings.count && ordered.first?.severity == .error)
        for (row, finding) in zip(rows.dropFirst(2), ordered) {
            #expect(row[0] == "巨鹿镇" && row[4] == finding.message && row[7] == "待改")
            #expect(row[5].contains(finding.remedy) && row[6].isEmpty == false)
            #expect(row[12] == finding.code && row[14] == "2024" && row[15] == finding.fingerprint)
            if let suggestion = finding.suggestion { #expect(row[5].contains("可改为“\(suggestion)”")) }
        }
        let codes = Set(rows.dropFirst(2).map { $0[13] })
        #expect(codes.isSubset(of: Set(report.book.projects.map(\.code) + [""])) && codes.count > 10)
        #expect(try OpinionSheet([report]).written().bytes == OpinionSheet([report]).written().bytes)
    }

    @Test func answersStayOnTheSheet() throws {
        let plain = try report()
        let prints = plain.findings.map(\.fingerprint)
        let answers = [
            FindingReply(fingerprint: prints[0], year: 2024, status: .kept, note: "上级统一", person: "李四", place: ""),
            FindingReply(fingerprint: prints[1], year: 2024, status: .kept, note: "", person: "", place: "表 第4行"),
            FindingReply(fingerprint: prints[2], year: 2024, status: .changed, note: "改过了", person: "", place: "表 第5行"),
            FindingReply(fingerprint: prints[3], year: 2024, status: .returned, note: "重写", person: "", place: ""),
            FindingReply(fingerprint: prints[4], year: 2023, status: .kept, note: "去年的", person: "", place: ""),
            FindingReply(fingerprint: "0123456789abcdef", year: 2024, status: .kept, note: "没有了", person: "", place: ""),
        ]
        let report = try report(replies: answers)
        #expect(report.findings.map(\.fingerprint) == Array(prints.dropFirst()))
        #expect(report.waived.map(\.waiver.reason) == ["上级统一"] && report.waived.first?.waiver.person == "李四")
        #expect(report.replyRemarks.count == 2)
        #expect(report.replyRemarks.contains { $0.contains("表 第5行") && $0.contains("仍然查出") })
        #expect(report.replyRemarks.contains { $0.contains("表 第4行") && $0.contains("没有写说明") })
        #expect(report.waiverUses.compactMap(\.remark).isEmpty)
        let rows = try rows(OpinionSheet([report]).written().bytes).dropFirst(2)
        func row(_ index: Int) throws -> [String] { try #require(rows.first { $0[15] == prints[index] }) }
        #expect(try row(0)[7...10] == ["同意保留", "上级统一", "李四", "不计为问题"])
        #expect(try row(1)[7...10] == ["同意保留", "", "", "没有写说明，仍然计为问题"])
        #expect(try row(2)[7...10] == ["已改", "改过了", "", "标为已改，仍然查出"])
        #expect(try row(3)[7...9] == ["退回", "重写", ""])
        #expect(try row(4)[7] == "待改")
        #expect(rows.count == prints.count)
    }

    @Test func theStatusIsADropDown() throws {
        let report = try report()
        let xml = try WorkbookParts(Array(OpinionSheet([report]).written().bytes)).xml(of: 0)
        #expect(xml.contains("待改,已改,同意保留,退回"))
        #expect(xml.contains("sqref=\"H3:H\(report.findings.count + 2)\""))
    }

    @Test func nothingFoundGivesAnEmptySheet() throws {
        var report = try report()
        report.findings = []
        #expect(try rows(OpinionSheet([report]).written().bytes).count == 2)
        report.isMasked = true
        #expect(try rows(OpinionSheet([report]).written().bytes)[0][0] == "巨鹿镇2024年预算绩效目标审核意见表")
    }
}
