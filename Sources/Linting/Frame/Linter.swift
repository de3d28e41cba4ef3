public import GoalModel

/// Applies the rules to a book; never throws and never traps on any content.
public struct Linter: Sendable {
    private let tables: LintingTables
    private let rules: [any Rule]

    public init(tables: LintingTables) {
        self.init(tables: tables, rules: RuleCatalogue.all)
    }

    /// A linter with only the given rules, for trying examples.
    public init(tables: LintingTables, rules: [any Rule]) {
        self.tables = tables
        self.rules = rules
    }

    /// The findings in the order of the book: part one, then by project, row and code.
    public func findings(in book: GoalBook) -> [Finding] {
        let drafts = marks(in: book).map { Draft($0.mark, of: $0.rule, in: book) }
        let ordered = drafts.enumerated().sorted { a, b in
            a.element.order == b.element.order ? a.offset < b.offset : a.element.order < b.element.order
        }
        var seen: [String: Int] = [:]
        return ordered.map(\.element).map { draft in
            let base = draft.fingerprint(town: book.town, repeated: 0)
            let count = seen[base, default: 0]
            seen[base] = count + 1
            return draft.finding(fingerprint: count == 0 ? base : draft.fingerprint(town: book.town, repeated: count))
        }
    }

    /// What hides the personal data of a book.
    public func masking(of book: GoalBook) -> Masking {
        Masking(Scope(book: book, tables: tables), rules: rules)
    }

    /// What the rules say, in no particular order.
    public func marks(in book: GoalBook) -> [(rule: RuleDescription, mark: Mark)] {
        let scope = Scope(book: book, tables: tables)
        let rowRules = rules.compactMap { rule in (rule as? any IndicatorRule).map { ($0, rule.description) } }
        let projectRules = rules.compactMap { rule in (rule as? any ProjectRule).map { ($0, rule.description) } }
        var result: [(rule: RuleDescription, mark: Mark)] = []
        func note(_ mark: Mark, of rule: RuleDescription, project: Int? = nil, row: Int? = nil) {
            var mark = mark
            mark.project = mark.project ?? project
            mark.row = mark.row ?? row
            result.append((rule, mark))
        }
        for rule in rules {
            guard let bookRule = rule as? any BookRule else { continue }
            bookRule.check(book, in: scope) { note($0, of: rule.description) }
        }
        for project in book.projects {
            for (rule, description) in projectRules {
                rule.check(project, in: scope) { note($0, of: description, project: project.number) }
            }
            for (index, indicator) in project.indicators.enumerated() {
                let row = Row(indicator, number: index + 1, of: project)
                for (rule, description) in rowRules {
                    rule.check(row, in: scope) { note($0, of: description, project: project.number, row: index + 1) }
                }
            }
        }
        return result
    }
}
