internal import Diagnostics
internal import GoalModel
internal import Text

/// A text of the book with its place, for rules that read everything; a class, since many lists hold the same texts.
final class BookText: Sendable {
    let text: String
    let plain: PlainText
    let place: Place
    let project: Int?
    let row: Int?
    let location: Location?
    /// It found no place in the book, so that nobody knows what stands beside it.
    let isResidue: Bool

    init(
        text: String, place: Place, project: Int? = nil, row: Int? = nil, location: Location? = nil, isResidue: Bool = false
    ) {
        self.isResidue = isResidue
        self.text = text
        plain = PlainText(text)
        (self.place, self.project, self.row, self.location) = (place, project, row, location)
    }

    func mark(
        _ message: Finding.Message, severity: Severity? = nil, remedy: String? = nil, suggestion: String? = nil, key: String,
        anchor: String? = nil
    ) -> Violation {
        Violation(
            message, at: place, severity: severity, remedy: remedy, suggestion: suggestion, project: project, row: row, key: key,
            anchor: anchor, location: location)
    }

    /// What tells the text from others of its place without the words that are to be put right; a cell is known by its row.
    func anchor(without words: [String]) -> String {
        if project != nil, place != .field(.goals) { return place.title }
        let whole = plain[plain.scalars.indices]
        let rest = words.reduce(whole) { $1.isEmpty ? $0 : $0.replacing($1, with: "") }
        return place.title + (rest.isEmpty ? whole : rest).prefix(20)
    }

    /// Every text of a book, each once: part one, what found no place, then project by project.
    static func all(in book: GoalBook) -> [BookText] {
        var texts: [BookText] = []
        func add(_ text: String, _ place: Place, project: Int? = nil, row: Int? = nil, at location: Location? = nil) {
            guard !text.isEmpty else { return }
            texts.append(BookText(text: text, place: place, project: project, row: row, location: location))
        }
        for section in book.partOne {
            add(section.heading.text, .passage, at: section.heading.location)
            for paragraph in section.paragraphs { add(paragraph.text, .passage, at: paragraph.location) }
        }
        for passage in book.residue where !passage.text.isEmpty {
            texts.append(BookText(text: passage.text, place: .passage, location: passage.location, isResidue: true))
        }
        for table in book.unread {
            for cell in table.rows.joined() where !cell.text.isEmpty {
                texts.append(BookText(text: cell.text, place: .passage, location: table.location, isResidue: true))
            }
        }
        let readings = book.readings.filter { !$0.text.isEmpty }
        var whole = OrderedSearch(readings.isEmpty ? "" : texts.map(\.text).joined(separator: "\n").withoutSpaces)
        for passage in readings where !whole.holds(passage.text.withoutSpaces) {
            add(passage.text, .passage, at: passage.location)
        }
        for project in book.projects {
            for (text, field) in [
                (project.code, .code), (project.unit.code ?? "", .unit), (project.unit.name, .unit), (project.name, .name),
                (project.purpose, .purpose), (project.raw.budget, .budget),
                (project.raw.fiscalFunds, .fiscalFunds), (project.raw.otherFunds, .otherFunds),
            ] as [(String, Project.Field)] {
                add(text, .field(field), project: project.number)
            }
            for goal in project.goals { add(goal, .field(.goals), project: project.number) }
            for (index, row) in project.indicators.enumerated() {
                for field in Indicator.Field.allCases { add(row[field], .cell(field), project: project.number, row: index + 1) }
            }
        }
        return texts
    }
}

extension GoalBook {
    /// What the reader took out of part one; most of it stands there too.
    fileprivate var readings: [Passage] {
        var passages = [Passage(overallGoal)]
        for goal in subGoals { passages += [goal.title, goal.goal, goal.indicator].map { Passage($0, at: goal.location) } }
        for safeguard in safeguards { passages += [safeguard.title, safeguard.text].map { Passage($0, at: safeguard.location) } }
        for statement in expenseClasses + statements {
            passages += ([statement.name] + statement.indicators).map { Passage($0, at: statement.location) }
        }
        return passages
    }
}
