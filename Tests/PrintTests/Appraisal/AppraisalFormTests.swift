import Appraisal
import BookLayout
import Foundation
import GoalModel
import Reporting
import TestSupport
import Testing
import Text

@testable import Print

/// The printed forms of monitoring and self-evaluation: their parts, what becomes of much and of little, and their bytes.
@Suite struct AppraisalFormTests {
    private let press = PDFPrinter(fonts: BookFonts().ready())

    private func text(_ pdf: PrintedPDF?) throws -> String {
        try PDFText.read(try #require(pdf).bytes).withoutSpaces
    }

    @Test func theNationalFormHasItsParts() throws {
        let report = SampleAppraisal.evaluation(projects: 1, rows: 7)
        let town = try #require(report.evaluation)
        let pdf = try press.evaluation(report)
        let text = try text(pdf)
        for word in [
            "项目支出绩效自评表", "（2026年度）", "主管部门", "实施单位", "年初预算数", "全年预算数", "全年执行数", "预期目标", "实际完成情况", "一级指标",
            "偏差原因分析及改进措施", "总分", "得分计算", "填表人：", "财务负责人：", "部门整体支出绩效自评表", "注：",
        ] {
            #expect(text.contains(word.withoutSpaces), "\(word)")
        }
        let project = town.projects[0]
        #expect(project.total != nil && project.rows[0].score.points != project.rows[0].score.weight)
        #expect(text.contains(try #require(project.total).description) && text.contains(project.execution.working.withoutSpaces))
        for row in project.rows { #expect(text.contains(row.score.working.withoutSpaces), "\(row.score.working)") }
    }

    @Test func aTotalIsWithheldWithWhatToFillIn() throws {
        let report = SampleAppraisal.evaluation(projects: 2, rows: 7)
        let project = try #require(report.evaluation?.projects[1])
        #expect(project.total == nil && !project.withheld.isEmpty)
        let form = NationalForm(content: try #require(EvaluatedProject(project, of: report))).form
        let list = try #require(form.list)
        #expect(list.sum.map(\.text) == ["总分", "100", "—", "暂不评定"])
        guard case .wide(let label, let texts)? = form.blocks.last else {
            Issue.record("no list of what is open")
            return
        }
        #expect(label.contains("补好"))
        for word in project.withheld { #expect(texts.joined().contains(word)) }
        let text = try text(try press.evaluation(report))
        #expect(text.contains("有1个项目还有内容要补") && text.contains("已有\(project.sum)分"))
    }

    @Test func theMonitoringFormHasItsParts() throws {
        let report = SampleAppraisal.monitoring(projects: 2, rows: 7)
        let town = try #require(report.monitoring)
        #expect(town.projects.map(\.money.lamp) == [.red, .green])
        let text = try text(try press.monitoring(report))
        for word in [
            "项目支出绩效目标执行监控表", "（2026年1—6月）", "1—6月执行数", "计划支出", "全年预计执行数", "经费保障", "硬件条件保障", "原因说明",
            "确定能", "完全不可能", "备注", "●红", "监控结果", "雨季停工两个月",
        ] {
            #expect(text.contains(word), "\(word)")
        }
        let form = try #require(MonitoredProject(town.projects[0], of: town, report)?.form)
        let row = try #require(form.list?.rows.first)
        #expect(row.filter { $0 == "√" }.count == 2 && row.contains("▲黄"))
    }

    @Test(arguments: [(1, 1), (1, 30), (12, 9)])
    func nothingIsLostAndNothingOverlaps(projects: Int, rows: Int) throws {
        for document in try documents(projects: projects, rows: rows) {
            let pages = AppraisalComposer(document, measurer: press.fonts, type: press.type).compose()
            let area = try #require(pages.geometry)
            #expect(pages.bodyPageCount >= projects + 1)
            for (index, var page) in pages.pages.enumerated() {
                #expect(LaidPages.overlaps(of: page) == [], "\(document.subject) \(index + 1)")
                page.rules.removeAll { $0.fromY < 0 }
                // An opening quote at the beginning of a line gives the empty half of its box away.
                let strays = LaidPages.strays(of: page, area, furniture: index == 0 ? 1 : 3).filter { !$0.hasPrefix("(-4, ") }
                #expect(strays == [], "\(document.subject) \(index + 1)")
            }
        }
    }

    /// The press reads back each cell of what it has printed; here the reader is another one.
    @Test func thirtyRowsGoOverThePageWithTheirHead() throws {
        let report = SampleAppraisal.evaluation(projects: 1, rows: 30)
        let pdf = try #require(try press.evaluation(report))
        #expect(pdf.pageCount > 3)
        let text = try text(pdf)
        #expect(text.components(separatedBy: "偏差原因分析及改进措施").count > 2 && text.contains("项目支出绩效自评表（续）"))
        #expect(text.contains("（续）") && text.contains("第1号路的第30项内容".withoutSpaces))
        let again = try #require(try press.evaluation(report))
        #expect(again.bytes == pdf.bytes)
        let monitoring = SampleAppraisal.monitoring(projects: 1, rows: 30)
        let other = try #require(try press.monitoring(monitoring))
        let twice = try #require(try press.monitoring(monitoring))
        #expect(other.pageCount > 3 && twice.bytes == other.bytes)
    }

    @Test(arguments: AppraisalSettings.FormLayout.allCases)
    func everyFormIsPrinted(layout: AppraisalSettings.FormLayout) throws {
        var settings = AppraisalSettings.sample
        settings.form = layout
        let report = SampleAppraisal.evaluation(projects: 2, rows: 8, settings: settings)
        let text = try text(try press.evaluation(report))
        let own: [AppraisalSettings.FormLayout: [String]] = [
            .national: ["项目支出绩效自评表"], .hebei2020: ["预算项目绩效自评表", "单项指标得分", "效果指标", "预算执行进度"],
            .hubei: ["预算数（A）", "结果应用方案", "□一次性项目"], .sichuan: ["部门预算项目支出绩效自评表", "财政专户管理资金", "评价结论", "项目负责人："],
            .linked: ["衔接推进乡村振兴补助资金绩效目标自评表", "全年执行数（B）", "全年实际值"], .yunnan: ["公开14表", "度量"],
        ]
        for word in try #require(own[layout]) { #expect(text.contains(word), "\(word)") }
        let total = try #require(report.evaluation?.projects[0].total)
        #expect(text.contains(total.description))
    }

    private func documents(projects: Int, rows: Int) throws -> [AppraisalDocument] {
        let (evaluation, monitoring) = (
            SampleAppraisal.evaluation(projects: projects, rows: rows), SampleAppraisal.monitoring(projects: projects, rows: rows)
        )
        return [
            EvaluationDocument(report: evaluation, town: try #require(evaluation.evaluation)).document,
            MonitoringDocument(report: monitoring, town: try #require(monitoring.monitoring)).document,
        ]
    }
}
