internal import Diagnostics
internal import GoalModel
internal import Linting
internal import Reporting
internal import Text

/// The findings of a town for a terminal: errors first, by rule, what is the same for them said once; hints as counts.
struct FindingsText {
    let town: CheckedTown
    let columns: Int
    /// What is told place by place; what is less grave is counted.
    var level = Severity.warning
    var grouping = Grouping.rule
    /// Counts by rule, and no places.
    var isSummary = false

    enum Grouping: String, CaseIterable {
        case rule, project
    }

    private var report: Report { town.report }

    var text: String {
        let groups = groups
        var lines = [wrapped(head, indent: "  ")]
        if let sentence = town.comparisonSentence { lines.append(wrapped("  " + sentence, indent: "  ")) }
        lines += town.diagnostics.filter { $0.severity >= level }.flatMap(entry)
        if isSummary {
            lines += summary(groups)
        } else {
            switch grouping {
            case .rule: lines += groups.filter { $0.severity >= level }.flatMap(entry)
            case .project: lines += projects
            }
        }
        lines += counted(groups) + agreements + fixed + proofs
        return lines.joined(separator: "\n") + "\n" + firstFixes
    }

    private var head: String {
        let score = report.quality.score.map { "，得分 \($0)" } ?? ""
        let counts = report.counts
        let waived = report.waived.isEmpty ? "" : "，\(WaivedFinding.title)\(report.waived.count)"
        return "\(report.town)（\(report.book.county ?? "县区不明")，\(report.year)）："
            + "错误\(counts.errors)，警告\(counts.warnings)，提示\(counts.hints)\(waived)\(score)"
    }

    /// The findings that count, by rule.
    private var groups: [RuleGroup] {
        report.ruleGroups(report.placedFindings).compactMap { group in
            var group = group
            group.findings.removeAll { town.isKnown($0.finding) }
            return group.findings.isEmpty ? nil : group
        }
    }

    private func entry(_ group: RuleGroup) -> [String] {
        let title = "  \(group.severity.title) \(group.code) \(group.title)（\(group.findings.count)处）"
        let isError = group.severity == .error
        let places = isError ? "" : places(of: group)
        let fits = TerminalText.width(title + "：" + places) <= columns
        var lines = [wrapped(isError || !fits ? title : title + "：" + places, indent: "  ")]
        let alone = group.findings.count == 1 && !isError ? group.findings.first?.finding.message : nil
        if let message = group.message ?? alone { lines.append(wrapped("      " + message, indent: "      ")) }
        if !group.remedy.isEmpty { lines.append(wrapped("      改法：" + group.remedy, indent: "      ")) }
        if !isError { return fits ? lines : lines + [wrapped("      " + places, indent: "      ")] }
        return lines
            + group.findings.map { wrapped("      · " + words(of: $0.finding, in: group), indent: "        ") }
    }

    /// `第86行 项目1“…” 第1行指标：…；原文：…，可改为：…`
    private func words(of finding: Finding, in group: RuleGroup) -> String {
        let original = report.original(of: finding).map { "原文：\($0)，" } ?? ""
        let suggestion = finding.suggestion.map { "\(original)可改为：\($0)" }
        // Most places have the same remedy, which stands above them.
        let remedy = finding.remedy == group.remedy || suggestion != nil ? nil : "改法：\(finding.remedy)"
        let parts = [group.message == nil ? finding.message : nil, suggestion, remedy].compactMap(\.self)
        let place = report.place(of: finding).words
        return parts.isEmpty ? place : place + "：" + parts.joined(separator: "；")
    }

    /// How many lines of places a rule that is no error gets.
    private static let placeLines = 2

    /// `项目1—11第4行，项目12第4、6行，正文等37处`, as many as fit.
    private func places(of group: RuleGroup) -> String {
        var rows: [Int?: [Int]] = [:]
        var order: [Int?] = []
        for placed in group.findings {
            if rows[placed.finding.project] == nil { order.append(placed.finding.project) }
            rows[placed.finding.project, default: []] += [placed.finding.indicator].compactMap(\.self)
        }
        // Projects that have it in the same rows are told together.
        var alike: [(rows: [Int], projects: [Int?])] = []
        for project in order {
            let own = rows[project] ?? []
            if let place = alike.firstIndex(where: { $0.rows == own && $0.projects.first != .some(nil) }), project != nil {
                alike[place].projects.append(project)
            } else {
                alike.append((own, [project]))
            }
        }
        let words = alike.map { spot in
            let numbers = spot.projects.compactMap(\.self)
            let title = numbers.isEmpty ? "正文" : "项目\(NumberRanges.text(numbers, dash: "—"))"
            return title + (spot.rows.isEmpty ? "" : "第\(NumberRanges.text(spot.rows, dash: "—"))行")
        }
        let room = columns * Self.placeLines - 20
        var shown: [String] = []
        for word in words {
            if TerminalText.width(shown.joined(separator: "，") + word) > room, !shown.isEmpty { break }
            shown.append(word)
        }
        let rest = shown.count < words.count ? "……共\(group.findings.count)处" : ""
        return shown.joined(separator: "，") + rest
    }

    /// Project by project, each finding with its rule.
    private var projects: [String] {
        let findings = town.findings.filter { $0.severity >= level }
        let numbers = [nil] + report.book.projects.map { Optional($0.number) }
        return numbers.flatMap { number -> [String] in
            let own = findings.filter { $0.project == number }.sorted { $0.severity > $1.severity }
            if own.isEmpty { return [] }
            let name = report.book.project(numbered: number)?.name ?? ""
            let title = number.map { "项目\($0)\(name.quoted)" } ?? "正文"
            return [wrapped("  \(title)（\(own.count)处）", indent: "  ")]
                + own.map { finding in
                    let place = report.place(of: finding).withoutProject
                    let more = finding.suggestion.map { "；可改为：\($0)" } ?? ""
                    let words = "      \(finding.severity.title) \(finding.code) \(place)：\(finding.message)\(more)"
                    return wrapped(words, indent: "        ")
                }
        }
    }

    private func summary(_ groups: [RuleGroup]) -> [String] {
        groups.map { group in
            TerminalText.padded("  \(group.severity.title) \(group.code) \(group.title)", to: 48) + "\(group.findings.count)处"
        }
    }

    /// What is less grave than the level, by rule.
    private func counted(_ groups: [RuleGroup]) -> [String] {
        if isSummary { return [] }
        return Severity.allCases.sorted(by: >).filter { $0 < level }.compactMap { severity in
            let own = groups.filter { $0.severity == severity }
            let notes = town.diagnostics.count { $0.severity == severity }
            let count = own.reduce(notes) { $0 + $1.findings.count }
            if count == 0 { return nil }
            let rules = own.map { "\($0.code) \($0.title)\($0.findings.count)处" } + (notes > 0 ? ["读取\(notes)处"] : [])
            let words = "  \(severity.title)\(count)处：\(rules.joined(separator: "，"))（逐处列出用 --level \(severity.rawValue)）"
            return wrapped(words, indent: "    ")
        }
    }

    private var agreements: [String] {
        report.waived.map { waived in
            let finding = waived.finding
            let words =
                "  \(WaivedFinding.title) \(finding.code) \(finding.title)：\(report.place(of: finding).words)，\(waived.agreement)"
            return wrapped(words, indent: "      ")
        }
    }

    private var fixed: [String] {
        (town.comparison?.fixed ?? []).map { fixed in
            let project = fixed.project.isEmpty ? "" : "项目\(fixed.project)："
            return wrapped("  已解决 \(fixed.code) \(project)\(fixed.message)", indent: "      ")
        }
    }

    /// What wins the most points, with how many.
    private var firstFixes: String {
        let fixes = report.quality.fixes.filter { $0.points > .zero }.prefix(3)
        if fixes.isEmpty { return "" }
        let words = fixes.map { "\($0.code) \($0.title)（\($0.findings)处，可得\($0.points)分）" }
        return wrapped("  先改这些：" + words.joined(separator: "；"), indent: "  ") + "\n"
    }

    /// How many projects' quantity and unit cost explain the budget; a line each where everything is listed.
    private var proofs: [String] {
        let agreeing = report.estimates.filter(\.agrees)
        if agreeing.isEmpty { return [] }
        let title = "  测算核对：\(agreeing.count)个项目的数量×单价与预算数一致"
        if level > .hint { return [title] }
        return [title] + agreeing.map { wrapped("      项目\($0.project) \($0.text)", indent: "        ") }
    }

    private func entry(_ diagnostic: Diagnostic) -> [String] {
        let reason = [diagnostic.summary, diagnostic.explanation].filter { !$0.isEmpty }.joined(separator: "。")
        let remedy = diagnostic.remedy.isEmpty ? nil : "改法：" + diagnostic.remedy
        let parts = [diagnostic.location?.description, reason, remedy].compactMap(\.self).filter { !$0.isEmpty }
        return ["  \(diagnostic.severity.title) 读取 [\(diagnostic.id)]"] + parts.map { wrapped("      " + $0, indent: "      ") }
    }

    private func wrapped(_ text: String, indent: String) -> String {
        TerminalText.wrap(text, columns: columns, indent: indent)
    }
}
