/// Fills pages from top to bottom.
public final class PageBuilder<Measurer: TextMeasuring> {
    public typealias Block = Measurer.Block

    public let measurer: Measurer
    public let geometry: PageGeometry
    public private(set) var pages: [Page<Block>] = []
    /// How far the current page is filled, in pt from the top of the type area.
    public var y = 0.0
    /// What the book says, in reading order.
    public var structure: StructureTree
    /// The element that holds what is placed from now on.
    public var section = ElementID.document
    /// Running title of the pages begun from now on.
    public var title = ""
    private let label: (Int) -> PageLabel

    /// - Parameters:
    ///   - structure: what has been placed elsewhere.
    ///   - label: the label of the page with a given number, counted from 1.
    public init(
        measurer: Measurer, geometry: PageGeometry, structure: StructureTree = StructureTree(),
        label: @escaping (Int) -> PageLabel
    ) {
        (self.structure, self.measurer, self.geometry, self.label) = (structure, measurer, geometry, label)
    }

    public func beginPage() {
        pages.append(Page(label: label(pages.count + 1), title: title))
        y = 0
    }

    /// Begins a page of odd number, after an empty one where needed; any page where only one side is printed.
    public func beginRightHandPage() {
        if geometry.isMirrored, pages.count % 2 == 1 { pages.append(Page(label: .none)) }
        beginPage()
    }

    /// The height in pt that is left on the current page.
    public var room: Double { pages.isEmpty ? 0 : geometry.height - y }

    public func add(_ text: PlacedText<Block>) {
        withPage { $0.texts.append(text) }
    }

    public func add(_ rule: Rule) {
        withPage { $0.rules.append(rule) }
    }

    /// Names the current place.
    public func mark(_ name: String) {
        withPage { [y] in $0.marks.append(Mark(name: name, y: y)) }
    }

    /// Number of the current page, counted from 1.
    public var pageNumber: Int { pages.count }

    func append(_ part: TablePart<Block>) {
        withPage {
            $0.texts += part.texts
            $0.rules += part.rules
            $0.tints += part.tints
        }
        y = part.bottom
    }

    private func withPage(_ change: (inout Page<Block>) -> Void) {
        if pages.isEmpty { beginPage() }
        change(&pages[pages.count - 1])
    }
}
