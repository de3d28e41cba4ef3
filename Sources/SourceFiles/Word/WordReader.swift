internal import Diagnostics
internal import GoalModel
internal import Text

/// Reads .docx as Word, WPS and LibreOffice write it: paragraphs and tables as they are printed.
struct WordReader {
    private let path: String
    private let budget: ReadingBudget
    private let styles: WordStyles
    private var numbering: WordNumbering
    private var fields: WordFields
    private var notes: WordNotes
    private var stripped = StrippedMarks()
    private var tables = 0
    /// Text of a paragraph whose end was deleted: it goes on in the next.
    private var carried: WordParagraph?

    /// What a story holds, before it has places.
    enum Block {
        case paragraph(WordParagraph)
        case table(WordTable)
    }

    /// - Throws: ``ReadingError`` for a broken or hostile document.
    static func document(
        _ package: OfficePackage, path: String, _ budget: ReadingBudget
    ) throws(ReadingError) -> Warned<SourceDocument> {
        guard let body = try package.markup(package.main)?.root?.first("body") else { throw .damaged("没有正文") }
        var reader = try WordReader(package, body: body, path: path, budget)
        var blocks = try reader.blocks(in: body)
        if let last = reader.carried { blocks.append(.paragraph(last)) }
        var document = SourceDocument(path: path, format: "docx", encoding: "UTF-8", sha256: "", blocks: [])
        for block in blocks { try reader.place(block, in: &document.blocks) }
        reader.stripped.fields += reader.fields.count
        document.stripped = reader.stripped
        return Warned(document, reader.notes.diagnostics)
    }

    private init(
        _ package: OfficePackage, body: MarkupElement, path: String, _ budget: ReadingBudget
    ) throws(ReadingError) {
        self.path = path
        self.budget = budget
        fields = WordFields(body)
        styles = WordStyles(try package.related("styles"))
        numbering = try WordNumbering(try package.related("numbering"))
        notes = WordNotes(path: path)
    }

    /// The blocks of a story: the body, a cell, a text box.
    private mutating func blocks(in story: MarkupElement) throws(ReadingError) -> [Block] {
        var result: [Block] = []
        for element in story.elements {
            switch element.name {
            case "p": result += try paragraph(element)
            case "tbl": result.append(.table(try table(element)))
            case "sdt":
                if element.isContents { fields.noteOne() } else { result += try inner(element) }
            case "sdtContent", "customXml", "smartTag", "moveTo": result += try inner(element)
            case "ins":
                notes.insertions += 1
                result += try inner(element)
            case "del", "moveFrom": notes.deletions += 1
            case "AlternateContent":
                if let chosen = element.chosen { result += try inner(chosen) }
            case "altChunk": notes.embedded += 1
            default: continue
            }
        }
        return result
    }

    /// The blocks of a frame around parts of a story; they are handed on through each frame.
    private mutating func inner(_ frame: MarkupElement) throws(ReadingError) -> [Block] {
        let found = try blocks(in: frame)
        try budget.spend(steps: found.count)
        return found
    }

    private mutating func paragraph(_ element: MarkupElement) throws(ReadingError) -> [Block] {
        try budget.spend(pieces: 1)
        let properties = element.first("pPr")
        let style = styles.style(properties?.first("pStyle")?["val"])
        var paragraph = carried ?? WordParagraph()
        carried = nil
        try budget.spend(steps: paragraph.lines.count)
        let isFresh = paragraph.isEmpty
        var runs = WordRuns(fields: fields, styles: styles)
        runs.read(element)
        fields = runs.fields
        stripped.bookmarks += runs.bookmarks
        stripped.controls += runs.symbols
        notes.take(runs)
        let level = properties?.first("outlineLvl")?.integer("val") ?? style.outline
        paragraph.isHeading = paragraph.isHeading || runs.isHeading || (level.map { $0 < 9 } ?? false)
        if isFresh, let label = numbering.label(properties?.first("numPr"), style: style), !runs.isBlank {
            try budget.spend(steps: label.utf8.count)
            paragraph.append(label)
        }
        // Lines become paragraphs.
        try budget.spend(pieces: runs.lines.count - 1)
        try budget.spend(text: runs.lines.reduce(0) { $0 + $1.utf8.count })
        paragraph.append(runs.lines)
        if properties?.first("rPr")?.first("del") != nil {
            notes.deletions += 1
            carried = paragraph
            return []
        }
        var result: [Block] = runs.isContents ? [] : [.paragraph(paragraph)]
        for box in runs.boxes { result += try blocks(in: box) }
        return result
    }

    private mutating func table(_ element: MarkupElement) throws(ReadingError) -> WordTable {
        var table = WordTable()
        for line in element.tableParts("tr") {
            let properties = line.first("trPr")
            if properties?.first("del") != nil {
                notes.deletions += 1
                continue
            }
            if properties?.first("ins") != nil { notes.insertions += 1 }
            var row = WordTable.Row(column: 1 + min(max(properties?.first("gridBefore")?.integer("val") ?? 0, 0), 1_000))
            for cell in line.tableParts("tc") {
                try budget.spend(pieces: 1)
                let properties = cell.first("tcPr")
                if properties?.first("cellDel") != nil {
                    notes.deletions += 1
                    continue
                }
                let content = try blocks(in: cell)
                // A cell's text ends with the cell, also where its last mark was deleted.
                let rest = carried.map { [Block.paragraph($0)] } ?? []
                carried = nil
                row.append(content + rest, properties)
            }
            table.append(row)
        }
        return table
    }

    /// Gives a block of the body its place.
    private mutating func place(_ block: Block, in blocks: inout [SourceDocument.Block]) throws(ReadingError) {
        switch block {
        case .paragraph(let paragraph):
            try budget.spend(paragraphs: paragraph.lines.count)
            for (index, line) in paragraph.lines.enumerated() {
                let text = WordParagraph.withTabs(line).trimmed
                guard !text.isEmpty else { continue }
                let isHeading = paragraph.isHeading && index == 0
                blocks.append(.paragraph(.init(text: text, location: Location(file: path), isMarkedHeading: isHeading)))
            }
        case .table(let table):
            tables += 1
            let rows = table.placed(file: path, table: tables)
            if !rows.isEmpty { blocks.append(.table(.init(rows: rows, rowsAreCertain: true))) }
        }
    }
}

extension MarkupElement {
    /// The rows of a table or the cells of a row, also inside content controls and insertions.
    fileprivate func tableParts(_ name: String) -> [MarkupElement] {
        elements.flatMap { element -> [MarkupElement] in
            if element.name == name { return [element] }
            switch element.name {
            case "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo": return element.tableParts(name)
            case "AlternateContent": return element.chosen?.tableParts(name) ?? []
            default: return []
            }
        }
    }

    /// A content control that Word fills with the table of contents.
    fileprivate var isContents: Bool {
        first("sdtPr")?.first("docPartObj")?.first("docPartGallery")?["val"] == "Table of Contents"
    }

    /// Of two writings of one thing the newer, and the older where that says nothing.
    var chosen: MarkupElement? {
        let choice = elements.first { $0.name == "Choice" && !$0.elements.isEmpty }
        return choice ?? first("Fallback")
    }
}
