internal import Appraisal
internal import Diagnostics
internal import GoalModel
internal import Reporting

/// Lines of a monitoring or a self-evaluation for a terminal.
struct AppraisalLines {
    let columns: Int

    func wrapped(_ text: String, indent: Int = 0) -> String {
        let blanks = String(repeating: " ", count: indent)
        return TerminalText.wrap(blanks + text, columns: columns, indent: blanks + "  ")
    }

    /// A name in a column of its own, cut where it is longer.
    func column(_ text: String, _ width: Int) -> String {
        var shown = text
        while TerminalText.width(shown) > width { shown = String(shown.dropLast(2)) + "…" }
        return TerminalText.padded(shown, to: width)
    }

    func right(_ text: String, _ width: Int) -> String {
        TerminalText.right(text, to: width)
    }

    /// 万元 with two decimals, as pages show it.
    func wan(_ money: Money?) -> String {
        guard let money else { return "—" }
        return Marks(hundredths: Int((money.fen + (money.fen < 0 ? -5_000 : 5_000)) / 10_000)).description
    }

    func percent(_ ratio: Ratio?) -> String { ratio?.percent.description ?? "—" }

    /// What must be filled in or put right, the gravest first.
    func checks(_ checks: [AppraisalCheck]) -> [String] {
        guard !checks.isEmpty else { return ["  没有要补、要改的"] }
        let counts = Severity.allCases.reversed().map { kind in (kind.title, checks.count { $0.severity == kind }) }
        let head = "  要补、要改的：" + counts.filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" }.joined(separator: "，")
        return [head]
            + checks.greatestFirst(by: \.severity).map { check in
                let place = check.location.map { "\($0)：" } ?? check.project.map { "项目\($0)：" } ?? ""
                return wrapped("\(check.severity.title) \(check.code.rawValue) \(place)\(check.message)", indent: 4)
            }
    }

    func head(_ report: AppraisalReport) -> String {
        let book = report.book
        return "\(book.town)（\(book.county ?? "县区不明")，\(Report.yearName(book.fiscalYear))）"
    }
}
