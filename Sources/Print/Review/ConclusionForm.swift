internal import BookLayout
internal import GoalModel
internal import Linting
internal import Reporting
internal import Text
internal import Typesetting

/// The last page of an opinion: what is written by hand, with room for it and for two seals.
///
/// A county's seal is 45 mm across and a township's 42 mm (国发〔1999〕25号); each gets a field more than 50 mm high, with the
/// date in it, as on official letters.
struct ConclusionForm {
    let report: Report
    /// What the reviewer has written already.
    let written: [OpinionEntry.Kind: String]
    let width: Double

    /// How much room its fields have, in lines, and how large its words are.
    private struct Room {
        var size = 12.0
        var leading = 16.5
        /// Of 总体意见.
        var overall = 2
        /// Of the fields with seals: the reviewing office's, and the department's with its answer.
        var seal = 9
        var answer = 10
    }

    /// The tallest form that the rest of a page holds, else a whole page; with much to complete, words get smaller before
    /// fields get lower.
    ///
    /// - Parameters:
    ///   - rest: what is left of the current page, in pt.
    ///   - page: of a page, in pt.
    func fitted(rest: Double, page: Double, measurer: FontContext) -> LaidTable<FontContext> {
        func laid(_ room: Room) -> LaidTable<FontContext> { LaidTable(table(room), measurer: measurer) }
        let smaller = Room(size: 10.5, leading: 14, seal: 11, answer: 13)
        let ways = [
            (Room(), rest), (Room(), page), (smaller, page),
            (Room(size: 10.5, leading: 14, overall: 1, seal: 8, answer: 8), page),
        ]
        for (way, room) in ways {
            var chosen = way
            let least = laid(chosen)
            guard least.height <= room else { continue }
            let spare = Int((room - least.height) / chosen.leading)
            if written[.overall] == nil { chosen.overall += min(spare, 8) }
            return laid(chosen)
        }
        return laid(ways[ways.count - 1].0)
    }

    private func table(_ room: Room) -> Table {
        let style = TextStyle(.body, size: room.size, leading: room.leading)
        let label = TextStyle(.hei, size: room.size, leading: room.leading)
        let edges = [0, 98, width / 2, width / 2 + 74, width]
        var cells: [TableCell] = []
        var row = 0
        func add(
            _ text: String, _ style: TextStyle, _ columns: Range<Int>, _ alignment: TextAlignment = .center,
            head: HeadScope? = nil
        ) {
            var cell = TableCell(
                text, style, rows: row..<(row + 1), left: edges[columns.lowerBound], right: edges[columns.upperBound],
                alignment: alignment, head: head)
            cell.isTinted = head != nil
            cells.append(cell)
        }
        func addWide(_ title: String, _ text: String, _ alignment: TextAlignment = .leading) {
            add(title, label, 0..<1, head: .row)
            add(text, style, 1..<4, alignment)
            row += 1
        }
        /// Words at the foot of a field so many lines high.
        func atFoot(_ words: [String], of lines: Int) -> String {
            (Array(repeating: "", count: max(0, lines - words.count)) + words).joined(separator: "\n")
        }
        let date = "年　　月　　日"
        addWide("总体意见", written[.overall] ?? atFoot([""], of: room.overall))
        addWide("需补充完善\n事　　　项", written[.demands] ?? report.demands)
        addWide("审核等级", OpinionEntry.boxes(written[.grade]), .center)
        addWide("修改期限", "请于　　　　\(date)前修改，重新报送。", .center)
        add("审核人", label, 0..<1, head: .row)
        add("", style, 1..<2)
        add("复核人", label, 2..<3, head: .row)
        add("", style, 3..<4)
        row += 1
        let office = report.opinion.office.isEmpty ? "" : report.opinion.office + "　　"
        addWide("审核单位\n（盖章）", atFoot([office, "　　　　\(date)　　"].filter { !$0.isEmpty }, of: room.seal), .trailing)
        let signature = "负责人（签字）：　　　　　（盖章）　　　\(date)"
        addWide("部门（单位）\n反馈意见", atFoot([signature], of: room.answer), .trailing)
        return Table(
            width: width, rowCount: row, cells: cells, padding: Table.Padding(across: 6, along: 3.5), minimumRowHeight: 26)
    }
}
