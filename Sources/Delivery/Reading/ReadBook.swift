public import Diagnostics
public import GoalModel
internal import Reporting

/// A book that was read, with what reading it had to say.
public struct ReadBook: Sendable {
    /// The files that it was read from, in the order of their paths.
    public var files: [InputFile]
    public var book: GoalBook
    public var diagnostics: [Diagnostic]
    /// The settings files that it is judged by, the most general first.
    public var settings: [InputFile] = []
    /// By what finished results were judged that it was read from.
    var review: RecordedReview?
    /// What judges it; `nil` for the defaults.
    var engine: Engine?

    /// The files as a message names them.
    var path: String {
        files.map(\.path).joined(separator: "、")
    }
}
