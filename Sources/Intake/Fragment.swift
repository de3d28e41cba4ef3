internal import Diagnostics
internal import GoalModel
internal import GoalParsing
internal import Reporting
internal import SourceFiles

/// What one file tells of one town: a whole book, or a part of one.
struct Fragment: Sendable {
    var file: InputFile
    /// `nil` where a finished book was read and no document.
    var document: SourceDocument?
    var book: GoalBook
    /// Of decoding the file; a fragment that joins others is read again, its file is not.
    var fileDiagnostics: [Diagnostic]
    /// Of reading the book.
    var diagnostics: [Diagnostic]
    /// By what finished results were judged.
    var review: RecordedReview?

    /// The fragments of a document, one a town.
    ///
    /// - Throws: ``InputFailure`` when it is no goal book.
    static func fragments(
        of document: Warned<SourceDocument>, file: InputFile, headings: ListHeadings
    ) throws(InputFailure) -> [Fragment] {
        func fragment(_ part: SourceDocument, _ reading: Warned<GoalBook>) -> Fragment {
            Fragment(
                file: file, document: part, book: reading.value, fileDiagnostics: document.diagnostics,
                diagnostics: reading.diagnostics)
        }
        let whole = GoalBook.reading(document.value, headings: headings)
        guard whole.value.isGoalBook else {
            guard document.value.isTemplate else {
                throw InputFailure.noGoalBook(file, isBlank: document.value.blocks.isEmpty, notes: document.diagnostics)
            }
            throw InputFailure(path: file.path, reason: "填报模板还没有填写：没有项目，也没有总体绩效目标。请照“填报说明”填好再试（标为“示例”的行不算）")
        }
        let parts = whole.value.spansTowns ? document.value.towns(headings: headings) : []
        guard parts.count > 1 else { return [fragment(document.value, whole)] }
        return parts.map { fragment($0, GoalBook.reading($0, headings: headings)) }
    }
}
