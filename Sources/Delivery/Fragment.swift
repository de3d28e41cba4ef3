internal import Diagnostics
internal import GoalModel
internal import GoalParsing
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

    /// The fragments of a document, one a town.
    ///
    /// - Throws: ``TownFailure`` when it is no goal book.
    static func fragments(
        of document: Warned<SourceDocument>, file: InputFile, headings: ListHeadings
    ) throws(TownFailure) -> [Fragment] {
        func fragment(_ part: SourceDocument, _ reading: Warned<GoalBook>) -> Fragment {
            Fragment(
                file: file, document: part, book: reading.value, fileDiagnostics: document.diagnostics,
                diagnostics: reading.diagnostics)
        }
        let whole = GoalBook.reading(document.value, headings: headings)
        guard whole.value.isGoalBook else {
            throw noGoalBook(file)
        }
        let parts = whole.value.spansTowns ? document.value.towns(headings: headings) : []
        guard parts.count > 1 else { return [fragment(document.value, whole)] }
        return parts.map { fragment($0, GoalBook.reading($0, headings: headings)) }
    }

    /// The books of a facts.json, each of them whole.
    ///
    /// - Throws: ``TownFailure`` when one of them is no goal book.
    static func fragments(
        of books: [(book: GoalBook, diagnostics: [Diagnostic])], file: InputFile
    ) throws(TownFailure) -> [Fragment] {
        var fragments: [Fragment] = []
        for (book, diagnostics) in books {
            guard book.isGoalBook else { throw noGoalBook(file) }
            fragments.append(Fragment(file: file, document: nil, book: book, fileDiagnostics: [], diagnostics: diagnostics))
        }
        return fragments
    }

    private static func noGoalBook(_ file: InputFile) -> TownFailure {
        TownFailure(path: file.path, reason: "这不是绩效目标书：既没有项目绩效目标表，也没有“总体绩效目标”。请检查是否放错了文件")
    }
}
