/// Running text that may go on over pages.
public struct Paragraph: Hashable, Sendable {
    public var request: TextRequest
    /// Space in pt above and below; none at the top of a page.
    public var before: Double
    public var after: Double
    /// Left edge in pt.
    public var x: Double
    /// The lines that must stand below the paragraph's end on the same page, in pt; for headings.
    public var keepBelow: Double
    public var role: StructureRole

    public init(
        _ request: TextRequest, x: Double = 0, before: Double = 0, after: Double = 0, keepBelow: Double = 0,
        role: StructureRole = .paragraph
    ) {
        (self.role, self.request, self.x) = (role, request, x)
        (self.before, self.after, self.keepBelow) = (before, after, keepBelow)
    }
}

extension PageBuilder {
    /// Sets a paragraph, over as many pages as it takes.
    ///
    /// - Parameter mark: a name for the place of its first line.
    public func place(_ paragraph: Paragraph, mark name: String? = nil) {
        let block = measurer.layOut(paragraph.request)
        let element = structure.add(paragraph.role, under: section)
        let leading = block.leading
        if y > 0 { y += paragraph.before }
        let whole = block.height + paragraph.keepBelow
        if y > 0, paragraph.keepBelow > 0, whole > room, whole <= geometry.height { beginPage() }
        var line = 0
        repeat {
            if pages.isEmpty || (room + 0.01 < leading && y > 0) { beginPage() }
            let count = min(block.lineCount - line, max(1, Int((room + 0.01) / leading)))
            if line == 0, let name { mark(name) }
            add(PlacedText(block, lines: line..<(line + count), x: paragraph.x, y: y, element: element))
            line += count
            y += Double(count) * leading
        } while line < block.lineCount
        y += paragraph.after
    }
}
