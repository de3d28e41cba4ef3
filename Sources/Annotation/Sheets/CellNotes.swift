internal import SourceFiles
internal import Text

/// The part that holds the notes of a sheet's cells: the sheet's own, or a new one.
struct CellNotes {
    private let map: PartMap
    private let part: String
    private let isNew: Bool
    private let author: Author
    private let prefix: String
    private var edits = ByteEdits()
    /// The notes that are there, by their cells.
    private var known: [CellPlace: Int] = [:]
    private var written = ""

    private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"

    /// - Throws: ``ReadingError`` for a part that is broken.
    init(of sheet: String, _ edit: PackageEdit, by author: Author) throws(ReadingError) {
        self.author = author
        if let known = try CellNotes.part(of: sheet, edit), let own = try edit.map(known) {
            (map, part, isNew) = (own, known, false)
        } else {
            part = edit.freeName("xl/comments", ".xml")
            isNew = true
            let namespace =
                edit.isStrict
                ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            let empty =
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<comments xmlns=\"\(namespace)\"><authors></authors><commentList></commentList></comments>"
            map = try PartMap(Array(empty.utf8), named: part)
        }
        prefix = map.prefix(0)
        guard map.first("authors", in: 0) != nil, let list = map.first("commentList", in: 0) else {
            throw .damaged("\(part.quoted)里没有批注的目录")
        }
        for note in map.children(of: list) {
            if let place = map.attribute("ref", of: note).flatMap(CellPlace.init) { known[place] = note }
        }
    }

    /// What the notes of a sheet say now, as it stands in the part; nothing where it has none.
    ///
    /// - Throws: ``ReadingError`` for a part that is broken.
    static func text(of sheet: String, _ edit: PackageEdit) throws(ReadingError) -> String {
        guard let part = try part(of: sheet, edit), let map = try edit.map(part) else { return "" }
        return map.text(0..<map.bytes.count)
    }

    private static func part(of sheet: String, _ edit: PackageEdit) throws(ReadingError) -> String? {
        try edit.file.relations(of: sheet).first { $0.type.hasSuffix("/comments") && !$0.target.isEmpty }?.target
    }

    /// Whether a cell's note only stands for a thread of comments, which takes no more words.
    func isThread(_ cell: CellPlace) -> Bool {
        guard let note = known[cell], let index = map.attribute("authorId", of: note).flatMap({ Int($0) }),
            let authors = map.first("authors", in: 0)
        else { return false }
        let names = map.children(of: authors)
        guard names.indices.contains(index) else { return false }
        let name = map.elements[names[index]]
        return map.text(name.contentStart..<name.contentEnd).hasPrefix("tc=")
    }

    /// Writes what is said into a cell's note, below what stands there.
    ///
    /// - Parameter paragraphs: each with whether it is set in bold type.
    /// - Returns: whether the note is new.
    mutating func add(_ paragraphs: [(text: String, isBold: Bool)], to cell: CellPlace) -> Bool {
        if let note = known[cell], let text = map.first("text", in: note) {
            let runs = runs(paragraphs, behind: "\n\n")
            let last = map.children(of: text).last { map.isNamed("r", $0) || map.isNamed("t", $0) }
            if let last { edits.insert(runs, at: map.elements[last].end) } else { edits.append(runs, to: text, of: map) }
            return false
        }
        let number = map.first("authors", in: 0).map { map.children(of: $0).count } ?? 0
        written += "<\(prefix)comment ref=\"\(cell.name)\" authorId=\"\(number)\"><\(prefix)text>"
        written += runs(paragraphs) + "</\(prefix)text></\(prefix)comment>"
        return true
    }

    private func runs(_ paragraphs: [(text: String, isBold: Bool)], behind lead: String = "") -> String {
        paragraphs.enumerated().map { index, paragraph in
            let text = (index == 0 ? lead : "\n") + paragraph.text
            let look = "\(paragraph.isBold ? "<\(prefix)b/>" : "")<\(prefix)sz val=\"9\"/><\(prefix)rFont val=\"宋体\"/>"
            return "<\(prefix)r><\(prefix)rPr>\(look)</\(prefix)rPr>"
                + "<\(prefix)t xml:space=\"preserve\">\(text.escaped)</\(prefix)t></\(prefix)r>"
        }.joined()
    }

    /// Sets the part into its file, with what leads to it.
    mutating func finish(_ sheet: String, _ edit: inout PackageEdit) throws(ReadingError) {
        if !written.isEmpty, let authors = map.first("authors", in: 0), let list = map.first("commentList", in: 0) {
            edits.append("<\(prefix)author>\(author.name)</\(prefix)author>", to: authors, of: map)
            edits.append(written, to: list, of: map)
        }
        guard !edits.isEmpty else { return }
        edit.set(edits.applied(to: map.bytes), of: part)
        guard isNew else { return }
        _ = try edit.relate(sheet, to: part, type: "comments")
        try edit.declare(part, as: CellNotes.type)
    }
}
