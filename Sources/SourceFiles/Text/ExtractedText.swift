public import Diagnostics
internal import GoalModel
internal import Text

/// Reads text that was extracted from Word: a cell begins with a tab, a blank line ends a row, and blank lines also occur
/// inside a cell.
///
/// Where a row ends is therefore uncertain; the rows handed on are those that blank lines suggest.
public struct ExtractedText {
    /// - Throws: ``ReadingError`` when the bytes are no text.
    public static func document(_ bytes: [UInt8], path: String) throws(ReadingError) -> Warned<SourceDocument> {
        var result = try document(bytes, path: path, ReadingBudget()).document
        result.value.sha256 = Text.sha256(bytes)
        return result
    }

    /// - Returns: the document, and whether there is nothing in it to clean.
    static func document(
        _ bytes: [UInt8], path: String, _ budget: ReadingBudget
    ) throws(ReadingError) -> (document: Warned<SourceDocument>, isClean: Bool) {
        var decoded = try DecodedText.decoding(bytes, path: path)
        try budget.spend(text: decoded.value.text.utf8.count)
        let isClean = TextCleaning().isClean(decoded.value.text)
        if !isClean {
            var cleaning = TextCleaning(leavesControls: true)
            if let text = cleaning.cleaned(decoded.value.text, at: Location(file: path)) { decoded.value.text = text }
            decoded.diagnostics += cleaning.diagnostics
        }
        if hasDrawnTables(decoded.value.text) { throw .drawnTables }
        guard TextLines.areShort(in: decoded.value.text, SourceReader.longestText) else { throw .textTooLong }
        let lines = TextLines(decoded.value.text)
        // A line gives a paragraph or a cell at most.
        try budget.spend(pieces: lines.lines.count { $0.beginsCell })
        try budget.spend(paragraphs: lines.lines.count { !$0.beginsCell && !$0.isBlank })
        var reader = ExtractedText(path: path, lines: lines.lines)
        reader.read()
        var stripped = lines.stripped
        stripped.pageNumbers = reader.pageNumbers
        let document = SourceDocument(
            path: path, format: "txt", encoding: decoded.value.encoding, sha256: "", blocks: reader.blocks, stripped: stripped)
        return (Warned(document, decoded.diagnostics), isClean)
    }

    /// Tables whose cells stand between bars, as antiword draws them: a cell's text may go on in the next line, and nothing
    /// tells where a row ends.
    private static func hasDrawnTables(_ text: String) -> Bool {
        guard text.holds("|") else { return false }
        let bar = UInt8(ascii: "|")
        var drawn = 0
        for line in text.utf8.split(separator: 0x0A) where line.first == bar {
            let end = line.last(where: { $0 != 0x20 && $0 != 0x0D })
            if end == bar, line.count(where: { $0 == bar }) >= 3 { drawn += 1 }
        }
        return drawn >= 4
    }

    /// The place of the whole document.
    private let whole: Location
    private let lines: [TextLine]
    private var blocks: [SourceDocument.Block] = []
    private var rows: [SourceDocument.Row] = []
    private var row: [SourceDocument.Cell] = []
    private var cell: OpenCell?
    private var tables = 0
    private var interruptions: [TextLine] = []
    private var pageNumbers = 0

    private struct OpenCell {
        var line: Int
        var text: String

        /// Takes a further line of the cell; blank ones are none.
        mutating func append(_ piece: String) {
            if !text.isEmpty, !piece.isEmpty { text += "\n" }
            text += piece
        }
    }

    private init(path: String, lines: [TextLine]) {
        whole = Location(file: path)
        self.lines = lines
    }

    private mutating func read() {
        let landmarks = Landmarks(lines)
        var blanks = 0
        for (index, line) in lines.enumerated() {
            if line.isBlank {
                blanks += 1
                continue
            }
            if line.beginsCell {
                if blanks > 0 { closeRow() }
                closeCell()
                cell = OpenCell(line: line.number, text: line.text)
            } else if cell != nil, landmarks.followedByCell[index], let interruption = landmarks.interruptions[index] {
                // The table goes on behind it: what the page says in between is kept for after the table.
                if interruption == .text { interruptions.append(line) } else { pageNumbers += 1 }
            } else if cell != nil, !landmarks.endsTable[index], blanks == 0 || landmarks.followedByCell[index] {
                cell?.append(line.text)
            } else {
                closeTable()
                appendParagraph(line)
            }
            blanks = 0
        }
        closeTable()
    }

    private mutating func appendParagraph(_ line: TextLine) {
        let place = Location(in: whole, line: line.number)
        blocks.append(.paragraph(.init(text: line.text, location: place, isMarkedHeading: line.isMarkedHeading)))
    }

    private mutating func closeCell() {
        guard let open = cell else { return }
        let place = Location(in: whole, line: open.line, table: tables + 1, row: rows.count + 1, cell: row.count + 1)
        row.append(SourceDocument.Cell(text: open.text, location: place))
        cell = nil
    }

    private mutating func closeRow() {
        closeCell()
        guard !row.isEmpty else { return }
        rows.append(SourceDocument.Row(cells: row))
        row = []
    }

    private mutating func closeTable() {
        closeRow()
        guard !rows.isEmpty else { return }
        blocks.append(.table(.init(rows: rows, rowsAreCertain: false)))
        rows = []
        tables += 1
        for line in interruptions { appendParagraph(line) }
        interruptions = []
    }
}
