internal import BookLayout

extension ReviewComposer {
    /// 审核结论 and the signatures, filled in by hand, on one page.
    mutating func addConclusion(number: Int) {
        addHeading("\(Self.numeral(number))、审核结论", mark: "c\(number)", keepBelow: formHeight)
        body.y += Self.gap
        body.place(LaidTable(form, measurer: measurer))
    }

    private static let gap = 6.0

    /// With the space above it, in pt.
    var formHeight: Double { LaidTable(form, measurer: measurer).height + Self.gap }

    private var form: Table {
        let style = TextStyle(.body, size: 12, leading: 19)
        let label = TextStyle(.hei, size: 12, leading: 19)
        let width = geometry.width
        let edges = [0, 98, width / 2, width / 2 + 74, width]
        var cells: [TableCell] = []
        var row = 0
        func add(
            _ text: String, _ style: TextStyle, _ columns: Range<Int>, _ alignment: TextAlignment = .center,
            head: HeadScope? = nil
        ) {
            cells.append(
                TableCell(
                    text, style, rows: row..<(row + 1), left: edges[columns.lowerBound], right: edges[columns.upperBound],
                    alignment: alignment, head: head))
        }
        func addPair(_ first: String, _ second: String, _ answer: String) {
            add(first, label, 0..<1, head: .row)
            add("", style, 1..<2)
            add(second, label, 2..<3, head: .row)
            add(answer, style, 3..<4, .trailing)
            row += 1
        }
        let date = "年　　月　　日"
        add("审核结论", label, 0..<1, head: .row)
        add("□同意　　　□修改后同意　　　□退回修改", style, 1..<4)
        row += 1
        add("修改期限", label, 0..<1, head: .row)
        add("请于　　　　\(date)前修改，重新报送。", style, 1..<4)
        row += 1
        addPair("审核人", "复核人", "")
        addPair("审核单位\n（盖章）", "日　期", date)
        add("乡镇反馈\n意　　见", label, 0..<1, head: .row)
        add("", style, 1..<4)
        row += 1
        addPair("项目单位\n负责人签字", "日　期", date)
        return Table(
            width: width, rowCount: row, cells: cells, padding: Table.Padding(across: 6, along: 4.5), minimumRowHeight: 28)
    }
}
