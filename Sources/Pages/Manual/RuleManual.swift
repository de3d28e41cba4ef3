internal import Diagnostics
public import GoalModel
public import Linting
internal import Tables

/// 审核规则手册: every rule with its reason, remedy, source and examples, made from the descriptions of the rules themselves.
public struct RuleManual {
    private static let title = "绩效目标审核规则手册"

    /// Rules of a criterion in the order of the catalogue; a criterion without rules is left out.
    private static var parts: [(criterion: Criterion, rules: [RuleDescription])] {
        Criterion.allCases.map { criterion in (criterion, RuleCatalogue.descriptions.filter { $0.criterion == criterion }) }
            .filter { !$0.1.isEmpty }
    }

    private static var opening: String {
        let rules = RuleCatalogue.descriptions
        let counts = Severity.allCases.sorted(by: >).map { severity in
            "\(severity.title)\(rules.count { $0.severity == severity })条"
        }
        return "共\(rules.count)条规则：\(counts.joined(separator: "，"))。错误必须改正；警告很可能有误，请核对；提示供修改时参考。例子同时是程序的测试。"
    }

    private static let binding =
        "财预〔2015〕88号、财预〔2021〕101号是财政部写给中央部门的（后者为“参考试行”），依据中注明“参照”；各县以本县规定为准。"
        + "括号中的字是文件原文，其余是概括。全部引用于\(Citation.checked)按公开文本逐条查过，见文末。"

    private static var citations: [Column<Citation>] {
        [Column("依据", "citation") { $0.text }, Column("查证", "verdict") { $0.verdict.rawValue }]
    }

    /// One page in one file.
    ///
    /// - Parameters:
    ///   - css: the style sheets, `Resources/site.css` and `Resources/manual.css`.
    ///   - findings: what all rules find in a book, to mark the words in the examples that are wrong.
    public static func html(css: String, findings: (GoalBook) -> [Finding] = { _ in [] }) -> String {
        let body: HTML = """
            <header class="top"><h1>\(title)</h1>
            <p class="meta">\(opening)</p>
            <p class="meta">\(binding)</p></header>
            <nav aria-label="章节"><ul>
            \(.joined(parts) { part in
                "<li><a href=\"#\(part.criterion.rawValue)\">\(part.criterion.rawValue)（\(part.rules.count)）</a></li>\n"
            })<li><a href="#依据">依据</a></li></ul></nav>
            <main>
            \(.joined(parts) { section($0, findings) })\
            <section id="依据"><h2>依据</h2>
            \(HTML.table(Citation.all, citations, caption: "规则引用的文件", namesRows: false))</section>
            </main>
            """
        return HTMLPage(title: title, css: css, body: body).html
    }

    private static func section(
        _ part: (criterion: Criterion, rules: [RuleDescription]), _ findings: (GoalBook) -> [Finding]
    ) -> HTML {
        """
        <section id="\(part.criterion.rawValue)"><h2>\(part.criterion.rawValue)</h2>
        <ul class="rules">\(.joined(part.rules) { rule in
            "<li><a href=\"#\(rule.code)\">\(rule.code)　\(rule.title)</a> \(.badge(rule.severity))</li>\n"
        })</ul>
        \(.joined(part.rules) { article($0, findings) })</section>

        """
    }

    private static func article(_ rule: RuleDescription, _ findings: (GoalBook) -> [Finding]) -> HTML {
        """
        <article class="rule" id="\(rule.code)">
        <h3><span class="number">\(rule.code)</span>\(rule.title) \(.badge(rule.severity)) <span class="count">按\(rule.level.rawValue)检查</span></h3>
        <dl>
        \(entry("原因", rule.why))\(entry("改法", rule.remedy))\(entry("依据", rule.sources.text))\
        \(examples("正确示例", rule.passing) { HTML(text: $0.text) })\
        \(examples("问题示例", rule.failing) { marked($0, findings($0.book).filter { $0.code == rule.code }) })</dl>
        </article>

        """
    }

    private static func entry(_ title: String, _ text: String) -> HTML {
        .when(!text.isEmpty, "<dt>\(title)</dt><dd>\(text)</dd>\n")
    }

    private static func examples(_ title: String, _ examples: [Example], _ words: (Example) -> HTML) -> HTML {
        .when(
            !examples.isEmpty,
            "<dt>\(title)</dt><dd class=\"half\"><ul>\(HTML.joined(examples) { "<li>\(words($0))</li>" })</ul></dd>\n")
    }

    /// The example with the words that the findings quote underlined; they may stand on two lines.
    private static func marked(_ example: Example, _ findings: [Finding]) -> HTML {
        let text = example.text
        var places = RangeSet<String.Index>()
        // A name that tells the place is not what is wrong there.
        let isNamed = example.finds.contains { $0 == .cell(.name) || $0 == .field(.name) }
        let names = isNamed ? [] : example.book.projects.flatMap { [$0.name] + $0.indicators.map(\.name) }
        for quoted in findings.flatMap({ $0.message.matches(of: #/“([^”]+)”/#) }) where !names.contains(String(quoted.1)) {
            let letters = quoted.1.filter { !$0.isWhitespace }
            var start = text.startIndex
            while start < text.endIndex {
                if let end = text[start...].end(of: letters) { places.insert(contentsOf: start..<end) }
                start = text.index(after: start)
            }
        }
        var result = HTML.empty
        var done = text.startIndex
        for place in places.ranges {
            result = result + "\(String(text[done..<place.lowerBound]))<mark>\(String(text[place]))</mark>"
            done = place.upperBound
        }
        return result + "\(String(text[done...]))"
    }

    /// A section a criterion, a table a rule.
    public static var markdown: String {
        var lines = ["# \(title)", "", opening, "", binding.inMarkdownCell]
        for part in parts {
            lines += ["", "## \(part.criterion.rawValue)", "", "| 代码 | 级别 | 名称 |", "|---|---|---|"]
            lines += part.rules.map { "| \($0.code) | \($0.severity.title) | \($0.title.inMarkdownCell) |" }
            for rule in part.rules { lines += table(rule) }
        }
        lines += ["", "## 依据", "", "| 依据 | 查证 |", "|---|---|"]
        lines += Citation.all.map { "| \($0.text.inMarkdownCell) | \($0.verdict.rawValue) |" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func table(_ rule: RuleDescription) -> [String] {
        let rows = [
            ("级别", rule.severity.title), ("检查范围", "\(rule.level.rawValue)"), ("英文名", rule.id), ("原因", rule.why),
            ("改法", rule.remedy),
            ("依据", rule.sources.text), ("正确示例", rule.passing.map(\.text).joined(separator: "\n")),
            ("问题示例", rule.failing.map(\.text).joined(separator: "\n")),
        ]
        return ["", "### \(rule.code) \(rule.title)", "", "| 项目 | 内容 |", "|---|---|"]
            + rows.filter { !$0.1.isEmpty }.map { "| \($0.0) | \($0.1.inMarkdownCell) |" }
    }
}

extension Substring {
    /// Where these letters end, with which the text begins, white space between them or not; `nil` where it does not.
    fileprivate func end(of letters: String) -> Index? {
        var place = startIndex
        for (number, letter) in letters.enumerated() {
            if number > 0 { place = self[place...].firstIndex { !$0.isWhitespace } ?? endIndex }
            guard place < endIndex, self[place] == letter else { return nil }
            place = index(after: place)
        }
        return letters.isEmpty ? nil : place
    }
}

extension String {
    /// Signs that would end a cell or be markup are escaped; line breaks become `<br>`.
    fileprivate var inMarkdownCell: String {
        var result = ""
        for character in self {
            switch character {
            case "\\", "|", "*", "_", "`", "[", "]", "#", "~": result += "\\\(character)"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case _ where character.isNewline: result += "<br>"
            default: result.append(character)
            }
        }
        return result
    }
}
