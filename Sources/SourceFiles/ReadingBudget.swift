/// What reading one file may cost, spent by every reader of it.
///
/// A small file can ask for much: one text that ten thousand cells share, blank cells up to a far column, a long number
/// before every paragraph. The limits are counts and no times: the same file is always read, or always refused.
final class ReadingBudget {
    /// Bytes of text; a county's export has some megabytes.
    private var text = 8 * 1_048_576
    /// Paragraphs and cells, blank ones included.
    private var pieces = ReadingBudget.mostPieces
    private var paragraphs = ReadingBudget.mostParagraphs
    /// Of work that is done again and again for one thing.
    private var steps = 5_000_000

    /// Fifty towns with three hundred indicators each.
    private static let mostPieces = 150_000
    private static let mostParagraphs = 40_000

    /// - Throws: ``ReadingError`` when the file asks for more than there is.
    func spend(text bytes: Int) throws(ReadingError) {
        text -= bytes
        guard text >= 0 else { throw .hostile("展开后的文字超过8 MB（同一段文字或编号重复了许多次）") }
    }

    func spend(pieces count: Int) throws(ReadingError) {
        pieces -= count
        guard pieces >= 0 else { throw .hostile("段落和单元格（连同空白的）超过\(ReadingBudget.mostPieces / 10_000)万个") }
    }

    func spend(steps count: Int) throws(ReadingError) {
        steps -= count
        guard steps >= 0 else { throw .hostile("内容嵌套、重复得太多") }
    }

    func spend(paragraphs count: Int) throws(ReadingError) {
        paragraphs -= count
        guard paragraphs >= 0 else { throw .hostile("段落超过\(ReadingBudget.mostParagraphs / 10_000)万个") }
    }
}
