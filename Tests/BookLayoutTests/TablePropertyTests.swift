import BookLayout
import Testing

@Suite("表格分页的性质")
struct TablePropertyTests {
    @Test("两千个随机表：每格文字恰好一次，不重叠，不出版心", arguments: 0..<20)
    func randomTables(batch: Int) {
        for seed in (batch * 100)..<(batch * 100 + 100) { check(seed: UInt64(seed)) }
    }

    private func check(seed: UInt64) {
        let random = RandomTable(seed: seed)
        let builder = UnitBuilder(width: 60, height: random.height)
        builder.beginPage()
        builder.y = random.start
        builder.place(LaidTable(random.table, measurer: FixedPitch()))
        var printed: [String: Int] = [:]
        for (number, page) in builder.pages.enumerated() {
            for text in page.texts where !text.isArtifact {
                let key = text.block.request.text
                if printed[key, default: 0] != text.lines.lowerBound { Issue.record("表\(seed)：“\(key.prefix(9))”的行次序乱了") }
                printed[key] = text.lines.upperBound
            }
            checkPlaces(page, seed, number, height: random.height)
            let hasRows = page.texts.contains { !$0.isArtifact }
            if !hasRows, number > 0 || builder.pages.count == 1 { Issue.record("表\(seed)：第\(number + 1)页是空的") }
        }
        for cell in random.table.cells {
            let lines = FixedPitch().layOut(TextRequest(cell.text, .unit, width: cell.right - cell.left - 1)).lineCount
            if printed[cell.text] != lines {
                Issue.record("表\(seed)：“\(cell.text.prefix(9))”印了\(printed[cell.text] ?? 0)行，应有\(lines)行")
            }
        }
    }

    private struct Box {
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
    }

    private func checkPlaces(_ page: Page<FixedLines>, _ seed: UInt64, _ number: Int, height: Double) {
        let boxes = page.texts.map { text in
            let width = text.block.lines[text.lines].map(\.count).max() ?? 0
            return Box(left: text.x, right: text.x + Double(width), top: text.y, bottom: text.y + Double(text.lines.count))
        }
        for (index, box) in boxes.enumerated() {
            let isInside = box.left >= 0 && box.right <= 60 && box.top >= -0.001 && box.bottom <= height + 0.02
            if !isInside { Issue.record("表\(seed) 第\(number + 1)页：出了版心 \(box)") }
            for other in boxes[(index + 1)...]
            where box.left < other.right && other.left < box.right && box.top < other.bottom - 0.02
                && other.top < box.bottom - 0.02
            {
                Issue.record("表\(seed) 第\(number + 1)页：重叠 \(box) \(other)")
            }
        }
        for rule in page.rules where rule.toY > height + 0.02 || rule.toX > 60.01 {
            Issue.record("表\(seed) 第\(number + 1)页：线出了版心 \(rule)")
        }
    }
}
