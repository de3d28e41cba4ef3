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
                for cell in row.cells where cell.text.utf8.count <= 48 && cell.text.mayTell {
                    reached = reached || ["完成值", "实际完成", "完成情况", "实际值"].contains { cell.text.holds($0) }
                    scored = scored || ["得分", "分值", "执行数"].contains { cell.text.holds($0) }
                }
                if reached, scored { return true }
            }
            return false
        }
    }
}

extension String {
    /// Each word for what was reached and for its points has one of the signs 完, 实, 得, 分 and 执: whether one may stand here.
    fileprivate var mayTell: Bool {
        let found = utf8.withContiguousStorageIfAvailable { bytes in
            for index in 0..<max(0, bytes.count - 2) where bytes[index] == 0xE5 || bytes[index] == 0xE6 {
                switch (bytes[index + 1], bytes[index + 2]) {
                case (0xAE, 0x8C), (0xAE, 0x9E), (0xBE, 0x97), (0x88, 0x86), (0x89, 0xA7): return true
                default: continue
                }
            }
            return false
        }
        return found ?? true
    }
}
