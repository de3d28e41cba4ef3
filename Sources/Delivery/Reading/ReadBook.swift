public import Diagnostics
public import GoalModel

/// A book that was read, with what reading it had to say.
public struct ReadBook: Sendable {
    /// The files that it was read from, in the order of their paths.
    public var files: [InputFile]
    public var book: GoalBook
    public var diagnostics: [Diagnostic]

    /// The files as a message names them.
    var path: String {
        files.map(\.path).joined(separator: "、")
    }
}
