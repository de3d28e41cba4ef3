internal import Foundation
internal import Reporting
internal import Text

/// A file that says the same as another, and is left out but for what was answered in its comments.
package struct AnsweredCopy: Sendable {
    /// What a file's name gets when it is handed back with comments.
    package static let mark = "（审核批注）"

    let file: InputFile
    let replies: [FindingReply]
    /// The file that it is a copy of, by its path without mark and ending; `nil` where none has such a name.
    private let original: String?

    /// - Parameter used: the files that towns are read from.
    static func among(_ files: [InputFile], besides used: [InputFile]) -> [AnsweredCopy] {
        let known = Set(used)
        let originals = Set(used.map(stem))
        return files.filter { !known.contains($0) }.compactMap { file in
            let replies = CommentReplies([file]).replies
            let stem = stem(of: file)
            return replies.isEmpty
                ? nil : AnsweredCopy(file: file, replies: replies, original: originals.contains(stem) ? stem : nil)
        }
    }

    func mayBeOf(_ town: ReadBook) -> Bool {
        original.map { town.files.map(AnsweredCopy.stem).contains($0) } ?? true
    }

    private static func stem(of file: InputFile) -> String {
        file.url.deletingPathExtension().standardizedFileURL.path(percentEncoded: false).trimmingSuffix(mark)
    }
}
