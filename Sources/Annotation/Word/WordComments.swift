internal import SourceFiles
internal import Text

/// The part that holds a document's comments: the document's own, or a new one.
struct WordComments {
    private let map: PartMap
    /// The whole part as it is.
    private let text: String
    private let part: String
    private let isNew: Bool
    private let names: WordNames
    private let author: Author
    private var written = ""

    private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

    /// - Throws: ``ReadingError`` for a part that is broken.
    init(of edit: PackageEdit, by author: Author) throws(ReadingError) {
        self.author = author
        let main = edit.file.main
        let relation = try edit.file.relations(of: main).first { $0.type.hasSuffix("/comments") && !$0.target.isEmpty }
        if let relation, let own = try edit.map(relation.target) {
            (map, part, isNew) = (own, relation.target, false)
        } else {
            let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
            part = edit.freeName(folder + "comments", ".xml", from: 0)
            isNew = true
            let namespace =
                edit.isStrict
                ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
                : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            let empty = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"\(namespace)\"/>"
            map = try PartMap(Array(empty.utf8), named: part)
        }
        names = WordNames(map, at: 0)
        text = map.text(0..<map.bytes.count)
    }

    /// The numbers that are taken.
    var numbers: [Int] { map.children(of: 0).compactMap { map.attribute("id", of: $0).flatMap { Int($0) } } }

    /// Whether a comment with this mark is there already.
    func holds(_ mark: String) -> Bool { text.holds(mark.escaped) }

    /// - Parameter paragraphs: the first is set in bold type.
    mutating func add(_ paragraphs: [String], number: Int) {
        let prefix = names.prefix
        let attributes = [
            ("id", "\(number)"), ("author", author.name), ("date", author.date), ("initials", author.initials),
        ].map { " \(prefix)\($0)=\"\($1)\"" }.joined()
        written += "<\(prefix)comment\(names.declaration)\(attributes)>"
        for (index, paragraph) in paragraphs.enumerated() {
            let look = index == 0 ? "<\(prefix)rPr><\(prefix)b/></\(prefix)rPr>" : ""
            let mark = index == 0 ? "<\(prefix)r><\(prefix)annotationRef/></\(prefix)r>" : ""
            written += "<\(prefix)p>\(mark)<\(prefix)r>\(look)\(names.text(paragraph))</\(prefix)r></\(prefix)p>"
        }
        written += "</\(prefix)comment>"
    }

    /// Sets the part into its file, with what leads to it.
    func finish(_ edit: inout PackageEdit) throws(ReadingError) {
        guard !written.isEmpty else { return }
        edit.append(written, to: part, map)
        guard isNew else { return }
        _ = try edit.relate(edit.file.main, to: part, type: "comments")
        try edit.declare(part, as: WordComments.type)
    }
}
