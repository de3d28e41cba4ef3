internal import BookLayout

/// Writes a book's ``StructureTree`` with the links in it (ISO 32000-1, 14.7).
struct StructureObjects {
    private let tree: StructureTree
    private let drawn: DrawnPDF
    private let pages: [Int]
    private let places: Places
    /// The object number of each element; `nil` for those that hold nothing.
    private var numbers: [Int?]
    private var contents: [Content]
    /// The annotations of each page.
    private(set) var annotations: [[Int]]
    private var annotationParents: [Int] = []

    /// The part of an element that stands on the pages.
    private struct Content {
        var pieces: [(page: Int, identifier: Int)] = []
        /// Page by page in order.
        var boxes: [(page: Int, box: Box)] = []
        var annotations: [(page: Int, object: Int)] = []

        mutating func add(_ box: Box, page: Int, identifier: Int) {
            pieces.append((page, identifier))
            if let last = boxes.last, last.page == page {
                boxes[boxes.count - 1].box = last.box.union(box)
            } else {
                boxes.append((page, box))
            }
        }
    }

    init(_ tree: StructureTree, _ drawn: DrawnPDF, pages: [Int], places: Places) {
        (self.tree, self.drawn, self.pages, self.places) = (tree, drawn, pages, places)
        numbers = Array(repeating: nil, count: tree.elements.count)
        contents = Array(repeating: Content(), count: tree.elements.count)
        annotations = Array(repeating: [], count: pages.count)
        for (page, drawnPage) in drawn.pages.enumerated() {
            for (identifier, piece) in drawnPage.pieces.enumerated() {
                contents[piece.element.index].add(piece.box, page: page, identifier: identifier)
            }
        }
    }

    /// - Returns: the number of the structure tree's root.
    mutating func write(into objects: inout PDFObjects) throws(PrintingError) -> Int {
        let root = objects.reserve()
        reserveNumbers(in: &objects)
        for (index, element) in tree.elements.enumerated() {
            if case .link(let mark, let description) = element.role {
                try addAnnotations(for: index, to: mark, description, &objects)
            }
            guard let number = numbers[index] else { continue }
            let parent = element.parent.flatMap { numbers[$0.index] } ?? root
            objects.write(dictionary(of: index, element, parent: parent), as: number)
        }
        let parents = objects.add("<</Nums[\(parentEntries(in: &objects))]>>")
        let document = numbers[0] ?? root
        objects.write(
            "<</Type/StructTreeRoot/K \(document) 0 R/ParentTree \(parents) 0 R/ParentTreeNextKey "
                + "\(pages.count + annotationParents.count)>>", as: root)
        return root
    }

    /// An element without content is left out, unless it means something as an empty cell does.
    private mutating func reserveNumbers(in objects: inout PDFObjects) {
        var isNeeded = tree.elements.indices.map { tree.elements[$0].role.standsEmpty || !contents[$0].pieces.isEmpty }
        for index in tree.elements.indices.reversed() where isNeeded[index] {
            if let parent = tree.elements[index].parent { isNeeded[parent.index] = true }
        }
        for index in tree.elements.indices where isNeeded[index] { numbers[index] = objects.reserve() }
    }

    private func dictionary(of index: Int, _ element: StructureTree.Element, parent: Int) -> String {
        let content = contents[index]
        // The entry `Type` may be left out (ISO 32000-1, table 323).
        var text = "<</S/\(element.role.tag)/P \(parent) 0 R"
        let first = content.pieces.first?.page
        if let first { text += "/Pg \(pages[first]) 0 R" }
        var kids = element.kids.compactMap { numbers[$0.index] }.map { "\($0) 0 R" }
        for piece in content.pieces {
            kids.append(
                piece.page == first
                    ? "\(piece.identifier)" : "<</Type/MCR/Pg \(pages[piece.page]) 0 R/MCID \(piece.identifier)>>")
        }
        for annotation in content.annotations {
            kids.append("<</Type/OBJR/Pg \(pages[annotation.page]) 0 R/Obj \(annotation.object) 0 R>>")
        }
        if !kids.isEmpty { text += "/K" + (kids.count == 1 ? " " + kids[0] : "[" + kids.joined(separator: " ") + "]") }
        return text + attributes(of: element.role, content) + ">>"
    }

    /// ISO 32000-1, tables 323, 344 and 349.
    private func attributes(of role: StructureRole, _ content: Content) -> String {
        switch role {
        case .headCell(let scope, let span): "/A<</O/Table/Scope/\(scope.rawValue)\(words(for: span))>>"
        case .cell(let span): span == CellSpan() ? "" : "/A<</O/Table\(words(for: span))>>"
        case .figure(let alternate):
            "/Alt\(PDFSyntax.string(alternate))"
                + (content.boxes.first.map { "/A<</O/Layout/BBox\(PDFSyntax.box($0.box, height: drawn.height))>>" } ?? "")
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
        for (page, box) in contents[index].boxes {
            // The keys of the parent tree: pages first, then annotations.
            let key = pages.count + annotationParents.count
            let object = objects.add(
                "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect\(PDFSyntax.box(box, height: drawn.height))"
                    + "/Contents\(PDFSyntax.string(description))/StructParent \(key)/Dest\(destination)>>")
            annotationParents.append(parent)
            annotations[page].append(object)
            contents[index].annotations.append((page, object))
        }
    }

    /// For each page the elements of its pieces, for each annotation its own (ISO 32000-1, 14.7.4.4).
    private func parentEntries(in objects: inout PDFObjects) -> String {
        var entries: [String] = []
        for (page, drawnPage) in drawn.pages.enumerated() where !drawnPage.pieces.isEmpty {
            let parents = drawnPage.pieces.compactMap { numbers[$0.element.index] }
            entries.append("\(page) \(objects.add(PDFSyntax.references(parents))) 0 R")
        }
        for (offset, parent) in annotationParents.enumerated() { entries.append("\(pages.count + offset) \(parent) 0 R") }
        return entries.joined(separator: " ")
    }
}
