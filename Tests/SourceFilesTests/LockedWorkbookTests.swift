import Diagnostics
import SourceFiles
import TestSupport
import Testing

/// Workbooks that Excel has encrypted, with the password that everybody knows and with others.
@Suite struct LockedWorkbookTests {
    private func cells(_ bytes: [UInt8]) throws -> [String] {
        let document = try SourceReader.document(bytes, path: "甲镇.xlsx").value
        #expect(document.format == "xlsx")
        return document.blocks.flatMap { block -> [String] in
            guard case .table(let table) = block else { return [] }
            return table.rows.flatMap { $0.cells.map(\.text) }
        }
    }

    private func fixture(_ name: String) throws -> [UInt8] { Array(try Repository.fixture("locked/\(name)")) }

    /// As Excel 2010 and as Excel 2007 do it.
    @Test(arguments: ["只读.xlsx", "只读2007.xlsx"]) func protectedFromChangesIsRead(name: String) throws {
        let cells = try cells(fixture(name))
        #expect(cells.count == 606 && cells.prefix(2) == ["项目名称", "预算数"] && cells.last == "≥101米")
    }

    @Test func withAPasswordItIsRefused() throws {
        let bytes = try fixture("密码.xlsx")
        #expect(throws: ReadingError.passwordProtected) { try SourceReader.document(bytes, path: "甲镇.xlsx") }
    }

    /// The office opens it; where it does not, the reason is known.
    @Test func oldOnesAreConverted() throws {
        let bytes = try fixture("只读.xls")
        #expect(throws: ReadingError.needsConversion(.sheets)) { try SourceReader.document(bytes, path: "甲镇.xls") }
        let modern = try fixture("只读.xlsx")
        #expect(SourceReader.isLocked(bytes) && !SourceReader.isLocked(modern))
    }

    @Test(arguments: ["只读.xlsx", "只读2007.xlsx"]) func damagedOnesAreSurvived(name: String) throws {
        let bytes = try fixture(name)
        var random = SplitMix64(seed: 7)
        for _ in 0..<Cases.number(300, quick: 12) {
            var damaged = bytes
            // Where the file says what is where, and how it is encrypted.
            for _ in 0..<3 { damaged[Int.random(in: 24..<512, using: &random)] = .random(in: 0...255, using: &random) }
            damaged[Int.random(in: 512..<bytes.count, using: &random)] ^= 0xFF
            _ = try? SourceReader.document(damaged, path: "甲镇.xlsx")
            _ = try? SourceReader.document(Array(bytes.prefix(.random(in: 0..<bytes.count, using: &random))), path: "甲镇.xlsx")
        }
    }
}
