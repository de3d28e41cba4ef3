internal import Foundation
internal import GoalModel
internal import Reporting
internal import SourceFiles
internal import Text

/// What was answered to findings in the comments of a town's files that were handed back with them.
///
/// A comment of ours is known by the mark at its end, `〔I03 1f9a…〕`. An answer is a reply to it, or a line that somebody has
/// written into it, and begins with 已改 or 同意保留.
struct CommentReplies {
    private(set) var replies: [FindingReply] = []
    private let year: Int?

    /// - Parameter year: of the book that the files hold; `nil` where that is not known.
    init(_ files: [InputFile], year: Int? = nil) {
        self.year = year
        for file in files where ["docx", "docm", "xlsx", "xlsm"].contains(file.url.pathExtension.lowercased()) {
            guard let bytes = try? FileReader.bytes(of: file) else { continue }
            take(SourceReader.comments(in: bytes), in: file)
        }
    }

    private mutating func take(_ comments: [OfficeComment], in file: InputFile) {
        for comment in comments {
            if let parent = comment.parent, let mark = comments[parent].lines.lazy.compactMap(Self.mark).first {
                let text = comment.lines.joined(separator: "\n")
                if let answer = Self.answer(text) { add(answer, to: mark, by: comment.author, in: file) }
            } else {
                for (answer, mark) in Self.answers(within: comment.lines) { add(answer, to: mark, by: "", in: file) }
            }
        }
    }

    private mutating func add(_ words: FindingReply.Words, to mark: String, by author: String, in file: InputFile) {
        replies.append(
            FindingReply(
                fingerprint: mark, year: year, status: words.status, note: words.note, person: author,
                place: "\(file.path)的批注"))
    }

    /// Lines that somebody has written into comments of ours: below a mark, or between what is said and its mark.
    private static func answers(within lines: [String]) -> [(FindingReply.Words, mark: String)] {
        var found: [(FindingReply.Words, mark: String)] = []
        var waiting: [FindingReply.Words] = []
        var last: String?
        for line in lines {
            if let mark = mark(line) {
                found += waiting.map { ($0, mark) }
                (waiting, last) = ([], mark)
            } else if let answer = answer(line) {
                if let last { found.append((answer, last)) } else { waiting.append(answer) }
            } else if !line.trimmed.isEmpty {
                last = nil
            }
        }
        return found
    }

    /// The fingerprint in a line that is a mark.
    private static func mark(_ line: String) -> String? {
        let line = line.trimmed
        guard line.hasPrefix("〔"), line.hasSuffix("〕"), let word = line.dropFirst().dropLast().split(separator: " ").last,
            word.utf8.count == 16, word.utf8.allSatisfy(\.isHexadecimal)
        else { return nil }
        return String(word)
    }

    private static func answer(_ text: String) -> FindingReply.Words? {
        let text = text.trimmed
        for status in [FindingReply.Status.kept, .changed] where text.hasPrefix(status.rawValue) {
            let note = text.dropFirst(status.rawValue.count).drop { "：:，,。 　".contains($0) }
            return FindingReply.Words(status: status, note: String(note).trimmed, person: "")
        }
        return nil
    }
}
