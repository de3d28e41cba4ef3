import Aggregation
import Diagnostics
import Foundation
import GoalModel
import Pages
import Reporting
import TestSupport
import Testing
import Text

@testable import Tables

@Suite
struct TownTablesTests {
    @Test("Every cell of every table stands on the page")
    func shown() throws {
        for report in try SampleReports.all.get() {
            let page = TownPage(report: report, css: "").html
            let read = WellFormed(page)
            let text = read.text.filter { !$0.isWhitespace }
            let digitsShown = text.filter { $0 != "," }
            var cells = 0
            for kind in TownTables.Kind.allCases {
                let table = TownTables(report).table(kind)
                #expect(table.rows.allSatisfy { $0.count == table.heads.count })
                let shown = table.rows.flatMap { row in
                    // Where in the document a lesser finding stands is told by the file alone.
                    zip(table.heads, row).filter { $0.0.key != "place" || row[0] == .severity(.error) }.map(\.1)
                }
                for cell in shown where !cell.isBlank {
                    cells += 1
                    if let digits = cell.digits {
                        let isShown = digitsShown.holds(digits)
                        #expect(isShown, "\(kind): \(digits)")
                    } else if cell.words.hasPrefix("#") {
                        #expect(read.ids.contains(String(cell.words.dropFirst())))
                    } else {
                        let plain = cell.words.displayable.filter { !$0.isWhitespace }
                        let isShown = plain.isEmpty || text.holds(plain)
                        #expect(isShown, "\(kind): \(cell.words)")
                    }
                }
            }
            #expect(cells > 500)
        }
    }

    @Test("CSV is read back by the program's own reader of such files")
    func quoted() {
        let table = DataTable(
            heads: [.init(title: "a", key: "a"), .init(title: "b", key: "b")],
            rows: [[.text("说“\"好\"”\n行"), .decimal(-1.5)], [.text("=1+1"), .blank], [.text(" ＠x"), .text("中-文")]])
        #expect(
            table.csv
                == "\u{FEFF}\"a\",\"b\"\r\n\"说“\"\"好\"\"”\n行\",-1.5\r\n\"'=1+1\",\r\n\"' ＠x\",\"中-文\"\r\n")
    }

    @Test("Numbers are numbers in JSON, text is text, what is not there is null")
    func json() throws {
        let table = DataTable(
            heads: [.init(title: "金额", key: "amount"), .init(title: "名称", key: "name")],
            rows: [[.shown(ShownAmount(Money(fen: 61_674_900_000))), .text("007")], [.blank, .text("\u{202E}x")]])
        let object = try JSONSerialization.jsonObject(with: table.json("甲", town: "乙", year: "2024年"))
        let document = try #require(object as? [String: Any])
        #expect(document["schema"] as? String == "goalbook.table/1")
        let rows = try #require(document["rows"] as? [[String: Any]])
        #expect(rows[0]["amount"] as? Double == 61674.9)
        #expect(rows[0]["name"] as? String == "007")
        #expect(rows[1]["amount"] is NSNull)
        #expect(rows[1]["name"] as? String == "x")
    }

    @Test("A page links the tables that lie beside it")
    func linked() throws {
        let report = SampleFindings.report(SampleBooks.book([SampleBooks.project(1, "甲", fen: 1_000_000)]))
        let paths = TownTables(report).files().map(\.path)
        #expect(paths.count == 10)
        let read = WellFormed(TownPage(report: report, css: "", beside: paths + ["数据.xlsx"]).html)
        for path in paths { #expect(read.links.count { $0 == path.asRelativePath } == 1) }
        #expect(read.links.contains("数据.xlsx".asPathStep))
        #expect(WellFormed(TownPage(report: report, css: "", beside: []).html).links.allSatisfy { !$0.contains(".csv") })
    }
}
