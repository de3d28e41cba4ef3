public import GoalModel

/// Applies the rules to a book; never throws and never traps on any content.
public struct Linter: Sendable {
    private let tables: LintingTables
    private let rules: [RuleChecks]
    private let settings: [String: RuleSetting]
    private let variants: [String: Variant]

    /// The differences of one project.
    struct Variant: Sendable {
        /// `nil` where they are those of the book.
        var tables: LintingTables?
        /// By the rule's code.
        var rules: [String: RuleSetting]
    }

    public init(tables: LintingTables) {
        self.init(tables: tables, rules: RuleCatalogue.all)
    }

    /// - Parameters:
    ///   - settings: the severities that differ from the rules' own, by code.
    ///   - variants: what is different for single projects, by their codes.
    init(tables: LintingTables, rules: [any Rule], settings: [String: RuleSetting], variants: [String: Variant]) {
        (self.tables, self.rules, self.settings, self.variants) = (tables, rules.map(\.checks), settings, variants)
    }

    /// A linter with only the given rules, for trying examples.
    public init(tables: LintingTables, rules: [any Rule]) {
        self.init(tables: tables, rules: rules, settings: [:], variants: [:])
    }

    /// The findings in the order of the book: part one, then by project, row and code.
    public func findings(in book: GoalBook) -> [Finding] {
        review(of: book).findings
    }

    /// The findings in the order of the book, and 测算核对, each project by its own settings.
    public func review(of book: GoalBook) -> (findings: [Finding], estimates: [Estimate]) {
        let scope = RuleInput(book: book, tables: tables)
        let estimates = book.projects.compactMap { project in
            let own = variants[project.code]?.tables.map(Estimating.init)
            return own.map { $0.estimate(of: project) } ?? scope.estimates[project.number]
        }
        return (findings(of: drafts(of: book, scope), in: book), estimates)
    }

    private func findings(of drafts: [PendingFinding], in book: GoalBook) -> [Finding] {
        let ordered = drafts.enumerated().sorted { a, b in
            a.element.order == b.element.order ? a.offset < b.offset : a.element.order < b.element.order
        }
        var identity = FindingIdentity(of: book, regions: tables.regions)
        return ordered.map { identity.finding($0.element) }
    }

    /// What is said of a single project goes by the project's own settings, what is said of several by those of the book.
    private func drafts(of book: GoalBook, _ scope: RuleInput) -> [PendingFinding] {
        var own: [Int: Variant] = [:]
        for project in book.projects { own[project.number] = variants[project.code] }
        var marks = marks(in: scope)
        for (number, variant) in own {
            guard let tables = variant.tables else { continue }
            marks.removeAll { $0.mark.isOf(number) }
            marks += self.marks(in: RuleInput(book: book, tables: tables)).filter { $0.mark.isOf(number) }
        }
        return marks.compactMap { rule, mark in
            let settings = mark.group.isEmpty ? mark.project.flatMap { own[$0]?.rules } ?? settings : settings
            return RuleSetting.severity(of: mark, rule, settings[rule.code]).map { PendingFinding(mark, of: rule, $0, in: book) }
        }
    }

    /// What hides the personal data of a book.
    ///
    /// - Parameters:
    ///   - kept: numbers that may be seen, without separators.
    ///   - hidesNames: names of persons too, where they are certain.
    public func masking(of book: GoalBook, keeping kept: Set<String> = [], hidesNames: Bool = false) -> Masking {
        Masking(RuleInput(book: book, tables: tables), rules: rules, keeping: kept, hidesNames: hidesNames)
    }

    /// The names of persons that a text of whatever kind seems to hold, with only the surnames left.
    public func names(in text: String) -> [String] {
        let plain = PlainText(text)
        let found = tables.ready.names.names(in: plain).map(\.name) + tables.ready.names.labelled(in: plain)
        var seen: Set<String> = []
        return found.filter { seen.insert($0).inserted }.map(\.maskedName)
    }

    /// What the rules say, in no particular order.
    public func marks(in book: GoalBook) -> [(rule: RuleDescription, mark: Violation)] {
        marks(in: RuleInput(book: book, tables: tables))
    }

    /// What is said of a town beside the others of its county, which its own findings leave out.
    public func marks(in book: GoalBook, beside others: [GoalBook]) -> [(rule: RuleDescription, mark: Violation)] {
        guard !others.isEmpty else { return [] }
        let (mine, theirs) = (RowFingerprints(book), others.map(RowFingerprints.init))
        var result: [(rule: RuleDescription, mark: Violation)] = []
        for rule in rules.compactMap(\.county) {
            rule.check(mine, beside: theirs) { result.append((rule.description, $0)) }
        }
        return result
    }

    private func marks(in scope: RuleInput) -> [(rule: RuleDescription, mark: Violation)] {
        let book = scope.book
        let rowRules = rules.compactMap(\.indicator).map { ($0, $0.description) }
        let projectRules = rules.compactMap(\.project).map { ($0, $0.description) }
        var result: [(rule: RuleDescription, mark: Violation)] = []
        func note(_ mark: Violation, of rule: RuleDescription, project: Int? = nil, row: Int? = nil) {
            var mark = mark
            mark.project = mark.project ?? project
            mark.row = mark.row ?? row
            if mark.speaksOfGap(in: book) { return }
            result.append((rule, mark))
        }
        for rule in rules.compactMap(\.book) {
            rule.check(book, in: scope) { note($0, of: rule.description) }
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
        let reported = rowRules.filter { settings[$1.code] != .off }.map(\.0)
        SoundSuggestions(rules: reported, scope: scope).withhold(from: &result)
        return result
    }
}

extension Violation {
    /// Whether it is of one project and no other.
    fileprivate func isOf(_ number: Int) -> Bool {
        group.isEmpty && project == number
    }

    /// Whether it stands at what was not read for a cause that is told already.
    fileprivate func speaksOfGap(in book: GoalBook) -> Bool {
        guard let project = book.project(numbered: project), !project.gaps.isEmpty else { return false }
        let gaps = project.gaps
        return switch place {
        case .field(.plan): gaps.contains(.plan)
        // These may stand in another place besides.
        case .field(.code): gaps.contains(.field(.code)) && project.code.isEmpty
        case .field(.name): gaps.contains(.field(.name)) && project.name.isEmpty
        case .field(let field): gaps.contains(.field(field))
        case .cell(let field): gaps.contains(.cell(field))
        case .passage: false
        }
    }
}
