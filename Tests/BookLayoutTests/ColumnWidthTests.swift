import BookLayout
import Testing

@Suite("列宽")
struct ColumnWidthTests {
    private func widths(_ columns: [ColumnWidths.Column], total: Double) -> [Double] {
        ColumnWidths.widths(of: columns, total: total, padding: 2, step: 1)
    }

    @Test("列宽随内容，合计等于总宽，不窄于最小宽")
    func followsContent() {
        let columns = [
            ColumnWidths.Column(minimum: 4, natural: [4, 4]), ColumnWidths.Column(minimum: 4, natural: [40, 30]),
            ColumnWidths.Column(minimum: 6, natural: [6, 3]),
        ]
        let found = widths(columns, total: 60)
        #expect(abs(found.reduce(0, +) - 60) < 0.001)
        #expect(found[1] > found[0] && found[1] > found[2])
        for (width, column) in zip(found, columns) { #expect(width >= column.minimum + 2 - 0.001) }
    }

    @Test("放不下时按比例缩")
    func shrinks() {
        let found = widths(
            [ColumnWidths.Column(minimum: 30, natural: [30]), ColumnWidths.Column(minimum: 60, natural: [90])], total: 47)
        #expect(abs(found.reduce(0, +) - 47) < 0.001)
        #expect(found[0] < found[1])
    }

    @Test("没有内容的列均分")
    func empty() {
        let found = widths(Array(repeating: ColumnWidths.Column(minimum: 1, natural: []), count: 3), total: 30)
        #expect(found.allSatisfy { abs($0 - 10) < 0.001 })
    }
}
