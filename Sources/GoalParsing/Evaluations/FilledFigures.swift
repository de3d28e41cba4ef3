internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// The self-evaluation forms among the tables of a goal book: their goals are the book's, and what was reached is told besides.
struct FilledFigures {
    /// Those in which anything is filled in.
    let forms: [EvaluationForm]

    init(_ documents: [SourceDocument], _ lexicon: Lexicon) {
        forms = documents.filter(\.mentionsReached).flatMap {
            EvaluationForm.reading($0, lexicon: lexicon.forDocument).filter { !$0.isUnfilled && !$0.rows.isEmpty }
        }
    }

    /// The text that stands in no other part of the book, without what the forms say of what was reached.
    func besides(_ residue: [Passage]) -> [Passage] {
        if forms.isEmpty { return residue }
        let known = Set(forms.flatMap(FilledFigures.places))
        return residue.filter { passage in passage.location.map { !known.contains($0) } ?? true }
    }

    private static func places(of form: EvaluationForm) -> [Location] {
        let columns: [EvaluationForm.Column] = [.actual, .weight, .score, .reason, .note]
        let rows = form.rows.flatMap { row in columns.compactMap { row[$0]?.place } }
        let money = form.money.flatMap { $0.cells.values.map(\.place) }
        let cells = [form.achievement, form.total?.label, form.total?.weight, form.total?.score, form.grade].compactMap(\.self)
        return rows + money + (cells + form.remarks + form.statedScores).map(\.place)
    }
}

extension SourceDocument {
    /// Whether a table has a column, or a field, for what was reached.
    fileprivate var mentionsReached: Bool {
        blocks.contains { block in
            guard case .table(let table) = block else { return false }
            return table.rows.contains { row in
                row.cells.contains { $0.text.utf8.count <= 60 && ($0.text.holds("完成") || $0.text.holds("实际")) }
            }
        }
    }
}
