internal import Text

/// A comment in a Word document, or a note on a cell of a workbook.
public struct OfficeComment: Hashable, Sendable {
    public let author: String
    /// Paragraph by paragraph, or line by line.
    public let lines: [String]
    /// The place in the list of the comment that this one answers; `nil` for one that stands alone.
    public let parent: Int?
}

extension SourceReader {
    /// The comments of a Word or Excel file, in the order of their parts; none of a file of another format or a broken one.
    public static func comments(in bytes: [UInt8]) -> [OfficeComment] {
        // Nearly all files have none, which is quickly seen: names of parts are not packed.
        guard bytes.starts(with: [0x50, 0x4B]), holdsComments(bytes), let content = try? FileContent(bytes, suffix: "") else {
            return []
        }
        switch content {
        case .word(let package): return (try? package.wordComments()) ?? []
        case .workbook(let package): return (try? package.cellNotes()) ?? []
        case .page, .csv, .text, .pdf: return []
        }
    }

    private static func holdsComments(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            Array("comments".utf8).withUnsafeBufferPointer { word in bytes.place(of: word, from: 0) != nil }
        }
    }
}

extension OfficePackage {
    fileprivate func wordComments() throws(ReadingError) -> [OfficeComment] {
        let comments = try related("comments")?.root?.elements.filter { $0.name == "comment" } ?? []
        var ids: [String: Int] = [:]
        for (index, comment) in comments.enumerated() {
            for paragraph in comment.all("p") { if let id = paragraph["paraId"] { ids[id.uppercased()] = index } }
        }
        var parents: [Int: Int] = [:]
        for link in try related("commentsExtended")?.root?.elements ?? [] {
            guard let id = link["paraId"], let parent = link["paraIdParent"] else { continue }
            if let mine = ids[id.uppercased()], let other = ids[parent.uppercased()], mine != other { parents[mine] = other }
        }
        return comments.enumerated().map { index, comment in
            OfficeComment(
                author: comment["author"] ?? "", lines: comment.all("p").flatMap { $0.words.lines }, parent: parents[index])
        }
    }

    fileprivate func cellNotes() throws(ReadingError) -> [OfficeComment] {
        var notes: [OfficeComment] = []
        for sheet in try relations() where sheet.type.hasSuffix("/worksheet") && !sheet.target.isEmpty {
            guard let part = try comments(of: sheet.target), let root = try markup(part)?.root else { continue }
            let authors = root.first("authors")?.elements.map(\.text) ?? []
            for note in root.first("commentList")?.elements ?? [] {
                let text = note.all("t").map(\.text).joined()
                let author = note.integer("authorId").flatMap { authors.indices.contains($0) ? authors[$0] : nil }
                notes.append(OfficeComment(author: author ?? "", lines: text.lines, parent: nil))
            }
        }
        return notes
    }
}

extension MarkupElement {
    /// The text of a paragraph, line breaks as such.
    fileprivate var words: String {
        elements.map { element in
            switch element.name {
            case "t": element.text
            case "br", "cr": "\n"
            default: element.words
            }
        }.joined()
    }
}

extension String {
    fileprivate var lines: [String] { split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init) }
}
