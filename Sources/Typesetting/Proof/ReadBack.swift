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
        try readBack(finished, part: pages.indices, proving: ranges, keepingTexts: false).elements
    }

    /// The same for a part of the pages, for several threads to read a file together.
    ///
    /// - Parameters:
    ///   - ranges: the pages whose elements are read; `nil` for all.
    ///   - keepingTexts: whether to read the texts of all other pages too, and of the metadata with the first page.
    public func readBack(
        _ finished: [UInt8], part: Range<Int>, proving ranges: [Range<Int>]?, keepingTexts: Bool
    ) throws(PrintingError) -> ReadPart {
        let file = try opened(finished)
        var read = ReadPart()
        for index in part.clamped(to: pages.indices) {
            let page = pages[index]
            if !page.pieces.isEmpty, ranges?.contains(where: { $0.contains(index) }) != false {
                let content = try file.page(index)
                for (piece, text) in zip(page.pieces, page.texts(of: content)) where !text.isEmpty {
                    read.elements[piece.element, default: ""] += text
                }
                read.texts.append(content.text)
            } else if keepingTexts {
                read.texts.append(try file.text(ofPage: index))
            }
        }
        if keepingTexts, part.lowerBound == 0 { read.metadata = file.metadata }
        return read
    }

    /// A finished file, which must have the pages that were drawn.
    func opened(_ finished: [UInt8]) throws(PrintingError) -> PopplerFile {
        let file = try PopplerFile(finished)
        guard file.pageCount == pages.count else { throw .piecesDiffer(page: min(file.pageCount, pages.count) + 1) }
        return file
    }
}

/// What Poppler reads on some pages of a file.
public struct ReadPart: Sendable {
    /// The text of each element without blanks.
    public var elements: [ElementID: String] = [:]
    /// Page by page.
    public var texts: [String] = []
    /// Of the whole file, where the part holds its first page.
    public var metadata: [String] = []

    public init() {}

    /// Adds what the pages behind these say.
    public mutating func append(_ next: ReadPart) {
        elements.merge(next.elements, uniquingKeysWith: +)
        texts += next.texts
        metadata += next.metadata
    }
}

extension DrawnPage {
    func texts(of read: ReadPage) -> [String] {
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
            // Letter by letter a text of three bytes each is put together slowly.
            var text: [UInt8] = []
            text.reserveCapacity(characters.count * 3)
            for (_, character) in Self.ordered(characters) {
                if let bytes = UTF8.encode(character.scalar) { text += bytes }
            }
            return String(decoding: text, as: UTF8.self)
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
