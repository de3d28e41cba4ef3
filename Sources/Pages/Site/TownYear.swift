internal import Appraisal
import Reporting

extension TownPage {
    /// How far the town is in its year, where anyone has told it.
    var year: HTML? {
        report.progress.map { progress in
            """
            <section id="year"><h2>\(progress.title)</h2>
            \(progress.staleness.map { "<p class=\"stale\">\($0)</p>" })
            <ul class="remarks">\(HTML.joined(progress.lines) { "<li>\($0)</li>" })</ul>
            \(HTML.joined(particulars) { "<p><a href=\"\($0.asPathStep)\">每个项目的支出、灯、得分和原因</a></p>" })
            </section>
            """
        }
    }

    private var particulars: [String] {
        [MonitoringPage.fileName, EvaluationPage.fileName].filter(neighbours.contains)
    }
}
