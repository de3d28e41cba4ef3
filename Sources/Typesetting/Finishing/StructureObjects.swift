internal import BookLayout

/// Writes a book's ``StructureTree`` with the links in it (ISO 32000-1, 14.7).
struct StructureObjects {
    private let tree: StructureTree
    private let drawn: DrawnPDF
    private let pages: [Int]
    private let places: Places
    /// The object number of each element; `nil` for those that hold nothing.
    private var numbers: [Int?]
    private let pieces: PiecesByElement
    /// The annotations of each link.
    private var linked: [Int: [(page: Int, object: Int)]] = [:]
    /// The annotations of each page.
    private(set) var annotations: [[Int]]
    private var annotationParents: [Int] = []

    init(_ tree: StructureTree, _ drawn: DrawnPDF, pages: [Int], places: Places) {
        (self.tree, self.drawn, self.pages, self.places) = (tree, drawn, pages, places)
        numbers = Array(repeating: nil, count: tree.elements.count)
        pieces = PiecesByElement(drawn.pages, elements: tree.elements.count)
        annotations = Array(repeating: [], count: pages.count)
    }

    /// - Returns: the number of the structure tree's root.
    mutating func write(into objects: inout PDFObjects) throws(PrintingError) -> Int {
        let root = objects.reserve()
        reserveNumbers(in: &objects)
        objects.reserveTexts(tree.elements.count * StructureObjects.usualSize)
        for (index, element) in tree.elements.enumerated() {
            guard case .link(let mark, let description) = element.role else { continue }
            try addAnnotations(for: index, to: mark, description, &objects)
        }
        writeElements(under: root, into: &objects)
        let parents = parentTree(in: &objects)
        let document = numbers[0] ?? root
        objects.write(
            "<</Type/StructTreeRoot/K \(document) 0 R/ParentTree \(parents) 0 R/ParentTreeNextKey "
                + "\(pages.count + annotationParents.count)>>", as: root)
        return root
    }

    /// Bytes of an element as it is written, with what refers to it.
    private static let usualSize = 80

    private func writeElements(under root: Int, into objects: inout PDFObjects) {
        for (index, element) in tree.elements.enumerated() {
            guard let number = numbers[index] else { continue }
            let parent = element.parent.flatMap { numbers[$0.index] } ?? root
            objects.write(as: number) { write(index, element, parent: parent, into: &$0) }
        }
    }

    /// An element without content is left out, unless it means something as an empty cell does.
    private mutating func reserveNumbers(in objects: inout PDFObjects) {
        var isNeeded = tree.elements.indices.map { tree.elements[$0].role.standsEmpty || !pieces[$0].isEmpty }
        for index in tree.elements.indices.reversed() where isNeeded[index] {
            if let parent = tree.elements[index].parent { isNeeded[parent.index] = true }
        }
        for index in tree.elements.indices where isNeeded[index] { numbers[index] = objects.reserve() }
    }

    private func write(_ index: Int, _ element: StructureTree.Element, parent: Int, into text: inout [UInt8]) {
        let own = pieces[index]
        // The entry `Type` may be left out (ISO 32000-1, table 323).
        text.add("<</S/")
        text += element.role.tag.utf8
        text.add("/P ")
        text.add(reference: parent)
        let first = own.first?.page
        if let first {
            text.add("/Pg ")
            text.add(reference: pages[first])
        }
        let kids = element.kids.lazy.compactMap { numbers[$0.index] }
        let links = linked[index] ?? []
        let count = kids.count + own.count + links.count
        var before: StaticString = count == 1 ? "/K " : "/K["
        for kid in kids {
            text.add(before)
            text.add(reference: kid)
            before = " "
        }
        for piece in own {
            text.add(before)
            if piece.page == first {
                text.add(piece.identifier)
            } else {
                text.add("<</Type/MCR/Pg ")
                text.add(reference: pages[piece.page])
                text.add("/MCID ")
                text.add(piece.identifier)
                text.add(">>")
            }
            before = " "
        }
        for link in links {
            text.add(before)
            text += "<</Type/OBJR/Pg \(pages[link.page]) 0 R/Obj \(link.object) 0 R>>".utf8
            before = " "
        }
        if count > 1 { text.add("]") }
        text += attributes(of: element.role, index).utf8
        text.add(">>")
    }

    /// ISO 32000-1, tables 323, 344 and 349.
    private func attributes(of role: StructureRole, _ index: Int) -> String {
        switch role {
        case .headCell(let scope, let span): "/A<</O/Table/Scope/\(scope.rawValue)\(words(for: span))>>"
        case .cell(let span): span == CellSpan() ? "" : "/A<</O/Table\(words(for: span))>>"
        case .figure(let alternate):
            "/Alt\(PDFSyntax.string(alternate))"
                + (pieces.boxes(of: index).first.map { "/A<</O/Layout/BBox\(PDFSyntax.box($0.box, height: drawn.height))>>" }
                    ?? "")
        default: ""
        }
    }

    private func words(for span: CellSpan) -> String {
        (span.rows > 1 ? "/RowSpan \(span.rows)" : "") + (span.columns > 1 ? "/ColSpan \(span.columns)" : "")
    }

    /// One annotation a page for all pieces of a link together, so that the whole line can be clicked.
    private mutating func addAnnotations(
        for index: Int, to mark: String, _ description: String, _ objects: inout PDFObjects
    ) throws(PrintingError) {
        guard let parent = numbers[index] else { return }
        let destination = try places.destination(mark)
        for (page, box) in pieces.boxes(of: index) {
            // The keys of the parent tree: pages first, then annotations.
            let key = pages.count + annotationParents.count
            let object = objects.add(
                "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect\(PDFSyntax.box(box, height: drawn.height))"
                    + "/Contents\(PDFSyntax.string(description))/StructParent \(key)/Dest\(destination)>>")
            annotationParents.append(parent)
            annotations[page].append(object)
            linked[index, default: []].append((page, object))
        }
    }

    /// For each page the elements of its pieces, for each annotation its own (ISO 32000-1, 14.7.4.4).
    ///
    /// - Returns: its number.
    private func parentTree(in objects: inout PDFObjects) -> Int {
        var entries: [String] = []
        for (page, drawnPage) in drawn.pages.enumerated() where !drawnPage.pieces.isEmpty {
            let own = objects.reserve()
            objects.write(as: own) { text in
                var before: StaticString = "["
                for number in drawnPage.pieces.lazy.compactMap({ numbers[$0.element.index] }) {
                    text.add(before)
                    text.add(reference: number)
                    before = " "
                }
                text.add("]")
            }
            entries.append("\(page) \(own) 0 R")
        }
        for (offset, parent) in annotationParents.enumerated() { entries.append("\(pages.count + offset) \(parent) 0 R") }
        return objects.add("<</Nums[\(entries.joined(separator: " "))]>>")
    }
}

/// The drawn pieces of each element, page by page in order.
private struct PiecesByElement {
    struct Piece {
        var page: Int
        /// Of its marked content.
        var identifier: Int
        var box: Box
    }

    private var pieces: [Piece] = []
    /// Where each element's begin.
    private var starts: [Int]

    init(_ pages: [DrawnPage], elements: Int) {
        starts = Array(repeating: 0, count: elements + 1)
        for piece in pages.lazy.flatMap(\.pieces) { starts[piece.element.index + 1] += 1 }
        for index in 0..<elements { starts[index + 1] += starts[index] }
        guard let count = starts.last, count > 0 else { return }
        var next = starts
        let none = Piece(page: 0, identifier: 0, box: Box(left: 0, top: 0, right: 0, bottom: 0))
        pieces = Array(repeating: none, count: count)
        for (page, drawn) in pages.enumerated() {
            for (identifier, piece) in drawn.pieces.enumerated() {
                pieces[next[piece.element.index]] = Piece(page: page, identifier: identifier, box: piece.box)
                next[piece.element.index] += 1
            }
        }
    }

    subscript(element: Int) -> ArraySlice<Piece> { pieces[starts[element]..<starts[element + 1]] }

    /// What an element takes up on each of its pages.
    func boxes(of element: Int) -> [(page: Int, box: Box)] {
        self[element].reduce(into: []) { boxes, piece in
            if let last = boxes.last, last.page == piece.page {
                boxes[boxes.count - 1].box = last.box.union(piece.box)
            } else {
                boxes.append((piece.page, piece.box))
            }
        }
    }
}
