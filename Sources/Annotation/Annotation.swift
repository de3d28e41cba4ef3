internal import Diagnostics

/// What is to be said at one place of a file, in the words of a comment.
public struct Annotation: Sendable {
    /// What it is about, which is also what it hangs on.
    public enum Reach: String, Sendable, CaseIterable {
        case cell = "单元格"
        case paragraph = "段落"
        case project = "项目标题"
        case book = "全书"
        /// Its place is not in the file any more, or never was.
        case lost = "未能定位"
    }

    /// `nil` for what is about the whole book.
    let place: Location?
    let reach: Reach
    /// Begins with 错误, 警告 or 提示.
    let title: String
    /// Reason, remedy and what is offered instead, a paragraph each.
    let lines: [String]
    /// By which it is known again: `〔I03 1f9a…〕`, or `〔money-unit-missing 表3 第2行〕`.
    let mark: String
    /// The value at its place, where it is of one cell.
    let original: String?
    /// What is offered instead of the value.
    let suggestion: String?
    let isError: Bool

    /// All of it, a paragraph each.
    var paragraphs: [String] { [title] + lines + [mark] }
}

/// A file with comments.
public struct AnnotatedFile: Sendable {
    public let bytes: [UInt8]
    /// How many of each kind of place.
    public let counts: [Annotation.Reach: Int]
    /// How many corrections stand in it as tracked changes.
    public let corrections: Int
}

/// The name and initials that the comments bear, and the day.
struct Author {
    let name = "审核"
    let initials = "审"
    /// `2024-01-01T00:00:00Z`.
    let date: String
}
