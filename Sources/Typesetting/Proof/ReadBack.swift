public import BookLayout

extension DrawnPDF {
    /// What Poppler reads in a finished file, by the elements that it was drawn for.
    ///
    /// A character belongs to the element in whose box it stands, so that the order in which a reader goes through a page
    /// does not matter.
    /// - Parameter finished: the file that was made of this drawing.
    /// - Returns: the text of each element without blanks, over all of its pages.
    /// - Throws: ``PrintingError/unreadable`` when Poppler cannot read the file, ``PrintingError/piecesDiffer(page:)`` when it
    ///   has other pages.
    public func readBack(_ finished: [UInt8]) throws(PrintingError) -> [ElementID: String] {
        let file = try PopplerFile(ColourProfile.removed(from: finished))
        guard file.pageCount == pages.count else { throw .piecesDiffer(page: min(file.pageCount, pages.count) + 1) }
        var texts: [ElementID: String] = [:]
        for (index, page) in pages.enumerated() where !page.pieces.isEmpty {
            let read = try file.page(index)
            for (piece, text) in zip(page.pieces, page.texts(of: read)) where !text.isEmpty {
                texts[piece.element, default: ""] += text
            }
        }
        return texts
    }
}

extension DrawnPage {
    /// The text of each piece.
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
            let order = characters.indices.sorted { a, b in
                let (first, second) = (characters[a], characters[b])
                return (first.line, first.character.x, a) < (second.line, second.character.x, b)
            }
            var text = String.UnicodeScalarView()
            for index in order { text.append(characters[index].character.scalar) }
            return String(text)
        }
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
