public import Diagnostics
public import GoalModel
package import Reporting

/// A book that was read, with what reading it had to say.
public struct ReadBook: Sendable {
    /// The files that it was read from, in the order of their paths.
    public var files: [InputFile]
    public var book: GoalBook
    public var diagnostics: [Diagnostic]
    /// The settings files that it is judged by, the most general first.
    public var settings: [InputFile] = []
    /// By what finished results were judged that it was read from.
    package var review: RecordedReview?
    /// What judges it; `nil` for the defaults.
    package var engine: Reviewer?

    package init(files: [InputFile], book: GoalBook, diagnostics: [Diagnostic], review: RecordedReview? = nil) {
        self.files = files
        self.book = book
        self.diagnostics = diagnostics
        self.review = review
    }

    /// The files as a message names them.
    package var path: String {
        files.map(\.path).joined(separator: "、")
    }
}

extension GoalBook {
    /// `巨鹿镇 2024年`.
    package var shownName: String { fiscalYear.map { "\(town) \($0)年" } ?? town }
}
