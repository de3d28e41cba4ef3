public import Diagnostics
internal import SourceFiles

extension Annotations {
    /// The file with what is to be said of it; `nil` where it is neither Word nor Excel, and has no places for comments.
    ///
    /// - Parameters:
    ///   - path: as the locations name it.
    ///   - day: the day that the comments bear, `2024-01-01`.
    ///   - correcting: Word documents also get what is offered in place of a value, as tracked changes.
    /// - Throws: an error that explains itself, for a file that is broken.
    public func annotated(
        _ bytes: [UInt8], path: String, on day: String, correcting: Bool = false
    ) throws(AnnotatingError) -> AnnotatedFile? {
        guard OfficeFile.isLikely(bytes), let said = files[path] else { return nil }
        let author = Author(date: day + "T00:00:00Z")
        do throws(ReadingError) {
            let file = try OfficeFile(bytes)
            return switch file.kind {
            case .text: try WordAnnotator.annotate(file, path: path, said, by: author, correcting: correcting)
            case .sheets: try WorkbookAnnotator.annotate(file, said, by: author)
            }
        } catch {
            throw AnnotatingError(error.diagnostic(path: path))
        }
    }
}

/// Why a file could not take comments, in words.
public struct AnnotatingError: ExplainedError {
    public let message: String

    init(_ diagnostic: Diagnostic) {
        message = [diagnostic.summary, diagnostic.explanation, diagnostic.remedy].filter { !$0.isEmpty }.joined(separator: "。")
    }
}
