import Diagnostics
import Foundation
import SourceFiles
import TestSupport
import Testing

/// CSV as programs export it.
@Suite struct CommaSeparatedTests {
    private func read(_ text: String) throws -> (rows: [[String]], ids: [String]) {
        try read(Array(text.utf8))
    }

    private func read(_ bytes: [UInt8]) throws -> (rows: [[String]], ids: [String]) {
        let document = try SourceReader.document(bytes, path: "甲镇.csv")
        guard case .table(let table) = document.value.blocks.first else { return ([], document.diagnostics.map(\.id)) }
        #expect(table.isSheet && table.rowsAreCertain)
        return (table.rows.map { $0.cells.map(\.text) }, document.diagnostics.map(\.id))
    }

    @Test(arguments: [",", ";", "\t", "；", "，"])
    func separatorIsFound(separator: String) throws {
        let text = [["项目", "\"甲\(separator)乙\"", "数"], ["1", "", "2"]].map { $0.joined(separator: separator) }
        #expect(try read(text.joined(separator: "\r\n")).rows == [["项目", "甲\(separator)乙", "数"], ["1", "", "2"]])
    }

    /// Systems call such text .xls, and people .txt: what is in it decides.
    @Test func listsUnderOtherNames() throws {
        let lines = ["项目名称,一级指标,二级指标,指标值", "村道养护,产出指标,数量指标,≥1公里", ",,质量指标,≥95%"]
        for (name, separator) in [("甲.txt", ","), ("甲.xls", ","), ("甲.xls", "\t"), ("甲.txt", "\t"), ("甲.docx", ",")] {
            let text = lines.joined(separator: "\r\n").replacing(",", with: separator)
            var wide: [UInt8] = [0xFF, 0xFE]
            for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
            for bytes in [Array(text.utf8), wide] {
                let document = try SourceReader.document(bytes, path: name)
                #expect(document.value.format == "csv")
                guard case .table(let table) = document.value.blocks.first else { continue }
                let cells: [[String]] = table.rows.map { row in row.cells.map { $0.text } }
                #expect(cells == lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } })
            }
        }
        let prose = "一、总体绩效目标\n\t甲\t乙\t丙\t丁\n\t1\t2\t3\t4\n石桥镇，统筹，安排，各项。\n"
        #expect(try SourceReader.document(Array(prose.utf8), path: "甲.txt").value.format == "txt")
    }

    @Test func quotesHoldLineEndsAndQuotes() throws {
        let (rows, ids) = try read("a,\"甲\n乙\"\"丙\"\"\",c\r\"x\"y,=\"001\",'0012\n")
        #expect(rows == [["a", "甲\n乙\"丙\"", "c"], ["xy", "001", "0012"]])
        #expect(ids.isEmpty)
    }

    @Test func openQuoteIsReported() throws {
        let (rows, ids) = try read("a,b\n1,\"乙\n2,3\n")
        #expect(rows == [["a", "b"], ["1", "\"乙"], ["2", "3"]] && ids == ["quote-open"])
    }

    @Test func separatorMayBeNamed() throws {
        #expect(try read("sep=;\r\na,b;c\r\n").rows == [["a,b", "c"]])
    }

    @Test func encodingsAndPlaces() throws {
        let gb: [UInt8] = [0xCF, 0xEE, 0xC4, 0xBF, 0x2C, 0xD6, 0xB8, 0xB1, 0xEA]
        #expect(try read(gb).rows == [["项目", "指标"]])
        let document = try SourceReader.document([0xEF, 0xBB, 0xBF] + Array("\n项目,指标\n,≥3\n".utf8), path: "甲镇.csv")
        #expect(document.value.encoding == "UTF-8（带BOM）")
        guard case .table(let table) = document.value.blocks[0] else { return }
        #expect(table.rows[1].cells[1].location.description == "甲镇.csv B3")
    }
}
