internal import BookLayout
internal import Diagnostics
internal import GoalModel
internal import Linting
internal import Reporting
internal import Text
internal import Typesetting

extension ReviewComposer {
    // MARK: What must be put right

    /// Errors by project in the order of the book; the reason stands once for a rule.
    mutating func addErrors(_ review: Review) {
        let notes = review.notes.filter { $0.diagnostic.severity == .error }
        guard !review.errors.isEmpty || !notes.isEmpty else { return }
        addSection("必须改正的问题（错误\(report.counts.errors)处）")
        if !notes.isEmpty { addTable(Self.notes(notes, place)) }
        guard !review.errors.isEmpty else { return }
        addTable(
            ReviewGrid(
                columns: [.init("规则"), .init("处数", .center), .init("原因", share: 0.5), .init("依据", share: 0.5)],
                rows: review.errorRules.map { rule in
                    .cells([rule.code, "\(rule.findings.count)", "\(rule.title)：\(rule.why.asSentence)", rule.source.asSentence])
                }))
        var told: Set<String> = []
        let rows = review.errors.flatMap { group in
            var code = ""
            return [.group(title(of: group))]
                + group.items.map { item -> ReviewGrid.Row in
                    // The rows of one trouble follow each other: its code stands with the first.
                    let prefix = item.code == code ? "" : item.code + " "
                    code = item.code
                    return .cells([prefix + Self.trouble(item, told: &told), places(of: item, withProject: group.isPersonal)])
                }
        }
        addTable(ReviewGrid(columns: [.init("问题和改法", share: 1), .init("位置")], rows: rows))
    }

    private func title(of group: Review.Group) -> String {
        if group.isPersonal { return "个人信息（公开前必须删去）" }
        guard let number = group.project else { return "全书" }
        return "\(name(of: number))（错误\(group.items.reduce(0) { $0 + $1.findings.count })处）"
    }

    /// What is wrong, and how to put it right; a remedy stands where it is first needed.
    private static func trouble(_ item: Review.Item, told: inout Set<String>) -> String {
        if let correction = item.correction { return "\(item.message.asSentence)可改为\(correction.suggestion.quoted)。" }
        return item.message.asSentence + (told.insert(item.remedy).inserted ? item.remedy.asSentence : "")
    }

    /// Each place in the document, with the row of the indicators.
    private func places(of item: Review.Item, withProject: Bool) -> String {
        item.findings.map { finding in
            let project = withProject ? finding.project.map { "项目\($0)" } : nil
            // A line tells more than the number of the row.
            let hasLine = finding.location?.line != nil
            let row = hasLine ? nil : finding.indicator.map { "指标\($0)" }
            return [project, row, report.place(of: finding).location.map(place)].compactMap(\.self).joined(separator: "，")
        }.joined(separator: "\n")
    }

    // MARK: What is to be looked at

    /// Warnings by rule, with the projects and rows that each is about.
    mutating func addWarnings(_ review: Review) {
        let notes = review.notes.filter { $0.diagnostic.severity != .error }
        guard !review.warnings.isEmpty || !notes.isEmpty else { return }
        let count = report.counts.warnings > 0 ? "（警告\(report.counts.warnings)处）" : ""
        addSection("请核对的问题\(count)")
        let rows = review.warnings.flatMap { rule in
            var told: Set = [rule.remedy]
            let reason = [rule.why, "改法：" + rule.remedy, "依据：" + rule.source].map(\.asSentence).joined()
            return [.group("\(rule.code) \(rule.title)（\(rule.findings.count)处）"), .note(reason)]
                + rule.items.map { item -> ReviewGrid.Row in
                    .cells([Self.trouble(item, told: &told), Self.spots(of: item.findings)])
                }
        }
        if !rows.isEmpty {
            addTable(ReviewGrid(columns: [.init("问题和改法", share: 0.8), .init("项目（指标行）", share: 0.2)], rows: rows))
        }
        if !notes.isEmpty { addTable(Self.notes(notes, place)) }
    }

    /// Hints are counted only; each of them stands in the sheet.
    mutating func addHints(_ review: Review) {
        guard !review.hints.isEmpty else { return }
        addSection("供修改时参考（提示\(report.counts.hints)处）")
        let rows = review.hints.map { rule -> ReviewGrid.Row in
            let projects = rule.findings.flatMap(\.projects)
            let isWhole = rule.findings.contains { $0.projects.isEmpty }
            let parts = [isWhole ? "全书" : nil, projects.isEmpty ? nil : "项目" + NumberRanges.text(Set(projects).sorted())]
            return .cells([
                "\(rule.code) \(rule.title)", "\(rule.findings.count)", rule.action.asSentence,
                parts.compactMap(\.self).joined(separator: "；"),
            ])
        }
        addTable(
            ReviewGrid(
                columns: [.init("规则"), .init("处数", .center), .init("改法", share: 0.5), .init("在哪里", share: 0.5)], rows: rows))
    }

    /// `项目4第6、7条；项目32第6条`.
    private static func spots(of findings: [Finding]) -> String {
        let isWhole = findings.contains { $0.projects.isEmpty }
        var whole: [Int] = []
        var rows: [(project: Int, rows: [Int])] = []
        for finding in findings {
            if let row = finding.indicator, let project = finding.project {
                if rows.last?.project == project { rows[rows.count - 1].rows.append(row) } else { rows.append((project, [row])) }
            } else {
                whole += finding.projects
            }
        }
        // Projects of which the same rows are meant stand together.
        let together = rows.grouped(by: \.rows).map {
            "\(NumberRanges.text($0.elements.map(\.project)))（\(NumberRanges.text($0.key))）"
        }
        return ((isWhole ? ["全书"] : []) + (whole.isEmpty ? [] : [NumberRanges.text(whole)]) + together).joined(separator: "；")
    }

    // MARK: Pieces

    /// What reading the documents had to say.
    private static func notes(_ notes: [Review.Note], _ place: (Location) -> String) -> ReviewGrid {
        ReviewGrid(
            columns: [.init("读取原件时", share: 0.7), .init("原件位置", share: 0.3)],
            rows: notes.map { note in
                let diagnostic = note.diagnostic
                let remedy = diagnostic.remedy.isEmpty ? "" : "改法：\(diagnostic.remedy)"
                let sentences = [diagnostic.summary, diagnostic.explanation, remedy].filter { !$0.isEmpty }
                return .cells([
                    sentences.map(\.asSentence).joined(), note.locations.map(place).joined(separator: "\n"),
                ])
            })
    }

    /// What is agreed to be kept, with reason and person; nothing where there is none.
    mutating func addWaived() {
        guard !report.waived.isEmpty else { return }
        addSection("\(WaivedFinding.title)的问题（\(report.waived.count)处）", keepBelow: Self.belowNote)
        addNote("以下问题经同意予以保留，不计入以上各项的处数和参考分。")
        let rows = report.waived.map { waived -> ReviewGrid.Row in
            let finding = waived.finding
            return .cells([
                "\(finding.code) \(finding.title)：\(finding.message.asSentence)", waived.agreement.asSentence,
                Self.spots(of: [finding]),
            ])
        }
        addTable(
            ReviewGrid(
                columns: [.init("问题", share: 0.46), .init("同意保留", share: 0.34), .init("项目（指标行）", share: 0.2)], rows: rows))
    }

    /// 测算核对: the calculations that agree; the others are warnings.
    mutating func addEstimates() {
        let agreeing = report.estimates.filter(\.agrees)
        let others = report.estimates.count - agreeing.count
        guard !agreeing.isEmpty else { return }
        addSection("测算核对（一致\(agreeing.count)个\(others > 0 ? "，不一致\(others)个" : "")）", keepBelow: Self.belowNote)
        let rest = others > 0 ? "不一致的列在以上F05“测算不符”。" : ""
        addNote("指标填报的数量乘以单价，与预算数相符。\(rest)没有列出的项目，数量和单价的计量单位对不上，不作测算，并不表示有误。", keepBelow: 40)
        addTable(
            ReviewGrid(
                columns: [.init("项目", share: 0.36), .init("数量 × 单价", share: 0.64)],
                rows: agreeing.map { .cells([name(of: $0.project), $0.text.asSentence]) }))
    }

    /// `12　某某项目`; an absurdly long name is cut, its number tells it.
    func name(of project: Int) -> String {
        let name = report.book.project(numbered: project)?.name.oneLine ?? ""
        return "\(project)　\(name.shortened(to: 61))"
    }

    /// With the file only where there are several; a line tells enough.
    private func place(_ location: Location) -> String {
        let inFile = location.line.map { "第\($0)行" } ?? location.inFile
        return report.book.sources.count > 1 || inFile.isEmpty ? "\(location)" : inFile
    }
}
