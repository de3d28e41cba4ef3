internal import BookLayout

/// Writes bookmarks (ISO 32000-1, 12.3.3).
struct OutlineObjects {
    private var nodes: [Node] = []

    private struct Node {
        var bookmark: Bookmark
        var parent: Int?
        var kids: [Int] = []
    }

    init(_ bookmarks: [Bookmark]) {
        var path: [Int] = []
        for bookmark in bookmarks {
            while let last = path.last, nodes[last].bookmark.level >= bookmark.level { path.removeLast() }
            if let parent = path.last { nodes[parent].kids.append(nodes.count) }
            nodes.append(Node(bookmark: bookmark, parent: path.last))
            path.append(nodes.count - 1)
        }
    }

    /// - Returns: the number of the outline's root; `nil` without bookmarks.
    func write(into objects: inout PDFObjects, places: Places) throws(PrintingError) -> Int? {
        guard !nodes.isEmpty else { return nil }
        let root = objects.reserve()
        let numbers = nodes.map { _ in objects.reserve() }
        let top = nodes.indices.filter { nodes[$0].parent == nil }
        for (index, node) in nodes.enumerated() {
            let siblings = node.parent.map { nodes[$0].kids } ?? top
            let place = siblings.firstIndex(of: index) ?? 0
            var text = "<</Title\(PDFSyntax.string(node.bookmark.title))/Dest\(try places.destination(node.bookmark.mark))"
            text += "/Parent \(node.parent.map { numbers[$0] } ?? root) 0 R"
            if place > 0 { text += "/Prev \(numbers[siblings[place - 1]]) 0 R" }
            if place + 1 < siblings.count { text += "/Next \(numbers[siblings[place + 1]]) 0 R" }
            objects.write(text + family(node.kids, numbers) + ">>", as: numbers[index])
        }
        // All are shown when the file is opened.
        objects.write("<</Type/Outlines\(family(top, numbers, count: nodes.count))>>", as: root)
        return root
    }

    private func family(_ kids: [Int], _ numbers: [Int], count: Int? = nil) -> String {
        guard let first = kids.first, let last = kids.last else { return "" }
        return "/First \(numbers[first]) 0 R/Last \(numbers[last]) 0 R/Count \(count ?? descendants(of: kids))"
    }

    private func descendants(of kids: [Int]) -> Int {
        kids.reduce(kids.count) { $0 + descendants(of: nodes[$1].kids) }
    }
}

extension PDFSyntax {
    /// The pages' names, one entry for each run of numbers (ISO 32000-1, 12.4.2).
    static func pageLabels(_ labels: [PageLabel]) -> String {
        var entries: [String] = []
        var expected: PageLabel?
        for (index, label) in labels.enumerated() {
            if label != expected { entries.append("\(index)<<\(words(for: label))>>") }
            expected = label.next
        }
        return "<</Nums[" + entries.joined(separator: " ") + "]>>"
    }

    private static func words(for label: PageLabel) -> String {
        switch label {
        case .none: ""
        case .named(let name): "/P" + string(name)
        case .roman(let number): "/S/r/St \(number)"
        case .arabic(let number): "/S/D/St \(number)"
        }
    }

    /// A rectangle of a page of the given height in pt (ISO 32000-1, 7.9.5).
    static func box(_ box: Box, height: Double) -> String {
        let edges = [box.left, height - box.bottom, box.right, height - box.top]
        return "[" + edges.map(number).joined(separator: " ") + "]"
    }
}

extension PageLabel {
    /// What follows without a new entry.
    fileprivate var next: PageLabel? {
        switch self {
        case .none: PageLabel.none
        case .named: nil
        case .roman(let number): .roman(number + 1)
        case .arabic(let number): .arabic(number + 1)
        }
    }
}

/// Where the marks of a book are.
struct Places {
    private var destinations: [String: String] = [:]

    /// - Parameter numbers: the pages' object numbers.
    init(_ drawn: DrawnPDF, pages numbers: [Int]) {
        for (page, number) in zip(drawn.pages, numbers) {
            for mark in page.marks {
                // A little above the text, so that it does not touch the window.
                let top = PDFSyntax.number(drawn.height - max(0, mark.y - 12))
                destinations[mark.name] = "[\(number) 0 R/XYZ null \(top) null]"
            }
        }
    }

    /// A direct destination (ISO 32000-1, 12.3.2.2).
    func destination(_ mark: String) throws(PrintingError) -> String {
        guard let destination = destinations[mark] else { throw .unknownMark(mark) }
        return destination
    }
}
