import BookLayout

/// Finds what is wrong with the places on a page.
struct PageJudge {
    let width: Double
    let height: Double

    private struct Box {
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
    }

    /// Nothing overlaps, nothing is outside the type area, and no rule goes through a text: each stands in its own cell.
    func faults(_ page: Page<FixedLines>) -> [String] {
        var faults: [String] = []
        let boxes = page.texts.map { text in
            Box(
                left: text.x, right: text.x + Double(text.block.length(of: text.lines)), top: text.y,
                bottom: text.y + Double(text.lines.count))
        }.sorted { $0.top < $1.top }
        let levels = page.rules.filter { $0.fromY == $0.toY }.sorted { $0.fromY < $1.fromY }
        let uprights = page.rules.filter { $0.fromX == $0.toX }.sorted { $0.fromX < $1.fromX }
        for (index, box) in boxes.enumerated() {
            if box.left < 0 || box.right > width || box.top < -0.001 || box.bottom > height + 0.02 {
                faults.append("出了版心 \(box)")
            }
            var next = index + 1
            while next < boxes.count, boxes[next].top < box.bottom - 0.02 {
                let other = boxes[next]
                if box.left < other.right, other.left < box.right { faults.append("重叠 \(box) \(other)") }
                next += 1
            }
            var rule = firstIndex(levels.count) { levels[$0].fromY > box.top + 0.02 }
            while rule < levels.count, levels[rule].fromY < box.bottom - 0.02 {
                if levels[rule].fromX < box.right - 0.02, levels[rule].toX > box.left + 0.02 { faults.append("横线穿过文字 \(box)") }
                rule += 1
            }
            rule = firstIndex(uprights.count) { uprights[$0].fromX > box.left + 0.02 }
            while rule < uprights.count, uprights[rule].fromX < box.right - 0.02 {
                if uprights[rule].fromY < box.bottom - 0.02, uprights[rule].toY > box.top + 0.02 {
                    faults.append("竖线穿过文字 \(box)")
                }
                rule += 1
            }
        }
        for rule in page.rules where rule.toY > height + 0.02 || rule.toX > width + 0.01 || rule.fromX < 0 || rule.fromY < 0 {
            faults.append("线出了版心 \(rule)")
        }
        return faults
    }

    /// The first of `count` numbers for which `holds` is true, as it is for all after it.
    private func firstIndex(_ count: Int, where holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
