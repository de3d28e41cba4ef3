internal import Diagnostics
internal import SourceFiles
internal import Text

/// Writes notes into the cells of a workbook, and tints those that hold errors.
struct WorkbookAnnotator {
    private var edit: PackageEdit
    private let author: Author
    /// The parts of the sheets in the order of the workbook's list.
    private let sheets: [String?]
    /// What all notes say now: what stands there already, of a file that comes back, is not written again.
    private let known: String
    private var counts: [Annotation.Reach: Int] = [:]
    private var tint: ErrorTint?

    private struct Spot: Hashable {
        let sheet: Int
        let cell: CellPlace
    }

    /// What a cell's note says.
    fileprivate struct Note {
        var paragraphs: [(text: String, isBold: Bool)] = []
        var isError = false
    }

    static func annotate(
        _ file: OfficeFile, _ said: Annotations.OfFile, by author: Author
    ) throws(ReadingError) -> AnnotatedFile {
        var annotator = try WorkbookAnnotator(file, author)
        try annotator.write(said)
        return AnnotatedFile(bytes: try annotator.edit.written(), counts: annotator.counts, corrections: 0)
    }

    private init(_ file: OfficeFile, _ author: Author) throws(ReadingError) {
        self.author = author
        edit = try PackageEdit(file)
        sheets = try file.sheetParts()
        var known = ""
        for sheet in sheets.compactMap(\.self) { known += try CellNotes.text(of: sheet, edit) }
        self.known = known
    }

    private mutating func write(_ said: Annotations.OfFile) throws(ReadingError) {
        let spots = said.all.map { annotation in annotation.reach == .book ? nil : spot(of: annotation.place) }
        let home = spots.compactMap(\.self).map(\.sheet).min() ?? sheets.firstIndex { $0 != nil }
        guard let home, let part = sheets[home], let map = try edit.map(part) else { throw .damaged("没有工作表") }
        let first = Spot(sheet: home, cell: WorkbookAnnotator.firstCell(map))
        var notes: [Spot: Note] = [:]
        var lost: [Annotation] = []
        if isNew(Annotations.restriction) {
            notes[first, default: Note()].paragraphs = said.opening.enumerated().map { ($1, $0 == 0) }
        }
        for (annotation, spot) in zip(said.all, spots) {
            guard let spot = spot ?? (annotation.reach == .book ? first : nil) else {
                lost.append(annotation)
                continue
            }
            counts[annotation.reach, default: 0] += 1
            if isNew(annotation.mark) { notes[spot, default: Note()].add(annotation) }
        }
        if !lost.isEmpty { counts[.lost] = lost.count }
        lost.removeAll { !isNew($0.mark) }
        if !lost.isEmpty {
            notes[first, default: Note()].paragraphs.append(("未能定位的问题（\(lost.count)个）", true))
            for annotation in lost { notes[first, default: Note()].add(annotation, isLost: true) }
        }
        if notes.values.contains(where: \.isError) { tint = try ErrorTint(&edit) }
        for index in Set(notes.keys.map(\.sheet)).sorted() {
            let own = notes.filter { $0.key.sheet == index }
            try write(Dictionary(uniqueKeysWithValues: own.map { ($0.key.cell, $0.value) }), to: index)
        }
    }

    private func isNew(_ mark: String) -> Bool { !known.holds(mark.escaped) }

    private func spot(of place: Location?) -> Spot? {
        guard let place, let table = place.table, let row = place.row, sheets.indices.contains(table - 1),
            sheets[table - 1] != nil
        else { return nil }
        return Spot(sheet: table - 1, cell: CellPlace(row: row, column: place.cell ?? 1))
    }

    /// The first cell that says something.
    private static func firstCell(_ map: PartMap) -> CellPlace {
        let cell = map.elements.indices.first { map.isNamed("c", $0) && map.elements[$0].next > $0 + 1 }
        return cell.flatMap { map.attribute("r", of: $0) }.flatMap(CellPlace.init) ?? CellPlace(row: 1, column: 1)
    }

    private mutating func write(_ notes: [CellPlace: Note], to index: Int) throws(ReadingError) {
        guard let part = sheets[index], let map = try edit.map(part), map.isNamed("worksheet", 0), !map.elements[0].isOneTag
        else { throw .damaged("缺少工作表") }
        var edits = ByteEdits()
        var comments = try CellNotes(of: part, edit, by: author)
        let named = map.first("legacyDrawing", in: 0).flatMap { map.attribute("id", of: $0) }
        let relation = try edit.file.relations(of: part).first { $0.id == named && named != nil }
        if named != nil, relation?.target.isEmpty != false { throw .damaged("\(part.quoted)的批注图形不完整") }
        var shapes = try NoteShapes(relation?.target, sheet: index + 1, edit)
        for (cell, note) in notes.sorted(by: { $0.key < $1.key }) {
            let target = comments.isThread(cell) ? WorkbookAnnotator.free(beside: cell, notes, comments) : cell
            if comments.add(note.paragraphs, to: target) { shapes.add(target, lines: note.lines) }
        }
        try comments.finish(part, &edit)
        if let id = try shapes.finish(part, &edit) {
            let (prefix, declaration) = relationPrefix(map)
            SheetOrder.insert(
                "<\(map.prefix(0))legacyDrawing\(declaration) \(prefix)id=\"\(id)\"/>", as: "legacyDrawing", into: map, &edits)
        }
        tint?.write(Set(notes.filter(\.value.isError).keys), to: map, &edits)
        if !edits.isEmpty { edit.set(edits.applied(to: map.bytes), of: part) }
    }

    /// The next cell to the right whose note takes words.
    private static func free(beside cell: CellPlace, _ notes: [CellPlace: Note], _ comments: CellNotes) -> CellPlace {
        let columns = (cell.column + 1)...(cell.column + 64)
        return columns.lazy.map { CellPlace(row: cell.row, column: $0) }.first { notes[$0] == nil && !comments.isThread($0) }
            ?? cell
    }

    /// The prefix of the namespace of relations, declared where the sheet does not know it.
    private func relationPrefix(_ map: PartMap) -> (prefix: String, declaration: String) {
        let known = map.attributes(of: 0).first { $0.name.hasPrefix("xmlns:") && map.text($0.value) == edit.relations }
        if let known { return (known.name.dropFirst("xmlns:".count) + ":", "") }
        return ("gbr:", " xmlns:gbr=\"\(edit.relations)\"")
    }
}

extension WorkbookAnnotator.Note {
    fileprivate mutating func add(_ annotation: Annotation, isLost: Bool = false) {
        if !paragraphs.isEmpty { paragraphs.append(("", false)) }
        paragraphs += annotation.paragraphs.enumerated().map { ($1, $0 == 0) }
        isError = isError || annotation.isError && annotation.reach != .book && !isLost
    }

    /// How many lines it fills, about twenty-four signs each.
    fileprivate var lines: Int { paragraphs.reduce(1) { $0 + 1 + $1.text.count / 24 } }
}
