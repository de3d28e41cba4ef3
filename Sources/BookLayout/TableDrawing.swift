extension TablePagination {
    /// Draws the current page.
    mutating func closePart(splitting: Bool) {
        var drawn = TablePart<Block>()
        growLastRow()
        drawn.top = part.top
        if part.offset > 0 { drawCaption(into: &drawn) }
        if part.repeatsHeader { drawHeader(into: &drawn) }
        if let (line, top) = part.brought { drawCarried(line.brought, from: top, height: line.height, into: &drawn) }
        let rows = part.rows
        for cell in part.tops.keys.sorted() {
            let span = laid.table.cells[cell].rows
            guard let first = rows.first(where: { span.contains($0.row) }), let last = rows.last(where: { span.contains($0.row) })
            else { continue }
            let isEnd = last.row == span.last && !(splitting && last.row == rows.last?.row)
            draw(cell, from: first.top, to: last.bottom, isEnd: isEnd, into: &drawn)
        }
        let end = y
        if let line = part.forward {
            drawCarried(line.forward, from: y, height: line.height, into: &drawn)
            y += line.height
        }
        if let first = rows.first, let last = rows.last {
            drawn.rows = first.row..<(last.row + 1)
            drawn.splitsLastRow = splitting
            let isContinued = part.repeatsHeader || part.brought != nil
            frame(from: isContinued ? part.offset : first.top, to: last.bottom + (y - end), into: &drawn)
        }
        drawn.bottom = y
        parts.append(drawn)
    }

    /// Labels that go on over the page must fit beside the rows that are here.
    private mutating func growLastRow() {
        guard let last = part.rows.last else { return }
        let bottom = max(y, labelBottom(in: last.row))
        part.rows[part.rows.count - 1].bottom = bottom
        y = bottom
    }

    private mutating func draw(_ cell: Int, from top: Double, to bottom: Double, isEnd: Bool, into drawn: inout TablePart<Block>)
    {
        let padding = laid.table.padding
        let block: Block
        let lines: Range<Int>
        var element: ElementID? = elements[cell]
        var isCentred = true
        if isLabel(cell) {
            block = label(of: cell)
            lines = 0..<block.lineCount
            if isLabelPrinted[cell] { element = nil }
            isLabelPrinted[cell] = true
        } else {
            block = laid.blocks[cell]
            let fitting = Int((bottom - top - 2 * padding.along + 0.01) / block.leading)
            let rest = block.lineCount - nextLine[cell]
            lines = nextLine[cell]..<(nextLine[cell] + (isEnd ? rest : here(of: rest, fitting: fitting)))
            isCentred = lines.count == block.lineCount
            nextLine[cell] = lines.upperBound
        }
        let edges = laid.table.cells[cell]
        if !lines.isEmpty, !edges.text.isEmpty {
            let free = bottom - top - Double(lines.count) * block.leading
            let y = top + (isCentred ? free / 2 : padding.along)
            drawn.texts.append(PlacedText(block, lines: lines, x: edges.left + padding.across, y: y, element: element))
        }
        if edges.isTinted { drawn.tints.append(edges.tint(from: top, to: bottom)) }
        if edges.left > 0.01 { drawn.rules.append(Rule(fromX: edges.left, fromY: top, toX: edges.left, toY: bottom)) }
        if top > part.top + 0.01 {
            let isHeavy =
                laid.table.heavyRows.contains(edges.rows.lowerBound) && part.rows.contains { $0.row == edges.rows.lowerBound }
            let weight = isHeavy ? laid.table.frameWeight : 0.5
            drawn.rules.append(Rule(fromX: edges.left, fromY: top, toX: edges.right, toY: top, weight: weight))
        }
    }

    /// How many lines of a text that goes on over the page stand here: on neither side a single one.
    private func here(of rest: Int, fitting: Int) -> Int {
        guard fitting < rest else { return rest }
        return fitting == rest - 1 && fitting > 2 ? fitting - 1 : max(0, fitting)
    }

    /// The name of a table that goes on, and its unit.
    private func drawCaption(into drawn: inout TablePart<Block>) {
        guard let caption = laid.table.caption else { return }
        let width = laid.table.width
        let note = laid.measurer.layOut(
            TextRequest(caption.note, caption.style, width: width / 4, alignment: .trailing, oneLine: true))
        let title = laid.measurer.layOut(TextRequest(caption.title, caption.style, width: width * 3 / 4, oneLine: true))
        for (block, x) in [(title, 0.0), (note, width * 3 / 4)] where block.lineCount > 0 {
            drawn.texts.append(PlacedText(block, lines: 0..<1, x: x, y: 0, element: nil))
        }
    }

    private func drawHeader(into drawn: inout TablePart<Block>) {
        let padding = laid.table.padding
        for (index, cell) in laid.table.cells.enumerated() where laid.table.header.contains(cell.rows.lowerBound) {
            guard let first = headerRows.first(where: { cell.rows.contains($0.row) }),
                let last = headerRows.last(where: { cell.rows.contains($0.row) })
            else { continue }
            let block = laid.blocks[index]
            let y = part.offset + first.top + (last.bottom - first.top - block.height) / 2
            if !cell.text.isEmpty {
                let text = PlacedText(block, lines: 0..<block.lineCount, x: cell.left + padding.across, y: y, element: nil)
                drawn.texts.append(text)
            }
            if cell.isTinted { drawn.tints.append(cell.tint(from: part.offset + first.top, to: part.offset + last.bottom)) }
            if cell.left > 0.01 {
                drawn.rules.append(
                    Rule(fromX: cell.left, fromY: part.offset + first.top, toX: cell.left, toY: part.offset + last.bottom))
            }
            if first.top > 0.01 {
                let y = part.offset + first.top
                drawn.rules.append(Rule(fromX: cell.left, fromY: y, toX: cell.right, toY: y))
            }
        }
    }

    private func frame(from top: Double, to bottom: Double, into drawn: inout TablePart<Block>) {
        let (right, weight) = (laid.table.width, laid.table.frameWeight)
        drawn.rules += [
            Rule(fromX: 0, fromY: top, toX: right, toY: top, weight: weight),
            Rule(fromX: 0, fromY: bottom, toX: right, toY: bottom, weight: weight),
            Rule(fromX: 0, fromY: top, toX: 0, toY: bottom, weight: weight),
            Rule(fromX: right, fromY: top, toX: right, toY: bottom, weight: weight),
        ]
    }
}

extension TableCell {
    fileprivate func tint(from top: Double, to bottom: Double) -> Tint {
        Tint(x: left, y: top, width: right - left, height: bottom - top)
    }
}
