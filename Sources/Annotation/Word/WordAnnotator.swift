internal import Diagnostics
internal import SourceFiles
internal import Text

/// Writes comments into a Word document: marks around paragraphs of the main part, and the part that holds what they say.
struct WordAnnotator {
    private var edit: PackageEdit
    private let map: PartMap
    private let places: WordPlaces
    private var comments: WordComments
    private let author: Author
    private var nextNumber: Int
    /// What is written at the beginning and at the end of a paragraph.
    private var starts: [Int: String] = [:]
    private var ends: [Int: String] = [:]
    private var edits = ByteEdits()
    private var counts: [Annotation.Reach: Int] = [:]
    private var corrections = 0

    static func annotate(
        _ file: OfficeFile, path: String, _ said: Annotations.OfFile, by author: Author, correcting: Bool
    ) throws(ReadingError) -> AnnotatedFile {
        var annotator = try WordAnnotator(file, path: path, author)
        try annotator.write(said, correcting: correcting)
        return AnnotatedFile(
            bytes: try annotator.edit.written(), counts: annotator.counts, corrections: annotator.corrections)
    }

    private init(_ file: OfficeFile, path: String, _ author: Author) throws(ReadingError) {
        self.author = author
        edit = try PackageEdit(file)
        guard let map = try edit.map(file.main) else { throw .damaged("没有正文") }
        self.map = map
        places = WordPlaces(map, try file.wordAnchors(path: path))
        comments = try WordComments(of: edit, by: author)
        // Changes and bookmarks are numbered like comments.
        let most = (map.numbers + comments.numbers).filter { $0 < Int(Int32.max) / 2 }.max() ?? -1
        nextNumber = max(0, most + 1)
    }

    private mutating func write(_ said: Annotations.OfFile, correcting: Bool) throws(ReadingError) {
        guard let first = places.first, let last = places.last else { throw .damaged("正文里没有文字") }
        if !comments.holds(Annotations.restriction) { comment(said.opening, on: first) }
        var lost: [Annotation] = []
        var corrected: Set<WordPlaces.Span> = []
        for annotation in said.all {
            let found = annotation.place.flatMap { place in
                annotation.reach == .book ? nil : places.span(at: place, holding: annotation.original)
            }
            guard let span = found ?? (annotation.reach == .book ? first : nil) else {
                lost.append(annotation)
                continue
            }
            counts[annotation.reach, default: 0] += 1
            if !comments.holds(annotation.mark) { comment(annotation.paragraphs, on: span) }
            if correcting, span.first == span.last, !corrected.contains(span), correct(annotation, at: span.first) {
                corrected.insert(span)
            }
        }
        if !lost.isEmpty {
            counts[.lost] = lost.count
            let words = lost.filter { !comments.holds($0.mark) }.map {
                ([$0.place?.inFile].compactMap(\.self) + [$0.title] + $0.lines + [$0.mark]).joined(separator: " ")
            }
            if !words.isEmpty { comment(["未能定位的问题（\(words.count)个）"] + words, on: last) }
        }
        finish()
        try comments.finish(&edit)
    }

    private mutating func comment(_ paragraphs: [String], on span: WordPlaces.Span) {
        let number = nextNumber
        nextNumber += 1
        starts[span.first, default: ""] += WordNames(map, at: span.first).mark("commentRangeStart", number)
        let names = WordNames(map, at: span.last)
        ends[span.last, default: ""] += names.mark("commentRangeEnd", number) + names.reference(number)
        comments.add(paragraphs, number: number)
    }

    private mutating func correct(_ annotation: Annotation, at paragraph: Int) -> Bool {
        guard let suggestion = annotation.suggestion,
            let correction = TrackedCorrection(map, paragraph: paragraph, from: annotation.original, to: suggestion)
        else { return false }
        correction.write(to: &edits, numbers: nextNumber, by: author)
        nextNumber += correction.count
        corrections += 1
        return true
    }

    /// Sets the marks into the paragraphs: behind their properties, and at their ends.
    private mutating func finish() {
        for (paragraph, text) in starts {
            let properties = map.elements[paragraph].isOneTag ? nil : map.children(of: paragraph).first
            if map.elements[paragraph].isOneTag {
                ends[paragraph] = text + (ends[paragraph] ?? "")
            } else if let properties, map.isNamed("pPr", properties) {
                edits.insert(text, at: map.elements[properties].end)
            } else {
                edits.insert(text, at: map.elements[paragraph].contentStart)
            }
        }
        for (paragraph, text) in ends { edits.append(text, to: paragraph, of: map) }
        if !edits.isEmpty { edit.set(edits.applied(to: map.bytes), of: edit.file.main) }
    }
}
