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
