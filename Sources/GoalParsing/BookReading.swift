public import Diagnostics
public import GoalModel
public import SourceFiles

extension GoalBook {
    /// Reads a goal book from a document.
    ///
    /// This cannot fail: what is unreadable is reported, and what found no place in the model is listed in `residue`.
    ///
    /// - Parameter lexicon: the labels and headings by which tables are understood.
    public static func reading(_ document: SourceDocument, lexicon: Lexicon) -> Warned<GoalBook> {
        reading([document], lexicon: lexicon)
    }

    /// Reads one goal book from the documents that it is spread over, such as part one in Word and the tables in Excel.
    ///
    /// What two documents say differently of one project is an error with both places; what stands first counts.
    public static func reading(_ documents: [SourceDocument], lexicon: Lexicon) -> Warned<GoalBook> {
        BookAssembly(
            documents.map { document in
                let check = TemplateCheck(document, headings: lexicon.lists)
                return (document, DocumentReading(check.document, lexicon: lexicon), check)
            }, filled: FilledFigures(documents, lexicon)
        ).book
    }

    /// A document with neither a project table nor an overall goal is no goal book.
    public var isGoalBook: Bool {
        !projects.isEmpty || !overallGoal.isEmpty
    }
}
