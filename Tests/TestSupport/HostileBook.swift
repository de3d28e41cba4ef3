public import GoalModel

extension SampleBooks {
    /// Text that would like to be more than text.
    public static let hostileTexts = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "]]><!--",
        "javascript:alert(1)",
        "\u{202E}gpj.exe", "a\u{0}b\u{8}c", "</style></title></svg>", "&lt;&#60;&", "一\r\n二\u{2028}三",
        "\\(name) ${name} {{name}}",
        String(repeating: "长", count: 3_000), String(repeating: "W", count: 500), "",
    ]

    /// A book with such text in every field that a document fills.
    public static var hostile: GoalBook {
        let projects = hostileTexts.enumerated().map { index, text in
            var project = project(index + 1, text, fen: 1_000_000, code: index % 2 == 0 ? text : "same")
            project.unit = BudgetUnit(code: text, name: text)
            project.purpose = text
            project.goals = [text, text]
            project.raw = .init(budget: text, fiscalFunds: text, otherFunds: text, plan: [text, text, text, text])
            project.plan.points[1].percent = nil
            project.indicators = [
                Indicator(
                    category: text, type: text, name: text, description: text, target: Target(text: text, value: .text),
                    basis: text)
            ]
            return project
        }
        var book = book(projects, town: hostileTexts[0])
        book.county = hostileTexts[1]
        book.unit = BudgetUnit(code: hostileTexts[2], name: hostileTexts[3])
        book.sources = hostileTexts.map { SourceRecord(path: $0, format: "txt", encoding: "", sha256: "") }
        book.partOne = hostileTexts.map { Section(heading: Passage($0), paragraphs: [Passage($0)]) }
        return book
    }
}
