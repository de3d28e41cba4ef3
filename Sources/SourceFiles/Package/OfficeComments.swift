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
        case .workbook(let package): return (try? package.cellComments()) ?? []
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

    fileprivate func cellComments() throws(ReadingError) -> [OfficeComment] {
        var found: [OfficeComment] = []
        for sheet in try relations() where sheet.type.hasSuffix("/worksheet") && !sheet.target.isEmpty {
            let relations = try relations(of: sheet.target)
            let threads = relations.filter { $0.type.hasSuffix("/threadedComment") && !$0.target.isEmpty }
            for part in threads { found += try thread(part.target, behind: found.count) }
            for part in relations where part.type.hasSuffix("/comments") && !part.target.isEmpty {
                // For programs that know no threads, Excel says each of them again in a note.
                found += try cellNotes(part.target).filter { threads.isEmpty || !$0.author.hasPrefix("tc=") }
            }
        }
        return found
    }

    private func cellNotes(_ part: String) throws(ReadingError) -> [OfficeComment] {
        guard let root = try markup(part)?.root else { return [] }
        let authors = root.first("authors")?.elements.map(\.text) ?? []
        return (root.first("commentList")?.elements ?? []).map { note in
            let author = note.integer("authorId").flatMap { authors.indices.contains($0) ? authors[$0] : nil }
            return OfficeComment(author: author ?? "", lines: note.all("t").map(\.text).joined().lines, parent: nil)
        }
    }

    /// The comments of a sheet that were answered in Excel itself.
    ///
    /// - Parameter count: how many comments stand before them in the list.
    private func thread(_ part: String, behind count: Int) throws(ReadingError) -> [OfficeComment] {
        let comments = try markup(part)?.root?.elements.filter { $0.name == "threadedComment" } ?? []
        let places = comments.enumerated().map { ($1["id"] ?? "", count + $0) }
        let known = Dictionary(places) { first, _ in first }
        let people = try related("person")?.root?.elements ?? []
        return comments.map { comment in
            OfficeComment(
                author: people.first { $0["id"] == comment["personId"] }?["displayName"] ?? "",
                lines: comment.first("text")?.text.lines ?? [], parent: comment["parentId"].flatMap { known[$0] })
        }
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
