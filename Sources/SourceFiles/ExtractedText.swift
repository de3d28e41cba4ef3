public import Diagnostics

/// Reads text that was extracted from Word: a cell begins with a tab, a blank line ends a row, and blank lines also occur
/// inside a cell.
///
/// Where a row ends is therefore uncertain; the rows handed on are those that blank lines suggest.
public struct ExtractedText {
    /// - Throws: ``ReadingError`` when the bytes are no text.
    public static func document(_ bytes: [UInt8], path: String) throws(ReadingError) -> Warned<SourceDocument> {
        let decoded = try DecodedText.decoding(bytes, path: path)
        let lines = TextLines(decoded.value.text)
        var reader = ExtractedText(path: path, lines: lines.lines)
        reader.read()
        return Warned(
            SourceDocument(
                path: path, format: "txt", encoding: decoded.value.encoding, sha256: SourceFiles.sha256(bytes),
                blocks: reader.blocks, stripped: lines.stripped),
            decoded.diagnostics)
    }

    private let path: String
    private let lines: [TextLine]
    private var blocks: [SourceDocument.Block] = []
    private var rows: [SourceDocument.Row] = []
    private var row: [SourceDocument.Cell] = []
    private var cell: OpenCell?
    private var tables = 0

    private struct OpenCell {
        var line: Int
        var pieces: [String]
    }

    private init(path: String, lines: [TextLine]) {
        self.path = path
        self.lines = lines
    }

    private mutating func read() {
        let landmarks = lines.indices.map(isLandmark)
        let tableGoesOn = followedByCell(landmarks)
        var blanks = 0
        for (index, line) in lines.enumerated() {
            if line.isBlank {
                blanks += 1
                continue
            }
            if line.beginsCell {
                if blanks > 0 { closeRow() }
                closeCell()
                cell = OpenCell(line: line.number, pieces: [line.text])
            } else if cell != nil, !landmarks[index], blanks == 0 || tableGoesOn[index] {
                cell?.pieces.append(line.text)
            } else {
                closeTable()
                appendParagraph(line)
            }
            blanks = 0
        }
        closeTable()
    }

    private mutating func appendParagraph(_ line: TextLine) {
        let place = Location(file: path, line: line.number)
        blocks.append(.paragraph(.init(text: line.text, location: place, isMarkedHeading: line.isMarkedHeading)))
    }

    private mutating func closeCell() {
        guard let open = cell else { return }
        let place = Location(file: path, line: open.line, table: tables + 1, row: rows.count + 1, cell: row.count + 1)
        let pieces = open.pieces.filter { !$0.isEmpty }
        row.append(SourceDocument.Cell(text: pieces.joined(separator: "\n"), location: place))
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
    }

    /// A line that ends a table even though more cells follow: a heading, or the title of the next table.
    private func isLandmark(_ index: Int) -> Bool {
        let line = lines[index]
        guard !line.beginsCell, !line.isBlank else { return false }
        if line.isMarkedHeading || line.text.hasSuffix("绩效目标表") { return true }
        if line.text.hasPrefix("第"), line.text.count <= 6, line.text.hasSuffix("部分") { return true }
        return index > 0 && lines[index - 1].isBlank && headsForm(after: index)
    }

    /// The next cell is the first of a form: a unit with its six-digit code, or the label of the project code.
    private func headsForm(after index: Int) -> Bool {
        guard let next = lines[(index + 1)...].first(where: { !$0.isBlank }), next.beginsCell else { return false }
        let digits = next.text.utf8.prefix { (48...57).contains($0) }.count
        return next.text.hasPrefix("项目编码") || next.text.hasPrefix("预算单位") || (digits == 6 && next.text.utf8.count > 6)
    }

    /// For each line: a cell of the same table follows before the next landmark.
    private func followedByCell(_ landmarks: [Bool]) -> [Bool] {
        var result = [Bool](repeating: false, count: lines.count)
        var follows = false
        for index in lines.indices.reversed() {
            result[index] = follows
            if lines[index].beginsCell { follows = true } else if landmarks[index] { follows = false }
        }
        return result
    }
}
