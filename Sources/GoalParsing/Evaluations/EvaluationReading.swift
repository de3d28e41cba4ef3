internal import Diagnostics
internal import Foundation
public import GoalModel
public import SourceFiles
internal import Text

extension EvaluationForm {
    /// Reads the filled self-evaluation forms of a document, in its order.
    ///
    /// This cannot fail: what was not understood is among the doubts of its form.
    ///
    /// - Parameter lexicon: the labels and headings by which tables are understood.
    public static func reading(_ document: SourceDocument, lexicon: Lexicon) -> [EvaluationForm] {
        var reading = EvaluationReading(lexicon: lexicon)
        for block in document.blocks {
            switch block {
            case .paragraph(let paragraph): reading.read(paragraph)
            case .table(let table): reading.read(FilledRow.rows(of: table))
            }
        }
        return reading.finish()
    }
}

/// Goes through the blocks of a document and gathers its forms.
struct EvaluationReading {
    let lexicon: Lexicon
    private var forms: [EvaluationForm] = []
    var form: EvaluationForm?
    /// Paragraphs since the last table, which may belong to the next form.
    private var pending: [SourceDocument.Paragraph] = []
    /// Rows of indicators that a heading has begun.
    private(set) var rows: FilledRows?
    /// A heading that names the reasons or the goals below it.
    var goalColumns: (goal: Range<Int>, achievement: Range<Int>)?
    /// Words that head indicators were seen, whether or not their table was understood.
    private var mentionsIndicators = false
    /// The heading before, whose rows may go on in the next table.
    private(set) var lastHeading: FilledHeading?

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    /// What a form says first counts.
    mutating func keep<Value>(_ field: WritableKeyPath<EvaluationForm, Value?>, _ value: Value?) {
        if let value, form?[keyPath: field] == nil { form?[keyPath: field] = value }
    }

    mutating func read(_ paragraph: SourceDocument.Paragraph) {
        pending.append(paragraph)
    }

    mutating func read(_ rows: [FilledRow]) {
        let isNew = begins(rows)
        if isNew {
            if form != nil { settlePending() }
            if let place = rows.first?.place { form = EvaluationForm(place: place) }
            takeLead()
        } else {
            takeTail()
        }
        var rest = rows[...]
        // The table goes on with the rows of the one before.
        if !isNew, let heading = lastHeading, form?.total == nil, let first = rows.first, goesOn(first, heading) {
            self.rows = FilledRows(heading: heading)
        }
        while let row = rest.first {
            rest = rest.dropFirst(step(row, rest))
        }
        closeRows()
    }

    /// Reads the row, and as many more as belong to it; says how many.
    private mutating func step(_ row: FilledRow, _ rest: ArraySlice<FilledRow>) -> Int {
        if row.written.isEmpty, rows == nil { return 1 }
        if beginsNext(row, rest) {
            closeRows()
            close()
            if let place = row.place { form = EvaluationForm(place: place) }
        }
        if let heading = FilledHeading(row, next: rest.dropFirst().first, lexicon) {
            if let open = rows, open.heading.isRepeated(in: row) { return heading.height }
            closeRows()
            begin(heading)
            return heading.height
        }
        if readTotal(row) {
            closeRows()
            return 1
        }
        if rows != nil, let first = row.written.first, first.text.withoutSpaces.ends(with: "小计"), row.written.count <= 4 {
            return 1
        }
        if rows != nil, readIndicator(row) { return 1 }
        if let money = FilledMoney(rest.prefix(40), lexicon) {
            take(money)
            return money.count
        }
        mentionsIndicators = mentionsIndicators || row.written.contains { ["一级指标", "三级指标"].contains($0.text.withoutSpaces) }
        if form?.money.isEmpty == true, let money = FilledMoneyAcross(rest.prefix(8)) {
            form?.money = money.rows
            form?.moneyColumns = money.columns
            return money.count
        }
        readHead(row)
        return 1
    }

    private mutating func begin(_ heading: FilledHeading) {
        rows = FilledRows(heading: heading)
        lastHeading = heading
        goalColumns = nil
        form?.columns.formUnion(heading.columns.map(\.column))
    }

    private mutating func readIndicator(_ row: FilledRow) -> Bool {
        guard var open = rows else { return false }
        if isTail(row) {
            closeRows()
            return false
        }
        let number = (form?.rows.count ?? 0) + open.rows.count + 1
        if open.take(row, number: number) {
            rows = open
            return true
        }
        if !row.isCertain, row.written.count > 3 {
            let text = row.written.map(\.text).joined(separator: "　").shortened(to: 40)
            form?.doubts.append(Passage("这一行的格与表头对不上：\(text)", at: row.place))
            return true
        }
        closeRows()
        return false
    }

    private mutating func closeRows() {
        guard let open = rows else { return }
        rows = nil
        form?.rows += open.rows
    }

    private mutating func take(_ money: FilledMoney) {
        guard form?.money.isEmpty == true else { return }
        form?.money = money.rows
        form?.moneyColumns = money.columns
        if let unit = money.unit { form?.moneyUnit = unit }
        keep(\.statedExecutionPoints, money.points)
    }

    /// Whether a table begins with the head of a form of its own.
    private func begins(_ rows: [FilledRow]) -> Bool {
        guard let form else { return true }
        if form.rows.isEmpty, form.money.isEmpty { return true }
        let isTitled = pending.contains { FilledTitle.isOfEvaluation($0.text) }
        let names = rows.prefix(8).contains { row in row.written.contains { lexicon.label($0.text) == .name } }
        return (isTitled || names) && holdsForm(rows)
    }

    private func holdsForm(_ rows: [FilledRow]) -> Bool {
        rows.indices.contains { index in
            FilledHeading(rows[index], next: rows.dropFirst(index + 1).first, lexicon) != nil
                || FilledMoney(rows[index...].prefix(4), lexicon) != nil
        }
    }

    /// Whether the next form begins within a table: its title or its name, below the rows of this one.
    private func beginsNext(_ row: FilledRow, _ rest: ArraySlice<FilledRow>) -> Bool {
        guard let form, !form.rows.isEmpty || rows?.rows.isEmpty == false else { return false }
        let written = row.written
        if written.count == 1, let only = written.first, FilledTitle.isOfEvaluation(only.text) { return true }
        return written.first.map { lexicon.label($0.text) == .name } == true && form.projectName != nil
            && holdsForm(Array(rest.prefix(20)))
    }

    private func goesOn(_ first: FilledRow, _ heading: FilledHeading) -> Bool {
        guard FilledHeading(first, next: nil, lexicon) == nil, !isTail(first), first.written.count > 2 else { return false }
        var trial = FilledRows(heading: heading)
        guard trial.take(first, number: 1), let row = trial.rows.first else { return false }
        return row[.weight]?.number != nil || row[.score]?.number != nil
    }

    /// What stands above a form's table.
    private mutating func takeLead() {
        for paragraph in pending { readLead(EvaluationForm.Cell(paragraph.text, at: paragraph.location)) }
        pending = []
    }

    /// What stands between the tables of a form, and below its last.
    private mutating func takeTail() {
        for paragraph in pending { readTail(EvaluationForm.Cell(paragraph.text, at: paragraph.location)) }
        pending = []
    }

    /// Paragraphs between two forms: those up to the title of the next belong to the one before.
    private mutating func settlePending() {
        let title = pending.firstIndex { FilledTitle.isOfEvaluation($0.text) || $0.text.begins(with: "附") } ?? pending.endIndex
        let own = Array(pending[title...])
        pending = Array(pending[..<title])
        takeTail()
        close()
        pending = own
    }

    private mutating func close() {
        // A list of projects with their points has money, too, and no indicators.
        if let form, !form.rows.isEmpty || (mentionsIndicators && form.title != nil) || !form.doubts.isEmpty {
            forms.append(form.settled())
        }
        form = nil
        goalColumns = nil
        lastHeading = nil
        mentionsIndicators = false
    }

    mutating func finish() -> [EvaluationForm] {
        takeTail()
        close()
        return forms
    }
}

/// The title of a form that tells of what was reached.
enum FilledTitle {
    static func isOfEvaluation(_ text: String) -> Bool {
        guard text.utf8.count <= 300, !text.contains("。") else { return false }
        var word = text.withoutSpaces.folded
        if word.ends(with: ")"), let open = word.lastIndex(of: "(") { word = String(word[..<open]) }
        guard word.ends(with: "表") || word.holds("自评表") && word.count <= 40 else { return false }
        return (word.holds("自评") || word.holds("自我评价") || word.holds("完成情况") && word.holds("绩效")) && word.holds("表")
            && !word.holds("监控") && !FormTitle(text).isContinuation
    }
}
