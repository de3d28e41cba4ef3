import Aggregation
import Reporting

extension TownPage {
    /// What changed since the book before, where there is one.
    var change: HTML? {
        report.change.map { change in
            """
            <section id="change"><h2>与\(change.basisTitle)相比</h2>
            <ul class="remarks">\(HTML.joined(change.sentences) { "<li>\($0)</li>" })</ul>
            \(HTML.when(!change.movements.isEmpty, ChangeTables.movements(of: change)))
            \(HTML.when(neighbours.contains(ResultFile.change.rawValue), all))
            </section>
            """
        }
    }

    private var all: HTML {
        "<p><a href=\"\(ResultFile.change.rawValue.asPathStep)\">支出计划、指标和问题的全部变化</a></p>"
    }
}
