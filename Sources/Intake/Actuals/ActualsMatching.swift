internal import Appraisal
internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// Finds the project and the row of each line of a file.
struct ActualsMatching {
    private let file: ActualsFile
    private let books: [GoalBook]
    private let mine: [Int]
    /// Places of the projects by code, and by name.
    private var codes: [String: [(book: Int, project: Int)]] = [:]
    private var names: [String: [(book: Int, project: Int)]] = [:]
    /// Where the figures of a line stand among those of their book.
    private var places: [Key: Int] = [:]
    /// The rows of each book, cell by cell.
    private var lines: [Int: [String]] = [:]
    /// Rows that belong to none of the books.
    private var strangers: [(place: Location?, name: String)] = []

    /// What no two lines may both be of.
    private struct Key: Hashable {
        let book: Int
        let project: Int
        /// 0 for the project.
        let row: Int
        let day: CalendarDay
    }

    init(_ file: ActualsFile, books: [GoalBook], among mine: [Int]) {
        (self.file, self.books, self.mine) = (file, books, mine)
        for book in mine {
            for (index, project) in books[book].projects.enumerated() {
                if !project.code.isEmpty { codes[project.code.uppercased(), default: []].append((book, index)) }
                names[project.name.withoutSpaces, default: []].append((book, index))
            }
        }
    }

    /// Rows that nobody could place, in one sentence.
    var failure: InputFailure? {
        guard let first = strangers.first else { return nil }
        let more = strangers.count > 1 ? "等\(strangers.count)行" : ""
        let place = first.place.map { "\($0.inFile)的" } ?? ""
        return InputFailure(
            path: file.file.path, reason: "\(place)\(first.name.quoted)\(more)不在给出的目标书中，没有读入。请照目标书改正项目编码或名称 [M01]")
    }

    mutating func fill(_ result: inout [Actuals]) {
        // A file that does not say of which books it is belongs to those that it has rows of.
        if !file.marks.isEmpty || mine.count == 1 { for book in mine { take(for: book, &result) } }
        for table in file.tables {
            for row in table.rows where !table.isUnfilled(row) && !isRemark(row) {
                switch table.sheet {
                case .overall: fillOverall(row, table, &result)
                case .projects, .indicators: fillProject(row, table, &result)
                }
            }
        }
        for (book, lines) in lines {
            result[book].contents[file.file.path] = sha256(lines.joined(separator: "\n").utf8)
        }
    }

    /// - Parameter row: one that is of the book; none where only the file is.
    private mutating func take(for book: Int, _ result: inout [Actuals], _ row: SourceDocument.Row? = nil) {
        if result[book].files.last != file.file.path { result[book].files.append(file.file.path) }
        // With their places, which messages tell.
        let cells = (row?.cells ?? []).map { "\($0.location)\t\($0.text)" }
        lines[book, default: []].append(cells.joined(separator: "\t"))
    }

    /// A line of words below the table.
    private func isRemark(_ row: SourceDocument.Row) -> Bool {
        let texts = row.cells.map(\.text).filter { !$0.isEmpty }
        return texts.count == 1 && ["注", "说明", "备注", "填表"].contains { texts[0].hasPrefix($0) }
    }

    private mutating func fillProject(_ row: SourceDocument.Row, _ table: ActualsTable, _ result: inout [Actuals]) {
        let (code, name) = (table.text(.code, in: row), table.text(.name, in: row))
        let place = table.location(.code, in: row)
        let year = Target(reading: table.text(.asOf, in: row).withoutSpaces).deadline?.year
        guard let found = find(code: code, name: name, unit: table.text(.unit, in: row), year: year) else {
            let shown = [code, name].filter { !$0.isEmpty }.joined(separator: " ")
            if mine.count == 1 {
                result[mine[0]].checks.append(
                    AppraisalCheck(
                        .unknownKey, at: place,
                        shown.isEmpty ? "这一行没有项目编码和名称，没有读入" : "\(shown.quoted)不在\(books[mine[0]].shownName)的目标书中，没有读入。请照目标书改正"))
            } else {
                strangers.append((place, shown))
            }
            return
        }
        take(for: found.book, &result, row)
        let book = books[found.book]
        var reading = ActualsRow(table: table, row: row, project: book.projects[found.project], year: book.fiscalYear)
        switch table.sheet {
        case .projects:
            if let actual = reading.projectActual() { add(actual, to: &result[found.book], found.book, &reading) }
        default:
            if let actual = reading.indicatorActual() { add(actual, to: &result[found.book], found.book, &reading) }
        }
        result[found.book].checks += reading.checks
    }

    private mutating func add(_ actual: ProjectActual, to actuals: inout Actuals, _ book: Int, _ reading: inout ActualsRow) {
        let key = Key(book: book, project: actual.project, row: 0, day: actual.asOf)
        guard let index = places[key] else {
            places[key] = actuals.projects.count
            actuals.projects.append(actual)
            return
        }
        let twin = actuals.projects[index]
        if twin.paid != actual.paid || twin.adjusted != actual.adjusted { reading.tellTwin(of: twin.places[.row]) }
    }

    private mutating func add(
        _ actual: IndicatorActual, to actuals: inout Actuals, _ book: Int, _ reading: inout ActualsRow
    ) {
        let key = Key(book: book, project: actual.project, row: actual.row, day: actual.asOf)
        guard let index = places[key] else {
            places[key] = actuals.indicators.count
            actuals.indicators.append(actual)
            return
        }
        let twin = actuals.indicators[index]
        if twin.actual != actual.actual || twin.completion != actual.completion { reading.tellTwin(of: twin.places[.row]) }
    }

    /// The project of a row: by its code, else by its name, of several by the year, the unit or the other of both.
    private func find(code: String, name: String, unit: String, year: Int?) -> (book: Int, project: Int)? {
        var found = codes[code.withoutSpaces.uppercased()] ?? []
        if found.isEmpty { found = names[(name.isEmpty ? code : name).withoutSpaces] ?? [] }
        // A project that goes on stands in the books of several years.
        if found.count > 1, let year {
            let mine = found.filter { books[$0.book].fiscalYear == year }
            if !mine.isEmpty { found = mine }
        }
        if found.count > 1, !unit.isEmpty { found = found.filter { books[$0.book].unit.code == unit } }
        if found.count > 1, !name.isEmpty {
            found = found.filter { books[$0.book].projects[$0.project].name.withoutSpaces == name.withoutSpaces }
        }
        return found.count == 1 ? found[0] : nil
    }

    private mutating func fillOverall(_ row: SourceDocument.Row, _ table: ActualsTable, _ result: inout [Actuals]) {
        let unit = table.text(.unit, in: row)
        let owner = mine.count == 1 ? mine[0] : mine.first { books[$0].unit.code == unit || books[$0].town == unit }
        let title = table.text(.subGoal, in: row)
        guard let owner, !title.isEmpty else { return }
        take(for: owner, &result, row)
        let known = books[owner].subGoals
        if !known.isEmpty, !known.contains(where: { $0.title.withoutSpaces == title.withoutSpaces }) {
            result[owner].checks.append(
                AppraisalCheck(
                    .unknownKey, at: table.location(.subGoal, in: row), "分项目标\(title.quoted)不在目标书中，没有读入。请照目标书改正"))
            return
        }
        var actual = OverallActual(title: known.first { $0.title.withoutSpaces == title.withoutSpaces }?.title ?? title)
        actual.target = table.text(.goal, in: row)
        actual.actual = table.value(.actual, in: row)
        actual.reason = table.text(.overallReason, in: row)
        actual.location = table.location(.subGoal, in: row)
        for column in [ActualsColumn.weight, .points] {
            let text = table.value(column, in: row)
            let marks = Marks(written: text)
            if marks == nil, !text.isEmpty {
                result[owner].checks.append(
                    AppraisalCheck(
                        .valueUnreadable, at: table.location(column, in: row),
                        "\(column.rawValue)\(text.quoted)不是至多两位小数的分数，请填如12.5的数"))
            }
            if column == .weight { actual.weight = marks } else { actual.points = marks }
        }
        result[owner].overall.append(actual)
    }
}
