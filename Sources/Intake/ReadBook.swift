public import Diagnostics
public import GoalModel
internal import GoalParsing
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

    /// The town's failure where tables of its book were not understood.
    package var doubt: InputFailure? {
        let doubts = diagnostics.filter { Diagnostic.doubtIDs.contains($0.id) }
        guard let first = doubts.first else { return nil }
        let count = doubts.count > 1 ? "（共\(doubts.count)处）" : ""
        let place = first.location.map { "\($0) " } ?? ""
        return InputFailure(files: files.map(\.path), reason: "没有全部读懂\(count)：\(place)\(first.summary)。\(first.remedy)")
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
