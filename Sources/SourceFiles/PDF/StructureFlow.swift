internal import Text

/// What a part of the structure tree holds, in its order: paragraphs and tables.
struct StructureFlow {
    private(set) var blocks: [Block] = []
    private(set) var notes = 0
    private var text = FlowLines()
    private var page: Int?
    private var level: Int?
    private var isHeading = false
    /// All that stands in the open paragraph is its number.
    private var isLabel = false

    enum Block {
        case paragraph(Paragraph)
        case table(StructureTable)
    }

    struct Paragraph {
        /// Those that its author broke; of a cell's text they count.
        var lines: [String]
        /// Counted from 1.
        var page: Int?
        var isHeading: Bool
        var level: Int?
    }

    mutating func append(_ run: MarkedText.Run, page: Int) {
        if self.page == nil, !run.text.trimmed.isEmpty { self.page = page }
        text.append(run, page: page)
    }

    /// Takes words that stand for what is shown.
    mutating func append(_ words: String, page: Int?) {
        if self.page == nil, !words.trimmed.isEmpty { self.page = page }
        text.append(words)
    }

    /// Begins a paragraph; one that is only a number so far goes on.
    mutating func beginParagraph(isHeading: Bool = false, level: Int? = nil) {
        if isLabel {
            isLabel = false
        } else {
            close()
        }
        self.isHeading = isHeading
        self.level = level
    }

    mutating func endLabel() {
        isLabel = text.isShort
    }

    mutating func endLabelledText() {
        isLabel = false
    }

    mutating func addNote() {
        notes += 1
    }

    mutating func append(_ table: StructureTable) {
        close()
        blocks.append(.table(table))
    }

    mutating func append(_ other: StructureFlow) {
        close()
        blocks += other.blocks
        notes += other.notes
    }

    /// Ends the open paragraph.
    mutating func close() {
        let lines = text.lines
        if !lines.isEmpty { blocks.append(.paragraph(.init(lines: lines, page: page, isHeading: isHeading, level: level))) }
        (text, page, level, isHeading, isLabel) = (FlowLines(), nil, nil, false, false)
    }

    /// The first page that something stands on.
    var firstPage: Int? {
        for block in blocks {
            switch block {
            case .paragraph(let paragraph): if let page = paragraph.page { return page }
            case .table(let table): if let page = table.firstPage { return page }
            }
        }
        return nil
    }
}
