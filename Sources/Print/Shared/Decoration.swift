internal import BookLayout
internal import Typesetting

/// Running heads and page numbers; neither is part of what a reader reads.
struct Decoration {
    /// What the running head says at the binding, on each page the same.
    var title: String
    let measurer: FontContext
    let type: Typography

    private var geometry: PageGeometry { type.geometry }

    /// - Parameter head: whether the page gets a running head.
    func decorate(_ page: inout Page<TextBlock>, isRightHand: Bool, head: Bool = true) {
        switch page.label {
        case .none, .named: return
        case .roman, .arabic: break
        }
        // Title pages have nothing to say at the head, and no number.
        guard !page.isBlank, !page.title.isEmpty else { return }
        if head { addRunningHead(to: &page, isRightHand: isRightHand) }
        addNumber(to: &page, isRightHand: isRightHand)
    }

    private func addRunningHead(to page: inout Page<TextBlock>, isRightHand: Bool) {
        let style = type.runningHead
        let half = geometry.width / 2 - 6
        let y = -26.0
        // The book stands at the binding, the page's own matter outside, where one leafs.
        let isBookLeft = isRightHand || !geometry.isMirrored
        for (text, atLeft) in [(title, isBookLeft), (page.title, !isBookLeft)] {
            let request = TextRequest(text, style, width: half, alignment: atLeft ? .leading : .trailing, oneLine: true)
            let block = measurer.layOut(request)
            page.texts.append(PlacedText(block, lines: 0..<1, x: atLeft ? 0 : geometry.width - half, y: y, element: nil))
        }
        page.rules.append(Rule(fromX: 0, fromY: -11, toX: geometry.width, toY: -11))
    }

    /// Between dashes, 7 mm below the type area; one character in from the outer edge, or in the middle on one-sided sheets.
    private func addNumber(to page: inout Page<TextBlock>, isRightHand: Bool) {
        let style = type.pageNumber
        let alignment: TextAlignment = geometry.isMirrored ? isRightHand ? .trailing : .leading : .center
        let request = TextRequest("— \(page.label.text) —", style, width: geometry.width - 2 * style.size, alignment: alignment)
        let block = measurer.layOut(request)
        let y = geometry.height + 7 * PageGeometry.millimetre - style.leading / 2
        page.texts.append(PlacedText(block, lines: 0..<1, x: style.size, y: y, element: nil))
    }
}
