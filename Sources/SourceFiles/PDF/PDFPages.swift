/// The pages of a PDF in their order (ISO 32000-1, 7.7.3).
struct PDFPages {
    struct Page {
        var content: PDFValue?
        var resources: [String: PDFValue]
    }

    private(set) var pages: [Page] = []
    /// The index of each page by its object's number.
    private(set) var indices: [Int: Int] = [:]
    private let objects: PDFObjects
    /// Objects of the tree that have been gone into.
    private var seen: Set<Int> = []

    /// A county's book has some thousand.
    private static let most = 5_000
    private static let deepest = 50

    /// - Throws: ``ReadingError`` for a tree that is broken or too large.
    init(_ catalogue: [String: PDFValue], _ objects: PDFObjects) throws(ReadingError) {
        self.objects = objects
        try visit(catalogue["Pages"], resources: [:], depth: 0)
        guard !pages.isEmpty else { throw .damaged("PDF里一页也没有") }
    }

    private mutating func visit(_ value: PDFValue?, resources: [String: PDFValue], depth: Int) throws(ReadingError) {
        guard depth < PDFPages.deepest else { throw .hostile("PDF的页面嵌套超过\(PDFPages.deepest)层") }
        if let number = value?.object, !seen.insert(number).inserted { return }
        guard let node = try objects.dictionary(value) else { return }
        let resources = try objects.dictionary(node["Resources"]) ?? resources
        if let kids = try objects.array(node["Kids"]) {
            for kid in kids { try visit(kid, resources: resources, depth: depth + 1) }
            return
        }
        if let number = value?.object { indices[number] = pages.count }
        pages.append(Page(content: node["Contents"], resources: resources))
        guard pages.count <= PDFPages.most else { throw .hostile("PDF超过\(PDFPages.most)页") }
    }
}
