import GoalModel
import Reporting

extension TownPage {
    /// Part one as the town wrote it, folded away.
    var partOne: HTML {
        let sections = report.book.partOne
        let nothing: HTML = "<p class=\"clear\">没有第一部分的文字。</p>"
        let text: HTML = """
            <details class="text"><summary>部门整体绩效目标（原文）</summary>
            \(HTML.joined(sections) { section in
                """
                \(HTML.when(!section.heading.text.isEmpty, "<h3>\(section.heading.text)</h3>"))
                \(HTML.joined(section.paragraphs) { "<p>\($0.text)</p>\n" })
                """
            })</details>
            """
        return """
            <section id="text"><h2>第一部分</h2>
            \(sections.isEmpty ? nothing : text)
            </section>
            """
    }
}
