internal import Diagnostics
internal import GoalModel
internal import Linting
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
    /// - Parameter css: the style sheet of the other pages.
    public static func html(css: String) -> String {
        let body: HTML = """
            <header class="top"><h1>\(title)</h1>
            <p class="meta">\(opening)</p>
            <p class="meta">\(binding)</p></header>
            <nav aria-label="章节"><ul>
            \(.joined(parts) { part in
                "<li><a href=\"#\(part.criterion.rawValue)\">\(part.criterion.rawValue)（\(part.rules.count)）</a></li>\n"
            })<li><a href="#依据">依据</a></li></ul></nav>
            <main>
            \(.joined(parts, section))\
            <section id="依据"><h2>依据</h2>
            \(HTML.table(Citation.all, citations, caption: "规则引用的文件", namesRows: false))</section>
            </main>
            """
        return HTMLPage(title: title, css: css, body: body).html
    }

    private static func section(_ part: (criterion: Criterion, rules: [RuleDescription])) -> HTML {
        let table = HTML.table(
            part.rules,
            [
                Column("代码", "code", kind: "short") { $0.code }, Column("级别", "severity") { $0.severity },
                Column("名称", "title") { $0.title },
            ], caption: "\(part.criterion.rawValue)审核的规则", namesRows: false,
            looks: ["code": { "<a href=\"#\($0.code)\">\($0.code)</a>" }])
        return """
            <section id="\(part.criterion.rawValue)"><h2>\(part.criterion.rawValue)</h2>
            \(table)\
            \(.joined(part.rules, article))</section>

            """
    }

    private static func article(_ rule: RuleDescription) -> HTML {
        """
        <article class="project" id="\(rule.code)">
        <h3><span class="number">\(rule.code)</span>\(rule.title) \(.badge(rule.severity))</h3>
        <dl class="sheet">
        \(entry("原因", rule.why))\(entry("改法", rule.remedy))\(entry("依据", rule.sources.text))\
        \(entry("范围", "按\(rule.level.rawValue)检查；\(rule.id)"))\
        \(examples("正确示例", rule.passing))\(examples("问题示例", rule.failing))</dl>
        </article>

        """
    }

    private static func entry(_ title: String, _ text: String) -> HTML {
        .when(!text.isEmpty, "<div class=\"wide\"><dt>\(title)</dt><dd>\(text)</dd></div>\n")
    }

    private static func examples(_ title: String, _ examples: [Example]) -> HTML {
        entry(title, examples.map(\.text).joined(separator: "\n"))
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
