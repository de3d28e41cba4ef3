internal import Diagnostics
internal import GoalModel
internal import Text

/// A mark with its rule, on the way to a finding; a class, since sorting would copy all of a struct many times.
final class PendingFinding {
    private let mark: Violation
    let rule: RuleDescription
    private let severity: Severity
    let project: Project?

    init(_ mark: Violation, of rule: RuleDescription, _ severity: Severity, in book: GoalBook) {
        self.mark = mark
        self.rule = rule
        project = book.project(numbered: mark.project)
        self.severity = severity
    }

    /// Project, row, code; what belongs to no project comes first.
    var order: (Int, Int, String) {
        (mark.project ?? 0, mark.row ?? 0, rule.code)
    }

    var place: Place { mark.place }

    /// The project, unless the finding is of a group, which is known by its key alone.
    var ownProject: Project? { mark.group.isEmpty ? project : nil }

    /// The row's index in the project.
    var row: Int? {
        guard let row = mark.row, let rows = project?.indicators, rows.indices.contains(row - 1) else { return nil }
        return row - 1
    }

    /// What alone tells the finding from others of its rule and project; `nil` where ``anchor`` and row do.
    var key: String? { mark.anchor == nil ? mark.key.map(Fingerprint.normalised) : nil }

    var anchor: [String] { mark.anchor.map { $0.isEmpty ? [] : [Fingerprint.normalised($0)] } ?? [] }

    private var indicator: Indicator? { row.flatMap { project?.indicators[$0] } }

    private var location: Location? {
        if let location = mark.location { return location }
        switch mark.place {
        case .cell(let field):
            guard let places = indicator?.places else { return nil }
            return places[field] ?? places.values.min()
        case .field(let field):
            guard let places = project?.places else { return nil }
            return places[field] ?? places[.title] ?? places[.name] ?? places.values.min()
        case .passage: return nil
        }
    }

    /// As the first versions reckoned it, with the value at the place: answers, baselines and waivers of that time are still known.
    ///
    /// - Parameters:
    ///   - town: in normal form.
    ///   - row: the words of its row in normal form: type, name, description and value.
    func formerFingerprint(town: String, row: [String]?, repeated: Int) -> Fingerprint {
        var fingerprint = Fingerprint()
        fingerprint.add(town)
        if mark.group.isEmpty, let project { fingerprint.add(project.code.isEmpty ? project.name : project.code) }
        fingerprint.add(rule.id)
        if let key = mark.key {
            fingerprint.add(Fingerprint.normalised(key))
        } else {
            for word in row ?? [] { fingerprint.add(word) }
        }
        if repeated > 0 { fingerprint.add("\(repeated)") }
        return fingerprint
    }

    /// What documents have as text the fill-in template has on a sheet.
    private var message: String {
        let text = mark.message.text.withoutLineBreaks
        guard isOnSheet, let words = ["第一部分", "正文"].first(where: text.hasPrefix) else { return text }
        return "\(FillInTemplate.department.name.quoted)表" + text.dropFirst(words.count)
    }

    private var remedy: String {
        let text = mark.remedy ?? rule.remedy
        return isOnSheet ? text.replacing("请补写第一部分：", with: "请在\(FillInTemplate.department.name.quoted)表填写") : text
    }

    private var isOnSheet: Bool { location?.sheet == FillInTemplate.department.name }

    func finding(fingerprint: String) -> Finding {
        var finding = Finding(
            rule: rule.id, code: rule.code, title: rule.title, severity: severity, criterion: rule.criterion,
            project: mark.project, projects: mark.group.isEmpty ? [mark.project].compactMap(\.self) : mark.group,
            indicator: mark.row, message: message, remedy: remedy,
            suggestion: mark.suggestion, fingerprint: fingerprint, location: location)
        finding.number = mark.number
        return finding
    }
}
