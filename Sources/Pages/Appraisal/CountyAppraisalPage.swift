public import Appraisal
internal import GoalModel
import Reporting
internal import Tables

/// 运行监控汇总.html or 绩效自评汇总.html: the towns of a county, those with the most to do first.
public struct CountyAppraisalPage {
    private let county: AppraisalCounty
    private let css: String
    private let folders: [String: String]

    /// - Parameters:
    ///   - css: The style sheet, `Resources/site.css` and `Resources/appraisal.css`.
    ///   - folders: The towns' folders beside the page, by the towns' names as the table has them.
    public init(_ county: AppraisalCounty, css: String, folders: [String: String]) {
        (self.county, self.css, self.folders) = (county, css, folders)
    }

    public var fileName: String { county.hasMonitoring ? "运行监控汇总.html" : "绩效自评汇总.html" }

    /// The whole file.
    public var html: String {
        let name = county.hasMonitoring ? "绩效运行监控汇总" : "绩效自评汇总"
        let figures = county.hasMonitoring ? county.monitoring?.figures : county.evaluation?.figures
        let lists = CountyAppraisalLists(county)
        let body: HTML = """
            <a class="skip" href="#main">跳到正文</a>
            <header class="top">
            <h1>\(county.county ?? "各乡镇")<span> \(name)</span></h1>
            <p class="meta">\(county.told.count)个乡镇已报\(HTML.when(!county.silent.isEmpty, "，\(county.silent.count)个未报"))</p>
            <div class="figures">
            \(HTML.cards(figures ?? []))</div>
            </header>
            <main id="main">
            \(missing)
            \(HTML.when(county.hasMonitoring, monitoring(lists)))
            \(HTML.when(county.hasEvaluation, evaluation(lists)))
            </main>
            <footer><p>内部资料，仅供内部审核使用。金额单位为万元。</p></footer>
            """
        return HTMLPage(title: "\(county.county ?? "")\(name)", css: css, body: body).html
    }

    private var missing: HTML {
        .when(
            !county.silent.isEmpty,
            """
            <section id="missing"><h2>没有报送执行数据</h2>
            <ul class="remarks">\(HTML.joined(county.silent) { "<li>\($0)</li>" })</ul></section>
            """)
    }

    private func monitoring(_ lists: CountyAppraisalLists) -> HTML {
        """
        <section id="towns"><h2>各乡镇</h2>
        \(HTML.table(
            lists.monitoring, caption: "各乡镇（万元，落后多的在前）", kind: "stack towns", labelled: nil,
            looks: ["town": { link($0.town, to: MonitoringPage.fileName) }]))</section>
        """
    }

    private func evaluation(_ lists: CountyAppraisalLists) -> HTML {
        """
        <section id="towns"><h2>各乡镇</h2>
        \(HTML.table(
            lists.evaluation, caption: "各乡镇（万元，平均得分低的在前）", kind: "stack towns", labelled: nil,
            looks: ["town": { link($0.town, to: EvaluationPage.fileName) }]))</section>
        """
    }

    private func link(_ town: String, to file: String) -> HTML {
        guard let folder = folders[town] else { return "\(town)" }
        return "<a href=\"\(folder.asRelativePath)/\(file.asPathStep)\">\(town)</a>"
    }
}
