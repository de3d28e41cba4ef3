public import Diagnostics
public import GoalModel
public import SourceFiles

extension GoalBook {
    /// Reads a goal book from a document.
    ///
    /// This cannot fail: what is unreadable is reported, and what found no place in the model is listed in `residue`.
    ///
    /// - Parameter headings: by which list tables are recognised; without them there are only forms.
    public static func reading(_ document: SourceDocument, headings: ListHeadings = ListHeadings()) -> Warned<GoalBook> {
        reading([document], headings: headings)
    }

    /// Reads one goal book from the documents that it is spread over, such as part one in Word and the tables in Excel.
    ///
    /// What two documents say differently of one project is an error with both places; what stands first counts.
    public static func reading(_ documents: [SourceDocument], headings: ListHeadings = ListHeadings()) -> Warned<GoalBook> {
        BookAssembly(
            documents.map { document in
                let check = TemplateCheck(document, headings: headings)
                return (document, DocumentReading(check.document, headings: headings), check)
            }
        ).book
    }

    /// A document with neither a project table nor an overall goal is no goal book.
    public var isGoalBook: Bool {
        !projects.isEmpty || !overallGoal.isEmpty
    }
}
