internal import Diagnostics
internal import GoalModel
internal import Text

/// Reads .docx as Word, WPS and LibreOffice write it: paragraphs and tables as they are printed.
struct WordReader {
    /// The place of the whole document.
    private let whole: Location
    private let budget: ReadingBudget
    private let styles: WordStyles
    private var numbering: WordNumbering
    private var fields: WordFields
    private var notes: WordNotes
    private var stripped = StrippedMarks()
    private var tables = 0
    private var paragraphs = 0
    /// Where everything stands in the part; nothing where nobody asks.
    private var anchors: WordAnchors
    /// Text of a paragraph whose end was deleted: it goes on in the next, whose number and style it takes.
    private var carried: Carried?

    private struct Carried {
        var paragraph: WordParagraph
        /// What it has where there is no next.
        var properties: MarkupElement?
        var style: WordStyles.Style
    }

    /// What a story holds, before it has places.
    enum Block {
        case paragraph(WordParagraph)
        case table(WordTable)
    }

    /// - Throws: ``ReadingError`` for a broken or hostile document.
    static func document(
        _ package: OfficePackage, path: String, _ budget: ReadingBudget
    ) throws(ReadingError) -> Warned<SourceDocument> {
        let (reader, document) = try read(package, path: path, budget)
        return Warned(document, reader.notes.diagnostics)
    }

    /// The elements of the main part that each value stands in.
    ///
    /// - Throws: what ``document(_:path:_:)`` throws.
    static func anchors(
        _ package: OfficePackage, path: String, _ budget: ReadingBudget
    ) throws(ReadingError) -> WordAnchors {
        try read(package, path: path, budget, anchors: WordAnchors(isWanted: true)).reader.anchors
    }

    private static func read(
        _ package: OfficePackage, path: String, _ budget: ReadingBudget, anchors: WordAnchors = WordAnchors()
    ) throws(ReadingError) -> (reader: WordReader, document: SourceDocument) {
        guard let markup = try package.markup(package.main), let body = markup.root?.first("body") else { throw .damaged("没有正文") }
        var reader = try WordReader(package, body: body, path: path, budget, anchors)
        var blocks = try reader.blocks(in: body)
        blocks += try reader.takeCarried()
        var document = SourceDocument(path: path, format: "docx", encoding: "UTF-8", sha256: "", blocks: [])
        for block in blocks { try reader.place(block, in: &document.blocks) }
        reader.stripped.fields += reader.fields.count
        document.stripped = reader.stripped
        reader.anchors.count(in: markup)
        return (reader, document)
    }

    private init(
        _ package: OfficePackage, body: MarkupElement, path: String, _ budget: ReadingBudget, _ anchors: WordAnchors
    ) throws(ReadingError) {
        whole = Location(file: path)
        self.anchors = anchors
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
            case "tbl":
                result += try takeCarried()
                result.append(.table(try table(element)))
            case "sdt":
                if element.isContents {
                    fields.noteOne()
                } else if element.first("sdtPr")?.isPrompt == true {
                    notes.addPrompt()
                } else {
                    result += try inner(element)
                }
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
        var paragraph = carried?.paragraph ?? WordParagraph()
        carried = nil
        if paragraph.element == nil { paragraph.element = element.id }
        try budget.spend(steps: paragraph.lines.count)
        var runs = WordRuns(fields: fields, styles: styles, paragraph: style.look)
        runs.read(element)
        fields = runs.fields
        stripped.bookmarks += runs.bookmarks
        notes.take(runs)
        paragraph.isHeading = paragraph.isHeading || runs.isHeading
        paragraph.remarks += runs.remarks
        // Lines become paragraphs.
        try budget.spend(pieces: runs.lines.count - 1)
        try budget.spend(text: runs.lines.reduce(0) { $0 + $1.utf8.count })
        paragraph.append(runs.lines)
        let mark = properties?.first("rPr")
        var result: [Block] = []
        if mark?.first("del") != nil || mark?.first("moveFrom") != nil {
            notes.deletions += 1
            if !paragraph.isEmpty || !paragraph.remarks.isEmpty {
                carried = Carried(paragraph: paragraph, properties: properties, style: style)
            }
        } else {
            // What is hidden with its end is not there, and has no number.
            let isHidden = runs.isBlank && paragraph.isEmpty && styles.look(mark, in: style.look).isHidden == true
            try finish(&paragraph, properties, style, isNumbered: !isHidden)
            if !runs.isContents { result.append(.paragraph(paragraph)) }
        }
        for box in runs.boxes { result += try blocks(in: box) }
        return result
    }

    /// Gives a paragraph what its end tells of it: its number and its place among the headings.
    private mutating func finish(
        _ paragraph: inout WordParagraph, _ properties: MarkupElement?, _ style: WordStyles.Style, isNumbered: Bool = true
    ) throws(ReadingError) {
        let level = (properties?.first("outlineLvl")?.integer("val") ?? style.outline).flatMap { $0 < 9 ? $0 : nil }
        paragraph.level = level
        paragraph.isHeading = paragraph.isHeading || level != nil
        if isNumbered, let label = numbering.label(properties?.first("numPr"), style: style), !paragraph.isBlank {
            try budget.spend(steps: label.utf8.count)
            paragraph.prepend(label)
        }
    }

    /// A paragraph whose end was deleted and that nothing follows which it could go on in.
    private mutating func takeCarried() throws(ReadingError) -> [Block] {
        guard var open = carried else { return [] }
        carried = nil
        try finish(&open.paragraph, open.properties, open.style)
        return [.paragraph(open.paragraph)]
    }

    private mutating func table(_ element: MarkupElement) throws(ReadingError) -> WordTable {
        var table = WordTable()
        for (line, _) in element.tableParts("tr") {
            let properties = line.first("trPr")
            if properties?.first("del") != nil {
                notes.deletions += 1
                continue
            }
            if properties?.first("hidden")?.isOn == true {
                notes.hiddenRows += 1
                continue
            }
            if properties?.first("ins") != nil { notes.insertions += 1 }
            var row = WordTable.Row(column: 1 + min(max(properties?.first("gridBefore")?.integer("val") ?? 0, 0), 1_000))
            for (cell, control) in line.tableParts("tc") {
                try budget.spend(pieces: 1)
                let properties = cell.first("tcPr")
                if properties?.first("cellDel") != nil {
                    notes.deletions += 1
                    continue
                }
                row.append(try content(of: cell, in: control), properties, element: cell.id)
            }
            table.append(row)
        }
        return table
    }

    /// - Parameter control: the properties of the content control that the cell is.
    private mutating func content(of cell: MarkupElement, in control: MarkupElement?) throws(ReadingError) -> [Block] {
        if control?.isPrompt == true {
            notes.addPrompt()
            return []
        }
        if let box = control?.first("checkbox") {
            var paragraph = WordParagraph()
            paragraph.append([box.first("checked")?.isOn == true ? "☑" : "☐"])
            return [.paragraph(paragraph)]
        }
        // A cell's text ends with the cell, also where its last mark was deleted.
        let content = try blocks(in: cell)
        return try content + takeCarried()
    }

    /// Gives a block of the body its place.
    private mutating func place(_ block: Block, in blocks: inout [SourceDocument.Block]) throws(ReadingError) {
        switch block {
        case .paragraph(let paragraph):
            try budget.spend(paragraphs: paragraph.lines.count)
            if !paragraph.isBlank || !paragraph.remarks.isEmpty { paragraphs += 1 }
            let place = Location(in: whole, paragraph: paragraphs)
            notes.add(paragraph.remarks, at: place)
            for (index, line) in paragraph.lines.enumerated() {
                let text = WordParagraph.withTabs(line).trimmed
                guard !text.isEmpty else { continue }
                anchors.add(paragraph.element, text, at: place)
                let isHeading = paragraph.isHeading && index == 0
                blocks.append(
                    .paragraph(
                        .init(text: text, location: place, isMarkedHeading: isHeading, level: isHeading ? paragraph.level : nil)))
            }
        case .table(let table):
            tables += 1
            let rows = table.placed(in: whole, table: tables, &notes, &anchors)
            if !rows.isEmpty { blocks.append(.table(.init(rows: rows, rowsAreCertain: true))) }
        }
    }
}

extension MarkupElement {
    /// The rows of a table or the cells of a row, also inside content controls and insertions, with the properties of the
    /// control that each is in.
    fileprivate func tableParts(_ name: String, in control: MarkupElement? = nil) -> [(MarkupElement, control: MarkupElement?)] {
        elements.flatMap { element -> [(MarkupElement, control: MarkupElement?)] in
            if element.name == name { return [(element, control)] }
            switch element.name {
            case "sdt": return element.tableParts(name, in: element.first("sdtPr"))
            case "sdtContent", "customXml", "smartTag", "ins", "moveTo": return element.tableParts(name, in: control)
            case "AlternateContent": return element.chosen?.tableParts(name, in: control) ?? []
            default: return []
            }
        }
    }

    /// Of a content control that shows what to fill in.
    var isPrompt: Bool {
        first("showingPlcHdr")?.isOn == true
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
