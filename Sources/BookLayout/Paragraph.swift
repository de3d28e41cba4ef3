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
            let rest = block.lineCount - line
            let count = linesHere(of: rest, fitting: max(1, Int((room + 0.01) / leading)), isFirst: line == 0)
            if count == 0 {
                beginPage()
                continue
            }
            if line == 0, let name { mark(name) }
            add(PlacedText(block, lines: line..<(line + count), x: paragraph.x, y: y, element: element))
            line += count
            y += Double(count) * leading
            if line < block.lineCount { beginPage() }
        } while line < block.lineCount
        y += paragraph.after
    }

    /// How many lines of a paragraph stand at the end of a page: no first line there alone, and none left for the next one.
    private func linesHere(of rest: Int, fitting: Int, isFirst: Bool) -> Int {
        guard fitting < rest else { return rest }
        let count = rest - fitting == 1 ? fitting - 1 : fitting
        if isFirst, count < 2 { return y > 0 ? 0 : fitting }
        return max(1, count)
    }
}
