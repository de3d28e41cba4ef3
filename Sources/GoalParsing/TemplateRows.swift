internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// Compares the projects that the template's sheet 指标 names with those of its sheet 项目, and takes out the rows of none.
struct TemplateRows {
    /// Without the rows that belong to no project.
    private(set) var table: SourceDocument.Table
    private(set) var strays: [Passage] = []
    /// Projects without rows that those of unknown names were probably meant for.
    private var withoutRows: [TemplateProjects.Entry] = []
    private let projects: TemplateProjects
    private var groups: [Group] = []
    private var known: [ProjectKey: Int] = [:]

    /// Beyond so many pairs of names no likeness is looked for.
    private static let mostPairs = 30_000

    /// Rows that name their project in the same words.
    private struct Group {
        var match: TemplateProjects.Match
        let key: ProjectKey
        let code: SourceDocument.Cell?
        let name: SourceDocument.Cell?
        var rows = 0

        var isStray: Bool {
            switch match {
            case .same, .named, .coded, .mistyped: false
            case .apart, .unknown: true
            }
        }
    }

    /// `nil` for a table that is no list.
    init?(_ table: SourceDocument.Table, projects: TemplateProjects, headings: ListHeadings) {
        guard let list = ListReading(table, headings: headings) else { return nil }
        (self.table, self.projects) = (table, projects)
        var kept: [SourceDocument.Row] = []
        var above: Int?
        for (row, form) in zip(table.rows, list.rowForms) {
            guard form != nil else {
                kept.append(row)
                continue
            }
            above = group(of: row, list.columns) ?? above
            guard let index = above else {
                kept.append(row)
                continue
            }
            groups[index].rows += 1
            if groups[index].isStray {
                strays.append(contentsOf: row.passage)
            } else {
                kept.append(mended(row, groups[index].match, list.columns))
            }
        }
        self.table.rows = kept
    }

    /// Projects without rows, where there are no more of them than names that nothing is like: those were meant for them.
    ///
    /// Where it is one of each, it is proposed.
    mutating func guessByWhatIsLeft() {
        let taken = Set(groups.flatMap { projects.meant(by: $0.key, $0.match).map(\.key) })
        let left = projects.entries.filter { !taken.contains($0.key) }
        let strays = groups.indices.filter { if case .unknown(nil) = groups[$0].match { true } else { false } }
        guard !left.isEmpty, left.count <= strays.count else { return }
        if left.count == 1, strays.count == 1 { groups[strays[0]].match = .unknown(nearest: left[0]) }
        withoutRows = left
    }

    /// What projects lack because of the rows that are taken out.
    var gaps: [ProjectKey: Set<Project.Gap>] {
        let strays = groups.filter(\.isStray).flatMap { projects.meant(by: $0.key, $0.match) }
        return Dictionary((strays + withoutRows).map { ($0.key, [.indicators]) }) { first, _ in first }
    }

    /// `nil` for a row that repeats the project above.
    private mutating func group(of row: SourceDocument.Row, _ columns: ListColumns) -> Int? {
        func cell(_ column: ListHeadings.Column) -> SourceDocument.Cell? {
            columns.columns[column].flatMap { place in row.cells.first { $0.column == place && !$0.text.isEmpty } }
        }
        let (code, name) = ProjectForm.codeAndName(cell(.projectCode), cell(.projectName))
        let key = ProjectKey(code: code?.text ?? "", name: name?.text ?? "")
        if key.isEmpty { return nil }
        if let index = known[key] { return index }
        known[key] = groups.count
        let guesses = projects.entries.count * groups.count <= TemplateRows.mostPairs
        groups.append(Group(match: projects.match(key, guesses: guesses), key: key, code: code, name: name))
        return groups.count - 1
    }

    /// The row with its project named as the sheet 项目 has it, so that the slip is told once.
    private func mended(
        _ row: SourceDocument.Row, _ match: TemplateProjects.Match, _ columns: ListColumns
    ) -> SourceDocument.Row {
        let entry: TemplateProjects.Entry
        switch match {
        case .named(let found), .coded(let found), .mistyped(let found): entry = found
        case .same, .apart, .unknown: return row
        }
        var row = row
        for (column, text) in [(ListHeadings.Column.projectCode, entry.code), (.projectName, entry.name)] {
            guard let place = columns.columns[column] else { continue }
            for index in row.cells.indices where row.cells[index].column == place && !row.cells[index].text.isEmpty {
                row.cells[index].text = text
            }
        }
        return row
    }

    var diagnostics: [Diagnostic] {
        groups.compactMap { group in
            let place = group.name?.location ?? group.code?.location
            let (code, name) = (group.code?.text.withoutSpaces ?? "", group.name?.text ?? "")
            return switch group.match {
            case .same, .mistyped: nil
            case .named(let entry): .codeDiffers(code, entry, rows: group.rows, at: group.code?.location)
            case .coded(let entry): .nameDiffers(name, entry, rows: group.rows, at: group.name?.location)
            case .apart(let one, let other): .pointsApart(one, other, rows: group.rows, at: place)
            case .unknown(let nearest):
                name.isEmpty || projects.holds(name: name)
                    ? .codeUnknown(code, nearest, rows: group.rows, at: place)
                    : .nameUnknown(name, nearest, rows: group.rows, at: place)
            }
        }
    }
}

extension SourceDocument.Row {
    /// What the row says, in one line.
    var passage: [Passage] {
        let written = cells.filter { !$0.text.isEmpty }
        guard let first = written.first else { return [] }
        return [Passage(written.map(\.text).joined(separator: " "), at: first.location)]
    }
}

extension Diagnostic {
    private static let left = "没有归入任何项目，列在网页的“未归类文字”中"

    fileprivate static func nameUnknown(
        _ name: String, _ nearest: TemplateProjects.Entry?, rows: Int, at place: Location?
    ) -> Diagnostic {
        let guess = nearest.map { "，是不是\($0.title.shortened(to: 40).quoted)？" } ?? "，"
        return Diagnostic(
            .error, id: "template-project-unknown", at: place, "\(name.shortened(to: 40).quoted)不在“项目”表\(guess)这样写的有\(rows)行指标",
            explanation: left, remedy: "请从下拉框中选“项目”表里的名称；确是另一个项目的，请先在“项目”表里填一行")
    }

    fileprivate static func codeUnknown(
        _ code: String, _ nearest: TemplateProjects.Entry?, rows: Int, at place: Location?
    ) -> Diagnostic {
        let guess = nearest.map { "，是不是\($0.code.quoted)（\($0.name.shortened(to: 40))）？" } ?? "，"
        return Diagnostic(
            .error, id: "template-project-unknown", at: place,
            "项目编码\(code.shortened(to: 40).quoted)不在“项目”表\(guess)这样写的有\(rows)行指标",
            explanation: left, remedy: "请照抄“项目”表里的编码，并从下拉框中选项目名称")
    }

    fileprivate static func pointsApart(
        _ code: TemplateProjects.Entry, _ name: TemplateProjects.Entry, rows: Int, at place: Location?
    ) -> Diagnostic {
        Diagnostic(
            .error, id: "template-project-unclear", at: place,
            "项目编码是\(code.title.shortened(to: 40).quoted)的，项目名称却是\(name.title.shortened(to: 40).quoted)，这样写的有\(rows)行指标",
            explanation: left, remedy: "请核对这几行属于哪个项目，把编码和名称改成一致")
    }

    fileprivate static func codeDiffers(
        _ code: String, _ entry: TemplateProjects.Entry, rows: Int, at place: Location?
    ) -> Diagnostic {
        let isLetters = ProjectKey(code: code, name: "").code.withoutLikeLetters == entry.digits
        return Diagnostic(
            .error, id: "template-code-differs", at: place,
            "项目编码\(code.shortened(to: 40).quoted)不在“项目”表；\(entry.name.shortened(to: 40).quoted)的编码是\(entry.code.quoted)",
            explanation: "已按项目名称归入，共\(rows)行", remedy: isLetters ? "请照抄“项目”表里的编码：数字0、1写成了字母" : "请核对哪一处编码对，改成一致")
    }

    fileprivate static func nameDiffers(
        _ name: String, _ entry: TemplateProjects.Entry, rows: Int, at place: Location?
    ) -> Diagnostic {
        Diagnostic(
            .error, id: "template-name-differs", at: place,
            "\(name.shortened(to: 40).quoted)不在“项目”表；编码\(entry.code.quoted)的项目是\(entry.name.shortened(to: 40).quoted)",
            explanation: "已按项目编码归入，共\(rows)行", remedy: "请改成\(entry.name.shortened(to: 40).quoted)；如果是另一个项目，请改正编码")
    }
}

extension TemplateProjects.Entry {
    /// The name, and the code of a project without one.
    fileprivate var title: String { name.isEmpty ? code : name }
}
