import BookLayout
import Testing

@Suite
struct TablePaginationTests {
    /// A header row and rows of one line each; one label in the first column for every `group` rows.
    private func table(rows: Int, group: Int) -> Table {
        var cells = [
            TableCell("类", .unit, rows: 0..<1, left: 0, right: 6), TableCell("值", .unit, rows: 0..<1, left: 6, right: 12),
        ]
        for first in stride(from: 1, to: rows + 1, by: group) {
            let label = "产出\(first)"
            cells.append(
                TableCell(
                    label, .unit, rows: first..<min(first + group, rows + 1), left: 0, right: 6, continuation: label + "（续）"))
        }
        for row in 1...rows { cells.append(TableCell("行\(row)", .unit, rows: row..<(row + 1), left: 6, right: 12)) }
        return Table(
            width: 12, rowCount: rows + 1, cells: cells, header: 0..<1, padding: Table.Padding(across: 0, along: 0),
            minimumRowHeight: 1)
    }

    private func pages(_ table: Table, height: Double, from y: Double = 0) -> [String] {
        let builder = UnitBuilder(width: 12, height: height)
        builder.beginPage()
        builder.y = y
        builder.place(LaidTable(table, measurer: FixedPitch()))
        return builder.pictures()
    }

    @Test("What fits is not divided")
    func fitsOnOnePage() {
        #expect(pages(table(rows: 5, group: 5), height: 6).count == 1)
    }

    @Test("A new page repeats the head and continues merged cells")
    func repeatsHeaderAndLabel() {
        let found = pages(table(rows: 8, group: 8), height: 6)
        #expect(
            found == [
                "类·····值·····\n······行1····\n······行2····\n产出1···行3····\n······行4····\n······行5····",
                "类·····值·····\n······行6····\n产出1（续）行7····\n······行8····",
            ])
    }

    @Test("The last page holds more than one row")
    func noLonelyRow() {
        let found = pages(table(rows: 6, group: 6), height: 6)
        #expect(found.count == 2)
        #expect(found[1].contains("行5"))
        #expect(found[1].contains("行6"))
    }

    @Test("A caption stands above the repeated head of each further page, and nothing is lost for it")
    func repeatsCaption() {
        var table = table(rows: 50, group: 50)
        table.caption = TableCaption(title: "一览（续）", note: "单位：元", style: .unit)
        let builder = UnitBuilder(width: 12, height: 24)
        builder.place(LaidTable(table, measurer: FixedPitch()))
        #expect(builder.pages.count == 3)
        for (index, page) in builder.pages.enumerated() {
            let words = page.texts.map(\.block.request.text)
            #expect(words.contains("一览（续）") == (index > 0))
            let head = page.texts.first { $0.block.request.text == "值" }
            #expect(head?.y == (index > 0 ? 4 : 0))
            for text in page.texts { #expect(text.y + Double(text.lines.count) <= 24.01) }
        }
        let rows = builder.pages.flatMap { $0.texts.map(\.block.request.text).filter { $0.hasPrefix("行") } }
        #expect(rows == (1...50).map { "行\($0)" })
    }

    @Test("A continued label higher than its rows makes them higher and moves the rest down")
    func growsForContinuedLabel() {
        var table = table(rows: 9, group: 9)
        for index in table.cells.indices where table.cells[index].continuation != nil {
            table.cells[index].continuation = "产出指标产出指标产出（续）"
        }
        let builder = UnitBuilder(width: 12, height: 9)
        builder.place(LaidTable(table, measurer: FixedPitch()))
        #expect(builder.pictures().last == "类·····值·····\n产出指标产出行8····\n指标产出（续行9····\n）···········")
        #expect(builder.y == 4)
    }

    @Test("A row higher than a page is divided between lines of text, without loss")
    func splitsTallRow() {
        var table = table(rows: 3, group: 3)
        let text = (0..<40).map { "第\($0 + 10)行文字甲" }.joined()
        table.cells[4].text = text
        let found = pages(table, height: 9)
        var letters = ""
        for line in found.joined(separator: "\n").split(separator: "\n") { letters += line.dropFirst(6) }
        letters.removeAll { $0 == "·" || $0 == "值" }
        #expect(letters == "行1" + text + "行3")
    }

    @Test("A head is not left alone at the end of a page")
    func headerIsNotAlone() {
        let found = pages(table(rows: 3, group: 3), height: 8, from: 7)
        #expect(found.count == 2)
        #expect(found[0].isEmpty)
    }

    @Test("Tighter spacing sets no text anew")
    func spacing() {
        let laid = LaidTable(table(rows: 4, group: 2), measurer: FixedPitch())
        #expect(laid.height == 5)
        #expect(laid.spaced(leading: 2, along: 1, minimumRowHeight: 1).height == 20)
    }

    /// Amounts of 10, 20, 30 … with a total, and the sums up to each row.
    private func account(rows: Int) -> Table {
        var table = table(rows: rows + 1, group: 1)
        table.cells = [
            TableCell("项", .unit, rows: 0..<1, left: 0, right: 6), TableCell("额", .unit, rows: 0..<1, left: 6, right: 12),
        ]
        for row in 1...(rows + 1) {
            let amount = row > rows ? rows * (rows + 1) * 5 : row * 10
            table.cells.append(TableCell(row > rows ? "合计" : "甲", .unit, rows: row..<(row + 1), left: 0, right: 6))
            table.cells.append(TableCell("\(amount)", .unit, rows: row..<(row + 1), left: 6, right: 12))
        }
        table.carry = TableCarry(
            columns: [(0.0, 6.0), (6, 12)].map { .init(left: $0.0, right: $0.1, style: .unit, alignment: .center) },
            sums: [[]] + (1...rows).map { ["", "\($0 * ($0 + 1) * 5)"] } + [[]])
        return table
    }

    @Test("Ledgers carry their sums from page to page")
    func carriesSums() {
        let found = pages(account(rows: 7), height: 7)
        #expect(
            found == [
                "项·····额·····\n甲·····10····\n甲·····20····\n甲·····30····\n甲·····40····\n甲·····50····\n过次页···150···",
                "项·····额·····\n承前页···150···\n甲·····60····\n甲·····70····\n合计····280···",
            ])
        let builder = UnitBuilder(width: 12, height: 7)
        builder.place(LaidTable(account(rows: 7), measurer: FixedPitch()))
        let carried = builder.pages.flatMap(\.texts).filter { ["过次页", "承前页", "150"].contains($0.block.request.text) }
        #expect(carried.count == 4)
        #expect(carried.allSatisfy { $0.isArtifact })
    }

    @Test("Ledgers carry nothing where the rest fits")
    func carriesNothingWhereTheRestFits() {
        let found = pages(account(rows: 5), height: 7)
        #expect(found == ["项·····额·····\n甲·····10····\n甲·····20····\n甲·····30····\n甲·····40····\n甲·····50····\n合计····150···"])
    }
}
