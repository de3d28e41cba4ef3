import BookLayout
import Testing

@Suite
struct StructureTests {
    /// What each element says, page by page.
    private func dump(_ builder: UnitBuilder) -> String {
        var texts: [ElementID: String] = [:]
        for page in builder.pages {
            for text in page.texts {
                guard let element = text.element else { continue }
                texts[element, default: ""] += text.block.lines[text.lines].joined(separator: "/") + "|"
            }
        }
        return builder.structure.dump { texts[$0] ?? "" }
    }

    private func cell(
        _ text: String, _ rows: Range<Int>, _ columns: Range<Int>, head: HeadScope? = nil, continuation: String? = nil
    ) -> TableCell {
        TableCell(
            text, .unit, rows: rows, left: Double(columns.lowerBound), right: Double(columns.upperBound),
            continuation: continuation, head: head)
    }

    @Test("A small book: a cell over pages is one element, without repeated heads and continued labels")
    func smallBook() {
        let builder = UnitBuilder(width: 12, height: 5)
        builder.place(Paragraph(TextRequest("书名", .unit, width: 12), role: .heading(1)))
        builder.section = builder.structure.add(.section)
        builder.place(Paragraph(TextRequest("段落", .unit, width: 12)))
        let table = Table(
            width: 12, rowCount: 5,
            cells: [
                cell("类", 0..<1, 0..<3, head: .column), cell("值", 0..<1, 3..<12, head: .column),
                cell("甲", 1..<5, 0..<3, head: .row, continuation: "续"), cell("一", 1..<2, 3..<8), cell("二", 1..<2, 8..<12),
                cell("三", 2..<3, 3..<12), cell("四", 3..<4, 3..<12), cell("", 4..<5, 3..<12),
            ],
            header: 0..<1, padding: Table.Padding(across: 0, along: 0), minimumRowHeight: 1)
        builder.place(LaidTable(table, measurer: FixedPitch()))
        #expect(builder.pages.count == 2)
        #expect(builder.pages[1].texts.filter(\.isArtifact).map(\.block.request.text) == ["类", "值", "续"])
        #expect(
            dump(builder) == """
                Document
                  H1 书名|
                  Sect
                    P 段落|
                    Table
                      TR
                        TH[Column 1×1] 类|
                        TH[Column 1×2] 值|
                      TR
                        TH[Row 4×1] 甲|
                        TD 一|
                        TD 二|
                      TR
                        TD[1×2] 三|
                      TR
                        TD[1×2] 四|
                      TR
                        TD[1×2]
                """)
    }

    @Test("Long paragraphs and cells over pages stay one element")
    func longTexts() {
        let builder = UnitBuilder(width: 12, height: 3)
        builder.place(Paragraph(TextRequest("一二三四五六七八", .unit, width: 2)))
        let table = Table(
            width: 2, rowCount: 1, cells: [cell("甲乙丙丁戊己庚辛", 0..<1, 0..<2)], padding: Table.Padding(across: 0, along: 0))
        builder.place(LaidTable(table, measurer: FixedPitch()))
        #expect(builder.pages.count > 2)
        #expect(
            dump(builder) == """
                Document
                  P 一二/三四|五六/七八|
                  Table
                    TR
                      TD 甲乙/丙丁|戊己/庚辛|
                """)
    }

    @Test(
        "Headings skip no level",
        arguments: [([3, 3, 1, 3, 2], [1, 2, 1, 2, 2]), ([1, 2, 3, 1], [1, 2, 3, 1]), ([0, 9], [1, 2])])
    func headings(levels: [Int], expected: [Int]) {
        var tree = StructureTree()
        let ids = levels.map { tree.add(.heading($0)) }
        #expect(ids.map { tree[$0].role } == expected.map { .heading($0) })
    }

    @Test("Random tables: the cells of each row fill the grid", arguments: 0..<200)
    func randomTables(seed: UInt64) {
        let builder = UnitBuilder(width: 60, height: 60)
        let random = RandomTable("", seed: seed)
        builder.place(LaidTable(random.table, measurer: FixedPitch()))
        let tree = builder.structure
        guard let table = tree.elements.first(where: { $0.role == .table }) else {
            Issue.record("没有表格")
            return
        }
        var filled = Array(repeating: 0, count: random.table.rowCount)
        for (row, id) in table.kids.enumerated() {
            for kid in tree[id].kids {
                guard case .cell(let span) = tree[kid].role else { continue }
                for covered in row..<(row + span.rows) { filled[covered] += span.columns }
            }
        }
        #expect(Set(filled).count == 1, "表\(seed)：\(filled)")
    }
}
