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
    /// Whether a table has columns, or fields, both for what was reached and for the points of it.
    ///
    /// Most books have neither, and are not gone through twice.
    fileprivate var mentionsReached: Bool {
        blocks.contains { block in
            guard case .table(let table) = block else { return false }
            var (reached, scored) = (false, false)
            for row in table.rows {
                for cell in row.cells where cell.text.utf8.count <= 48 && cell.text.unicodeScalars.contains(where: \.mayTell) {
                    reached = reached || ["完成值", "实际完成", "完成情况", "实际值"].contains { cell.text.holds($0) }
                    scored = scored || ["得分", "分值", "执行数"].contains { cell.text.holds($0) }
                }
                if reached, scored { return true }
            }
            return false
        }
    }
}

extension Unicode.Scalar {
    /// Stands in each of the words for what was reached and for its points.
    fileprivate var mayTell: Bool {
        switch self {
        case "完", "实", "得", "分", "执": true
        default: false
        }
    }
}
