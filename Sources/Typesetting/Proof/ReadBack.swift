public import BookLayout

extension DrawnPDF {
    /// What Poppler reads in a finished file, by the elements that it was drawn for.
    ///
    /// A character belongs to the element in whose box it stands, so that the order in which a reader goes through a page
    /// does not matter.
    /// - Parameters:
    ///   - finished: the file that was made of this drawing.
    ///   - ranges: the pages to read; `nil` for all.
    /// - Returns: the text of each element without blanks, over all pages that are read.
    /// - Throws: ``PrintingError/unreadable`` when Poppler cannot read the file, ``PrintingError/piecesDiffer(page:)`` when it
    ///   has other pages.
    public func readBack(_ finished: [UInt8], pages ranges: [Range<Int>]? = nil) throws(PrintingError) -> [ElementID: String] {
        try elements(of: try PopplerFile(finished), ranges) { _, _ in }
    }

    /// What ``readBack(_:pages:)`` finds, and the texts of the whole file; each page is read once for both.
    public func readBackWithTexts(
        _ finished: [UInt8], pages ranges: [Range<Int>]? = nil
    ) throws(PrintingError) -> (elements: [ElementID: String], texts: PDFTexts) {
        let file = try PopplerFile(finished)
        var read: [Int: String] = [:]
        let elements = try elements(of: file, ranges) { read[$0] = $1.text }
        var texts: [String] = []
        for index in 0..<file.pageCount {
            if let text = read[index] { texts.append(text) } else { texts.append(try file.text(ofPage: index)) }
        }
        return (elements, PDFTexts(pages: texts, metadata: file.metadata))
    }

    private func elements(
        of file: borrowing PopplerFile, _ ranges: [Range<Int>]?, page done: (Int, ReadPage) -> Void
    ) throws(PrintingError) -> [ElementID: String] {
        guard file.pageCount == pages.count else { throw .piecesDiffer(page: min(file.pageCount, pages.count) + 1) }
        var texts: [ElementID: String] = [:]
        for index in (ranges ?? [pages.indices]).joined() where pages.indices.contains(index) && !pages[index].pieces.isEmpty {
            let page = pages[index]
            let read = try file.page(index)
            for (piece, text) in zip(page.pieces, page.texts(of: read)) where !text.isEmpty {
                texts[piece.element, default: ""] += text
            }
            done(index, read)
        }
        return texts
    }
}

extension DrawnPage {
    fileprivate func texts(of read: ReadPage) -> [String] {
        var found = Array(repeating: [(line: Int, character: ReadPage.Character)](), count: pieces.count)
        var last = 0
        for character in read.characters {
            // Most characters stand in the same piece as the one before.
            if !pieces[last].box.holds(character) {
                guard let piece = pieces.firstIndex(where: { $0.box.holds(character) }) else { continue }
                last = piece
            }
            found[last].append((pieces[last].line(at: character.y), character))
        }
        return found.map { characters in
            var text = String.UnicodeScalarView()
            for (_, character) in Self.ordered(characters) { text.append(character.scalar) }
            return String(text)
        }
    }

    /// Line by line from left to right; those at the same place in Poppler's order, which is nearly always all of it.
    private static func ordered(_ characters: [(line: Int, character: ReadPage.Character)]) -> [(Int, ReadPage.Character)] {
        func stands(_ a: Int, before b: Int) -> Bool {
            (characters[a].line, characters[a].character.x) < (characters[b].line, characters[b].character.x)
        }
        let isOrdered = !characters.indices.dropFirst().contains { stands($0, before: $0 - 1) }
        if isOrdered { return characters }
        return characters.indices.sorted { stands($0, before: $1) || (!stands($1, before: $0) && $0 < $1) }.map { characters[$0] }
    }
}

extension DrawnPage.Piece {
    fileprivate func line(at y: Double) -> Int {
        Int((y - box.top) / max(1, box.bottom - box.top) * Double(lines))
    }
}

extension Box {
    fileprivate func holds(_ character: ReadPage.Character) -> Bool {
        character.x >= left - 1 && character.x <= right + 1 && character.y >= top && character.y <= bottom
    }
}
