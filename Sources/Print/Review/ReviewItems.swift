internal import BookLayout
internal import Diagnostics
internal import GoalModel
internal import Linting
internal import Reporting
internal import Text
internal import Typesetting

extension ReviewComposer {
    private static let subtitle = TextStyle(.kai, size: 14, leading: 25)
    private static let text = TextStyle(.body, size: 12, leading: 19)

    /// What a title needs below it: the title of a rule with two lines of its reason, and those two lines.
    static let keepBelowHeading = 70.0
    static let keepBelowSubtitle = 42.0

    /// A rule: reason and remedy once, then a table of all its findings.
    mutating func add(_ rule: Review.Rule, number: Int, mark: String) {
        let title = "（\(Self.numeral(number))）\(rule.title)（\([rule.code, rule.counts.words ?? ""].joined(separator: "，"))）"
        addSubtitle(title, mark: mark)
        if !rule.why.isEmpty {
            addSentence("原因：\(rule.why.asSentence)\(rule.source.isEmpty ? "" : "依据：\(rule.source)。")")
        }
        if !rule.remedy.isEmpty { addSentence("改法：\(rule.remedy)") }
        add(
            rule.items.map { item in
                ReviewTable.Item(severity: item.severity, trouble: Self.trouble(item), spots: item.findings.flatMap(spots))
            })
    }

    /// What reading the documents had to say, among it the places that could not be read.
    mutating func addNotes(_ part: Review.Part, number: Int, mark: String) {
        let errors = report.counts.unread > 0 ? "，其中错误\(report.counts.unread)处" : ""
        let count = part.notes.reduce(0) { $0 + max(1, $1.locations.count) }
        addSubtitle("（\(Self.numeral(number))）读取原件时的问题（\(count)处\(errors)）", mark: mark)
        add(
            part.notes.map { note in
                let diagnostic = note.diagnostic
                let remedy = diagnostic.remedy.isEmpty ? "" : "改法：\(diagnostic.remedy)"
                let sentences = [diagnostic.summary, diagnostic.explanation, remedy].filter { !$0.isEmpty }
                return ReviewTable.Item(
                    severity: diagnostic.severity, trouble: sentences.map(\.asSentence).joined(separator: "\n"),
                    spots: note.locations.map { ReviewTable.Spot(place: place($0)) })
            })
    }

    /// What is agreed to be kept, with reason and person; nothing where there is none.
    mutating func addWaived(number: Int) {
        guard !report.waived.isEmpty else { return }
        addHeading(
            "\(Self.numeral(number))、\(WaivedFinding.title)的问题（\(report.waived.count)处）", mark: "c\(number)",
            keepBelow: Self.keepBelowHeading)
        addSentence("以下问题经同意予以保留，不计入以上各项的处数和得分。")
        add(
            report.waived.map { waived in
                let finding = waived.finding
                return ReviewTable.Item(
                    severity: finding.severity,
                    trouble: "\(finding.code) \(finding.title)：\(finding.message.asSentence)\n\(waived.agreement.asSentence)",
                    spots: spots(of: finding))
            })
    }

    mutating func addSubtitle(_ title: String, mark: String, keepBelow: Double = keepBelowSubtitle) {
        let request = TextRequest(title.oneLine, Self.subtitle, width: geometry.width, indent: 2 * type.bodyCell)
        body.place(Paragraph(request, before: 4, keepBelow: keepBelow, role: .heading(3)), mark: mark)
        bookmarks.append(Bookmark(title.oneLine, level: 1, mark: mark))
    }

    func addSentence(_ text: String) {
        let request = TextRequest(
            text.asSentence, Self.text, width: geometry.width, alignment: .justified, indent: 2 * Self.text.size)
        body.place(Paragraph(request))
    }

    private func add(_ items: [ReviewTable.Item]) {
        body.y += 5
        body.place(ReviewTable.laid(items, width: geometry.width, measurer: measurer))
        body.y += 9
    }

    private static func trouble(_ item: Review.Item) -> String {
        var lines = [item.message.asSentence]
        if let correction = item.correction {
            let original = correction.original.map { "原文\($0.quoted)，" } ?? ""
            lines.append("\(original)可改为\(correction.suggestion.quoted)。")
        }
        if let remedy = item.remedy, !remedy.isEmpty { lines.append("改法：\(remedy.asSentence)") }
        return lines.joined(separator: "\n")
    }

    // MARK: Places

    /// Where a finding stands; one of several projects has a line for each.
    private func spots(of finding: Finding) -> [ReviewTable.Spot] {
        let place = report.place(of: finding).location.map(place) ?? ""
        let row = finding.indicator.map { "\($0)" } ?? ""
        let projects = finding.projects.isEmpty ? [finding.project].compactMap(\.self) : finding.projects
        guard let first = projects.first else { return [ReviewTable.Spot(project: "全书", row: row, place: place)] }
        return [ReviewTable.Spot(project: name(of: first), row: row, place: place)]
            + projects.dropFirst().map { ReviewTable.Spot(project: name(of: $0)) }
    }

    /// `12.某某项目`; an absurdly long name is cut, its number tells it.
    func name(of project: Int) -> String {
        let name = report.book.project(numbered: project)?.name.oneLine ?? ""
        return "\(project).\(name.shortened(to: 61))"
    }

    /// With the file only where there are several.
    private func place(_ location: Location) -> String {
        let inFile = location.inFile
        return report.book.sources.count > 1 || inFile.isEmpty ? "\(location)" : inFile
    }
}
